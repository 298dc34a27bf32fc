//! The form of a touchpoint or of the map: groups of fields, drawn from the form's table.
//!
//! ```text
//! ╭ Waits for the parcel ─────────────────╮
//! │ tags                                  │
//! │ kind     ● 1 [online] 2  offline      │
//! │ channel    parcel service             │
//! │ reach      12 thousand                │
//! │            ^ not a number             │
//! ╰───────────────────────── 8 more below ╯
//! ```

use ratatui::layout::{Position, Rect};
use ratatui_textarea::TextArea;

use super::list::{VisibleRow, visible_rows};
use super::painter::{Painter, hidden_counts, span};
use super::text_input::TextInput;
use crate::app::model::dialog::answer::{Answer, AnswerFault, AnswerOptions, PickOption};
use crate::app::model::dialog::form::{Form, FormRow, FormSubject};
use crate::app::model::line::LineInput;
use crate::app::model::pointer::{DialogTarget, PointerTarget};
use crate::lang::Lang;
use crate::map::field::Group;
use crate::map::width::{fill, width};

/// The height of the notes while they have the focus, and their maximum height otherwise.
const NOTES_HEIGHT: u16 = 5;

/// A line of the dialog.
enum FormLine {
    Group(Group),
    /// A field, by its index.
    Field(usize),
}

/// What is needed to draw a field.
struct FormField<'a> {
    nth: usize,
    row: &'a FormRow,
    is_focused: bool,
    error: Option<AnswerFault>,
    /// The width of all labels.
    labels: usize,
}

/// Draws the form and returns the position of the cursor.
pub fn draw(painter: &mut Painter<'_>, form: &Form, area: Rect) -> Option<Position> {
    let (theme, lang) = (painter.theme, painter.lang());
    let title = match &form.subject {
        FormSubject::Touchpoints(touchpoints) => match touchpoints.as_slice() {
            [one] => one.name.to_string(),
            several => lang.form_of_several(several.len()),
        },
        FormSubject::Map(_) => lang.form_of_map(),
    };
    let inside = painter.frame(area, &title, theme.strong);
    let errors = form.faults();
    let error = |row: usize| errors.iter().find(|(at, _)| *at == row).map(|&(_, error)| error);
    let lines = lines(form);
    let focus = lines.iter().position(|line| matches!(line, FormLine::Field(row) if *row == form.focus)).unwrap_or(0);
    let labels = form.rows.iter().map(|row| width(&lang.field(row.key))).max().unwrap_or(0) + 1;
    // A mark of a changed value and a blank stand between the label and the value.
    let cells = usize::from(inside.width).saturating_sub(labels + 2);
    let height = |nth: usize| match lines[nth] {
        FormLine::Group(_) => 1,
        FormLine::Field(row) => {
            let is_focused = row == form.focus;
            let value =
                if is_focused { focused_height(lang, &form.rows[row], cells) } else { value_height(&form.rows[row]) };
            value + u16::from(error(row).is_some())
        }
    };
    let visible = visible_rows(lines.len(), inside.height, focus, height);
    write_hidden_fields(painter, &lines, &visible, Rect { x: inside.x, width: inside.width, ..area });
    let mut cursor = None;
    for place in visible {
        let y = inside.y + place.top;
        let area = Rect { y, height: place.height.min(inside.height - place.top), ..inside };
        match lines[place.row] {
            FormLine::Group(group) => {
                painter.write(area, y, &format!("{} ", lang.group(group.key())), theme.header);
            }
            FormLine::Field(nth) => {
                let target = DialogTarget::Field { row: nth, line: 0, before: usize::MAX };
                painter.canvas.set_target(area, PointerTarget::Dialog(target));
                let (row, is_focused) = (&form.rows[nth], nth == form.focus);
                let field = FormField { nth, row, is_focused, error: error(nth), labels };
                cursor = cursor.or(draw_field(painter, &field, area));
            }
        }
    }
    cursor
}

/// Returns the fields in order, with the name of each group before its first field.
fn lines(form: &Form) -> Vec<FormLine> {
    let mut lines = Vec::with_capacity(form.rows.len() + 6);
    let mut last = None;
    for (nth, row) in form.rows.iter().enumerate() {
        if last != Some(row.group) {
            lines.push(FormLine::Group(row.group));
            last = Some(row.group);
        }
        lines.push(FormLine::Field(nth));
    }
    lines
}

/// Writes into the lower edge of the frame how many fields are hidden.
fn write_hidden_fields(painter: &mut Painter<'_>, lines: &[FormLine], visible: &[VisibleRow], frame: Rect) {
    let fields = |lines: &[FormLine]| lines.iter().filter(|line| matches!(line, FormLine::Field(_))).count();
    let above = visible.first().map_or(0, |first| fields(&lines[..first.row]));
    let below = visible.last().map_or(0, |last| fields(&lines[last.row + 1..]));
    let text: String = hidden_counts(painter.lang(), above, below).map(|text| format!(" {text} ")).collect();
    let edge = Rect { x: frame.x + 1, width: frame.width.saturating_sub(2), ..frame };
    painter.write(edge, edge.bottom() - 1, &text, painter.theme.strong);
}

fn value_height(row: &FormRow) -> u16 {
    match &row.answer {
        Answer::Line(_) | Answer::Choice { .. } => 1,
        Answer::Notes(notes) => (notes.lines().len() as u16).clamp(1, NOTES_HEIGHT),
    }
}

/// Returns the height of a value that has the focus. All options of a choice are visible then.
fn focused_height(lang: &Lang, row: &FormRow, cells: usize) -> u16 {
    match &row.answer {
        Answer::Line(_) => 1,
        Answer::Choice { options, .. } => option_rows(lang, *options, cells).len() as u16,
        Answer::Notes(_) => NOTES_HEIGHT,
    }
}

/// Draws the label, the value and the error of a field, and returns the position of the cursor.
fn draw_field(painter: &mut Painter<'_>, field: &FormField<'_>, area: Rect) -> Option<Position> {
    let (theme, lang) = (painter.theme, painter.lang());
    let &FormField { row, is_focused, .. } = field;
    let changed = if row.is_changed() { span("●", theme.accent) } else { span(" ", theme.plain) };
    let label_style = if is_focused { theme.selected } else { theme.dim };
    let label = span(fill(&lang.field(row.key), field.labels), label_style);
    let used = painter.write_spans(area, area.y, &[label, changed, span(" ", theme.plain)]);
    let mut value = Rect { x: area.x + used, width: area.width - used, ..area };
    if let Some(error) = field.error {
        let text = format!("^ {}", error.sentence(lang));
        painter.write(value, area.bottom() - 1, &text, theme.loss);
        value.height -= 1;
    }
    let note = if row.keeps_several() {
        Some(span(lang.several_values(), theme.dim))
    } else {
        row.empties_all().then(|| span(lang.emptied_in_all(), theme.accent))
    };
    let is_choice = matches!(row.answer, Answer::Choice { .. });
    match note {
        Some(note) if !(is_focused && is_choice) => {
            painter.write_spans(value, value.y, &[note]);
            is_focused.then_some(Position { x: value.x, y: value.y })
        }
        note => {
            let (used, cursor) = draw_value(painter, field, value);
            let rest = Rect { x: value.x + used, width: value.width - used, ..value };
            painter.write_spans(rest, rest.y, note.as_slice());
            cursor
        }
    }
}

/// Draws the value of a field; returns the cells that its options took, and the position of the cursor.
fn draw_value(painter: &mut Painter<'_>, field: &FormField<'_>, area: Rect) -> (u16, Option<Position>) {
    let theme = painter.theme;
    let &FormField { nth, row, is_focused, .. } = field;
    let cursor = match &row.answer {
        Answer::Line(line) if line.text().is_empty() => {
            if is_focused {
                painter.write(area, area.y, &painter.lang().field_about(row.key), theme.dim);
            }
            is_focused.then_some(Position { x: area.x, y: area.y })
        }
        Answer::Line(line) if is_focused => {
            let style = if row.is_proposal { theme.selected } else { theme.strong };
            TextInput { line, style }.draw(painter, area, |before| field_target(nth, 0, before))
        }
        Answer::Line(line) => {
            let start = LineInput::with_cursor(line.text(), 0);
            TextInput { line: &start, style: theme.plain }.draw(painter, area, |before| field_target(nth, 0, before));
            None
        }
        Answer::Choice { options, picked } => return (draw_options(painter, field, (*options, *picked), area), None),
        Answer::Notes(notes) => draw_notes(painter, field, notes, area),
    };
    (0, cursor)
}

/// Returns the mouse target of a line of a field.
const fn field_target(row: usize, line: usize, before: usize) -> DialogTarget {
    DialogTarget::Field { row, line, before }
}

/// Draws all options of the focused field, else the picked one, and returns the cells they took.
fn draw_options(
    painter: &mut Painter<'_>,
    field: &FormField<'_>,
    (options, picked): (AnswerOptions, Option<usize>),
    area: Rect,
) -> u16 {
    let (theme, lang) = (painter.theme, painter.lang());
    let row = field.nth;
    if !field.is_focused {
        let target = PointerTarget::Dialog(field_target(row, 0, 0));
        let picked = picked.and_then(|nth| options.all().into_iter().nth(nth));
        let word = picked.map(|option| (span(option_word(lang, option), theme.strong), target));
        return painter.write_targets(area, area.y, word.into_iter().collect());
    }
    let mut used = 0;
    for (y, line) in (area.y..area.bottom()).zip(option_rows(lang, options, usize::from(area.width))) {
        let mut spans = Vec::new();
        for (nth, word) in line {
            let is_picked = picked == Some(nth);
            let style = if is_picked { theme.strong } else { theme.plain };
            let (left, right) = if is_picked { ("[", "]") } else { (" ", " ") };
            let target = PointerTarget::Dialog(DialogTarget::Choice { row, nth });
            spans.push((span(format!("{} ", nth + 1), theme.key), target));
            spans.push((span(format!("{left}{word}{right} "), style), target));
        }
        let cells = painter.write_targets(area, y, spans);
        used = used.max(cells);
    }
    used
}

/// Returns the options of a focused field with their indexes, in rows of at most that width.
fn option_rows(lang: &Lang, options: AnswerOptions, cells: usize) -> Vec<Vec<(usize, String)>> {
    let mut rows: Vec<Vec<(usize, String)>> = Vec::new();
    let mut used = 0;
    for (nth, option) in options.all().into_iter().enumerate() {
        let word = option_word(lang, option);
        // The word stands between its number, two brackets and two blanks; the last blank may be cut off.
        let own = (nth + 1).to_string().len() + width(&word) + 4;
        match rows.last_mut() {
            Some(row) if used + own <= cells + 1 => row.push((nth, word)),
            Some(_) | None => {
                rows.push(vec![(nth, word)]);
                used = 0;
            }
        }
        used += own;
    }
    rows
}

fn option_word(lang: &Lang, option: PickOption) -> String {
    match option {
        PickOption::Choice(choice) => lang.choice(choice),
        PickOption::Emotion(emotion) => format!("{} {}", emotion.face(), lang.emotion(emotion)),
        PickOption::Yes => lang.yes(),
    }
}

/// Draws notes, scrolled to the cursor if they have the focus.
fn draw_notes(
    painter: &mut Painter<'_>,
    field: &FormField<'_>,
    notes: &TextArea<'static>,
    area: Rect,
) -> Option<Position> {
    let theme = painter.theme;
    let &FormField { nth: row, is_focused, .. } = field;
    let cursor = notes.cursor();
    let (cursor_line, column) = (cursor.0, cursor.1);
    let top = if is_focused { cursor_line.saturating_sub(usize::from(area.height.saturating_sub(1))) } else { 0 };
    painter.clear(area);
    let mut cursor = None;
    for (y, (nth, text)) in (area.y..area.bottom()).zip(notes.lines().iter().enumerate().skip(top)) {
        let has_cursor = is_focused && nth == cursor_line;
        let before = if has_cursor { column } else { 0 };
        let before: usize = text.chars().take(before).map(char::len_utf8).sum();
        let style = if has_cursor { theme.strong } else { theme.plain };
        let line = LineInput::with_cursor(text, before);
        let cells = Rect { y, height: 1, ..area };
        let position = TextInput { line: &line, style }.draw(painter, cells, |before| field_target(row, nth, before));
        cursor = position.filter(|_| has_cursor).or(cursor);
    }
    cursor
}
