//! A form: one routine draws every field of every form from its table.

use ratatui::layout::{Position, Rect};
use ratatui_textarea::TextArea;

use super::canvas::Canvas;
use super::layout::Arrangement;
use super::line::draw_text;
use super::pen::{clear, frame, piece, put, put_pieces, put_targets};
use super::scroll::seen;
use super::theme::Theme;
use crate::app::faults::telling::answer_fault;
use crate::app::model::dialog::answer::{Answer, AnswerFault, Options, PickOption};
use crate::app::model::dialog::form::{Form, Row, Subject};
use crate::app::model::line::LineInput;
use crate::app::model::pointer::{DialogTarget, PointerTarget};
use crate::app::model::state::State;
use crate::lang::Lang;
use crate::map::field::Group;
use crate::map::width::{fill, width};

/// Lines that notes are seen through while they are written.
const NOTES: u16 = 5;

/// A line or more of the form.
enum Part {
    Head(Group),
    Row(usize),
}

/// Draws the form over the columns; gives where the cursor belongs.
pub fn draw(
    state: &State,
    form: &Form,
    theme: &Theme,
    arrangement: &Arrangement,
    buf: &mut Canvas<'_>,
) -> Option<Position> {
    let lang = &state.lang;
    let title = match &form.subject {
        Subject::Touchpoints(touchpoints) => match touchpoints.as_slice() {
            [one] => one.name.to_string(),
            several => lang.form_of_several(several.len()),
        },
        Subject::Map(_) => lang.form_of_map(),
    };
    let inside = frame(buf, arrangement.stage, &title, theme.strong);
    let faults = form.faults();
    let fault = |row: usize| faults.iter().find(|(at, _)| *at == row).map(|&(_, fault)| fault);
    let parts = parts(form);
    let focus = parts.iter().position(|part| matches!(part, Part::Row(row) if *row == form.focus)).unwrap_or(0);
    let labels = form.rows.iter().map(|row| width(&lang.field(row.key))).max().unwrap_or(0) + 1;
    let height = |nth: usize| match parts[nth] {
        Part::Head(_) => 1,
        Part::Row(row) => lines(&form.rows[row], row == form.focus) + u16::from(fault(row).is_some()),
    };
    let places = seen(parts.len(), inside.height, focus, height);
    let fields = |parts: &[Part]| parts.iter().filter(|part| matches!(part, Part::Row(_))).count();
    let above = places.first().map_or(0, |place| fields(&parts[..place.row]));
    let below = places.last().map_or(0, |place| fields(&parts[place.row + 1..]));
    let edge = Rect { x: inside.x + 1, width: inside.width.saturating_sub(2), ..arrangement.stage };
    let more = [(above, lang.more_above(above)), (below, lang.more_below(below))];
    let more = more.into_iter().filter(|(count, _)| *count > 0).map(|(_, text)| format!(" {text} "));
    put(buf, edge, edge.bottom() - 1, &more.collect::<String>(), theme.strong);
    let mut cursor = None;
    for place in places {
        let y = inside.y + place.top;
        let area = Rect { y, height: place.height.min(inside.height - place.top), ..inside };
        match parts[place.row] {
            Part::Head(group) => {
                put(buf, area, y, &format!("{} ", lang.group(group.key())), theme.head);
            }
            Part::Row(row) => {
                let here = row == form.focus;
                buf.mark(area, PointerTarget::Dialog(DialogTarget::Field { row, line: 0, before: usize::MAX }));
                let at = draw_row(lang, (row, &form.rows[row]), here, fault(row), labels, theme, area, buf);
                cursor = cursor.or(at);
            }
        }
    }
    cursor
}

fn parts(form: &Form) -> Vec<Part> {
    let mut parts = Vec::with_capacity(form.rows.len() + 6);
    let mut last = None;
    for (nth, row) in form.rows.iter().enumerate() {
        if last != Some(row.group) {
            parts.push(Part::Head(row.group));
            last = Some(row.group);
        }
        parts.push(Part::Row(nth));
    }
    parts
}

fn lines(row: &Row, here: bool) -> u16 {
    match &row.answer {
        Answer::Line(_) | Answer::Choice { .. } => 1,
        Answer::Notes(_) if here => NOTES,
        Answer::Notes(area) => (area.lines().len() as u16).clamp(1, NOTES),
    }
}

#[expect(clippy::too_many_arguments, reason = "one routine draws every field; these are what it draws from")]
fn draw_row(
    lang: &Lang,
    (nth, row): (usize, &Row),
    here: bool,
    fault: Option<AnswerFault>,
    labels: usize,
    theme: &Theme,
    area: Rect,
    buf: &mut Canvas<'_>,
) -> Option<Position> {
    let mark = if row.is_changed() { piece("●", theme.hit) } else { piece(" ", theme.plain) };
    let label = fill(&lang.field(row.key), labels);
    let label_style = if here { theme.selected } else { theme.dim };
    let used = put_pieces(buf, area, area.y, &[piece(label, label_style), mark, piece(" ", theme.plain)]);
    let value = Rect { x: area.x + used, width: area.width - used, ..area };
    let value = if let Some(fault) = fault {
        let text = format!("^ {}", answer_fault(lang, fault));
        put(buf, value, area.bottom() - 1, &text, theme.loss);
        Rect { height: value.height - 1, ..value }
    } else {
        value
    };
    let is_choice = matches!(row.answer, Answer::Choice { .. });
    if row.keeps_several() && !(here && is_choice) {
        put(buf, value, value.y, &lang.several_values(), theme.dim);
        return here.then_some(Position { x: value.x, y: value.y });
    }
    if row.empties_all() && !(here && is_choice) {
        put(buf, value, value.y, &lang.emptied_in_all(), theme.hit);
        return here.then_some(Position { x: value.x, y: value.y });
    }
    match &row.answer {
        Answer::Line(line) if line.text().is_empty() && !here => None,
        Answer::Line(line) if line.text().is_empty() => {
            put(buf, value, value.y, &lang.field_about(row.key), theme.dim);
            Some(Position { x: value.x, y: value.y })
        }
        Answer::Line(line) if here => draw_text(
            line,
            if row.fresh { theme.selected } else { theme.strong },
            value,
            |before| target(nth, 0, before),
            buf,
        ),
        Answer::Line(line) => {
            draw_text(&LineInput::at(line.text(), 0), theme.plain, value, |before| target(nth, 0, before), buf);
            None
        }
        Answer::Choice { options, picked } => {
            let used = draw_options(lang, (nth, *options), *picked, here, theme, value, buf);
            let room = Rect { x: value.x + used, width: value.width - used, ..value };
            if row.keeps_several() {
                put(buf, room, room.y, &lang.several_values(), theme.dim);
            } else if row.empties_all() {
                put(buf, room, room.y, &lang.emptied_in_all(), theme.hit);
            }
            None
        }
        Answer::Notes(area) => draw_notes((nth, area), here, theme, value, buf),
    }
}

/// What the mouse points at in a line of a field, behind so many characters.
const fn target(row: usize, line: usize, before: usize) -> PointerTarget {
    PointerTarget::Dialog(DialogTarget::Field { row, line, before })
}

fn draw_options(
    lang: &Lang,
    (row, options): (usize, Options),
    picked: Option<usize>,
    here: bool,
    theme: &Theme,
    area: Rect,
    buf: &mut Canvas<'_>,
) -> u16 {
    let mut pieces = Vec::new();
    for (nth, option) in options.all().into_iter().enumerate() {
        let word = option_word(lang, option);
        let is_picked = picked == Some(nth);
        let style = if is_picked { theme.strong } else { theme.plain };
        if here {
            let (sign, end) = if is_picked { ("[", "]") } else { (" ", " ") };
            let answer = PointerTarget::Dialog(DialogTarget::Choice { row, nth });
            pieces.push((piece(format!("{} ", nth + 1), theme.key), answer));
            pieces.push((piece(format!("{sign}{word}{end} "), style), answer));
        } else if is_picked {
            pieces.push((piece(word, style), target(row, 0, 0)));
        }
    }
    put_targets(buf, area, area.y, pieces)
}

fn option_word(lang: &Lang, option: PickOption) -> String {
    match option {
        PickOption::Choice(choice) => lang.choice(choice),
        PickOption::Emotion(emotion) => format!("{} {}", emotion.face(), lang.emotion(emotion)),
        PickOption::Yes => lang.yes(),
    }
}

fn draw_notes(
    (row, notes): (usize, &TextArea<'static>),
    here: bool,
    theme: &Theme,
    area: Rect,
    buf: &mut Canvas<'_>,
) -> Option<Position> {
    let cursor = notes.cursor();
    let (line, column) = (cursor.0, cursor.1);
    let top = if here { line.saturating_sub(usize::from(area.height.saturating_sub(1))) } else { 0 };
    clear(buf, area);
    let mut cursor = None;
    for (y, (nth, text)) in (area.y..area.bottom()).zip(notes.lines().iter().enumerate().skip(top)) {
        let is_here = here && nth == line;
        let before = if is_here { column } else { 0 };
        let before: usize = text.chars().take(before).map(char::len_utf8).sum();
        let style = if is_here { theme.strong } else { theme.plain };
        let room = Rect { y, height: 1, ..area };
        let at = draw_text(&LineInput::at(text, before), style, room, |before| target(row, nth, before), buf);
        cursor = at.filter(|_| is_here).or(cursor);
    }
    cursor
}
