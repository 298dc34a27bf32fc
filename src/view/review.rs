//! The review: what is found, the gravest first, and what to do about the finding that one is on.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::canvas::Canvas;
use super::pen::{piece, put, put_pieces};
use super::side::{List, head, layout, put_more};
use super::theme::Theme;
use crate::app::model::pointer::{PointerTarget, SideTarget};
use crate::app::model::query::list::{findings, line};
use crate::app::model::query::shown_map::Shown;
use crate::app::model::state::State;
use crate::map::review::FindingSubject;
use crate::map::width::wrap;
use crate::map::{Finding, Review, Severity};

/// Cells of a finding's sign.
const SIGN: u16 = 2;
/// The least lines for what there is to say of a finding in a high room, with the blank one above.
const TOLD: u16 = 8;
/// The most lines of one text.
const LONGEST: usize = 12;

/// Draws the findings into an area.
pub fn draw(state: &State, shown: &Shown<'_>, review: &Review, theme: &Theme, area: Rect, buf: &mut Canvas<'_>) {
    let lang = &state.lang;
    let counts = lang.findings(review.count(Severity::Warning), review.count(Severity::Hint));
    let title = match state.board.one_rule {
        Some(rule) => lang.review_of_rule(&lang.rule(rule)),
        None => lang.review(&counts, shown.map().touchpoints().map(|(_, each)| each.accepted.len()).sum()),
    };
    let room = head(state, theme, area, &title, buf);
    let found: Vec<&Finding> = findings(state).collect();
    if found.is_empty() {
        put(buf, room, room.y, &lang.review_empty(), theme.good);
        return;
    }
    let List { seen, room: list, below } = layout(state, shown, area);
    put_more(state, theme, area, &seen, buf);
    buf.viewport.side = seen.len();
    let here = line(state);
    for seen in seen {
        let Some(finding) = found.get(seen.row) else { continue };
        let cells = Rect { y: list.y + seen.top, height: seen.height, ..list }.intersection(list);
        buf.mark(cells, PointerTarget::Side(SideTarget::Row(seen.row)));
        let (sign, style) = sign(finding.severity(), theme);
        put(buf, list, cells.y, sign, style);
        let look = if seen.row == here { theme.selected } else { theme.plain };
        let (rule, text) = said(state, shown, finding);
        let texts = Rect { x: cells.x + SIGN, width: cells.width.saturating_sub(SIGN), ..cells };
        for (y, range) in (cells.y..).zip(wrap(&text, texts.width.into(), cells.height.into())) {
            let end = rule.clamp(range.start, range.end);
            let parts = [piece(&text[range.start..end], look), piece(&text[end..range.end], theme.dim)];
            put_pieces(buf, texts, y, &parts);
        }
    }
    if let Some(finding) = found.get(here) {
        let mut y = below.y;
        for (text, style) in explained(state, shown, finding).into_iter().zip([theme.plain, theme.dim]) {
            for range in wrap(&text, usize::from(below.width), usize::from(below.bottom().saturating_sub(y))) {
                put(buf, below, y, &text[range], style);
                y += 1;
            }
        }
    }
}

/// The lines that the list takes of a room, and how many each finding has: those with long names more, while what there
/// is to say of any of them keeps its room.
pub fn heights(state: &State, shown: &Shown<'_>, room: Rect) -> (u16, Vec<u16>) {
    let found: Vec<&Finding> = findings(state).take(usize::from(room.height)).collect();
    let lines = |text: &str, cells: u16| u16::try_from(wrap(text, cells.into(), LONGEST).len()).unwrap_or(u16::MAX);
    let told = |finding: &&Finding| explained(state, shown, finding).map(|text| lines(&text, room.width)).iter().sum();
    let told = found.iter().map(told).max().unwrap_or(0);
    let most = room.height - (told + 1).max(TOLD).min(room.height / 2);
    let mut spare = usize::from(most).saturating_sub(found.len()) as u16;
    let height = |finding: &&Finding| {
        let (_, text) = said(state, shown, finding);
        let more = lines(&text, room.width.saturating_sub(SIGN)).max(1) - 1;
        let more = more.min(spare);
        spare -= more;
        1 + more
    };
    let heights: Vec<u16> = found.iter().map(height).collect();
    (heights.iter().sum::<u16>().min(most), heights)
}

/// What is found and where, and the bytes of the former.
fn said(state: &State, shown: &Shown<'_>, finding: &Finding) -> (usize, String) {
    let rule = state.lang.rule(finding.rule);
    let about = match finding.subject {
        FindingSubject::Touchpoint { place, .. } => shown.map().at(place).map(|each| each.name.to_string()),
        FindingSubject::Phase(phase) => Some(state.lang.phase(phase)),
        FindingSubject::Map => None,
    };
    (rule.len(), about.map_or_else(|| rule.clone(), |about| format!("{rule}  {about}")))
}

/// What to do about a finding, and why.
fn explained(state: &State, shown: &Shown<'_>, finding: &Finding) -> [String; 2] {
    [state.lang.finding(finding, shown.map()), state.lang.rule_reason(finding.rule)]
}

fn sign(severity: Severity, theme: &Theme) -> (&'static str, Style) {
    match severity {
        Severity::Warning => ("▲ ", theme.fault),
        Severity::Hint => ("· ", theme.dim),
    }
}
