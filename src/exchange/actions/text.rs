//! Actions as a list for people: each owner's actions, with dates in front and the touchpoint below.

use super::{ActionReport, PlannedAction};
use crate::exchange::exporter::{ExportError, Exported};
use crate::exchange::paragraph::paragraph;
use crate::exchange::terminal_text::{TextStyle, strip_controls};
use crate::map::width::{cut, fill, width, wrap};

/// The most lines of an action.
const MAX_LINES: usize = 12;
/// The least width of an action, in cells.
const LEAST_WIDTH: usize = 16;

/// Writes the actions of each owner.
pub(crate) fn render(report: &ActionReport) -> Result<Exported, ExportError> {
    let (layout, lang) = (&report.layout, report.layout.lang);
    let mut text = String::new();
    if report.actions.is_empty() {
        text += &paragraph(&lang.actions_none(), None, layout);
    }
    let dates: Vec<String> = report.actions.iter().map(|action| date(report, action)).collect();
    let date_width = dates.iter().map(|date| width(date)).max().unwrap_or_default() + 4;
    let mut dates = dates.iter();
    for (nth, actions) in report.groups().enumerate() {
        if nth > 0 {
            text.push('\n');
        }
        let heading = lang.actions_of(actions[0].owner.as_deref(), actions.len());
        text += &paragraph(&heading, Some(TextStyle::Heading), layout);
        for (action, date) in actions.iter().zip(&mut dates) {
            let available = layout.width.saturating_sub(date_width).max(LEAST_WIDTH);
            for (line, range) in wrap(&action.action, available, MAX_LINES).into_iter().enumerate() {
                let start = fill(if line == 0 { date } else { "" }, date_width - 2);
                let is_overdue = line == 0 && report.is_overdue(action);
                let start = if is_overdue { layout.colour.paint(TextStyle::Fault, &start) } else { start };
                text += format!("  {start}{}", cut(&action.action[range], available)).trim_end();
                text.push('\n');
            }
            let about = about(report, action);
            for range in wrap(&about, available, MAX_LINES) {
                let line = layout.colour.paint(TextStyle::Quiet, &cut(&about[range], available));
                text += &format!("{:date_width$}{line}\n", "");
            }
        }
    }
    Ok(Exported { bytes: strip_controls(&text).into_owned().into_bytes(), omissions: Vec::new() })
}

/// Returns until when an action is done.
fn date(report: &ActionReport, action: &PlannedAction) -> String {
    let lang = report.layout.lang;
    match action.due {
        None => lang.actions_no_due(),
        Some(due) if report.is_overdue(action) => lang.actions_overdue(due),
        Some(due) => due.to_string(),
    }
}

/// Returns what an action is for: its touchpoint, its map if there are several, its effort and score.
fn about(report: &ActionReport, action: &PlannedAction) -> String {
    let lang = report.layout.lang;
    let map = report.has_several_maps().then(|| format!("{} ({})", action.map, action.file));
    let effort = action.effort.map(|effort| lang.actions_effort(&lang.effort(effort)));
    let score = action.score.map(|score| lang.actions_score(&lang.number((score * 100.0).round() as u128)));
    let parts = [Some(action.touchpoint.clone()), map, effort, score];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
