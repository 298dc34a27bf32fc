//! The balance: a heat table of touchpoints by phase, intent and kind, and facts about them.
//!
//! ```text
//!               ◎      ⌂      ▣      ·
//! Before   →  ░ 1    ▓ 3     ·      ·
//!          ~  ░ 1     ·      ·      ·
//! After    →   —     ░ 1    ▒ 2     ·
//! ```

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

use super::legend;
use super::painter::{Painter, flow, span};
use super::side_header::{draw_header, title_of_whole_map, write_hidden};
use super::theme::{intent_symbol, kind_symbol};
use crate::map::balance::{Balance, BalanceField, Tag};
use crate::map::width::{fill, wrap};
use crate::map::{Agent, Contact, Intent, Kind, Phase};

/// The width of the table.
const TABLE_WIDTH: u16 = 42;
/// The width of a table cell.
const CELL_WIDTH: usize = 7;
/// The shades of the cells, from low to high counts.
const HEAT: [&str; 4] = ["░", "▒", "▓", "█"];

/// A line of spans.
type Line = Vec<Span<'static>>;

/// Draws the table and the facts, side by side if there is enough space.
pub fn draw(painter: &mut Painter<'_>, balance: &Balance, area: Rect) {
    let titles = vec![painter.lang().balance(), painter.lang().balance_name()];
    let title = title_of_whole_map(painter, titles, area);
    let inside = draw_header(painter, area, &title);
    let table = table_lines(painter, balance);
    let legend = symbols(painter, inside.width);
    if inside.width >= 2 * TABLE_WIDTH - 8 {
        let right = Rect { x: inside.x + TABLE_WIDTH + 1, width: inside.width - TABLE_WIDTH - 1, ..inside };
        let facts = fact_lines(painter, balance, right.width);
        let below = u16::try_from(table.len().max(facts.len()) + 1).unwrap_or(u16::MAX);
        draw_lines(painter, &table, Rect { width: TABLE_WIDTH, ..inside });
        draw_lines(painter, &facts, right);
        if usize::from(inside.height) >= usize::from(below) + legend.len() {
            for (y, line) in (inside.y + below..).zip(&legend) {
                painter.write_spans(inside, y, line);
            }
        }
    } else {
        let facts = fact_lines(painter, balance, inside.width);
        let mut lines: Vec<Line> = table.into_iter().chain([Vec::new()]).chain(facts).collect();
        if lines.len() + 1 + legend.len() <= usize::from(inside.height) {
            lines.push(Vec::new());
            lines.extend(legend);
        }
        draw_lines(painter, &lines, inside);
    }
}

/// Draws lines below a header, scrolled, and writes into the header how many are hidden.
fn draw_lines(painter: &mut Painter<'_>, lines: &[Line], area: Rect) {
    let hidden = lines.len().saturating_sub(usize::from(area.height));
    let top = painter.state.board.line.min(hidden);
    let viewport = &mut painter.canvas.viewport;
    viewport.side = usize::from(area.height);
    viewport.balance_hidden = viewport.balance_hidden.max(hidden);
    let header = Rect { y: area.y - 1, height: 1, width: area.width + 1, ..area };
    write_hidden(painter, header, top, hidden - top);
    for (y, line) in (area.y..area.bottom()).zip(&lines[top..]) {
        painter.write_spans(area, y, line);
    }
}

/// Returns the table: a column for each kind, a line for each intent of each phase.
fn table_lines(painter: &Painter<'_>, balance: &Balance) -> Vec<Line> {
    let (theme, lang) = (painter.theme, painter.lang());
    let kinds = || Kind::ALL.map(Some).into_iter().chain([None]);
    let mut header = vec![span(" ".repeat(12), theme.plain)];
    header.extend(kinds().map(|kind| span(fill(&format!("  {}", kind_symbol(kind)), CELL_WIDTH), theme.kind(kind))));
    let mut lines = vec![header];
    for phase in Phase::ALL {
        let intents = Intent::ALL.map(Some).into_iter().chain([None]);
        let shown = intents.filter(|&intent| intent.is_some() || balance.of_intent(phase, None) > 0);
        for (nth, intent) in shown.enumerate() {
            let name = if nth == 0 { lang.phase(phase) } else { String::new() };
            let symbol = format!("{}  ", intent_symbol(intent));
            let mut line = vec![span(fill(&name, 9), theme.strong), span(symbol, theme.intent(intent))];
            line.extend(kinds().map(|kind| cell(painter, balance, phase, (kind, intent))));
            lines.push(line);
        }
    }
    lines
}

/// Returns a cell of the table: the count with its heat, or a sign if the whole phase lacks the kind or intent.
fn cell(
    painter: &Painter<'_>,
    balance: &Balance,
    phase: Phase,
    (kind, intent): (Option<Kind>, Option<Intent>),
) -> Span<'static> {
    let theme = painter.theme;
    let count = balance.count(phase, kind, intent);
    if count > 0 {
        let heat = HEAT[(count * HEAT.len()).div_ceil(balance.most().max(1)).clamp(1, HEAT.len()) - 1];
        return span(fill(&format!("{heat} {count}"), CELL_WIDTH), theme.kind(kind));
    }
    let is_gap = kind.is_some_and(|kind| balance.is_gap(phase, Tag::Kind(kind)))
        || intent.is_some_and(|intent| balance.is_gap(phase, Tag::Intent(intent)));
    match (is_gap, intent) {
        (true, Some(_)) => span(fill("  —", CELL_WIDTH), theme.bad),
        (true, None) | (false, _) => span(fill("  ·", CELL_WIDTH), theme.dim),
    }
}

/// Returns the meanings of the symbols in the table.
fn symbols(painter: &Painter<'_>, cells: u16) -> Vec<Line> {
    let (theme, lang) = (painter.theme, painter.lang());
    let untagged = [("·", lang.untagged().to_owned(), theme.dim)];
    let counts = [("░▒▓█", lang.balance_heat(), theme.plain), ("—", lang.balance_gap(), theme.bad)];
    let all = legend::kinds(painter).into_iter().chain(untagged).chain(legend::intents(painter)).chain(counts);
    let groups = all.map(|(symbol, word, style)| [span(symbol, style), span(format!(" {word}   "), theme.dim)]);
    flow(groups.collect(), cells.into())
}

/// Returns the facts: what each phase lacks, who acts for the company, and how many touchpoints have each field.
fn fact_lines(painter: &Painter<'_>, balance: &Balance, width: u16) -> Vec<Line> {
    let (theme, lang) = (painter.theme, painter.lang());
    let mut facts: Vec<(String, Style)> =
        balance.gaps().iter().map(|gap| (format!("— {}", lang.gap(gap)), theme.accent)).collect();
    let unknown = lang.unknown();
    let agents = Agent::ALL.map(Some).into_iter().chain((balance.of_agent(None) > 0).then_some(None));
    let agents = agents.map(|agent| {
        let word = agent.map_or_else(|| unknown.clone(), |agent| lang.agent(agent));
        format!("{word} {}", balance.of_agent(agent))
    });
    let contacts = Contact::ALL.map(Some).into_iter().chain((balance.of_contact(None) > 0).then_some(None));
    let contacts = contacts.map(|contact| {
        let word = contact.map_or_else(|| unknown.clone(), |contact| lang.contact(contact));
        format!("{word} {}", balance.of_contact(contact))
    });
    facts.push((agents.collect::<Vec<_>>().join(" · "), theme.plain));
    facts.push((contacts.collect::<Vec<_>>().join(" · "), theme.plain));
    facts.extend(BalanceField::ALL.map(|field| (lang.known_of(field, balance), theme.dim)));
    let lines = facts.iter().flat_map(|(text, style)| {
        wrap(text, usize::from(width), 3).into_iter().map(|range| vec![span(text[range].to_owned(), *style)])
    });
    lines.collect()
}
