//! A question in the middle of the screen, with its answers.
//!
//! ```text
//! ╭ question ──────────────────────────────╮
//! │ Your map has unsaved changes.          │
//! │                                        │
//! │    s  save them                        │
//! │    d  discard them                     │
//! │  Esc  go back                          │
//! ╰────────────────────────────────────────╯
//! ```

use ratatui::layout::{Position, Rect};

use super::painter::{Painter, centered};
use crate::app::model::action::{Action, Reply};
use crate::app::model::context::Context;
use crate::app::model::dialog::question::Question;
use crate::app::model::pointer::PointerTarget;
use crate::app::model::state::State;
use crate::map::width::{width, wrap};

/// The maximum number of lines of the question.
const QUESTION_LINES: usize = 6;
/// The maximum number of lines of an answer.
const ANSWER_LINES: usize = 3;

/// An answer with its keys.
struct QuestionAnswer {
    reply: Reply,
    keys: String,
    words: String,
}

/// Draws the question and its answers. It has no cursor.
pub fn draw(painter: &mut Painter<'_>, question: &Question, area: Rect) -> Option<Position> {
    let (state, theme, lang) = (painter.state, painter.theme, painter.lang());
    let text = question.asked(lang);
    let answers = answers(state, question);
    let keys = answers.iter().map(|answer| width(&answer.keys)).max().unwrap_or_default().max(4);

    let cells = area.width.saturating_sub(4).min(64);
    let text_width = usize::from(cells.saturating_sub(4));
    let words_width = text_width.saturating_sub(keys + 2);
    let text_lines = wrap(&text, text_width, QUESTION_LINES).len();
    let answer_lines: usize = answers.iter().map(|answer| wrap(&answer.words, words_width, ANSWER_LINES).len()).sum();
    let area = centered(area, cells, (text_lines + answer_lines) as u16 + 3);
    let inside = painter.frame(area, &lang.context(Context::Question.name()), theme.strong);
    let below = Rect { width: text_width as u16, ..inside };
    let mut y = inside.y + painter.write_wrapped(below, &text, QUESTION_LINES, theme.strong);
    for QuestionAnswer { reply, keys: answer_keys, words } in answers {
        let mut answer_keys = format!("{:1$}{answer_keys}", "", keys - width(&answer_keys));
        for range in wrap(&words, words_width, ANSWER_LINES) {
            y += 1;
            let target = PointerTarget::Action(Action::Reply(reply));
            painter.canvas.set_target(Rect { y, height: 1, ..inside }, target);
            painter.write(inside, y, &std::mem::take(&mut answer_keys), theme.key);
            let left = keys as u16 + 2;
            let right = Rect { x: inside.x + left, width: inside.width.saturating_sub(left), ..inside };
            painter.write(right, y, &words[range], theme.plain);
        }
    }
    None
}

/// Returns the answers with their keys.
fn answers(state: &State, question: &Question) -> Vec<QuestionAnswer> {
    let with_keys = question.answers(&state.lang).into_iter().map(|(reply, words)| {
        let keys = state.answer_keys(question, reply).join("  ");
        QuestionAnswer { reply, keys, words }
    });
    with_keys.collect()
}
