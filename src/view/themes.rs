//! The list of themes, at the right end of the screen that shows the one that is chosen.

use ratatui::layout::{Position, Rect};

use super::canvas::Canvas;
use super::layout::Arrangement;
use super::pen::{Piece, frame, paint, piece, put_pieces};
use super::theme::{Theme, intent_sign, kind_sign};
use crate::app::model::pointer::{DialogTarget, PointerTarget};
use crate::app::model::state::State;
use crate::lang::Lang;
use crate::map::width::fill;
use crate::map::{Intent, Kind};
use crate::store::config::ThemeName;

/// Draws the list, and below it the signs in the looks that they have.
pub fn draw(state: &State, theme: &Theme, arrangement: &Arrangement, buf: &mut Canvas<'_>) -> Option<Position> {
    let body = arrangement.body;
    let (width, height) = (body.width.min(36), body.height.min(ThemeName::ALL.len() as u16 + 4));
    let area = Rect { x: body.right() - width, width, height, ..body };
    let inside = frame(buf, area, &state.lang.themes(), theme.strong);
    for (row, (name, y)) in ThemeName::ALL.into_iter().zip(inside.y..inside.bottom()).enumerate() {
        let here = name == state.settings.theme;
        let sign = if here { "▸ " } else { "  " };
        let text = fill(&format!("{sign}{}", said(&state.lang, name)), usize::from(inside.width));
        put_pieces(buf, inside, y, &[piece(text, theme.plain)]);
        buf.mark(Rect { y, height: 1, ..inside }, PointerTarget::Dialog(DialogTarget::Row(row)));
        if here {
            paint(buf, inside, y, theme.selected);
        }
    }
    put_pieces(buf, inside, inside.y + ThemeName::ALL.len() as u16 + 1, &looks(theme));
    None
}

/// What a theme is called.
fn said(lang: &Lang, name: ThemeName) -> String {
    match name {
        ThemeName::Terminal => lang.theme_terminal(),
        ThemeName::Light => lang.theme_light(),
        ThemeName::Dark => lang.theme_dark(),
        ThemeName::HighContrast => lang.theme_high_contrast(),
        ThemeName::None => lang.theme_none(),
    }
}

/// Signs of cards and of the funnel.
fn looks(theme: &Theme) -> Vec<Piece<'static>> {
    let mut looks = Vec::new();
    looks.extend(Kind::ALL.map(|kind| piece(format!("{} ", kind_sign(Some(kind))), theme.kind(Some(kind)))));
    looks
        .extend(Intent::ALL.map(|intent| piece(format!("{} ", intent_sign(Some(intent))), theme.intent(Some(intent)))));
    let others = [
        ("! ", theme.critical),
        (":) ", theme.good),
        (":( ", theme.bad),
        ("▼ ", theme.loss),
        ("◆ ", theme.lever),
        ("▲", theme.fault),
        (" ", theme.plain),
        ("██", theme.bar),
        ("██", theme.bar_here),
    ];
    looks.extend(others.map(|(sign, style)| piece(sign, style)));
    looks
}
