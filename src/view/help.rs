//! The help: the keys of a context, filtered as one types.

use ratatui::layout::{Position, Rect};

use super::canvas::Canvas;
use super::layout::Arrangement;
use super::line::draw_line;
use super::pen::{frame, middle, paint, piece, put, put_pieces};
use super::scroll::seen;
use super::theme::Theme;
use crate::app::State;
use crate::app::availability::refusal;
use crate::app::help::Help;
use crate::app::keymap::Binding;
use crate::app::pointer::Spot;
use crate::map::width::fill;

/// Cells for the keys of a binding.
const KEYS: usize = 16;

/// Draws the help over the board; gives where the cursor belongs.
pub fn draw(
    state: &State,
    help: &Help,
    theme: &Theme,
    arrangement: &Arrangement,
    buf: &mut Canvas<'_>,
) -> Option<Position> {
    let lang = &state.lang;
    let area = arrangement.title.union(arrangement.status);
    let title = format!("{} · {}", lang.action("help"), lang.context(help.context.key()));
    let inside = frame(buf, middle(area, area.width.min(86), area.height), &title, theme.strong);
    let cursor = draw_line(&help.filter, theme, Rect { height: 1, ..inside }, buf);
    let list = Rect { y: inside.y + 2, height: inside.height.saturating_sub(2), ..inside };
    let listed = help.listed(lang, &state.keys);
    if listed.is_empty() {
        put_pieces(buf, list, list.y, &[piece(lang.nothing_listed(), theme.dim)]);
    }
    let lines = seen(listed.len(), list.height, help.chosen, |_| 1);
    let above = lines.first().map_or(0, |line| line.row);
    let below = lines.last().map_or(0, |line| listed.len() - line.row - 1);
    let more = [(above, lang.more_above(above)), (below, lang.more_below(below))];
    let more = more.into_iter().filter(|(count, _)| *count > 0).map(|(_, text)| format!(" {text} "));
    let edge = Rect { height: inside.height + 1, ..inside };
    put(buf, edge, edge.bottom() - 1, &more.collect::<String>(), theme.strong);
    for line in lines {
        let binding = listed[line.row];
        let y = list.y + line.top;
        let possible = refusal(state, binding.action).is_none();
        let (key_style, style) = if possible { (theme.key, theme.plain) } else { (theme.dim, theme.dim) };
        let about = lang.action_about(binding.action.key());
        put_pieces(buf, list, y, &[piece(fill(&keys(state, binding), KEYS), key_style), piece(about, style)]);
        buf.mark(Rect { y, height: 1, ..list }, Spot::Row(line.row));
        if line.row == help.chosen {
            paint(buf, list, y, theme.selected);
        }
    }
    cursor
}

/// The keys of a binding, as written on the keyboard.
pub fn keys(state: &State, binding: &Binding) -> String {
    binding.keys.iter().map(|&key| state.lang.key(key)).collect::<Vec<_>>().join("  ")
}
