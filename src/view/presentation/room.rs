//! The room for an audience: its code and how many are in; then what they wrote, by phase; then how they voted.
//!
//! ```text
//!  Before 2               During 1               After 0
//!
//!  Sees an ad         ×3  Waits in a queue
//!  Asks a neighbour
//!                  http://192.168.1.7:7437/#… · 12 in
//! ```

use ratatui::layout::Rect;

use super::super::large_digits;
use super::super::painter::{Painter, centered, hidden_counts, span};
use super::super::qr;
use super::super::side_header::write_hidden;
use crate::app::model::action::Action;
use crate::app::model::room::Room;
use crate::app::model::room::effect::RoomLink;
use crate::app::model::room::pile::Pile;
use crate::app::model::room::round::{RoundKind, VoteStage};
use crate::map::width::wrap;
use crate::map::{Phase, Touchpoint};

/// The width of the texts beside the code.
const TEXT_WIDTH: u16 = 30;
/// The minimum width of a screen with a column for each phase.
const THREE_COLUMNS_WIDTH: u16 = 54;
/// The maximum number of lines of a contribution.
const CONTRIBUTION_LINES: usize = 3;
/// The maximum width of a touchpoint's name beside the bar of its votes.
const NAME_WIDTH: u16 = 50;

/// What the page shows.
enum Content<'a> {
    /// The code, while nobody sees what others do.
    Code(&'a RoomLink),
    /// What was written, of each phase the first of equal ones.
    Contributions(Vec<Pile<'a>>),
    /// The votes of the round, most first.
    Votes(Vec<(&'a Touchpoint, u32)>),
    /// The room is closed, and nothing came from it.
    Closed,
}

impl<'a> Content<'a> {
    fn of(painter: &Painter<'a>) -> Content<'a> {
        let hosted = &painter.state.session.hosted;
        let round = hosted.room.round();
        if let (VoteStage::Revealed(votes), RoundKind::Closed) = (&round.votes, round.kind) {
            let map = painter.shown.map();
            let with_votes = map.touchpoints().filter_map(|(_, each)| Some((&**each, *votes.get(&each.id)?)));
            let mut with_votes: Vec<_> = with_votes.collect();
            with_votes.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            return Content::Votes(with_votes);
        }
        let is_secret = round.hides_contributions || round.kind == RoundKind::Vote;
        let piles = if is_secret { Vec::new() } else { hosted.room.kept_piles() };
        match hosted.link() {
            Some(link) if piles.is_empty() => Content::Code(link),
            None if piles.is_empty() => Content::Closed,
            Some(_) | None => Content::Contributions(piles),
        }
    }
}

/// Returns the title of the page.
pub fn title(painter: &Painter<'_>) -> String {
    let lang = painter.lang();
    match Content::of(painter) {
        Content::Votes(votes) => lang.present_room_votes(votes.iter().map(|(_, count)| u64::from(*count)).sum()),
        Content::Contributions(piles) => lang.present_contributions(piles.iter().map(|pile| pile.numbers.len()).sum()),
        Content::Code(_) | Content::Closed => lang.room(),
    }
}

/// Draws the page.
pub fn draw(painter: &mut Painter<'_>, area: Rect) {
    let (state, lang, theme) = (painter.state, painter.lang(), painter.theme);
    let hosted = &state.session.hosted;
    let body = Rect { height: area.height.saturating_sub(1), ..area };
    match Content::of(painter) {
        Content::Code(link) => return draw_code(painter, link, area),
        Content::Closed => {
            return super::draw_sentence(painter, area, &lang.room_is_closed(&state.key_label(Action::Share)));
        }
        Content::Contributions(piles) => draw_contributions(painter, &piles, body),
        Content::Votes(votes) => draw_votes(painter, &votes, body),
    }
    // Whoever comes late still finds the link.
    if let Some(link) = hosted.link() {
        let text = format!("{link} · {}", lang.room_people(hosted.room.participants()));
        painter.write_centered(area, area.bottom().saturating_sub(1), &text, theme.dim);
    }
}

/// Draws the code as large as it is, with the link and what is known of the round beside it.
fn draw_code(painter: &mut Painter<'_>, link: &RoomLink, area: Rect) {
    let (theme, lang) = (painter.theme, painter.lang());
    let room = &painter.state.session.hosted.room;
    let link = link.to_string();
    let code = qr::code(&link);
    let (width, height) = code.as_ref().map_or((0, 0), |code| qr::size(painter, code));
    // The last row is for the link if it is too wide for a line beside the code.
    let fits = area.width >= width.saturating_add(TEXT_WIDTH + 4) && area.height > height;
    let code = code.filter(|_| fits);
    let (code_width, code_height) = if fits { (width, height) } else { (0, 0) };
    let text_width = TEXT_WIDTH.max(u16::try_from(link.len()).unwrap_or(u16::MAX));
    let body = Rect { height: area.height.saturating_sub(1), ..area };
    let inside = centered(body, code_width.saturating_add(text_width).saturating_add(4), code_height.max(20));
    let mut texts = Rect { x: inside.x + code_width + 3, width: inside.width.saturating_sub(code_width + 4), ..inside };
    let people = room.participants().to_string();
    let (digits_width, digits_height) = large_digits::size(&people);
    let below_texts = texts.height.saturating_sub(digits_height + 10);
    texts.y += below_texts / 2;
    texts.height -= below_texts / 2;
    let mut write = |painter: &mut Painter<'_>, text: &str, style| {
        let used = painter.write_wrapped(texts, text, 6, style) + 1;
        texts = Rect { y: texts.y + used, height: texts.height.saturating_sub(used), ..texts };
    };
    if usize::from(inside.width) >= usize::from(code_width) + link.len() + 4 {
        write(painter, &lang.room_scan(), theme.plain);
        write(painter, &link, theme.strong);
    } else {
        write(painter, &lang.present_scan(), theme.plain);
        painter.write_centered(area, area.bottom().saturating_sub(1), &link, theme.strong);
    }
    if !fits {
        write(painter, &lang.room_code_too_large(), theme.dim);
    }
    write(painter, &round_text(painter, room), theme.plain);
    if texts.height > digits_height && texts.width >= digits_width {
        large_digits::draw(painter, &people, texts, theme.strong);
        texts = Rect { y: texts.y + digits_height, height: 1, ..texts };
    }
    painter.write(texts, texts.y, &lang.room_people(room.participants()), theme.strong);
    if let Some(code) = code {
        let at = Rect { width, height, y: inside.y + (inside.height - height) / 2, ..inside };
        qr::draw(painter, &code, at);
    }
}

/// Says what the participants do, and counts what is hidden.
fn round_text(painter: &Painter<'_>, room: &Room) -> String {
    let (lang, round) = (painter.lang(), room.round());
    match round.kind {
        RoundKind::Vote => lang.present_dots(room.hidden_dots(), round.dots.each as usize),
        RoundKind::Collect | RoundKind::Closed if round.hides_contributions => {
            lang.present_written(room.waiting(), room.writers())
        }
        RoundKind::Collect => lang.room_round_open(),
        RoundKind::Closed => lang.room_round_closed(),
    }
}

/// Draws what was written in a column for each phase, or one phase below the other on a narrow screen.
fn draw_contributions(painter: &mut Painter<'_>, piles: &[Pile<'_>], area: Rect) {
    let newest = piles.iter().flat_map(|pile| pile.numbers.last()).max().copied();
    let is_narrow = area.width < THREE_COLUMNS_WIDTH;
    let each = if is_narrow { area.height / 3 } else { area.width / 3 };
    for (phase, nth) in Phase::ALL.into_iter().zip(0..) {
        let of_phase: Vec<&Pile<'_>> = piles.iter().filter(|pile| pile.first.phase == phase).collect();
        let column = if is_narrow {
            Rect { y: area.y + nth * each, height: each, ..area }
        } else {
            Rect { x: area.x + nth * each, width: each, y: area.y + 1, height: area.height.saturating_sub(1) }
        };
        draw_phase(painter, phase, &of_phase, (newest, column));
    }
}

/// Draws the latest contributions to a phase, the newest of all in another colour.
fn draw_phase(painter: &mut Painter<'_>, phase: Phase, piles: &[&Pile<'_>], (newest, area): (Option<usize>, Rect)) {
    let (theme, lang) = (painter.theme, painter.lang());
    let header = Rect { height: area.height.min(1), ..area };
    if header.height == 0 {
        return;
    }
    painter.write(header, header.y, &format!(" {} {}", lang.phase(phase), piles.len()), theme.header);
    painter.restyle(header, header.y, theme.header);
    let count = |pile: &Pile<'_>| match pile.numbers.len() {
        0 | 1 => String::new(),
        several => format!("×{several} "),
    };
    let cells = usize::from(area.width.saturating_sub(7));
    let lines = |pile: &Pile<'_>| wrap(&pile.first.text, cells, CONTRIBUTION_LINES);
    let mut left = usize::from(area.height.saturating_sub(2));
    let shown = piles.iter().rev().take_while(|pile| {
        let used = lines(pile).len();
        let fits = used <= left;
        left = left.saturating_sub(used);
        fits
    });
    let first = piles.len() - shown.count();
    if first > 0 {
        write_hidden(painter, header, first, 0);
    }
    let mut y = area.y + 2;
    for pile in &piles[first..] {
        let style = if pile.numbers.last().copied() == newest { theme.accent } else { theme.strong };
        for (nth, range) in lines(pile).into_iter().enumerate() {
            let right = if nth == 0 { vec![span(count(pile), theme.lever)] } else { Vec::new() };
            let row = Rect { x: area.x + 1, y, width: area.width.saturating_sub(1), height: 1 };
            painter.write_both_ends(row, y, &[span(pile.first.text[range].to_owned(), style)], &right);
            y += 1;
        }
    }
}

/// Draws a bar for each touchpoint with votes.
fn draw_votes(painter: &mut Painter<'_>, votes: &[(&Touchpoint, u32)], area: Rect) {
    let (theme, lang) = (painter.theme, painter.lang());
    let Some((_, most)) = votes.first() else { return super::draw_sentence(painter, area, &lang.present_no_dots()) };
    let inside = Rect {
        x: area.x + 2,
        y: area.y + 1,
        width: area.width.saturating_sub(4),
        height: area.height.saturating_sub(1),
    };
    let each = if votes.len() * 2 <= usize::from(inside.height) { 2 } else { 1 };
    let fits = usize::from(inside.height) / each;
    let name_width = (inside.width * 2 / 5).min(NAME_WIDTH);
    let number_width = u16::try_from(most.to_string().len() + 1).unwrap_or(u16::MAX);
    let bar_width = inside.width.saturating_sub(name_width + number_width + 1);
    let shown = if votes.len() > fits { fits.saturating_sub(1) } else { votes.len() };
    for ((touchpoint, count), y) in votes[..shown].iter().zip((inside.y..).step_by(each)) {
        let name = Rect { y, width: name_width, height: 1, ..inside };
        painter.write(name, y, &touchpoint.name, theme.strong);
        let rest =
            Rect { x: inside.x + name_width + 1, y, width: inside.width.saturating_sub(name_width + 1), height: 1 };
        let drawn = "█".repeat((usize::from(bar_width) * *count as usize).div_ceil(*most as usize));
        painter.write_spans(rest, y, &[span(drawn, theme.lever), span(format!(" {count}"), theme.strong)]);
    }
    if let Some(text) = hidden_counts(lang, 0, votes.len() - shown).next() {
        painter.write(inside, inside.bottom().saturating_sub(1), &text, theme.dim);
    }
}
