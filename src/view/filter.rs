//! The filter line with checkboxes below it.
//!
//! ```text
//!  Filter · 2 of 11 touchpoints                 The funnel stays that of the whole map.
//!  > #offline !
//!    others      [ ] hide
//!    kind        [ ] online 6  [x] offline 4  [ ] product 1
//! ```

use ratatui::layout::{Position, Rect};
use ratatui::text::Span;

use super::list::visible_rows;
use super::painter::{Painter, span};
use super::text_input::draw_prompt;
use crate::app::faults::sentences::no_such_rule;
use crate::app::model::action::{Action, Reply};
use crate::app::model::dialog::filter::FilterDialog;
use crate::app::model::dialog::filter_choices::{FilterOption, FilterRow, FilterTopic};
use crate::app::model::pointer::{DialogTarget, PointerTarget};
use crate::lang::Lang;
use crate::map::filter::{Filter, Term, UnsetField};
use crate::map::width::{fill, width};

/// Draws the dialog and returns the position of the cursor.
pub fn draw(painter: &mut Painter<'_>, dialog: &FilterDialog, area: Rect) -> Option<Position> {
    painter.clear_for_dialog(area);
    draw_header(painter, area);
    let line = Rect { y: area.y + 1, height: 1, ..area };
    let cursor = draw_prompt(painter, &dialog.line, line);
    draw_note(painter, dialog, line);
    let list = Rect { x: area.x + 3, y: area.y + 2, width: area.width.saturating_sub(4), height: area.height - 2 };
    draw_checkboxes(painter, dialog, list);
    cursor.filter(|_| dialog.chosen.is_none())
}

/// Draws how many touchpoints match and, if it fits, that the funnel is not filtered.
fn draw_header(painter: &mut Painter<'_>, area: Rect) {
    let (state, theme, lang) = (painter.state, painter.theme, painter.lang());
    painter.restyle(area, area.y, theme.header);
    let all = state.map().len();
    let matching = state.session.insight.filter_matches().map_or(all, |kept| kept.len());
    let title = format!(" {}", lang.filter_title(matching, all));
    let note = format!("{} ", lang.filter_funnel_note());
    let fits = width(&title) + 2 + width(&note) <= usize::from(area.width);
    let note = span(if fits { note } else { String::new() }, theme.header);
    painter.write_both_ends(area, area.y, &[span(title, theme.header)], &[note]);
}

/// Draws a note after the filter line: the words that are not understood, or what can be typed into an empty line.
fn draw_note(painter: &mut Painter<'_>, dialog: &FilterDialog, line: Rect) {
    let (state, theme, lang) = (painter.state, painter.theme, painter.lang());
    let filter = dialog.filter();
    let unrecognized: Vec<&str> = filter.unrecognized().collect();
    let is_empty = filter.line().is_empty();
    let (text, style) = match (unrecognized.as_slice(), is_empty) {
        ([], false) => return,
        ([], true) => (lang.filter_marks(&state.key_label(Action::Reply(Reply::Next))), theme.dim),
        (words, _) => {
            let rule = words.iter().find_map(|word| Term::typed_rule_name(word));
            let text = rule.map(|typed| no_such_rule(lang, &typed));
            (text.unwrap_or_else(|| lang.filter_incomplete(&words.join(" "))), theme.accent)
        }
    };
    let used = 5 + u16::try_from(width(dialog.line.text())).unwrap_or(u16::MAX - 5);
    if used < line.width {
        let rest = Rect { x: line.x + used, width: line.width - used, ..line };
        // The list of marks is cut between two marks.
        let shorter = text.match_indices("  ").map(|(at, _)| format!("{}  …", &text[..at])).chain([text.clone()]);
        let fitting = shorter.filter(|text| width(text) < usize::from(rest.width)).last();
        painter.write(rest, line.y, fitting.as_ref().filter(|_| is_empty).unwrap_or(&text), style);
    }
}

/// Draws the rows of checkboxes.
fn draw_checkboxes(painter: &mut Painter<'_>, dialog: &FilterDialog, area: Rect) {
    let (theme, lang) = (painter.theme, painter.lang());
    let labels = dialog.rows.iter().map(|row| width(&label(lang, row.about))).max().unwrap_or(0) + 2;
    let filter = dialog.filter();
    let selected = dialog.chosen.map_or(0, |(row, _)| row);
    for visible in visible_rows(dialog.rows.len(), area.height, selected, |_| 1) {
        let row = &dialog.rows[visible.row];
        let focus = dialog.chosen.filter(|(row, _)| *row == visible.row).map(|(_, nth)| nth);
        let y = area.y + visible.top;
        let style = if focus.is_some() { theme.strong } else { theme.dim };
        let used = painter.write(area, y, &fill(&label(lang, row.about), labels), style);
        let rest = Rect { x: area.x + used, width: area.width - used, ..area };
        let mut spans = Vec::new();
        for (nth, checkbox) in checkboxes(painter, row, &filter, focus, usize::from(rest.width)) {
            let target = DialogTarget::Checkbox { row: visible.row, nth };
            spans.push((checkbox, PointerTarget::Dialog(target)));
            spans.push((span("  ", theme.plain), PointerTarget::Dialog(DialogTarget::Empty)));
        }
        painter.write_targets(rest, y, spans);
    }
}

/// Returns the checkboxes of a row with their numbers, without the first ones if the focused one would not fit.
fn checkboxes(
    painter: &Painter<'_>,
    row: &FilterRow,
    filter: &Filter,
    focus: Option<usize>,
    cells: usize,
) -> Vec<(usize, Span<'static>)> {
    let (state, theme, lang) = (painter.state, painter.theme, painter.lang());
    let texts: Vec<(String, bool)> = if row.about == FilterTopic::HideRest {
        vec![(lang.filter_hide_rest(), state.board.hides_rest)]
    } else {
        let text = |option: &FilterOption| format!("{} {}", word(lang, option), option.count);
        row.choices.iter().map(|option| (text(option), filter.terms().contains(&option.term))).collect()
    };
    let mut boxes = Vec::new();
    for (nth, (text, is_checked)) in texts.into_iter().enumerate() {
        let style = match (focus == Some(nth), is_checked) {
            (true, _) => theme.selected,
            (false, true) => theme.strong,
            (false, false) => theme.plain,
        };
        let mark = if is_checked { "[x]" } else { "[ ]" };
        boxes.push((span(format!("{mark} {text}"), style), width(&text) + 6));
    }
    let mut first = 0;
    let end = focus.map_or(0, |nth| nth + 1);
    while first + 1 < end && boxes[first..end].iter().map(|(_, cells)| cells).sum::<usize>() > cells {
        first += 1;
    }
    boxes.into_iter().map(|(span, _)| span).enumerate().skip(first).collect()
}

fn label(lang: &Lang, topic: FilterTopic) -> String {
    match topic {
        FilterTopic::HideRest => lang.filter_rest(),
        FilterTopic::Kind => lang.field("kind"),
        FilterTopic::Intent => lang.field("intent"),
        FilterTopic::Critical => lang.field("critical"),
        FilterTopic::Phase => lang.filter_phase(),
        FilterTopic::Emotion => lang.field("emotion"),
        FilterTopic::Unset => lang.unknown(),
        FilterTopic::Finding => lang.filter_finding(),
        FilterTopic::Owner => lang.field("owner"),
        FilterTopic::Channel => lang.field("channel"),
    }
}

fn word(lang: &Lang, option: &FilterOption) -> String {
    match &option.term {
        Term::Phase(phase) => lang.phase(*phase),
        Term::Kind(kind) => lang.kind(*kind).to_owned(),
        Term::Intent(intent) => lang.intent(*intent).to_owned(),
        Term::Critical => lang.yes(),
        Term::Emotion(emotion) => emotion.face().to_owned(),
        Term::Rule(rule) => lang.rule(*rule),
        Term::Severity(severity) => lang.severity(*severity),
        Term::Unset(UnsetField::Tags) => lang.untagged().to_owned(),
        Term::Unset(UnsetField::Emotion) => lang.field("emotion"),
        Term::Unset(UnsetField::Reach) => lang.field("reach"),
        Term::Unset(UnsetField::Channel) => lang.field("channel"),
        Term::Unset(UnsetField::Owner) => lang.field("owner"),
        Term::Channel(_) | Term::Owner(_) | Term::Words(_) => option.name.clone().unwrap_or_default(),
    }
}
