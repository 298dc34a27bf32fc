//! The funnel lying below the columns of a narrow screen: one line a step.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::canvas::Canvas;
use super::funnel::{advice, heading};
use super::funnel_parts::{
    Item, conversion, count, item, lever, likelihood, marks, names, place, reach, reach_then, selected, share,
    share_of_buyers, summary, supposed, told, widening,
};
use super::pen::{Piece, paint, piece, pieces_width, put, put_both, put_pieces};
use super::scroll::{Seen, seen};
use super::theme::{Theme, intent_sign, kind_sign};
use crate::app::model::pane::Pane;
use crate::app::model::pointer::{PointerTarget, SideTarget};
use crate::app::model::query::shown_map::Shown;
use crate::app::model::state::State;
use crate::exchange::bar::bar;
use crate::map::balance::Balance;
use crate::map::width::{fill, wrap};
use crate::map::{Intent, Kind, Phase};

/// Draws the funnel into an area.
pub fn draw(state: &State, shown: &Shown<'_>, theme: &Theme, area: Rect, buf: &mut Canvas<'_>) {
    let lang = &state.lang;
    let style = if state.board.pane == Pane::Side { theme.head_here } else { theme.head };
    paint(buf, area, area.y, style);
    if let Some(balance) = shown.balance() {
        put(buf, area, area.y, &format!(" {}", heading(state, shown)), style);
        draw_balance(state, shown, balance, theme, area, buf);
        return;
    }
    let whole = if state.board.filter.is_some() { format!(" · {}", lang.whole_map()) } else { String::new() };
    // Where most are lost and where most can be gained, also while those steps are out of sight.
    let loss = shown.funnel().biggest_loss.map(|index| piece(format!(" ▼{}", index + 1), style.patch(theme.loss)));
    let gain = lever(shown).map(|(index, _)| piece(format!(" ◆{}", index + 1), style.patch(theme.lever)));
    let fault = widening(shown).map(|index| piece(format!(" ▲{}", index + 1), style.patch(theme.fault)));
    let marks: Vec<Piece<'_>> = [loss, gain, fault].into_iter().flatten().collect();
    let columns = Columns::of(area.width);
    let [customers, conversion, likelihood] = lang.funnel_columns();
    let numbers = columns.numbers(&customers, &conversion, &likelihood);
    let heading = piece(format!("{numbers}{:1$}", "", columns.marks), style);
    // Where there is not room for all, what a title says gives way to the numbers, and words to marks.
    let said: Vec<Piece<'_>> = summary(lang, theme, shown).into_iter().map(|(text, _)| piece(text, style)).collect();
    let titles = [format!(" {}{whole} · ", lang.funnel()), " ".to_owned()].map(|title| piece(title, style));
    let heads = [
        [&titles[..1], &said, &marks].concat(),
        [&titles[1..], &said, &marks].concat(),
        [&titles[1..], &said[..said.len().min(1)], &marks].concat(),
        [&marks, &titles[1..], &said[..]].concat(),
    ];
    let room = usize::from(area.width).saturating_sub(pieces_width(std::slice::from_ref(&heading)) + 1);
    let head = heads.iter().find(|head| pieces_width(head) <= room).unwrap_or(&heads[3]);
    put_both(buf, area, area.y, head, &[heading]);
    let here = selected(shown);
    let lines = layout(state, shown, area);
    buf.viewport.side = lines.len();
    for line in lines {
        let y = area.y + 1 + line.top;
        let row = Rect { y, height: 1, ..area };
        if let Some(place) = place(shown, item(shown, line.row)) {
            buf.mark(row, PointerTarget::Side(SideTarget::Step(place)));
        }
        match item(shown, line.row) {
            Item::Step(index) => draw_step(state, shown, theme, index, line.row == here, row, buf),
            Item::Buyers => {
                let said = sentences(state, shown, theme, area);
                let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
                for (y, (text, style)) in (y..area.bottom()).zip(&said) {
                    put(buf, inside, y, text, *style);
                }
                let last = y + u16::try_from(said.len()).unwrap_or(u16::MAX - y);
                if !shown.funnel().after.is_empty() {
                    put(buf, area, last, &format!(" {}", state.lang.after_purchase()), theme.strong);
                }
            }
            Item::After(index) => {
                let step = &shown.funnel().after[index];
                let name = names(shown, Phase::After, step.rows.clone());
                let look = if line.row == here { theme.selected } else { theme.plain };
                let left = [piece("  ↻ ", theme.dim), piece(name, look)];
                let reach = piece(reach(lang, step.reach, step.partial), theme.strong);
                let share =
                    format!(" {} {:2$}", right(&share_of_buyers(lang, step), 7), "", Columns::of(area.width).marks);
                put_both(buf, row, y, &left, &[reach, piece(share, theme.dim)]);
            }
        }
    }
}

/// The items that are seen, one line each below the head; what is to be said of the funnel is there while one is in it.
pub fn layout(state: &State, shown: &Shown<'_>, area: Rect) -> Vec<Seen> {
    // The line of the buyers only heads the loop after the purchase; without a loop it is not needed.
    let said = sentences(state, shown, &Theme::colourless(), area).len();
    let without_loop = usize::from(shown.funnel().after.is_empty() && said == 0);
    let height = |nth: usize| match item(shown, nth) {
        Item::Buyers => u16::try_from(said).unwrap_or(u16::MAX - 1) + 1,
        Item::Step(_) | Item::After(_) => 1,
    };
    seen(count(shown) - without_loop, area.height.saturating_sub(1), selected(shown), height)
}

/// What is to be said of the funnel, while one is in it.
fn sentences(state: &State, shown: &Shown<'_>, theme: &Theme, area: Rect) -> Vec<(String, Style)> {
    let is_here = state.board.pane == Pane::Side;
    if is_here { told(state, shown, theme, area.width.saturating_sub(2)) } else { Vec::new() }
}

/// The cells that each part of a line has.
struct Columns {
    bar: u16,
    /// Whether there is room to say how many of the customers of a step buy.
    likelihood: bool,
    /// Whether marks are said in words too.
    words: bool,
    marks: usize,
}

impl Columns {
    fn of(width: u16) -> Columns {
        match width {
            0..60 => Columns { bar: width / 6, likelihood: false, words: false, marks: 3 },
            60..100 => Columns { bar: width / 4, likelihood: true, words: false, marks: 3 },
            100..140 => Columns { bar: width / 4, likelihood: true, words: true, marks: 22 },
            _ => Columns { bar: width / 4, likelihood: true, words: true, marks: 42 },
        }
    }

    fn numbers(&self, reach: &str, conversion: &str, likelihood: &str) -> String {
        let likelihood = if self.likelihood { format!("{} ", right(likelihood, 7)) } else { String::new() };
        format!(" {} {} {likelihood}", right(reach, 9), right(conversion, 7))
    }
}

/// Text at the right end of that many cells.
fn right(text: &str, cells: usize) -> String {
    format!("{:1$}{text}", "", cells.saturating_sub(crate::map::width::width(text)))
}

fn draw_step(state: &State, shown: &Shown<'_>, theme: &Theme, index: usize, here: bool, area: Rect, buf: &mut Buffer) {
    let lang = &state.lang;
    let step = &shown.funnel().steps[index];
    let columns = Columns::of(area.width);
    let bar_cells = columns.bar;
    let would = supposed(lang, shown, index);
    let (conversion, is_supposed) = conversion(state, shown, index);
    let customers = would.clone().unwrap_or_else(|| reach(lang, step.reach, step.partial));
    let sign = if is_supposed { "→" } else { "" };
    let numbers = columns.numbers(
        &customers,
        &format!("{sign}{}", share(lang, conversion)),
        &share(lang, likelihood(shown, index)),
    );
    let marks = marks(lang, theme, shown, index);
    let words = marks.iter().map(|(sign, word, style)| piece(format!("{sign} {word} "), *style));
    let words: Vec<Piece<'_>> = words.collect();
    // All steps keep their columns: what has no room in words is said by its sign.
    let said = if columns.words && pieces_width(&words) <= columns.marks {
        words
    } else {
        marks.iter().map(|(sign, _, style)| piece(*sign, *style)).collect()
    };
    let missing = columns.marks.saturating_sub(pieces_width(&said));
    let number_style = match would {
        Some(_) => theme.hit,
        None if here => theme.strong,
        None => theme.plain,
    };
    let mut right: Vec<Piece<'_>> = vec![piece(numbers, number_style)];
    right.extend(said);
    right.push(piece(" ".repeat(missing), theme.plain));

    let right_cells = (pieces_width(&right) as u16).min(area.width);
    let name_cells = area.width.saturating_sub(right_cells + bar_cells + 5);
    let name = fill(&names(shown, step.phase, step.rows.clone()), usize::from(name_cells));
    let look = if here { theme.selected } else { theme.plain };
    let drawn = match reach_then(shown, index) {
        Some(reach) => bar(reach, shown.funnel().widest.unwrap_or(reach), usize::from(bar_cells)),
        None => format!("{:^1$}", "· · ·", usize::from(bar_cells)),
    };
    let bar_look = match step.reach {
        Some(_) if here => theme.bar_here,
        Some(_) => theme.bar,
        None => theme.dim,
    };
    let left = [piece(format!("{:>3} ", index + 1), theme.dim), piece(name, look), piece(" ", theme.plain)];
    let used = put_pieces(buf, area, area.y, &left);
    put(
        buf,
        Rect { x: area.x + used, width: bar_cells.min(area.width - right_cells.max(used)), ..area },
        area.y,
        &drawn,
        bar_look,
    );
    let end = Rect { x: area.right() - right_cells, width: right_cells, ..area };
    put_pieces(buf, end, area.y, &right);
}

/// Touchpoints by phase, kind and intent, and which number to give first.
fn draw_balance(state: &State, shown: &Shown<'_>, balance: &Balance, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let advice = advice(state, shown);
    let room = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let lines = usize::from(area.height.saturating_sub(4)).max(1);
    let mut top = area.y + 1;
    for range in wrap(&advice, usize::from(room.width), lines) {
        put(buf, room, top, &advice[range], theme.hit);
        top += 1;
    }
    for (phase, y) in Phase::ALL.into_iter().zip(top..area.bottom()) {
        let line = |words: bool| balance_line(state, balance, theme, phase, words);
        let full = line(true);
        let fits = pieces_width(&full) <= usize::from(area.width);
        put_pieces(buf, area, y, &if fits { full } else { line(false) });
    }
}

/// The touchpoints of a phase by kind and intent; the intents in words only where there is room.
fn balance_line(state: &State, balance: &Balance, theme: &Theme, phase: Phase, words: bool) -> Vec<Piece<'static>> {
    let lang = &state.lang;
    let mut pieces = vec![piece(format!(" {}", fill(&lang.phase(phase), 8)), theme.strong)];
    for kind in Kind::ALL {
        let text = format!(" {} {} {} ", kind_sign(Some(kind)), balance.of_kind(phase, Some(kind)), lang.kind(kind));
        pieces.push(piece(text, theme.kind(Some(kind))));
    }
    for intent in Intent::ALL {
        let word = if words { format!("{} ", lang.intent(intent)) } else { String::new() };
        let text = format!(" {} {} {word}", intent_sign(Some(intent)), balance.of_intent(phase, Some(intent)));
        pieces.push(piece(text, theme.intent(Some(intent))));
    }
    pieces
}
