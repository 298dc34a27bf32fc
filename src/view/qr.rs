//! A QR code in half blocks: black on white with its margin, whatever the theme, as telephones expect it.

use fast_qr::qr::QRBuilder;
use fast_qr::{ECL, QRCode};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

use super::painter::Painter;

/// The modules around the code that stay white.
const MARGIN: usize = 4;
/// Black and white of the fixed part of the 256 colours, which no palette changes.
const STYLE: Style = Style::new().fg(Color::Indexed(16)).bg(Color::Indexed(231));

/// Returns the code of a text; none if the text is too long for one.
pub(crate) fn code(text: &str) -> Option<QRCode> {
    QRBuilder::new(text).ecl(ECL::L).build().ok()
}

/// Returns the width and height of a code in cells, with its margin.
pub(crate) fn size(painter: &Painter<'_>, code: &QRCode) -> (u16, u16) {
    let modules = u16::try_from(code.size + 2 * MARGIN).unwrap_or(u16::MAX);
    if painter.state.settings.ascii { (modules.saturating_mul(2), modules) } else { (modules, modules.div_ceil(2)) }
}

/// Draws a code into an area of its size. Each cell has two modules, one above the other; in ASCII each module has two
/// blank cells.
pub(crate) fn draw(painter: &mut Painter<'_>, code: &QRCode, area: Rect) {
    let is_black = |x: usize, y: usize| {
        let inside = |at: usize| at.checked_sub(MARGIN).filter(|&at| at < code.size);
        inside(x).zip(inside(y)).is_some_and(|(x, y)| code[y][x].value())
    };
    if painter.state.settings.ascii {
        let modules = (area.y..area.bottom()).enumerate().flat_map(|(row, y)| {
            (area.x..area.right())
                .step_by(2)
                .enumerate()
                .map(move |(column, x)| (column, row, Rect { x, y, width: 2, height: 1 }))
        });
        for (column, row, cells) in modules {
            let style = if is_black(column, row) { STYLE.add_modifier(Modifier::REVERSED) } else { STYLE };
            painter.write(cells, cells.y, "  ", style);
        }
        return;
    }
    for (row, y) in (area.y..area.bottom()).enumerate() {
        let line: String = (0..usize::from(area.width))
            .map(|x| match (is_black(x, 2 * row), is_black(x, 2 * row + 1)) {
                (true, true) => '█',
                (true, false) => '▀',
                (false, true) => '▄',
                (false, false) => ' ',
            })
            .collect();
        painter.write(area, y, &line, STYLE);
        painter.restyle(area, y, STYLE);
    }
}
