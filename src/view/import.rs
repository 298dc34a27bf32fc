//! The preview of a file that is taken in: what each part was taken for, the map as it will be, and the selected row in full.
//!
//! ```text
//! ╭ cards.csv · cards: one a row · 25 touchpoints ───────────────────────╮
//! │ What was read                      │ The map as it will be           │
//! │ Text        → ‹ touchpoint ›  guess│ Before 12                       │
//! │   Asks a neighbour, Pays at the …  │   Asks a neighbour  @street     │
//! │ ───────────────────────────────────────────────────────────────────  │
//! │ Text: touchpoint. Cells: Asks a neighbour | Pays at the desk         │
//! ╰──────────────────────────────────────────────────────────────────────╯
//! ```

use ratatui::layout::{Position, Rect};

use super::import_map;
use super::list::{VisibleRow, hidden_rows, visible_rows};
use super::painter::{Painter, span, spans_width};
use crate::app::model::action::{Action, InputReply, Reply};
use crate::app::model::dialog::import::{ImportDialog, ImportPane, ImportRow, ImportTarget};
use crate::app::model::pointer::{DialogTarget, PointerTarget};
use crate::exchange::import::shape::choices::Shape;
use crate::exchange::import::shape::reading::ColumnReading;
use crate::exchange::import::shape::stages::StageReading;
use crate::exchange::import::shape::told::{left_out_sentence, role_name, shape_name, shape_sentence};
use crate::exchange::import::stage::PhaseOrigin;
use crate::lang::Lang;
use crate::map::Phase;
use crate::map::text::one_line;
use crate::map::width::{fill, width};

/// The minimum width with both lists side by side.
const WIDE: u16 = 62;
/// The minimum height with the selected row in full below the lists.
const TALL: u16 = 9;
/// The lines for the selected row in full.
const DETAIL_LINES: u16 = 3;

/// A row of the list of parts, as texts.
#[derive(Default)]
struct RowTexts {
    name: String,
    /// What the row was taken for; empty if it is a sentence.
    value: String,
    /// Whether that is a guess, or the user's choice.
    source: String,
    /// Examples, in a line of their own.
    below: String,
    /// Everything about the row.
    detail: String,
    can_change: bool,
}

/// Draws the preview; it has no cursor.
pub(super) fn draw(painter: &mut Painter<'_>, dialog: &ImportDialog, area: Rect) -> Option<Position> {
    let (theme, lang) = (painter.theme, painter.lang());
    let inside = painter.frame(area, &title(dialog, lang), theme.strong);
    if dialog.rows.is_empty() {
        painter.write_wrapped(inside, &lang.import_reading(&dialog.name), 2, theme.dim);
        return None;
    }
    let below = if inside.height >= TALL { DETAIL_LINES + 1 } else { 0 };
    let lists = Rect { height: inside.height - below, ..inside };
    if inside.width >= WIDE {
        let left = Rect { width: inside.width / 2, ..lists };
        let right = Rect { x: left.right() + 2, width: inside.width - left.width - 2, ..lists };
        draw_parts(painter, dialog, left, inside);
        painter.vertical_line(Rect { x: left.right(), width: 1, ..lists }, theme.dim);
        import_map::draw(painter, dialog, right, inside);
    } else {
        match dialog.pane {
            ImportPane::Parts => draw_parts(painter, dialog, lists, inside),
            ImportPane::Map => import_map::draw(painter, dialog, lists, inside),
        }
    }
    if below > 0 {
        let line = "─".repeat(usize::from(inside.width));
        painter.write(inside, lists.bottom(), &line, theme.dim);
        let detail = Rect { y: lists.bottom() + 1, height: DETAIL_LINES, ..inside };
        let text = match dialog.pane {
            ImportPane::Parts => dialog.chosen_row().map(|row| chosen_detail(painter, dialog, row)),
            ImportPane::Map => import_map::detail(painter, dialog),
        };
        painter.write_wrapped(detail, &text.unwrap_or_default(), usize::from(DETAIL_LINES), theme.plain);
    }
    None
}

/// Returns everything about the chosen row, and which keys change it.
fn chosen_detail(painter: &Painter<'_>, dialog: &ImportDialog, row: ImportRow) -> String {
    let texts = texts(painter, dialog, row);
    let [back, on] = [InputReply::PreviousMeaning, InputReply::NextMeaning]
        .map(|reply| painter.state.key_label(Action::Reply(Reply::Input(reply))));
    let end = if texts.detail.ends_with(['.', '…']) { " " } else { ". " };
    let hint = texts.can_change.then(|| format!("{end}{}", painter.lang().import_change_hint(&back, &on)));
    texts.detail + &hint.unwrap_or_default()
}

/// Returns the name of the file, its shape and how many touchpoints it makes.
fn title(dialog: &ImportDialog, lang: &Lang) -> String {
    let name = dialog.name.clone();
    let Some(proposal) = &dialog.proposal else { return name };
    let shape = proposal.read.shape.map(|shape| format!(" · {}", shape_name(shape, lang))).unwrap_or_default();
    format!("{name}{shape} · {}", lang.touchpoints(proposal.read.imported.map.len()))
}

/// Writes the heading of a list and returns the area below it.
pub(super) fn heading(painter: &mut Painter<'_>, text: &str, has_focus: bool, area: Rect) -> Rect {
    let style = if has_focus { painter.theme.header_focused } else { painter.theme.header };
    let line = fill(&format!(" {text}"), usize::from(area.width));
    painter.write(area, area.y, &line, style);
    if !has_focus {
        let switch = Action::Reply(Reply::Input(InputReply::OtherList));
        painter.canvas.set_target(area, PointerTarget::Action(switch));
    }
    Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area }
}

/// Draws the list of parts.
fn draw_parts(painter: &mut Painter<'_>, dialog: &ImportDialog, area: Rect, frame: Rect) {
    let has_focus = dialog.pane == ImportPane::Parts;
    let text = painter.lang().import_parts();
    let list = heading(painter, &text, has_focus, area);
    let rows = visible_rows(dialog.rows.len(), list.height, dialog.chosen, |nth| row_height(dialog, nth));
    if has_focus {
        painter.canvas.viewport.dialog = rows.len();
    }
    let (above, below) = hidden_rows(&rows, dialog.rows.len());
    if has_focus {
        painter.write_hidden_rows(frame, above, below);
    }
    for visible in &rows {
        let names = name_width(painter, dialog, dialog.rows[visible.row], list.width);
        draw_row(painter, dialog, visible, names, list);
    }
}

/// Returns how many lines a row takes, with the heading of its group and the line of examples.
fn row_height(dialog: &ImportDialog, nth: usize) -> u16 {
    let has_examples = matches!(dialog.rows[nth], ImportRow::Column(column)
        if dialog.columns.get(column).is_some_and(|column| !column.examples.is_empty()));
    1 + u16::from(opens_group(dialog, nth)) + u16::from(has_examples)
}

/// Returns true if the row is the first of its kind, and its kind has a heading.
fn opens_group(dialog: &ImportDialog, nth: usize) -> bool {
    let kind = |row: ImportRow| match row {
        ImportRow::Target
        | ImportRow::Unmatched
        | ImportRow::Shape
        | ImportRow::Table
        | ImportRow::Diagram
        | ImportRow::Phase => 0,
        ImportRow::Column(_) => 1,
        ImportRow::Stage(_) => 2,
        ImportRow::LeftOut(_) | ImportRow::LeftOutRow(_) => 3,
        ImportRow::Warning(_) => 4,
        ImportRow::Fault(_) => 5,
    };
    let before = nth.checked_sub(1).map(|before| kind(dialog.rows[before]));
    kind(dialog.rows[nth]) > 0 && before != Some(kind(dialog.rows[nth]))
}

/// Returns the width of the names in the group of a row.
fn name_width(painter: &Painter<'_>, dialog: &ImportDialog, row: ImportRow, cells: u16) -> usize {
    let half = usize::from(cells) * 2 / 5;
    let columns = dialog.columns.iter().take(100).map(|column| width(&column.heading));
    let stages = dialog.proposal.iter().flat_map(|proposal| proposal.read.stages.iter().take(100));
    let stages = stages.map(|stage| width(&stage.name));
    let widest = match row {
        ImportRow::Column(_) => columns.chain([8]).max(),
        ImportRow::Stage(_) => stages.chain([8]).max(),
        ImportRow::Target
        | ImportRow::Unmatched
        | ImportRow::Shape
        | ImportRow::Table
        | ImportRow::Diagram
        | ImportRow::Phase
        | ImportRow::LeftOut(_)
        | ImportRow::LeftOutRow(_)
        | ImportRow::Warning(_)
        | ImportRow::Fault(_) => Some(width(&texts(painter, dialog, row).name)),
    };
    widest.unwrap_or_default().min(half)
}

fn draw_row(painter: &mut Painter<'_>, dialog: &ImportDialog, visible: &VisibleRow, names: usize, area: Rect) {
    let (theme, lang) = (painter.theme, painter.lang());
    let row = dialog.rows[visible.row];
    let texts = texts(painter, dialog, row);
    let mut y = area.y + visible.top;
    if opens_group(dialog, visible.row) {
        painter.write(area, y, &group_heading(row, lang), theme.strong);
        y += 1;
    }
    let is_selected = visible.row == dialog.chosen;
    let indented = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
    if texts.value.is_empty() {
        let style = if matches!(row, ImportRow::Fault(_)) { theme.bad } else { theme.plain };
        painter.write(indented, y, &texts.name, style);
    } else {
        let (open, close) = if is_selected && texts.can_change { ("‹ ", " ›") } else { ("", "") };
        let left = [
            span(fill(&texts.name, names), theme.plain),
            span(" → ", theme.dim),
            span(open, theme.key),
            span(texts.value.clone(), theme.key),
            span(close, theme.key),
        ];
        let is_guess = texts.source == lang.import_guess();
        let right = [span(texts.source.clone(), if is_guess { theme.accent } else { theme.dim })];
        let right = if texts.source.is_empty() { &right[..0] } else { &right[..] };
        painter.write_both_ends(indented, y, &left, right);
    }
    if !texts.below.is_empty() {
        let below = Rect { x: area.x + 3, width: area.width.saturating_sub(3), ..area };
        painter.write(below, y + 1, &texts.below, theme.dim);
    }
    if is_selected && dialog.pane == ImportPane::Parts {
        painter.restyle(area, y, theme.selected);
    }
    if dialog.pane == ImportPane::Parts && y < area.bottom() {
        let end = visible.top.saturating_add(visible.height).min(area.height);
        let cells = Rect { y, height: (area.y + end).saturating_sub(y), ..area };
        painter.canvas.set_target(cells, PointerTarget::Dialog(DialogTarget::Row(visible.row)));
        if is_selected && texts.can_change {
            let x = indented.x + u16::try_from(names + 3).unwrap_or(u16::MAX).min(indented.width);
            let arrow = |x: u16, width: u16| Rect { x, y, width, height: 1 }.intersection(area);
            let action = |reply: InputReply| PointerTarget::Action(Action::Reply(Reply::Input(reply)));
            let value = u16::try_from(spans_width(&[span(texts.value, theme.key)])).unwrap_or(u16::MAX);
            painter.canvas.set_target(arrow(x, 2), action(InputReply::PreviousMeaning));
            painter.canvas.set_target(arrow(x + 2, value.saturating_add(2)), action(InputReply::NextMeaning));
        }
    }
}

fn group_heading(row: ImportRow, lang: &Lang) -> String {
    match row {
        ImportRow::Column(_) => lang.import_columns(),
        ImportRow::Stage(_) => lang.import_stage_heading(),
        ImportRow::LeftOut(_) | ImportRow::LeftOutRow(_) => lang.import_left_out(),
        ImportRow::Warning(_) => lang.import_warnings(),
        ImportRow::Fault(_) => lang.import_faults(),
        ImportRow::Target
        | ImportRow::Unmatched
        | ImportRow::Shape
        | ImportRow::Table
        | ImportRow::Diagram
        | ImportRow::Phase => String::new(),
    }
}

/// Returns the texts of a row.
fn texts(painter: &Painter<'_>, dialog: &ImportDialog, row: ImportRow) -> RowTexts {
    let lang = painter.lang();
    let choice = |name: String, value: String, source: String| {
        let detail = format!("{name}: {value}");
        RowTexts { name, value, source, detail, can_change: true, ..RowTexts::default() }
    };
    let sentence = |name: String| RowTexts { detail: name.clone(), name, ..RowTexts::default() };
    let guess = |is_guess: bool| if is_guess { lang.import_guess() } else { lang.import_chosen() };
    if let ImportRow::Fault(nth) = row {
        let fault = dialog.failure.as_ref().and_then(|failure| failure.faults.get(nth));
        return sentence(fault.map(|fault| remark(fault.line, &fault.text, lang)).unwrap_or_default());
    }
    if row == ImportRow::Target {
        let value = match dialog.target {
            ImportTarget::NewMap => lang.import_into_new_map(),
            ImportTarget::OpenMap => lang.import_into_open_map(&painter.state.map().header().title),
        };
        return choice(lang.import_into(), value, String::new());
    }
    if let ImportRow::Column(nth) = row {
        return dialog.columns.get(nth).map(|each| column(dialog, each, lang)).unwrap_or_default();
    }
    let Some(proposal) = &dialog.proposal else {
        let shape = dialog.choices.shape.map(|shape| shape_name(shape, lang)).unwrap_or_else(|| "–".to_owned());
        return choice(lang.import_shape(), shape, guess(dialog.choices.shape.is_none()));
    };
    let (read, choices) = (&proposal.read, &dialog.choices);
    match row {
        ImportRow::Unmatched => {
            let added =
                if dialog.adds_unmatched { lang.import_unmatched_added() } else { lang.import_unmatched_left_out() };
            choice(lang.import_unmatched_rows(proposal.unmatched.len()), added, String::new())
        }
        ImportRow::Shape => {
            let Some(shape) = choices.shape.or(read.shape) else { return RowTexts::default() };
            let source = match choices.shape {
                Some(_) => lang.import_chosen(),
                None if shape == Shape::Inventory => String::new(),
                None => lang.import_guess(),
            };
            let row = choice(lang.import_shape(), shape_name(shape, lang), source);
            RowTexts { detail: shape_sentence(shape, lang), ..row }
        }
        ImportRow::Table => {
            let first = proposal.tables.iter().flatten().next().cloned().unwrap_or_else(|| "–".to_owned());
            let name = one_line(choices.sheet.as_deref().unwrap_or(&first)).into_owned();
            choice(lang.import_table(), name, guess(choices.sheet.is_none()))
        }
        ImportRow::Diagram => {
            let number = choices.diagram.as_deref().and_then(|number| number.parse().ok()).unwrap_or(1_usize);
            let title = proposal.diagrams.get(number.saturating_sub(1)).cloned().flatten();
            let value = format!("{number} {}", one_line(title.as_deref().unwrap_or("–")));
            choice(lang.import_diagram(), value, guess(choices.diagram.is_none()))
        }
        ImportRow::Phase => {
            let phase = lang.phase(choices.phase.unwrap_or(Phase::Before)).to_lowercase();
            choice(lang.import_phase_of_all(), phase, guess(!dialog.is_phase_chosen))
        }
        ImportRow::Stage(nth) => read.stages.get(nth).map(|each| stage(dialog, each, lang)).unwrap_or_default(),
        ImportRow::LeftOut(reason) => {
            let group = proposal.left_out.iter().find(|group| group.reason == reason);
            let first = group.and_then(|group| read.left_out.get(group.first));
            let count = group.map_or(0, |group| group.count);
            let text =
                first.map(|row| left_out_sentence(reason, count, &one_line(&row.text), lang)).unwrap_or_default();
            sentence(text)
        }
        ImportRow::LeftOutRow(nth) => {
            let row = read.left_out.get(nth);
            sentence(row.map(|row| format!("  {}", remark(Some(row.line), &row.text, lang))).unwrap_or_default())
        }
        ImportRow::Warning(nth) => {
            let warning = read.imported.remarks.get(nth);
            sentence(warning.map(|warning| remark(warning.line, &warning.text, lang)).unwrap_or_default())
        }
        ImportRow::Target | ImportRow::Fault(_) | ImportRow::Column(_) => RowTexts::default(),
    }
}

/// Returns a sentence with its line in front, if it has one.
fn remark(line: Option<usize>, text: &str, lang: &Lang) -> String {
    let text = one_line(text);
    line.map_or_else(|| text.clone().into_owned(), |line| lang.import_line(line, &text))
}

fn column(dialog: &ImportDialog, column: &ColumnReading, lang: &Lang) -> RowTexts {
    let name = if column.heading.is_empty() { lang.import_no_heading() } else { column.heading.clone() };
    let value = role_name(dialog.role(column), lang);
    let source = match dialog.chosen_role(&column.heading) {
        Some(_) => lang.import_chosen(),
        None if column.is_guess() => lang.import_guess(),
        None => String::new(),
    };
    let cells = column.examples.join(" | ");
    let detail = format!("{name} → {value}. {}", lang.import_cells(&cells));
    RowTexts { name, value, source, below: cells, detail, can_change: true }
}

fn stage(dialog: &ImportDialog, stage: &StageReading, lang: &Lang) -> RowTexts {
    let chosen = dialog.chosen_phase(&stage.name);
    let origin = match (chosen, stage.origin) {
        (Some(_), _) | (None, PhaseOrigin::Chosen) => lang.import_origin_chosen(),
        (None, PhaseOrigin::Name) => lang.import_origin_name(),
        (None, PhaseOrigin::Neighbour) => lang.import_origin_neighbour(),
        (None, PhaseOrigin::Third | PhaseOrigin::Place) => lang.import_origin_order(),
    };
    let source = match chosen {
        Some(_) => lang.import_chosen(),
        None if stage.origin.is_guess() => lang.import_guess(),
        None => String::new(),
    };
    let value = lang.phase(chosen.unwrap_or(stage.phase)).to_lowercase();
    let detail = format!("{} → {value}: {origin}", stage.name);
    RowTexts { name: stage.name.clone(), value, source, below: String::new(), detail, can_change: true }
}
