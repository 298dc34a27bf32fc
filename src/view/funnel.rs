//! The funnel standing at the right of a wide screen.
//!
//! ```text
//!  Funnel · people · 2026-Q3
//! 1 Asks friends which airline …   12,000
//!  ████████████████████████████████████
//! 2 Compares prices on a search …   8,400
//!       █████████████████████████
//!   70% get here · 12% buy  ▼ biggest loss
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::funnel_parts::{
    Item, conversion, count, item, likelihood, marks, names, place, reach, reach_then, selected, share_of_buyers,
    summary, supposed, told,
};
use super::pen::{Piece, paint, piece, pieces_width, put, put_both, put_pieces};
use super::scroll::{Seen, seen};
use super::theme::{Theme, intent_sign, kind_sign};
use crate::app::model::action::Action;
use crate::app::model::pane::Pane;
use crate::app::model::pointer::{PointerTarget, SideTarget};
use crate::app::model::query::shown_map::Shown;
use crate::app::model::state::State;
use crate::exchange::bar::bar;
use crate::map::balance::Balance;
use crate::map::width::{width, wrap};
use crate::map::{Intent, Kind, Phase};

/// Draws the funnel into an area.
pub fn draw(state: &State, shown: &Shown<'_>, theme: &Theme, area: Rect, buf: &mut Canvas<'_>) {
    let style = if state.board.pane == Pane::Side { theme.head_here } else { theme.head };
    paint(buf, area, area.y, style);
    put(buf, area, area.y, &format!(" {}", heading(state, shown)), style);
    let room = inside(area);
    if let Some(balance) = shown.balance() {
        draw_balance(state, shown, balance, theme, room, buf);
        return;
    }
    let here = selected(shown);
    let cards = layout(state, shown, area);
    buf.viewport.side = cards.len();
    for card in cards {
        let cells = Rect { y: room.y + card.top, height: card.height.min(room.height - card.top), ..room };
        if let Some(place) = place(shown, item(shown, card.row)) {
            buf.mark(cells, PointerTarget::Side(SideTarget::Step(place)));
        }
        match item(shown, card.row) {
            Item::Step(index) => draw_step(state, shown, theme, index, index == here, cells, buf),
            Item::Buyers => draw_buyers(state, shown, theme, cells, buf),
            Item::After(index) => draw_after(state, shown, theme, index, card.row == here, cells, buf),
        }
    }
}

fn inside(area: Rect) -> Rect {
    Rect { x: area.x + 1, y: area.y + 1, width: area.width.saturating_sub(2), height: area.height.saturating_sub(1) }
}

/// The funnel's name, with what is counted and when.
pub fn heading(state: &State, shown: &Shown<'_>) -> String {
    let header = shown.map().header();
    let facts = [&header.unit, &header.period].into_iter().flatten();
    let whole = state.board.filter.is_some().then(|| state.lang.whole_map());
    let heading = facts.fold(state.lang.funnel(), |heading, fact| format!("{heading} · {fact}"));
    whole.into_iter().fold(heading, |heading, fact| format!("{heading} · {fact}"))
}

/// The items that are seen, with their lines below the head.
pub fn layout(state: &State, shown: &Shown<'_>, area: Rect) -> Vec<Seen> {
    let room = inside(area);
    // A line above, the buyers, what there is to say, a blank one, and the head of the loop after the purchase.
    let said = told(state, shown, &Theme::colourless(), room.width).len();
    let buyers = 4 + u16::try_from(said).unwrap_or(u16::MAX - 4);
    let steps = shown.funnel().steps.len();
    let after = shown.funnel().after.len();
    let each = match usize::from(room.height).saturating_sub(usize::from(buyers) + after) / steps.max(1) {
        4.. => 4,
        3 => 3,
        _ => 2,
    };
    let height = |nth: usize| match item(shown, nth) {
        Item::Step(_) => each,
        Item::Buyers => buyers,
        Item::After(_) => 1,
    };
    seen(count(shown), room.height, selected(shown), height)
}

fn draw_step(state: &State, shown: &Shown<'_>, theme: &Theme, index: usize, here: bool, area: Rect, buf: &mut Buffer) {
    let lang = &state.lang;
    let step = &shown.funnel().steps[index];
    let name = names(shown, step.phase, step.rows.clone());
    let name_style = if here { theme.selected } else { theme.plain };
    let number = piece(format!("{:>2} ", index + 1), theme.dim);
    let mut customers = vec![piece(reach(lang, step.reach, step.partial), theme.strong)];
    if let Some(would) = supposed(lang, shown, index) {
        customers.push(piece(format!(" {would}"), theme.hit));
    }
    put_both(buf, area, area.y, &[number, piece(name, name_style)], &customers);

    let bar_style = if here { theme.bar_here } else { theme.bar };
    let drawn = match reach_then(shown, index) {
        Some(reach) => bar(reach, shown.funnel().widest.unwrap_or(reach), usize::from(area.width)),
        None => format!("{:^1$}", "· · · · ·", usize::from(area.width)),
    };
    put(buf, area, area.y + 1, &drawn, if step.reach.is_some() { bar_style } else { theme.dim });

    let marks = marks(lang, theme, shown, index);
    if area.height < 3 {
        // No line for words: the signs stand at the end of the bar's line.
        let signs: Vec<Piece<'_>> = marks.iter().map(|(sign, _, style)| piece(*sign, *style)).collect();
        let shares = piece(format!(" {} ", shares(state, shown, index, false)), theme.dim);
        let line: Vec<Piece<'_>> = [shares].into_iter().chain(signs).collect();
        let cells = pieces_width(&line) as u16;
        let end = Rect { x: area.right().saturating_sub(cells), width: cells.min(area.width), ..area };
        put_pieces(buf, end, area.y + 1, &line);
        return;
    }
    let mut words: Vec<Piece<'_>> =
        marks.iter().map(|(sign, word, style)| piece(format!(" {sign} {word}"), *style)).collect();
    // A word that has no room is not begun: the lines of the buyers say it whole.
    if pieces_width(&words) + 2 > usize::from(area.width)
        && let (Some(last), Some((sign, _, style))) = (words.last_mut(), marks.last())
    {
        *last = piece(format!(" {sign}"), *style);
    }
    let room = usize::from(area.width).saturating_sub(4);
    let full = shares(state, shown, index, true);
    if area.height > 3 && pieces_width(&words) + width(&full) > room {
        // Both on lines of their own, in place of the blank line.
        put(buf, area, area.y + 2, &format!("   {full}"), theme.dim);
        put_pieces(buf, Rect { x: area.x + 2, width: area.width.saturating_sub(2), ..area }, area.y + 3, &words);
        return;
    }
    // The lines of the buyers say in words what the signs mean.
    let signs: Vec<Piece<'_>> = marks.iter().map(|(sign, _, style)| piece(format!(" {sign}"), *style)).collect();
    let fits = |said: &str, marks: &[Piece<'_>]| pieces_width(marks) + width(said) <= room;
    let words = if fits(&full, &words) { words } else { signs };
    let said = if fits(&full, &words) { full } else { shares(state, shown, index, false) };
    put_both(buf, area, area.y + 2, &[piece(format!("   {said}"), theme.dim)], &words);
}

/// Conversion and likelihood of a step, in words where there is room.
fn shares(state: &State, shown: &Shown<'_>, index: usize, words: bool) -> String {
    let lang = &state.lang;
    let (conversion, is_supposed) = conversion(state, shown, index);
    let sign = if is_supposed { "→ " } else { "" };
    let conversion = conversion.map(|share| format!("{sign}{}", lang.percent(share)));
    let likelihood = likelihood(shown, index).map(|share| lang.percent(share));
    let said = if words {
        [conversion.map(|share| lang.share_reaching(&share)), likelihood.map(|share| lang.share_buying(&share))]
    } else {
        [conversion, likelihood]
    };
    said.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn draw_buyers(state: &State, shown: &Shown<'_>, theme: &Theme, area: Rect, buf: &mut Buffer) {
    put(buf, area, area.y, &"─".repeat(usize::from(area.width)), theme.dim);
    put_pieces(buf, area, area.y + 1, &summary(&state.lang, theme, shown));
    for (y, (text, style)) in (area.y + 2..area.bottom()).zip(told(state, shown, theme, area.width)) {
        put(buf, area, y, &text, style);
    }
    if !shown.funnel().after.is_empty() {
        put(buf, area, area.bottom() - 1, &state.lang.after_purchase(), theme.strong);
    }
}

fn draw_after(state: &State, shown: &Shown<'_>, theme: &Theme, index: usize, here: bool, area: Rect, buf: &mut Buffer) {
    let step = &shown.funnel().after[index];
    let name = names(shown, Phase::After, step.rows.clone());
    let share = share_of_buyers(&state.lang, step);
    let numbers =
        [piece(reach(&state.lang, step.reach, step.partial), theme.strong), piece(format!("{share:>6}"), theme.dim)];
    let style = if here { theme.selected } else { theme.plain };
    put_both(buf, area, area.y, &[piece(" ↻ ", theme.dim), piece(name, style)], &numbers);
}

/// What is known without numbers: touchpoints by phase, kind and intent, and which number to give first.
fn draw_balance(state: &State, shown: &Shown<'_>, balance: &Balance, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let lang = &state.lang;
    let mut y = area.y;
    for phase in Phase::ALL {
        let total = piece(shown.map().phase(phase).len().to_string(), theme.strong);
        put_both(buf, area, y, &[piece(lang.phase(phase), theme.strong)], &[total]);
        let mut kinds = vec![piece(" ", theme.plain)];
        for kind in Kind::ALL.map(Some).into_iter().chain([None]) {
            let text = format!(" {} {} ", kind_sign(kind), balance.of_kind(phase, kind));
            kinds.push(piece(text, theme.kind(kind)));
        }
        kinds.push(piece(" ", theme.plain));
        for intent in Intent::ALL.map(Some).into_iter().chain([None]) {
            let text = format!(" {} {} ", intent_sign(intent), balance.of_intent(phase, intent));
            kinds.push(piece(text, theme.intent(intent)));
        }
        put_pieces(buf, area, y + 1, &kinds);
        y += 3;
    }
    for line in legend(state, theme) {
        put_pieces(buf, area, y, &line);
        y += 1;
    }
    let advice = advice(state, shown);
    for range in wrap(&advice, usize::from(area.width), 6) {
        y += 1;
        put(buf, area, y, &advice[range], theme.hit);
    }
}

/// What the signs of kinds and intents mean.
fn legend(state: &State, theme: &Theme) -> [Vec<Piece<'static>>; 2] {
    let kinds = Kind::ALL
        .map(|kind| piece(format!(" {} {} ", kind_sign(Some(kind)), state.lang.kind(kind)), theme.kind(Some(kind))));
    let intents = Intent::ALL.map(|intent| {
        piece(format!(" {} {} ", intent_sign(Some(intent)), state.lang.intent(intent)), theme.intent(Some(intent)))
    });
    [kinds.to_vec(), intents.to_vec()]
}

/// Which number to give first.
pub fn advice(state: &State, shown: &Shown<'_>) -> String {
    match shown.map().touchpoints().find(|(place, _)| place.phase != Phase::After) {
        Some((_, first)) => state.lang.funnel_needs_first_reach(&first.name, &state.key_label(Action::GiveReach)),
        None => state.lang.funnel_needs_first_touchpoint(),
    }
}
