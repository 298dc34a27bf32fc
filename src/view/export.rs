//! The export dialog.
//!
//! ```text
//! ╭ Export the map ────────────────────────────────╮
//! │ html      a page to read and to print          │
//! │ svg       a poster for slides                  │
//! │ clipboard as Markdown, to be pasted elsewhere  │
//! │                                                │
//! │ > travel.html                                  │
//! │                                                │
//! │ 16 touchpoints, 48 kB; nothing is left out.    │
//! ╰────────────────────────────────────────────────╯
//! ```

use ratatui::layout::{Position, Rect};

use super::list::visible_rows;
use super::painter::{Painter, centered, span};
use super::text_input::draw_prompt;
use crate::app::dialogs::export::sentence;
use crate::app::model::dialog::export::{ExportChoice, ExportDialog};
use crate::app::model::pointer::{DialogTarget, PointerTarget};
use crate::lang::Lang;
use crate::map::width::{cut, fill, width, wrap};

/// The maximum number of lines of the summary.
const SUMMARY_LINES: usize = 4;
/// The height of the file name with the blank lines around it.
const FILE_NAME_HEIGHT: u16 = 3;

/// Draws the dialog and returns the position of the cursor.
pub fn draw(painter: &mut Painter<'_>, dialog: &ExportDialog, area: Rect) -> Option<Position> {
    let (theme, lang) = (painter.theme, painter.lang());
    let cells = area.width.min(78);
    let text_width = usize::from(cells.saturating_sub(4));
    let summary = summary(painter, dialog);
    let summary = wrap(&summary, text_width, SUMMARY_LINES).into_iter().map(|range| cut(&summary[range], text_width));
    let summary: Vec<String> = summary.map(|line| line.into_owned()).collect();
    let choices = ExportChoice::all().count() as u16;
    let height = choices + SUMMARY_LINES as u16 + FILE_NAME_HEIGHT + 2;
    let area = centered(area, cells, height.min(area.height));
    let inside = painter.frame(area, &lang.export_title(), theme.strong);

    let rows = inside.height.saturating_sub(FILE_NAME_HEIGHT + summary.len() as u16).max(1);
    let list = Rect { height: rows.min(choices), ..inside };
    draw_list(painter, dialog, list);
    let y = list.bottom() + 1;
    let line = Rect { y, height: u16::from(y < inside.bottom()), ..inside };
    let cursor = match dialog.choice() {
        Some(ExportChoice::File(_)) if line.height > 0 => draw_prompt(painter, &dialog.line, line),
        Some(ExportChoice::File(_) | ExportChoice::Clipboard(_)) | None => None,
    };
    for (y, text) in (line.y + 2..inside.bottom()).zip(summary) {
        painter.write(inside, y, &text, theme.dim);
    }
    cursor
}

fn draw_list(painter: &mut Painter<'_>, dialog: &ExportDialog, area: Rect) {
    let (theme, lang) = (painter.theme, painter.lang());
    let choices: Vec<ExportChoice> = ExportChoice::all().collect();
    let names = choices.iter().map(|&choice| width(&name(lang, choice))).max().unwrap_or_default() + 2;
    for visible in visible_rows(choices.len(), area.height, dialog.chosen, |_| 1) {
        let (y, choice) = (area.y + visible.top, choices[visible.row]);
        let about = match choice {
            ExportChoice::File(format) => lang.document(format.name),
            ExportChoice::Clipboard(_) => lang.clipboard_about(),
        };
        let spans = [span(fill(&name(lang, choice), names), theme.key), span(about, theme.plain)];
        painter.write_spans(area, y, &spans);
        let target = PointerTarget::Dialog(DialogTarget::Row(visible.row));
        painter.canvas.set_target(Rect { y, height: 1, ..area }, target);
        if visible.row == dialog.chosen {
            painter.restyle(area, y, theme.selected);
        }
    }
}

fn name(lang: &Lang, choice: ExportChoice) -> String {
    match choice {
        ExportChoice::File(format) => format.name.to_owned(),
        ExportChoice::Clipboard(_) => lang.clipboard(),
    }
}

/// Returns the size of the document and what the format leaves out.
fn summary(painter: &Painter<'_>, dialog: &ExportDialog) -> String {
    let lang = painter.lang();
    let count = painter.state.map().len();
    match dialog.estimates.get(dialog.chosen).and_then(Option::as_ref) {
        None => sentence(lang.touchpoints(count), &[]),
        Some(estimate) if estimate.omissions.is_empty() => {
            sentence(lang.export_size(count, estimate.bytes), &[lang.export_complete()])
        }
        Some(estimate) => sentence(lang.export_size(count, estimate.bytes), &estimate.omissions),
    }
}
