//! The balance: touchpoints by phase, intent and kind as a table with heat, and what is known of them.
//!
//! ```text
//!              ⌂     ◎     ▣     ·
//!  Before  →  ░ 1   ▓ 3    ·     ·
//!          ~  ░ 1    ·     ·     ·
//!  After   →   —    ░ 1   ▒ 2    ·
//! ```

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::canvas::Canvas;
use super::help::rows;
use super::pen::{Piece, piece, put_pieces};
use super::side::{head, put_hidden};
use super::theme::{Theme, intent_sign, kind_sign};
use crate::app::model::state::State;
use crate::map::balance::{Balance, BalanceField, Tag};
use crate::map::width::{fill, wrap};
use crate::map::{Agent, Contact, Intent, Kind, Phase};

/// Cells of the table.
const TABLE: u16 = 42;
/// Cells of a column of it.
const CELL: usize = 7;
/// From less to more heat.
const HEAT: [&str; 4] = ["░", "▒", "▓", "█"];

/// Draws the balance into an area: table and facts side by side where there is room, else one below the other.
pub fn draw(state: &State, balance: &Balance, theme: &Theme, area: Rect, buf: &mut Canvas<'_>) {
    let room = head(state, theme, area, &state.lang.balance(), buf);
    let table = table_lines(state, balance, theme);
    if room.width >= 2 * TABLE - 8 {
        let facts = Rect { x: room.x + TABLE + 1, width: room.width - TABLE - 1, ..room };
        let told = facts_told(state, balance, theme, facts.width);
        let legend = legend(state, theme, room.width);
        let below = u16::try_from(table.len().max(told.len()) + 1).unwrap_or(u16::MAX);
        put_lines(state, theme, &table, Rect { width: TABLE, ..room }, buf);
        put_lines(state, theme, &told, facts, buf);
        if usize::from(room.height) >= usize::from(below) + legend.len() {
            for (y, line) in (room.y + below..).zip(&legend) {
                put_pieces(buf, room, y, line);
            }
        }
    } else {
        let facts = facts_told(state, balance, theme, room.width);
        let mut all: Vec<_> = table.into_iter().chain([Vec::new()]).chain(facts).collect();
        let legend = legend(state, theme, room.width);
        if all.len() + 1 + legend.len() <= usize::from(room.height) {
            all.push(Vec::new());
            all.extend(legend);
        }
        put_lines(state, theme, &all, room, buf);
    }
}

/// Draws lines into an area below a head, from the one that is scrolled to; the head tells how many are hidden.
fn put_lines(state: &State, theme: &Theme, lines: &[Vec<Piece<'static>>], area: Rect, buf: &mut Canvas<'_>) {
    let hidden = lines.len().saturating_sub(usize::from(area.height));
    let top = state.board.line.min(hidden);
    buf.viewport.side = usize::from(area.height);
    buf.viewport.balance_hidden = buf.viewport.balance_hidden.max(hidden);
    let head = Rect { y: area.y - 1, height: 1, width: area.width + 1, ..area };
    put_hidden(state, theme, head, top, hidden - top, buf);
    for (y, line) in (area.y..area.bottom()).zip(&lines[top..]) {
        put_pieces(buf, area, y, line);
    }
}

/// The lines of the table: kinds across, intents within phases down.
fn table_lines(state: &State, balance: &Balance, theme: &Theme) -> Vec<Vec<Piece<'static>>> {
    let kinds = || Kind::ALL.map(Some).into_iter().chain([None]);
    let mut heads = vec![piece(" ".repeat(12), theme.plain)];
    heads.extend(kinds().map(|kind| piece(fill(&format!("  {}", kind_sign(kind)), CELL), theme.kind(kind))));
    let mut lines = vec![heads];
    for phase in Phase::ALL {
        let intents = Intent::ALL.map(Some).into_iter().chain([None]);
        let shown = intents.filter(|&intent| intent.is_some() || balance.of_intent(phase, None) > 0);
        for (nth, intent) in shown.enumerate() {
            let name = if nth == 0 { state.lang.phase(phase) } else { String::new() };
            let mut line = vec![
                piece(fill(&name, 9), theme.strong),
                piece(format!("{}  ", intent_sign(intent)), theme.intent(intent)),
            ];
            line.extend(kinds().map(|kind| cell(balance, theme, phase, kind, intent)));
            lines.push(line);
        }
    }
    lines
}

/// What the signs of the table mean.
fn legend(state: &State, theme: &Theme, cells: u16) -> Vec<Vec<Piece<'static>>> {
    let lang = &state.lang;
    let kinds = Kind::ALL.map(|kind| (kind_sign(Some(kind)), lang.kind(kind).to_owned(), theme.kind(Some(kind))));
    let untagged = [("·", lang.untagged().to_owned(), theme.dim)];
    let intents = Intent::ALL
        .map(|intent| (intent_sign(Some(intent)), lang.intent(intent).to_owned(), theme.intent(Some(intent))));
    let counts = [("░▒▓█", lang.balance_heat(), theme.plain), ("—", lang.balance_gap(), theme.bad)];
    let all = kinds.into_iter().chain(untagged).chain(intents).chain(counts);
    let parts = all.map(|(sign, said, style)| [piece(sign, style), piece(format!(" {said}   "), theme.dim)]);
    rows(parts.collect(), cells.into())
}

fn cell(balance: &Balance, theme: &Theme, phase: Phase, kind: Option<Kind>, intent: Option<Intent>) -> Piece<'static> {
    let count = balance.count(phase, kind, intent);
    if count > 0 {
        let heat = HEAT[(count * HEAT.len()).div_ceil(balance.most().max(1)).clamp(1, HEAT.len()) - 1];
        return piece(fill(&format!("{heat} {count}"), CELL), theme.kind(kind));
    }
    // A kind or an intent that the phase has nothing of stands out.
    let is_gap = kind.is_some_and(|kind| balance.is_gap(phase, Tag::Kind(kind)))
        || intent.is_some_and(|intent| balance.is_gap(phase, Tag::Intent(intent)));
    match (is_gap, intent) {
        (true, Some(_)) => piece(fill(" —", CELL), theme.bad),
        (true, None) | (false, _) => piece(fill(" ·", CELL), theme.dim),
    }
}

/// What the phases have nothing of, who stands on the company's side, and how much is filled in.
fn facts_told(state: &State, balance: &Balance, theme: &Theme, width: u16) -> Vec<Vec<Piece<'static>>> {
    let lang = &state.lang;
    let mut told: Vec<(String, Style)> =
        balance.gaps().iter().map(|gap| (format!("— {}", lang.gap(gap)), theme.hit)).collect();
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
    told.push((agents.collect::<Vec<_>>().join(" · "), theme.plain));
    told.push((contacts.collect::<Vec<_>>().join(" · "), theme.plain));
    told.extend(BalanceField::ALL.map(|fact| (lang.known_of(fact, balance), theme.dim)));
    let lines = told.iter().flat_map(|(text, style)| {
        wrap(text, usize::from(width), 3).into_iter().map(|range| vec![piece(text[range].to_owned(), *style)])
    });
    lines.collect()
}
