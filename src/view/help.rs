//! The help: the keys of a context, filtered as one types.

use ratatui::layout::{Position, Rect};

use super::canvas::Canvas;
use super::card::evidence_look;
use super::layout::Arrangement;
use super::line::draw_line;
use super::pen::{Piece, frame, middle, paint, piece, pieces_width, put, put_pieces};
use super::scroll::{put_beyond, seen};
use super::theme::{Theme, intent_sign, kind_sign};
use crate::app::input::availability::refusal;
use crate::app::model::dialog::help::Help;
use crate::app::model::keymap::Binding;
use crate::app::model::pointer::{DialogTarget, PointerTarget};
use crate::app::model::state::State;
use crate::map::width::{width, wrap};
use crate::map::{Evidence, Intent, Kind};

/// The lines of the list that the signs leave it at least.
const LISTED: u16 = 8;

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
    let title = format!("{} · {}", lang.action("help"), lang.context(help.context.name()));
    let inside = frame(buf, middle(area, area.width.min(86), area.height), &title, theme.strong);
    let cursor = draw_line(&help.filter, theme, Rect { height: 1, ..inside }, buf);
    let signs =
        if help.context.is_on_board() && help.filter.text().is_empty() { signs(state, theme) } else { Vec::new() };
    let signs = rows(signs, usize::from(inside.width));
    let below = if signs.len() as u16 + 3 + LISTED <= inside.height { signs.len() as u16 + 1 } else { 0 };
    let list = Rect { y: inside.y + 2, height: inside.height.saturating_sub(2 + below), ..inside };
    for (y, row) in (list.bottom() + 1..inside.bottom()).zip(&signs) {
        put_pieces(buf, inside, y, row);
    }
    let listed = help.listed(lang, &state.keys);
    if listed.is_empty() {
        put_pieces(buf, list, list.y, &[piece(lang.help_no_match(), theme.dim)]);
    }
    let widest = listed.iter().map(|binding| width(&keys(state, binding))).max().unwrap_or_default();
    let column = widest.min(usize::from(list.width) * 2 / 5) + 2;
    let room = usize::from(list.width).saturating_sub(column);
    let about = |row: usize| lang.action_about(listed[row].action.name());
    let height = |row: usize| {
        let lines = wrap(&about(row), room, 4).len().max(key_lines(state, listed[row], column - 2).len());
        lines.max(1) as u16
    };
    let lines = seen(listed.len(), list.height, help.chosen, height);
    put_beyond(lang, theme, inside, &lines, listed.len(), buf);
    buf.viewport.dialog = lines.len();
    for line in lines {
        let binding = listed[line.row];
        let area = Rect { y: list.y + line.top, height: line.height.min(list.height - line.top), ..list };
        let possible = refusal(state, binding.action).is_none();
        let (key_style, style) = if possible { (theme.key, theme.plain) } else { (theme.dim, theme.dim) };
        buf.mark(area, PointerTarget::Dialog(DialogTarget::Row(line.row)));
        for (y, text) in (area.y..area.bottom()).zip(key_lines(state, binding, column - 2)) {
            put(buf, area, y, &text, key_style);
        }
        let said = about(line.row);
        let behind = Rect { x: area.x + column as u16, width: room as u16, ..area };
        for (y, range) in (area.y..area.bottom()).zip(wrap(&said, room, usize::from(area.height))) {
            put(buf, behind, y, &said[range], style);
        }
        for y in area.y..area.bottom() {
            if line.row == help.chosen {
                paint(buf, area, y, theme.selected);
            }
        }
    }
    cursor
}

/// The keys of a binding, as written on the keyboard.
pub fn keys(state: &State, binding: &Binding) -> String {
    binding.keys.iter().map(|&key| state.lang.key(key)).collect::<Vec<_>>().join("  ")
}

/// The keys of a binding in as many lines as they need; none is broken.
fn key_lines(state: &State, binding: &Binding, cells: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for key in binding.keys.iter().map(|&key| state.lang.key(key)) {
        match lines.last_mut() {
            Some(line) if width(line) + 2 + width(&key) <= cells => *line = format!("{line}  {key}"),
            Some(_) | None => lines.push(key),
        }
    }
    lines
}

/// What the signs of cards and of the funnel mean.
fn signs(state: &State, theme: &Theme) -> Vec<[Piece<'static>; 2]> {
    let lang = &state.lang;
    let kinds = Kind::ALL.map(|kind| (kind_sign(Some(kind)), lang.kind(kind).to_owned(), theme.kind(Some(kind))));
    let intents = Intent::ALL
        .map(|intent| (intent_sign(Some(intent)), lang.intent(intent).to_owned(), theme.intent(Some(intent))));
    let evidence = [Evidence::Assumed, Evidence::Measured].map(|evidence| {
        let (sign, style) = evidence_look(evidence, theme);
        (sign, lang.evidence(evidence), style)
    });
    let others = [
        ("·", lang.untagged().to_owned(), theme.dim),
        ("!", lang.critical().to_owned(), theme.critical),
        ("╰", lang.or().to_owned(), theme.dim),
        ("•", lang.field("votes"), theme.strong),
        ("▼", lang.biggest_loss(), theme.loss),
        ("◆", lang.best_lever(), theme.lever),
        ("▲", lang.more_than_before(), theme.fault),
    ];
    let all = kinds.into_iter().chain(intents).chain(evidence).chain(others);
    all.map(|(sign, said, style)| [piece(sign, style), piece(format!(" {said}   "), theme.plain)]).collect()
}

/// What stands together, row by row; none is broken.
pub fn rows(parts: Vec<[Piece<'static>; 2]>, cells: usize) -> Vec<Vec<Piece<'static>>> {
    let mut rows: Vec<Vec<Piece<'static>>> = Vec::new();
    for part in parts {
        match rows.last_mut() {
            Some(row) if pieces_width(row) + pieces_width(&part) <= cells + 3 => row.extend(part),
            Some(_) | None => rows.push(part.to_vec()),
        }
    }
    rows
}
