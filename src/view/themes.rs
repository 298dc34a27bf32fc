//! The list of themes, at the right of the screen, which is drawn in the selected one.

use ratatui::layout::{Position, Rect};
use ratatui::text::Span;

use super::painter::{Painter, span};
use super::theme::{Theme, intent_symbol, kind_symbol};
use crate::app::model::pointer::{DialogTarget, PointerTarget};
use crate::lang::Lang;
use crate::map::width::fill;
use crate::map::{Intent, Kind};
use crate::store::config::ThemeName;

/// Draws the list, and symbols in the styles of the theme below it. It has no cursor.
pub fn draw(painter: &mut Painter<'_>, area: Rect) -> Option<Position> {
    let (theme, lang) = (painter.theme, painter.lang());
    let (width, height) = (area.width.min(36), area.height.min(ThemeName::ALL.len() as u16 + 4));
    let area = Rect { x: area.right() - width, width, height, ..area };
    let inside = painter.frame(area, &lang.themes(), theme.strong);
    for (row, (name, y)) in ThemeName::ALL.into_iter().zip(inside.y..inside.bottom()).enumerate() {
        let is_selected = name == painter.state.settings.theme;
        let mark = if is_selected { "▸ " } else { "  " };
        let text = fill(&format!("{mark}{}", theme_name(lang, name)), usize::from(inside.width));
        painter.write_spans(inside, y, &[span(text, theme.plain)]);
        painter.canvas.set_target(Rect { y, height: 1, ..inside }, PointerTarget::Dialog(DialogTarget::Row(row)));
        if is_selected {
            painter.restyle(inside, y, theme.selected);
        }
    }
    painter.write_spans(inside, inside.y + ThemeName::ALL.len() as u16 + 1, &sample(theme));
    None
}

fn theme_name(lang: &Lang, name: ThemeName) -> String {
    match name {
        ThemeName::Terminal => lang.theme_terminal(),
        ThemeName::Light => lang.theme_light(),
        ThemeName::Dark => lang.theme_dark(),
        ThemeName::HighContrast => lang.theme_high_contrast(),
        ThemeName::None => lang.theme_none(),
    }
}

/// Returns symbols of cards and of the funnel in their styles.
fn sample(theme: &Theme) -> Vec<Span<'static>> {
    let mut sample = Vec::new();
    sample.extend(Kind::ALL.map(|kind| span(format!("{} ", kind_symbol(Some(kind))), theme.kind(Some(kind)))));
    sample.extend(
        Intent::ALL.map(|intent| span(format!("{} ", intent_symbol(Some(intent))), theme.intent(Some(intent)))),
    );
    let others = [
        ("! ", theme.critical),
        (":) ", theme.good),
        (":( ", theme.bad),
        ("▼ ", theme.loss),
        ("◆ ", theme.lever),
        ("▲", theme.warning),
        (" ", theme.plain),
        ("██", theme.bar),
        ("██", theme.bar_selected),
    ];
    sample.extend(others.map(|(symbol, style)| span(symbol, style)));
    sample
}
