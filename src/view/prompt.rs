//! A line that asks for one thing.

use ratatui::layout::{Position, Rect};

use super::canvas::Canvas;
use super::layout::Arrangement;
use super::line::draw_line;
use super::pen::{clear, paint, piece, put, put_both};
use super::theme::Theme;
use crate::app::model::action::Action;
use crate::app::model::action::Reply;
use crate::app::model::dialog::prompt::{Prompt, Wish};
use crate::app::model::pointer::{DialogTarget, PointerTarget};
use crate::app::model::state::State;
use crate::map::width::{cut, width, wrap};

/// Draws the line over the status lines; gives where the cursor belongs.
pub fn draw(
    state: &State,
    prompt: &Prompt,
    theme: &Theme,
    arrangement: &Arrangement,
    buf: &mut Canvas<'_>,
) -> Option<Position> {
    let lang = &state.lang;
    // A prompt on the start screen has only one status line; it takes the line above as well.
    let area = arrangement.status;
    let area = if area.height < 2 { Rect { y: area.y.saturating_sub(1), height: 2, ..area } } else { area };
    clear(buf, area);
    buf.mark(area, PointerTarget::Dialog(DialogTarget::Empty));
    paint(buf, area, area.y, theme.head);
    let asked = match &prompt.wish {
        Wish::Reach(ids) => match ids.as_slice() {
            [id] => {
                let name = state.map().touchpoint(*id).map(|each| each.name.to_string()).unwrap_or_default();
                let next = state.key_label(Action::Reply(Reply::Next));
                let words = width(&lang.ask_reach("", &next)) + 2;
                lang.ask_reach(&cut(&name, usize::from(area.width).saturating_sub(words)), &next)
            }
            several if prompt.keeps_several() => lang.ask_reach_of_differing(several.len()),
            several => lang.ask_reach_of_marked(several.len()),
        },
        Wish::Conversion => lang.ask_conversion(),
        Wish::Timer => lang.ask_countdown(),
        Wish::Search { .. } => lang.ask_search(),
        Wish::SaveAs => lang.ask_save_as(),
    };
    let fault = match &prompt.wish {
        Wish::Reach(_) => prompt.number().err().map(|fault| lang.number_fault(fault)),
        Wish::Conversion | Wish::Timer | Wish::Search { .. } | Wish::SaveAs => None,
    };
    put_both(buf, area, area.y, &[piece(format!(" {asked}"), theme.head)], &[]);
    let line = Rect { y: area.y + 1, height: 1, ..area };
    let cursor = draw_line(&prompt.line, theme, line, buf);
    if prompt.fresh {
        let typed = u16::try_from(width(prompt.line.text())).unwrap_or(u16::MAX);
        let x = line.x + 3;
        paint(buf, Rect { x, width: typed.min(line.right().saturating_sub(x + 1)), ..line }, line.y, theme.selected);
    }
    let several = if prompt.keeps_several() {
        Some(lang.several_values())
    } else {
        prompt.empties_all().then(|| lang.emptied_in_all())
    };
    if let Some(text) = several {
        let room = Rect { x: line.x + 4, width: line.width.saturating_sub(4), ..line };
        put(buf, room, line.y, &text, if prompt.empties_all() { theme.hit } else { theme.dim });
    }
    if let Some(text) = fault {
        let used = 5 + u16::try_from(width(prompt.line.text())).unwrap_or(u16::MAX - 5);
        if used < area.width {
            put(buf, Rect { x: area.x + used, width: area.width - used, ..area }, area.y + 1, &text, theme.hit);
        }
    } else if let Some(message) = &state.message {
        let room = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        for (y, range) in (area.y + 2..area.bottom()).zip(wrap(&message.text, usize::from(room.width), 2)) {
            put(buf, room, y, &message.text[range], theme.tone(message.tone));
        }
    }
    cursor
}
