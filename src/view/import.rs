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
use super::import_texts::{RowSource, column_name, group_heading, texts};
use super::list::{VisibleRow, hidden_rows, visible_rows};
use super::painter::{Painter, span};
use crate::app::model::action::{Action, InputReply, Reply};
use crate::app::model::dialog::import::{ImportDialog, ImportPane, ImportRow, ImportRowGroup, ImportTarget};
use crate::app::model::pointer::{DialogTarget, PointerTarget};
use crate::exchange::import::shape::told::shape_name;
use crate::exchange::measure::Measurement;
use crate::lang::Lang;
use crate::map::width::{fill, width, wrap};

/// The minimum width with both lists side by side.
const WIDE: u16 = 62;
/// The minimum width of a list that says in words whether a meaning was guessed or chosen.
const SOURCE_WORDS: u16 = 50;
/// The minimum height with the selected row in full below the lists.
const TALL: u16 = 9;
/// The lines for the selected row in full.
const DETAIL_LINES: u16 = 3;

/// Draws the preview; it has no cursor.
pub(super) fn draw(painter: &mut Painter<'_>, dialog: &ImportDialog, area: Rect) -> Option<Position> {
    let (theme, lang) = (painter.theme, painter.lang());
    let inside = painter.frame(area, &title(dialog, lang), theme.strong);
    if dialog.rows.is_empty() {
        painter.write_wrapped(inside, &lang.import_reading(&dialog.name), 2, theme.dim);
        return None;
    }
    let detail = detail(painter, dialog);
    let below = if inside.height >= TALL { detail_height(dialog, &detail, inside) + 1 } else { 0 };
    let lists = Rect { height: inside.height - below, ..inside };
    if inside.width >= WIDE {
        // A blank cell on each side of the line between the lists.
        let left = Rect { width: inside.width / 2 - 1, ..lists };
        let right = Rect { x: left.right() + 3, width: inside.width - left.width - 3, ..lists };
        draw_parts(painter, dialog, left, inside);
        painter.vertical_line(Rect { x: left.right() + 1, width: 1, ..lists }, theme.dim);
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
        let cells = Rect { y: lists.bottom() + 1, height: below - 1, ..inside };
        painter.write_wrapped(cells, &detail, usize::from(DETAIL_LINES), theme.plain);
    }
    None
}

/// Returns everything about the selected row or line.
fn detail(painter: &Painter<'_>, dialog: &ImportDialog) -> String {
    let text = match dialog.pane {
        ImportPane::Parts => dialog.chosen_row().map(|row| chosen_detail(painter, dialog, row)),
        ImportPane::Map => import_map::detail(painter, dialog),
    };
    text.unwrap_or_default()
}

/// Returns the number of lines for the details: all, or only as many as they need if a list has more rows than space.
fn detail_height(dialog: &ImportDialog, detail: &str, inside: Rect) -> u16 {
    let free = inside.height.saturating_sub(DETAIL_LINES + 2);
    let mut parts = (0..dialog.rows.len()).map(|nth| row_height(dialog, nth));
    let parts = parts.try_fold(0_u16, |sum, height| sum.checked_add(height).filter(|&sum| sum <= free));
    if parts.is_some() && dialog.map_line_count() <= usize::from(free) {
        return DETAIL_LINES;
    }
    let needed = wrap(detail, usize::from(inside.width), usize::from(DETAIL_LINES)).len();
    u16::try_from(needed).unwrap_or(DETAIL_LINES).max(1)
}

/// Returns everything about the chosen row, and which keys change it.
fn chosen_detail(painter: &Painter<'_>, dialog: &ImportDialog, row: ImportRow) -> String {
    let texts = texts(painter, dialog, row);
    let end = if texts.detail.ends_with(['.', '…']) { " " } else { ". " };
    let hint = texts.can_change.then(|| format!("{end}{}", change_hint(painter)));
    texts.detail + &hint.unwrap_or_default()
}

/// Says which keys change the selected row.
pub(super) fn change_hint(painter: &Painter<'_>) -> String {
    let [back, on] = painter.state.meaning_keys();
    painter.lang().import_change_hint(&back, &on)
}

/// Returns the name of the file, its shape and how many touchpoints it makes.
fn title(dialog: &ImportDialog, lang: &Lang) -> String {
    let name = dialog.name.clone();
    let Some(proposal) = dialog.shown_proposal() else { return name };
    let shape = proposal.read.shape.map(|shape| format!(" · {}", shape_name(shape, lang))).unwrap_or_default();
    let content = match (dialog.target, &dialog.counts) {
        (ImportTarget::Reaches, Some(counts)) => {
            let Measurement { table, matching, .. } = &counts.measurement;
            lang.import_rows_with_touchpoint(matching.matches.len(), table.rows.len())
        }
        (ImportTarget::Reaches, None) | (ImportTarget::NewMap | ImportTarget::OpenMap, _) => {
            lang.touchpoints(proposal.read.imported.map.len() - proposal.excluded.len())
        }
    };
    format!("{name}{shape} · {content}")
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
    let row = dialog.rows[nth];
    let examples = if let ImportRow::Column(column) = row {
        dialog.columns.get(column).map(|column| &column.examples)
    } else if let ImportRow::Mark(mark) = row {
        dialog.mark(mark).map(|mark| &mark.examples)
    } else {
        None
    };
    let has_examples = examples.is_some_and(|examples| !examples.is_empty());
    1 + u16::from(opens_group(dialog, nth)) + u16::from(has_examples)
}

/// Returns true if the row is the first of a group that has a heading.
fn opens_group(dialog: &ImportDialog, nth: usize) -> bool {
    let group = dialog.group(dialog.rows[nth]);
    let before = nth.checked_sub(1).map(|before| dialog.group(dialog.rows[before]));
    group != ImportRowGroup::File && before != Some(group)
}

/// Returns the width of the names in the group of a row.
fn name_width(painter: &Painter<'_>, dialog: &ImportDialog, row: ImportRow, cells: u16) -> usize {
    const LEAST: usize = 8;
    /// The most names that are measured.
    const MEASURED: usize = 100;
    let lang = painter.lang();
    let read = dialog.shown_proposal().map(|proposal| &proposal.read);
    let values = read.map(|read| &read.values);
    let widest = match dialog.group(row) {
        ImportRowGroup::Columns => {
            let columns = dialog.columns.iter().take(MEASURED);
            columns.map(|column| width(&column_name(dialog, column, lang))).max()
        }
        ImportRowGroup::Groups => {
            values.into_iter().flat_map(|values| &values.groups).map(|group| width(&group.heading)).max()
        }
        ImportRowGroup::Tags | ImportRowGroup::Colours => {
            let marks = values.into_iter().flat_map(|values| &values.marks);
            marks.map(|mark| width(&lang.import_counted(&mark.text, mark.count))).max()
        }
        ImportRowGroup::Stages => {
            read.into_iter().flat_map(|read| read.stages.iter().take(MEASURED)).map(|stage| width(&stage.name)).max()
        }
        ImportRowGroup::File | ImportRowGroup::LeftOut | ImportRowGroup::Warnings | ImportRowGroup::Faults => {
            return width(&texts(painter, dialog, row).name).min(usize::from(cells) * 3 / 5);
        }
    };
    widest.unwrap_or_default().max(LEAST).min(usize::from(cells) * 2 / 5)
}

fn draw_row(painter: &mut Painter<'_>, dialog: &ImportDialog, visible: &VisibleRow, names: usize, area: Rect) {
    let (theme, lang) = (painter.theme, painter.lang());
    let row = dialog.rows[visible.row];
    let texts = texts(painter, dialog, row);
    let mut y = area.y + visible.top;
    if let Some(heading) = group_heading(dialog.group(row), lang).filter(|_| opens_group(dialog, visible.row)) {
        painter.write(area, y, &heading, theme.strong);
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
        let has_words = area.width >= SOURCE_WORDS;
        let source = match texts.source {
            RowSource::Certain => None,
            RowSource::Guess if has_words => Some(span(lang.import_guess(), theme.accent)),
            RowSource::Guess => Some(span("?", theme.accent)),
            RowSource::Chosen if has_words => Some(span(lang.import_chosen(), theme.dim)),
            RowSource::Chosen => Some(span("✓", theme.dim)),
        };
        painter.write_both_ends(indented, y, &left, source.as_slice());
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
            let value = u16::try_from(width(&texts.value)).unwrap_or(u16::MAX);
            painter.canvas.set_target(arrow(x, 2), action(InputReply::PreviousMeaning));
            painter.canvas.set_target(arrow(x + 2, value.saturating_add(2)), action(InputReply::NextMeaning));
        }
    }
}
