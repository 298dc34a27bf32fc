//! The dialog that writes the map as a document.
//!
//! ```text
//! ┌ Export the map ────────────────────────────────┐
//! │ html      a page to read and to print          │
//! │ svg       a poster for slides                  │
//! │ clipboard as Markdown, to be pasted elsewhere  │
//! │                                                │
//! │ > travel.html                                  │
//! │                                                │
//! │ 16 touchpoints, 48 kB; nothing is left out.    │
//! └────────────────────────────────────────────────┘
//! ```

use ratatui::layout::{Position, Rect};

use super::canvas::Canvas;
use super::layout::Arrangement;
use super::line::draw_line;
use super::pen::{frame, middle, paint, piece, put, put_pieces};
use super::scroll::seen;
use super::theme::Theme;
use crate::app::dialogs::export::sentence;
use crate::app::model::dialog::export::{Choice, ExportDialog};
use crate::app::model::pointer::{DialogTarget, PointerTarget};
use crate::app::model::state::State;
use crate::lang::Lang;
use crate::map::width::{cut, fill, width, wrap};

/// The most lines of what is told of a document.
const TOLD: usize = 4;
/// The lines besides the list and what is told: the file, and blank lines round it.
const BETWEEN: u16 = 3;

/// Draws the dialog over the board; gives where the cursor belongs.
pub fn draw(
    state: &State,
    dispatch: &ExportDialog,
    theme: &Theme,
    arrangement: &Arrangement,
    buf: &mut Canvas<'_>,
) -> Option<Position> {
    let lang = &state.lang;
    let area = arrangement.title.union(arrangement.body);
    let cells = area.width.min(78);
    let room = usize::from(cells.saturating_sub(4));
    let told = told(state, dispatch);
    let told: Vec<_> = wrap(&told, room, TOLD).into_iter().map(|range| cut(&told[range], room).into_owned()).collect();
    let choices: Vec<Choice> = Choice::all().collect();
    let height = (choices.len() + TOLD) as u16 + BETWEEN + 2;
    let inside = frame(buf, middle(area, cells, height.min(area.height)), &lang.export_title(), theme.strong);

    let rows = inside.height.saturating_sub(BETWEEN + told.len() as u16).max(1);
    let list = Rect { height: rows.min(choices.len() as u16), ..inside };
    let names = choices.iter().map(|&choice| width(&name(lang, choice))).max().unwrap_or_default() + 2;
    for line in seen(choices.len(), list.height, dispatch.picked, |_| 1) {
        let (y, choice) = (list.y + line.top, choices[line.row]);
        let about = match choice {
            Choice::File(format) => lang.document(format.name),
            Choice::Clipboard(_) => lang.clipboard_about(),
        };
        let pieces = [piece(fill(&name(lang, choice), names), theme.key), piece(about, theme.plain)];
        put_pieces(buf, list, y, &pieces);
        buf.mark(Rect { y, height: 1, ..list }, PointerTarget::Dialog(DialogTarget::Row(line.row)));
        if line.row == dispatch.picked {
            paint(buf, list, y, theme.selected);
        }
    }
    let row = |y: u16| Rect { y, height: u16::from(y < inside.bottom()), ..inside };
    let line = row(list.bottom() + 1);
    let cursor = match dispatch.choice() {
        Some(Choice::File(_)) if line.height > 0 => draw_line(&dispatch.line, theme, line, buf),
        Some(Choice::File(_) | Choice::Clipboard(_)) | None => None,
    };
    for (y, text) in (line.y + 2..inside.bottom()).zip(told) {
        put(buf, inside, y, &text, theme.dim);
    }
    cursor
}

fn name(lang: &Lang, choice: Choice) -> String {
    match choice {
        Choice::File(format) => format.name.to_owned(),
        Choice::Clipboard(_) => lang.clipboard(),
    }
}

/// What is in the picked document, and what is not.
fn told(state: &State, dispatch: &ExportDialog) -> String {
    let lang = &state.lang;
    let count = state.map().len();
    match dispatch.weights.get(dispatch.picked).and_then(Option::as_ref) {
        None => sentence(lang.touchpoints(count), &[]),
        Some(weight) if weight.lost.is_empty() => {
            sentence(lang.export_size(count, weight.bytes), &[lang.export_complete()])
        }
        Some(weight) => sentence(lang.export_size(count, weight.bytes), &weight.lost),
    }
}
