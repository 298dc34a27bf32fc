//! A question in the middle of the screen, with what each answer does.

use ratatui::layout::{Position, Rect};

use super::canvas::Canvas;
use super::layout::Arrangement;
use super::pen::{frame, middle, piece, put, put_pieces};
use super::theme::Theme;
use crate::app::State;
use crate::app::action::{Action, Reply};
use crate::app::export::Destination;
use crate::app::file::shown;
use crate::app::keymap::Context;
use crate::app::leave::Then;
use crate::app::pointer::Spot;
use crate::app::question::Question;
use crate::map::width::{width, wrap};

/// Draws the question and its answers.
pub fn draw(
    state: &State,
    question: &Question,
    theme: &Theme,
    arrangement: &Arrangement,
    buf: &mut Canvas<'_>,
) -> Option<Position> {
    let lang = &state.lang;
    let asked = match question {
        Question::UnsavedMap { .. } => lang.ask_unsaved_map(),
        Question::UnsavedForm => lang.ask_unsaved_form(),
        Question::UnsavedLine => lang.ask_unsaved_line(),
        Question::Overwrite { path } => lang.ask_overwrite(&shown(path)),
        Question::OverwriteExport(job) => match &job.to {
            Destination::File { path, .. } => lang.ask_overwrite(&shown(path)),
            Destination::Scales | Destination::Clipboard => lang.export_title(),
        },
        Question::ChangedOutside { path } => lang.ask_changed_outside(&shown(path)),
        Question::NotSaved { why } => lang.ask_not_saved(why),
        Question::Gone { path } => lang.ask_gone(&shown(path)),
        Question::InUse { other } => lang.ask_in_use(&other.user, &other.host),
        Question::Conflict(conflict) => lang.conflict(conflict),
        Question::DiscardLeft => lang.ask_discard_left(),
    };
    let (keep, discard) = match question {
        Question::UnsavedMap { then: Then::Quit } => (lang.answer_save(), lang.answer_leave()),
        Question::UnsavedMap { then: Then::NewMap | Then::Tour | Then::Open(_) } => {
            (lang.answer_save_first(), lang.answer_go_on())
        }
        Question::UnsavedForm => (lang.answer_take(), lang.answer_discard()),
        Question::UnsavedLine => (lang.answer_take(), lang.answer_discard()),
        Question::Overwrite { .. } | Question::ChangedOutside { .. } => {
            (lang.answer_other_file(), lang.answer_overwrite())
        }
        Question::OverwriteExport(_) => (lang.answer_other_export(), lang.answer_overwrite()),
        Question::NotSaved { .. } => (lang.answer_other_file(), lang.answer_again()),
        Question::Gone { .. } => (lang.answer_other_file(), lang.answer_write_anew()),
        Question::InUse { .. } => (lang.answer_look(), lang.answer_share()),
        Question::Conflict(conflict) => {
            (lang.answer_ours(&lang.conflict_ours(conflict)), lang.answer_theirs(&lang.conflict_theirs(conflict)))
        }
        Question::DiscardLeft => (lang.answer_keep_left(), lang.answer_throw_away()),
    };
    let mut answers = vec![(Reply::Keep, keep), (Reply::Discard, discard)];
    match question {
        Question::Conflict(_) => answers.push((Reply::Leave, lang.answer_undecided())),
        Question::InUse { .. } | Question::DiscardLeft => {}
        Question::UnsavedMap { .. }
        | Question::UnsavedForm
        | Question::UnsavedLine
        | Question::Overwrite { .. }
        | Question::OverwriteExport(_)
        | Question::ChangedOutside { .. }
        | Question::Gone { .. }
        | Question::NotSaved { .. } => answers.push((Reply::Leave, lang.answer_back())),
    }
    // Where nothing is asked for a third answer, leaving the question is the first.
    let leaves = answers.iter().all(|(reply, _)| *reply != Reply::Leave);
    let key_of = |reply: Reply| {
        let mut keys = state.keys.keys(Context::Question, Action::Reply(reply));
        let numbered = question.is_choice() && reply != Reply::Leave;
        let key = if numbered { keys.last() } else { keys.next() };
        key.map(|key| lang.key(key)).unwrap_or_default()
    };
    let keyed = answers.into_iter().map(|(reply, words)| {
        let also = if leaves && reply == Reply::Keep { format!("  {}", key_of(Reply::Leave)) } else { String::new() };
        (reply, key_of(reply) + &also, words)
    });
    let keyed: Vec<(Reply, String, String)> = keyed.collect();
    let column = keyed.iter().map(|(_, key, _)| width(key)).max().unwrap_or_default().max(4);

    let area = arrangement.title.union(arrangement.footer);
    let cells = area.width.saturating_sub(4).min(64);
    let room = usize::from(cells.saturating_sub(4));
    let beside_keys = room.saturating_sub(column + 2);
    let lines = wrap(&asked, room, 6);
    let told: usize = keyed.iter().map(|(_, _, words)| wrap(words, beside_keys, 3).len()).sum();
    let size = middle(area, cells, (lines.len() + told) as u16 + 3);
    let inside = frame(buf, size, &lang.context(Context::Question.key()), theme.strong);
    let mut y = inside.y;
    for range in lines {
        put(buf, inside, y, &asked[range], theme.strong);
        y += 1;
    }
    for (reply, key, words) in keyed {
        let mut key = format!("{:1$}{key}", "", column - width(&key));
        for range in wrap(&words, beside_keys, 3) {
            y += 1;
            buf.mark(Rect { y, height: 1, ..inside }, Spot::Hint(Action::Reply(reply)));
            let pieces = [piece(std::mem::take(&mut key), theme.key)];
            put_pieces(buf, inside, y, &pieces);
            let behind = column as u16 + 2;
            let beside = Rect { x: inside.x + behind, width: inside.width.saturating_sub(behind), ..inside };
            put(buf, beside, y, &words[range], theme.plain);
        }
    }
    None
}
