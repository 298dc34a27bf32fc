//! Unsaved changes that were left behind: whose they are, and what taking them would change.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::canvas::Canvas;
use super::layout::Arrangement;
use super::pen::{Piece, frame, middle, piece, put, put_targets};
use super::theme::Theme;
use crate::app::faults::telling::owner;
use crate::app::model::action::{Action, Reply};
use crate::app::model::context::Context;
use crate::app::model::dialog::recovery::Recovery;
use crate::app::model::file_name::shown;
use crate::app::model::pointer::{DialogTarget, PointerTarget};
use crate::app::model::state::State;
use crate::map::Difference;
use crate::map::width::wrap;

/// The most lines for one difference.
const LINES: usize = 4;

/// Draws the offer over the board.
pub fn draw(
    state: &State,
    recovery: &Recovery,
    theme: &Theme,
    arrangement: &Arrangement,
    buf: &mut Canvas<'_>,
) -> Option<Position> {
    let lang = &state.lang;
    let area = arrangement.title.union(arrangement.footer);
    let cells = area.width.min(90);
    let width = usize::from(cells.saturating_sub(4));
    let head: Vec<String> = told(state, recovery).iter().flat_map(|text| lines(text, width)).collect();
    let room = usize::from(area.height).saturating_sub(head.len() + 5);
    let from = |top: usize| -> Vec<(String, Style)> {
        let listed = recovery.differences.iter().skip(top).flat_map(|difference| {
            let style = style(difference, theme);
            lines(&lang.difference(difference), width).into_iter().map(move |line| (line, style))
        });
        listed.take(room + 1).collect()
    };
    // Where everything has room there is nothing to scroll.
    let all = from(0);
    let top = if all.len() > room { recovery.top } else { 0 };
    let listed = if top == 0 { all } else { from(top) };
    let height = u16::try_from(head.len() + listed.len().min(room) + 5).unwrap_or(u16::MAX);
    let inside = frame(buf, middle(area, cells, height), &lang.recovery(), theme.strong);
    for (y, line) in (inside.y..inside.bottom()).zip(&head) {
        put(buf, inside, y, line, theme.strong);
    }
    let bottom = inside.bottom().saturating_sub(1);
    let first = inside.y.saturating_add(u16::try_from(head.len() + 1).unwrap_or(u16::MAX));
    for (y, (line, style)) in (first..bottom.saturating_sub(1)).zip(&listed) {
        put(buf, inside, y, line, *style);
    }
    put_targets(buf, inside, bottom, answers(state, theme));
    let more_below = listed.len() > room;
    let more = [(top > 0, lang.more_above(top)), (more_below, "↓".to_owned())];
    let more = more.into_iter().filter(|(is_more, _)| *is_more).map(|(_, text)| format!(" {text} "));
    let edge = Rect { height: inside.height + 1, ..inside };
    put(buf, edge, edge.bottom() - 1, &more.collect::<String>(), theme.strong);
    None
}

/// Whose the changes are, and what else is to be known before they are taken.
fn told(state: &State, recovery: &Recovery) -> Vec<String> {
    let (lang, record) = (&state.lang, &recovery.left.record);
    let (title, count) = (&record.map.header().title, recovery.differences.len());
    let mut told = vec![lang.recovery_changes(title, &owner(lang, &record.owner), recovery.left.age, count)];
    if recovery.left.of_other_file {
        let file = record.file.as_deref().map(shown).unwrap_or_else(|| lang.untitled());
        told.push(lang.recovery_other_file(&file));
    }
    if recovery.is_stale {
        told.push(lang.recovery_file_changed());
    }
    told
}

fn lines(text: &str, width: usize) -> Vec<String> {
    wrap(text, width, LINES).into_iter().map(|range| text[range].to_owned()).collect()
}

fn style(difference: &Difference, theme: &Theme) -> Style {
    match difference {
        Difference::Added { .. } => theme.good,
        Difference::Removed { .. } => theme.bad,
        Difference::Header { .. } | Difference::Changed { .. } | Difference::Moved { .. } => theme.plain,
    }
}

/// The answers with their keys, on one line.
fn answers(state: &State, theme: &Theme) -> Vec<(Piece<'static>, PointerTarget)> {
    let lang = &state.lang;
    let answers = [
        (Reply::Keep, lang.answer_recover()),
        (Reply::Discard, lang.answer_discard_recovery()),
        (Reply::Leave, lang.answer_later()),
    ];
    let pieces = answers.into_iter().flat_map(|(reply, words)| {
        let key = state.key_label_in(Context::Recovery, Action::Reply(reply)).unwrap_or_default();
        let answer = PointerTarget::Action(Action::Reply(reply));
        let words = piece(format!(" {words}"), theme.plain);
        [
            (piece(key, theme.key), answer),
            (words, answer),
            (piece("    ", theme.plain), PointerTarget::Dialog(DialogTarget::Empty)),
        ]
    });
    pieces.collect()
}
