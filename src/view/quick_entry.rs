//! The line of quick entry: what is typed, what it means so far, and how it could be completed.

use ratatui::layout::{Position, Rect};

use super::canvas::Canvas;
use super::layout::Arrangement;
use super::line::draw_line;
use super::pen::{Piece, clear, paint, piece, put, put_both, put_pieces, put_targets};
use super::theme::{Theme, intent_sign, kind_sign};
use crate::app::model::dialog::quick_entry::QuickEntry;
use crate::app::model::pointer::{DialogTarget, PointerTarget};
use crate::app::model::state::State;
use crate::map::width::{cut, width};

/// Draws the line over the status lines; gives where the cursor belongs.
pub fn draw(
    state: &State,
    line: &QuickEntry,
    theme: &Theme,
    arrangement: &Arrangement,
    buf: &mut Canvas<'_>,
) -> Option<Position> {
    let lang = &state.lang;
    let area = arrangement.status;
    clear(buf, area);
    buf.mark(area, PointerTarget::Dialog(DialogTarget::Empty));
    paint(buf, area, area.y, theme.head);
    let above = line.at.row.checked_sub(1).and_then(|row| state.map().phase(line.at.phase).get(row));
    let made = if line.made > 0 { format!("{} ", lang.entry_added(line.made)) } else { String::new() };
    let room = usize::from(area.width).saturating_sub(width(&made) + 18).max(20);
    let place = match above {
        Some(above) => lang.entry_below(&lang.phase(line.at.phase), &cut(&above.name, room)),
        None => lang.entry_first(&lang.phase(line.at.phase)),
    };
    put_both(buf, area, area.y, &[piece(format!(" {place}"), theme.head)], &[piece(made, theme.head)]);

    let cursor = draw_line(&line.line, theme, Rect { y: area.y + 1, height: 1, ..area }, buf);

    let row = Rect { x: area.x + 3, width: area.width.saturating_sub(4), ..area };
    if let Some(message) = &state.message {
        put(buf, row, area.y + 2, &message.text, theme.tone(message.tone));
        return cursor;
    }
    let completions = line.completions();
    if completions.is_empty() {
        put_pieces(buf, row, area.y + 2, &meaning(state, line, theme));
    }
    put_targets(buf, row, area.y + 2, choices(line, theme, &completions));
    cursor
}

/// What the line means so far, with what its channel suggests; the marks to use while it is empty.
fn meaning(state: &State, line: &QuickEntry, theme: &Theme) -> Vec<Piece<'static>> {
    let lang = &state.lang;
    if line.line.text().trim().is_empty() {
        return vec![piece(lang.entry_marks(), theme.dim)];
    }
    let entry = line.entry();
    let mut pieces = Vec::new();
    for word in entry.unrecognized() {
        pieces.push(piece(format!("{}  ", lang.entry_unknown_mark(word)), theme.hit));
    }
    if let Some(reach) = entry.reach {
        pieces.push(piece(format!("{} {}  ", lang.field("reach"), lang.number(u128::from(reach))), theme.strong));
    }
    if let Some(emotion) = entry.emotion {
        pieces.push(piece(format!("{} {}  ", emotion.face(), lang.emotion(emotion)), theme.plain));
    }
    if entry.critical {
        pieces.push(piece(format!("! {}  ", lang.critical()), theme.critical));
    }
    let (suggested_kind, suggested_intent) = entry.suggestion();
    if let Some(kind) = entry.kind.or(suggested_kind) {
        let text = format!("{} {}  ", kind_sign(Some(kind)), lang.kind(kind));
        pieces.push(piece(text, theme.kind(Some(kind))));
    }
    if let Some(intent) = entry.intent.or(suggested_intent) {
        let text = format!("{} {}  ", intent_sign(Some(intent)), lang.intent(intent));
        pieces.push(piece(text, theme.intent(Some(intent))));
    }
    if suggested_kind.is_some() || suggested_intent.is_some() {
        pieces.push(piece(format!("{}  ", lang.entry_suggested()), theme.dim));
    }
    if let Some(channel) = &entry.channel {
        pieces.push(piece(format!("@{channel}  "), theme.plain));
    }
    if pieces.is_empty() {
        pieces.push(piece(lang.entry_marks(), theme.dim));
    }
    pieces
}

fn choices(
    line: &QuickEntry,
    theme: &Theme,
    completions: &[(&'static str, &'static crate::map::channel::Channel)],
) -> Vec<(Piece<'static>, PointerTarget)> {
    let chosen = line.chosen.min(completions.len().saturating_sub(1));
    let shown = completions.iter().enumerate().skip(chosen.saturating_sub(2)).take(8);
    let choice = |(nth, (name, channel)): (usize, &(&str, &crate::map::channel::Channel))| {
        let style = if nth == chosen { theme.selected } else { theme.kind(Some(channel.kind)) };
        (
            piece(format!(" {} {name} ", kind_sign(Some(channel.kind))), style),
            PointerTarget::Dialog(DialogTarget::Row(nth)),
        )
    };
    shown.map(choice).collect()
}
