//! The offer to recover unsaved changes from a journal: whose they are, and what they change.
//!
//! ```text
//! ╭ unsaved changes ─────────────────────────────────╮
//! │ "Buying a ticket" has 2 unsaved changes by ana,  │
//! │ from 5 minutes ago.                              │
//! │                                                  │
//! │ + Compares prices                                │
//! │ − Asks friends                                   │
//! │                                                  │
//! │ Enter recover    x discard    Esc later          │
//! ╰──────────────────────────────────────────────── ↓ ╯
//! ```

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Span;

use super::painter::{Painter, centered, span};
use super::theme::Theme;
use crate::app::faults::sentences::owner;
use crate::app::model::action::{Action, Reply};
use crate::app::model::context::Context;
use crate::app::model::dialog::recovery::Recovery;
use crate::app::model::file_name::shown;
use crate::app::model::pointer::{DialogTarget, PointerTarget};
use crate::map::Difference;
use crate::map::width::wrap;
use crate::store::disk::journal::JournalOrigin;

/// The maximum number of lines of a sentence or a difference.
const SENTENCE_LINES: usize = 4;
/// The lines of the dialog besides the sentences and the differences.
const OTHER_LINES: usize = 5;

/// Draws the offer. It has no cursor.
pub fn draw(painter: &mut Painter<'_>, recovery: &Recovery, area: Rect) -> Option<Position> {
    let (theme, lang) = (painter.theme, painter.lang());
    let cells = area.width.min(90);
    let width = usize::from(cells.saturating_sub(4));
    let sentences: Vec<String> = sentences(painter, recovery).iter().flat_map(|text| wrapped(text, width)).collect();
    let space = usize::from(area.height).saturating_sub(sentences.len() + OTHER_LINES);
    let from = |top: usize| -> Vec<(String, Style)> {
        let lines = recovery.differences.iter().skip(top).flat_map(|difference| {
            let style = style(difference, theme);
            wrapped(&lang.difference(difference), width).into_iter().map(move |line| (line, style))
        });
        lines.take(space + 1).collect()
    };
    // The list only scrolls if not all differences fit.
    let all = from(0);
    let top = if all.len() > space { recovery.top } else { 0 };
    let differences = if top == 0 { all } else { from(top) };
    let lines = sentences.len() + differences.len().min(space) + OTHER_LINES;
    let area = centered(area, cells, u16::try_from(lines).unwrap_or(u16::MAX));
    let inside = painter.frame(area, &lang.recovery(), theme.strong);
    for (y, line) in (inside.y..inside.bottom()).zip(&sentences) {
        painter.write(inside, y, line, theme.strong);
    }
    let last = inside.bottom().saturating_sub(1);
    let first = inside.y.saturating_add(u16::try_from(sentences.len() + 1).unwrap_or(u16::MAX));
    for (y, (line, style)) in (first..last.saturating_sub(1)).zip(&differences) {
        painter.write(inside, y, line, *style);
    }
    painter.write_targets(inside, last, answers(painter));
    let hidden = [(top > 0, lang.more_above(top)), (differences.len() > space, "↓".to_owned())];
    let hidden = hidden.into_iter().filter(|(is_hidden, _)| *is_hidden).map(|(_, text)| format!(" {text} "));
    let edge = Rect { height: inside.height + 1, ..inside };
    painter.write(edge, edge.bottom() - 1, &hidden.collect::<String>(), theme.strong);
    None
}

/// Returns a sentence about the changes, and warnings about the file they belong to.
fn sentences(painter: &Painter<'_>, recovery: &Recovery) -> Vec<String> {
    let (lang, record) = (painter.lang(), &recovery.journal.record);
    let (title, count) = (&record.map.header().title, recovery.differences.len());
    let mut sentences = vec![lang.recovery_changes(title, &owner(lang, &record.owner), recovery.journal.age, count)];
    let file = record.file.as_deref().map(shown).unwrap_or_else(|| lang.untitled());
    sentences.extend(match recovery.journal.origin {
        JournalOrigin::SameFile => None,
        JournalOrigin::MovedFile => Some(lang.recovery_moved_file(&file)),
        JournalOrigin::GoneFile => Some(lang.recovery_gone_file(&file)),
        JournalOrigin::OtherFile => Some(lang.recovery_other_file(&file)),
    });
    if recovery.is_stale {
        sentences.push(lang.recovery_file_changed());
    }
    sentences.push(lang.recovery_list());
    sentences
}

fn wrapped(text: &str, width: usize) -> Vec<String> {
    wrap(text, width, SENTENCE_LINES).into_iter().map(|range| text[range].to_owned()).collect()
}

fn style(difference: &Difference, theme: &Theme) -> Style {
    match difference {
        Difference::Added { .. } => theme.good,
        Difference::Removed { .. } => theme.bad,
        Difference::Header { .. } | Difference::Changed { .. } | Difference::Moved { .. } => theme.plain,
    }
}

/// Returns the answers with their keys, for one line.
fn answers(painter: &Painter<'_>) -> Vec<(Span<'static>, PointerTarget)> {
    let (state, theme, lang) = (painter.state, painter.theme, painter.lang());
    let answers = [
        (Reply::Keep, lang.answer_recover()),
        (Reply::Discard, lang.answer_discard_recovery()),
        (Reply::Leave, lang.answer_later()),
    ];
    let spans = answers.into_iter().flat_map(|(reply, words)| {
        let key = state.key_label_in(Context::Recovery, Action::Reply(reply)).unwrap_or_default();
        let target = PointerTarget::Action(Action::Reply(reply));
        let gap = (span("    ", theme.plain), PointerTarget::Dialog(DialogTarget::Empty));
        [(span(key, theme.key), target), (span(format!(" {words}"), theme.plain), target), gap]
    });
    spans.collect()
}
