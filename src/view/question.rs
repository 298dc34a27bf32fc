//! A question in the middle of the screen, with what each answer does.

use ratatui::layout::{Position, Rect};

use super::canvas::Canvas;
use super::layout::Arrangement;
use super::pen::{frame, middle, piece, put, put_pieces};
use super::theme::Theme;
use crate::app::model::action::{Action, Reply};
use crate::app::model::context::Context;
use crate::app::model::dialog::question::Question;
use crate::app::model::pointer::PointerTarget;
use crate::app::model::state::State;
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
    let asked = question.asked(lang);
    let keyed = keyed(state, question);
    let column = keyed.iter().map(|(_, key, _)| width(key)).max().unwrap_or_default().max(4);

    let area = arrangement.title.union(arrangement.footer);
    let cells = area.width.saturating_sub(4).min(64);
    let room = usize::from(cells.saturating_sub(4));
    let beside_keys = room.saturating_sub(column + 2);
    let lines = wrap(&asked, room, 6);
    let told: usize = keyed.iter().map(|(_, _, words)| wrap(words, beside_keys, 3).len()).sum();
    let size = middle(area, cells, (lines.len() + told) as u16 + 3);
    let inside = frame(buf, size, &lang.context(Context::Question.name()), theme.strong);
    let mut y = inside.y;
    for range in lines {
        put(buf, inside, y, &asked[range], theme.strong);
        y += 1;
    }
    for (reply, key, words) in keyed {
        let mut key = format!("{:1$}{key}", "", column - width(&key));
        for range in wrap(&words, beside_keys, 3) {
            y += 1;
            buf.mark(Rect { y, height: 1, ..inside }, PointerTarget::Action(Action::Reply(reply)));
            let pieces = [piece(std::mem::take(&mut key), theme.key)];
            put_pieces(buf, inside, y, &pieces);
            let behind = column as u16 + 2;
            let beside = Rect { x: inside.x + behind, width: inside.width.saturating_sub(behind), ..inside };
            put(buf, beside, y, &words[range], theme.plain);
        }
    }
    None
}

/// The answers, each with its keys.
fn keyed(state: &State, question: &Question) -> Vec<(Reply, String, String)> {
    let answers = question.answers(&state.lang);
    // Where nothing is asked for a third answer, leaving the question is the first.
    let leaves = answers.iter().all(|(reply, _)| *reply != Reply::Leave);
    let key_of = |reply: Reply| {
        let action = Action::Reply(reply);
        if question.is_choice() && reply != Reply::Leave {
            // Behind the letter stands the number.
            state.keys.keys(Context::Question, action).last().map(|key| state.lang.key(key))
        } else {
            state.key_label_in(Context::Question, action)
        }
    };
    let keyed = answers.into_iter().map(|(reply, words)| {
        let keys = [Some(reply), (leaves && reply == Reply::Keep).then_some(Reply::Leave)];
        let keys: Vec<String> = keys.into_iter().flatten().filter_map(key_of).collect();
        (reply, keys.join("  "), words)
    });
    keyed.collect()
}
