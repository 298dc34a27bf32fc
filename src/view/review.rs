//! The review: the findings, the most severe first, and details of the selected one.
//!
//! ```text
//!  Review · 3 warnings, 12 hints
//! ▲ no owner  Pays at the till
//! · + no need: 12 touchpoints
//!
//! Enter how customers feel here.
//! Without emotions, the curve has gaps.
//! ```

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::painter::{Painter, span};
use super::side_header::{draw_header, title_of_whole_map};
use super::side_list::{ListHeights, ListLayout, ROOMY, lay_out_list};
use super::theme::Theme;
use crate::app::model::action::Action;
use crate::app::model::pointer::{PointerTarget, SideTarget};
use crate::app::model::query::list::{ReviewLine, is_line_highlighted, line_count, review_lines, selected_line};
use crate::map::review::FindingSubject;
use crate::map::width::wrap;
use crate::map::{Review, Rule, Severity};

/// The width of the symbol in front of a finding.
const SYMBOL_WIDTH: u16 = 2;
/// The minimum height of the details in a high pane, with the blank line above them.
const MIN_DETAILS_HEIGHT: u16 = 8;
/// The maximum number of lines of one text.
const TEXT_LINES: usize = 12;

/// Draws the review.
pub fn draw(painter: &mut Painter<'_>, review: &Review, area: Rect) {
    let (state, theme, lang) = (painter.state, painter.theme, painter.lang());
    let counts = lang.findings(review.count(Severity::Warning), review.count(Severity::Hint));
    let silenced = painter.shown.map().touchpoints().map(|(_, each)| each.accepted.len()).sum();
    let titles = match state.board.one_rule {
        Some(rule) => vec![lang.review_of_rule(&lang.rule(rule))],
        None => vec![lang.review(&counts, silenced), lang.review(&counts, 0), lang.review_name()],
    };
    let title = title_of_whole_map(painter, titles, area);
    let inside = draw_header(painter, area, &title);
    let found = review_lines(state);
    if found.is_empty() {
        painter.write(inside, inside.y, &lang.review_empty(), theme.good);
        return;
    }
    let heights = heights(painter, inside);
    let ListLayout { rows, list, details } = lay_out_list(painter, area, &heights);
    let selected = selected_line(state);
    for visible in rows {
        let Some(line) = found.get(visible.row) else { continue };
        let cells = Rect { y: list.y + visible.top, height: visible.height, ..list }.intersection(list);
        painter.canvas.set_target(cells, PointerTarget::Side(SideTarget::Row(visible.row)));
        draw_line(painter, (line, is_in_group(&found, line)), is_line_highlighted(state, visible.row), cells);
    }
    if let Some(line) = found.get(selected) {
        draw_details(painter, line, details);
    }
}

/// Draws the rule of a finding and its touchpoint or phase, or the rule of a group and how many findings it has.
fn draw_line(painter: &mut Painter<'_>, (line, is_grouped): (&ReviewLine<'_>, bool), is_selected: bool, area: Rect) {
    let theme = painter.theme;
    let indent = if is_grouped { SYMBOL_WIDTH.min(area.width) } else { 0 };
    let area = Rect { x: area.x + indent, width: area.width - indent, ..area };
    let (symbol, style) = symbol(rule(line).severity(), theme);
    painter.write(area, area.y, symbol, style);
    let rule_style = if is_selected { theme.selected } else { theme.plain };
    let (rule, text) = rule_and_subject(painter, line, is_grouped);
    let texts = Rect { x: area.x + SYMBOL_WIDTH, width: area.width.saturating_sub(SYMBOL_WIDTH), ..area };
    for (y, range) in (area.y..).zip(wrap(&text, texts.width.into(), area.height.into())) {
        let end = rule.clamp(range.start, range.end);
        let parts = [span(&text[range.start..end], rule_style), span(&text[end..range.end], theme.dim)];
        painter.write_spans(texts, y, &parts);
    }
}

fn draw_details(painter: &mut Painter<'_>, line: &ReviewLine<'_>, area: Rect) {
    let styles = [painter.theme.plain, painter.theme.dim];
    let mut y = area.y;
    for (text, style) in explanation(painter, line).into_iter().zip(styles) {
        let below = Rect { y, height: area.bottom().saturating_sub(y), ..area };
        y += painter.write_wrapped(below, &text, usize::from(below.height), style);
    }
}

/// Returns the heights of the findings and of the details below them.
fn heights(painter: &Painter<'_>, area: Rect) -> ListHeights {
    let (mut rows, height) = (Vec::new(), area.height);
    let details = match height {
        ROOMY.. => {
            let (list, findings) = roomy_heights(painter, area);
            rows = findings;
            height - list
        }
        // The details get the lines that the list does not need.
        9.. => height.saturating_sub(line_count(painter.state) as u16).clamp(5, height - 1),
        6.. => 3,
        4.. => 1,
        0..4 => 0,
    };
    ListHeights { rows, other_rows: 1, details }
}

/// Returns the height of the list, and of each finding, in a high pane. Long names get more lines, as long as there is
/// space for the details of every finding.
fn roomy_heights(painter: &Painter<'_>, area: Rect) -> (u16, Vec<u16>) {
    let mut found = review_lines(painter.state);
    found.truncate(usize::from(area.height));
    let lines = |text: &str, cells: u16| u16::try_from(wrap(text, cells.into(), TEXT_LINES).len()).unwrap_or(u16::MAX);
    let details = |line: &ReviewLine<'_>| explanation(painter, line).map(|text| lines(&text, area.width)).iter().sum();
    let details = found.iter().map(details).max().unwrap_or(0);
    let most = area.height - (details + 1).max(MIN_DETAILS_HEIGHT).min(area.height / 2);
    let mut spare = usize::from(most).saturating_sub(found.len()) as u16;
    let height = |line: &ReviewLine<'_>| {
        let is_grouped = is_in_group(&found, line);
        let (_, text) = rule_and_subject(painter, line, is_grouped);
        let indent = if is_grouped { 2 * SYMBOL_WIDTH } else { SYMBOL_WIDTH };
        let more = lines(&text, area.width.saturating_sub(indent)).max(1) - 1;
        let more = more.min(spare);
        spare -= more;
        1 + more
    };
    let heights: Vec<u16> = found.iter().map(height).collect();
    (heights.iter().sum::<u16>().min(most), heights)
}

/// Returns true if a line is a finding below the line of its group.
fn is_in_group(found: &[ReviewLine<'_>], line: &ReviewLine<'_>) -> bool {
    let is_group = |each: &ReviewLine<'_>| matches!(each, ReviewLine::Group { .. });
    !is_group(line) && found.iter().any(|each| is_group(each) && rule(each) == rule(line))
}

/// Returns the rule of a line followed by what it is about, and the length of the rule in bytes. For a finding in a
/// group, returns only what it is about: the line of the group has the rule.
fn rule_and_subject(painter: &Painter<'_>, line: &ReviewLine<'_>, is_grouped: bool) -> (usize, String) {
    let lang = painter.lang();
    let rule = lang.rule(rule(line));
    let finding = match line {
        ReviewLine::Group { count, is_open, rule: grouped } => {
            let sign = if *is_open { "− " } else { "+ " };
            // Findings about the whole map are single.
            let about_phases = *grouped == Rule::EmptyPhase;
            let count = if about_phases { lang.group_of_phases(*count) } else { lang.group_of_touchpoints(*count) };
            return (sign.len() + rule.len(), format!("{sign}{rule}: {count}"));
        }
        ReviewLine::Finding(finding) => finding,
    };
    let subject = match finding.subject {
        FindingSubject::Touchpoint { place, .. } => painter.shown.map().at(place).map(|each| each.name.to_string()),
        FindingSubject::Phase(phase) => Some(lang.phase(phase)),
        FindingSubject::Map => None,
    };
    if let Some(subject) = subject.as_ref().filter(|_| is_grouped) {
        return (subject.len(), subject.clone());
    }
    (rule.len(), subject.map_or_else(|| rule.clone(), |subject| format!("{rule}  {subject}")))
}

/// Returns what to do about a line, and the reason for its rule.
fn explanation(painter: &Painter<'_>, line: &ReviewLine<'_>) -> [String; 2] {
    let (state, lang) = (painter.state, painter.lang());
    let advice = match line {
        ReviewLine::Group { is_open: false, .. } => lang.group_opens(&state.key_label(Action::CorrectFinding)),
        ReviewLine::Group { is_open: true, .. } => lang.group_closes(&state.key_label(Action::CorrectFinding)),
        ReviewLine::Finding(finding) => lang.finding(finding, painter.shown.map()),
    };
    [advice, lang.rule_reason(rule(line))]
}

/// Returns the rule of a line.
fn rule(line: &ReviewLine<'_>) -> Rule {
    match line {
        ReviewLine::Group { rule, .. } => *rule,
        ReviewLine::Finding(finding) => finding.rule,
    }
}

fn symbol(severity: Severity, theme: &Theme) -> (&'static str, Style) {
    match severity {
        Severity::Warning => ("▲ ", theme.warning),
        Severity::Hint => ("· ", theme.dim),
    }
}
