//! The counts of a file that is taken in, with the touchpoints of the open map that they belong to.

use ratatui::layout::Rect;

use super::import::change_hint;
use super::list::{VisibleRow, hidden_rows, visible_rows};
use super::painter::{Painter, span, spans_width};
use crate::app::model::action::{Action, InputReply, Reply};
use crate::app::model::dialog::import::{ImportDialog, ImportPane};
use crate::app::model::dialog::import_counts::{CountLine, ImportCounts};
use crate::app::model::pointer::{DialogTarget, PointerTarget};
use crate::exchange::measure::matching::MatchKey;
use crate::lang::Lang;
use crate::map::field::Value;
use crate::map::{Evidence, JourneyMap};

/// Draws the list.
pub(super) fn draw(painter: &mut Painter<'_>, dialog: &ImportDialog, list: Rect, frame: Rect) {
    let theme = painter.theme;
    let Some(counts) = dialog.counts.as_ref().filter(|_| dialog.failure.is_none()) else { return };
    let has_focus = dialog.pane == ImportPane::Map;
    let height = |nth: usize| match counts.lines[nth] {
        CountLine::Row(_) => 2,
        CountLine::Period | CountLine::Unit | CountLine::UnmatchedHeading | CountLine::Unmatched(_) => 1,
    };
    let rows = visible_rows(counts.lines.len(), list.height, dialog.map_line, height);
    if has_focus {
        painter.canvas.viewport.dialog = rows.len();
        let (above, below) = hidden_rows(&rows, counts.lines.len());
        painter.write_hidden_rows(frame, above, below);
    }
    for visible in &rows {
        let is_selected = has_focus && visible.row == dialog.map_line;
        let y = list.y + visible.top;
        let cells = Rect { y, height: visible.height.min(list.bottom() - y), ..list };
        if has_focus {
            painter.canvas.set_target(cells, PointerTarget::Dialog(DialogTarget::Row(visible.row)));
        }
        draw_line(painter, counts, visible, is_selected, cells);
        if is_selected {
            painter.restyle(cells, y, theme.selected);
        }
    }
}

/// Draws a line into its cells.
fn draw_line(painter: &mut Painter<'_>, counts: &ImportCounts, visible: &VisibleRow, is_selected: bool, cells: Rect) {
    let (theme, lang, map) = (painter.theme, painter.lang(), painter.state.map());
    let y = cells.y;
    match counts.lines[visible.row] {
        CountLine::Period => {
            painter.write(cells, y, &period(counts, map, lang), theme.plain);
        }
        CountLine::Unit => {
            painter.write(cells, y, &unit(counts, map, lang), theme.plain);
        }
        CountLine::Row(row) => draw_row(painter, counts, row, is_selected, cells),
        CountLine::UnmatchedHeading => {
            painter.write(cells, y, &lang.import_without_row(), theme.strong);
        }
        CountLine::Unmatched(id) => {
            let Some(touchpoint) = map.touchpoint(id) else { return };
            let left = [span(format!("   {}", touchpoint.name), theme.plain)];
            let right = [span(lang.value(&Value::Count(touchpoint.reach)), theme.dim)];
            painter.write_both_ends(cells, y, &left, &right);
        }
    }
}

/// Draws a row of the file: its name with the old and the new reach, and the touchpoint that it belongs to.
fn draw_row(painter: &mut Painter<'_>, counts: &ImportCounts, row: usize, is_selected: bool, cells: Rect) {
    let (theme, lang, map) = (painter.theme, painter.lang(), painter.state.map());
    let Some(found) = counts.row(row) else { return };
    let measured = counts.measured(row, map);
    let mark = match measured {
        Some(measured) if measured.is_unchanged() => span(" = ", theme.dim),
        Some(_) => span(" ~ ", theme.accent),
        None if counts.is_chosen(row) => span("   ", theme.plain),
        None => span(" ? ", theme.accent),
    };
    let left = [mark, span(found.name.to_string(), theme.plain)];
    painter.write_both_ends(cells, cells.y, &left, &[span(reaches(counts, row, map, lang), theme.key)]);
    if cells.height < 2 {
        return;
    }
    let (open, close) = if is_selected { ("‹ ", " ›") } else { ("", "") };
    let value = value(counts, row, map, lang);
    let style = if measured.is_some() { theme.key } else { theme.dim };
    let is_open = measured.is_none() && !counts.is_chosen(row);
    let near = if is_open { similar(counts, row, map, lang, 1) } else { String::new() };
    let near = if near.is_empty() { near } else { format!("  {near}") };
    let left = [
        span("   → ", theme.dim),
        span(open, theme.key),
        span(value, style),
        span(close, theme.key),
        span(near, theme.dim),
    ];
    let source = source(counts, row, lang).map(|source| span(source, theme.dim));
    painter.write_both_ends(cells, cells.y + 1, &left, source.as_slice());
    if is_selected {
        let action = |reply: InputReply| PointerTarget::Action(Action::Reply(Reply::Input(reply)));
        let from = |x: u16, width: usize| {
            let width = u16::try_from(width).unwrap_or(u16::MAX);
            Rect { x, y: cells.y + 1, width, height: 1 }.intersection(cells)
        };
        painter.canvas.set_target(from(cells.x + 5, 2), action(InputReply::PreviousMeaning));
        painter.canvas.set_target(from(cells.x + 7, spans_width(&left[2..4])), action(InputReply::NextMeaning));
    }
}

/// Returns the selected line in full, and which keys change it.
pub(super) fn detail(painter: &Painter<'_>, dialog: &ImportDialog) -> Option<String> {
    let (lang, map) = (painter.lang(), painter.state.map());
    let counts = dialog.counts.as_ref().filter(|_| dialog.failure.is_none())?;
    match *counts.lines.get(dialog.map_line)? {
        CountLine::Period => Some(period(counts, map, lang)),
        CountLine::Unit => Some(unit(counts, map, lang)),
        CountLine::UnmatchedHeading => Some(lang.import_without_row()),
        CountLine::Unmatched(id) => {
            let touchpoint = map.touchpoint(id)?;
            Some(lang.import_reach_stays(&touchpoint.name, &lang.value(&Value::Count(touchpoint.reach))))
        }
        CountLine::Row(row) => {
            let found = counts.row(row)?;
            let pair = format!("{} → {}", found.name, value(counts, row, map, lang));
            let evidence = lang.evidence(found.evidence.unwrap_or(Evidence::Measured));
            let measured = format!("{}, {evidence}", reaches(counts, row, map, lang));
            let more = match counts.touchpoint(row) {
                Some((_, MatchKey::Pair)) => format!("{measured}. {}", lang.import_remembered()),
                Some((_, MatchKey::Id | MatchKey::Metric | MatchKey::Name)) => measured,
                None if counts.is_chosen(row) => String::new(),
                None => similar(counts, row, map, lang, 3),
            };
            let sign = if counts.touchpoint(row).is_some() { ':' } else { ';' };
            let text = if more.is_empty() { pair } else { format!("{pair}{sign} {more}") };
            let end = if text.ends_with('.') { " " } else { ". " };
            Some(format!("{text}{end}{}", change_hint(painter)))
        }
    }
}

/// Returns the name of the touchpoint of a row, or that it has none.
fn value(counts: &ImportCounts, row: usize, map: &JourneyMap, lang: &Lang) -> String {
    match counts.measured(row, map) {
        Some(measured) => measured.touchpoint.name.to_string(),
        None if counts.is_chosen(row) => lang.import_row_left_out(),
        None => lang.import_row_unmatched(),
    }
}

/// Returns how the touchpoint of a row was found, unless it has its name.
fn source(counts: &ImportCounts, row: usize, lang: &Lang) -> Option<String> {
    match counts.touchpoint(row)?.1 {
        MatchKey::Pair => Some(lang.import_chosen()),
        MatchKey::Id => Some(lang.import_found_by_id()),
        MatchKey::Metric => Some(lang.import_found_by_metric()),
        MatchKey::Name => None,
    }
}

/// Returns the touchpoints with similar names.
fn similar(counts: &ImportCounts, row: usize, map: &JourneyMap, lang: &Lang, most: usize) -> String {
    let names = counts.similar(row).filter_map(|id| map.touchpoint(id)).take(most);
    let names: Vec<String> = names.map(|each| lang.quoted(&each.name)).collect();
    if names.is_empty() { String::new() } else { lang.import_similar(&names.join(", ")) }
}

/// Returns the old and the new reach of a row.
fn reaches(counts: &ImportCounts, row: usize, map: &JourneyMap, lang: &Lang) -> String {
    match (counts.measured(row, map), counts.row(row)) {
        (Some(measured), _) => measured.reaches(lang),
        (None, Some(found)) => lang.number(found.reach.into()),
        (None, None) => String::new(),
    }
}

/// Returns the period of the map, and the new one if it changes.
fn period(counts: &ImportCounts, map: &JourneyMap, lang: &Lang) -> String {
    let old = map.header().period.as_ref().map(ToString::to_string);
    let new = counts.measurement.period(map).map(ToString::to_string);
    let (old, new) = (old.unwrap_or_else(|| "–".to_owned()), new.unwrap_or_else(|| "–".to_owned()));
    lang.import_period_of_reaches(&if old == new { new } else { format!("{old} → {new}") })
}

/// Returns the unit of the map, and that of the file if it is another.
fn unit(counts: &ImportCounts, map: &JourneyMap, lang: &Lang) -> String {
    match (counts.measurement.other_unit(map), map.unit()) {
        (Some(counted), Some(unit)) => lang.import_unit_stays(counted, unit),
        (Some(unit), None) => lang.import_unit_of_reaches(unit),
        (None, _) => {
            lang.import_unit_of_reaches(&counts.measurement.unit(map).map(ToString::to_string).unwrap_or_default())
        }
    }
}
