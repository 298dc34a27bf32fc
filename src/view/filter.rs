//! The line that filters, and below it what can be ticked.
//!
//! ```text
//!  Filter · 2 of 11 touchpoints                 The funnel stays that of the whole map.
//!  > #offline !
//!    others      [ ] hide
//!    kind        [ ] online 6  [x] offline 4  [ ] product 1
//! ```

use ratatui::layout::{Position, Rect};

use super::canvas::Canvas;
use super::layout::Arrangement;
use super::line::draw_line;
use super::pen::{Piece, clear, paint, piece, put, put_both, put_targets};
use super::scroll::seen;
use super::theme::Theme;
use crate::app::faults::telling::no_such_rule;
use crate::app::model::action::Action;
use crate::app::model::action::Reply;
use crate::app::model::dialog::filter::FilterDialog;
use crate::app::model::dialog::filter_choices::{About, Choice, Row};
use crate::app::model::pointer::{DialogTarget, PointerTarget};
use crate::app::model::state::State;
use crate::lang::Lang;
use crate::map::filter::{Filter, Term, UnsetField};
use crate::map::width::{fill, width};

/// Draws the line and its choices over the status lines; gives where the cursor belongs.
pub fn draw(
    state: &State,
    filtering: &FilterDialog,
    theme: &Theme,
    arrangement: &Arrangement,
    buf: &mut Canvas<'_>,
) -> Option<Position> {
    let lang = &state.lang;
    let area = arrangement.status;
    clear(buf, area);
    buf.mark(area, PointerTarget::Dialog(DialogTarget::Empty));
    paint(buf, area, area.y, theme.head);
    let all = state.map().len();
    let kept = state.session.insight.filter_matches().map_or(all, |kept| kept.len());
    let head = piece(format!(" {}", lang.filter_title(kept, all)), theme.head);
    // How many are kept is worth more than what is said of the funnel.
    let beside = format!("{} ", lang.filter_funnel_note());
    let has_room = width(&head.0) + 2 + width(&beside) <= usize::from(area.width);
    let beside = piece(if has_room { beside } else { String::new() }, theme.head);
    put_both(buf, area, area.y, &[head], &[beside]);
    let line = Rect { y: area.y + 1, height: 1, ..area };
    let cursor = draw_line(&filtering.line, theme, line, buf);
    draw_beside(state, filtering, theme, line, buf);

    let list = Rect { x: area.x + 3, y: area.y + 2, width: area.width.saturating_sub(4), height: area.height - 2 };
    let labels = filtering.rows.iter().map(|row| width(&label(lang, row.about))).max().unwrap_or(0) + 2;
    let filter = filtering.filter();
    let here = filtering.chosen.map_or(0, |(row, _)| row);
    for place in seen(filtering.rows.len(), list.height, here, |_| 1) {
        let row = &filtering.rows[place.row];
        let chosen = filtering.chosen.filter(|(row, _)| *row == place.row).map(|(_, nth)| nth);
        let y = list.y + place.top;
        let style = if chosen.is_some() { theme.strong } else { theme.dim };
        let used = put(buf, list, y, &fill(&label(lang, row.about), labels), style);
        let room = Rect { x: list.x + used, width: list.width - used, ..list };
        let choices = choices(state, row, &filter, chosen, theme, usize::from(room.width)).into_iter();
        let target = |nth| PointerTarget::Dialog(DialogTarget::Checkbox { row: place.row, nth });
        let pieces = choices
            .flat_map(|(nth, piece)| [(piece, target(nth)), (gap(theme), PointerTarget::Dialog(DialogTarget::Empty))]);
        put_targets(buf, room, y, pieces.collect());
    }
    cursor.filter(|_| filtering.chosen.is_none())
}

/// Says at the end of the line what of it is no mark; in an empty one, what can be typed.
fn draw_beside(state: &State, filtering: &FilterDialog, theme: &Theme, line: Rect, buf: &mut Canvas<'_>) {
    let filter = filtering.filter();
    let unread: Vec<&str> = filter.unrecognized().collect();
    let (text, style) = match (unread.as_slice(), filter.line().is_empty()) {
        ([], false) => return,
        ([], true) => (state.lang.filter_marks(&state.key_label(Action::Reply(Reply::Next))), theme.dim),
        (words, _) => {
            let rule = words.iter().find_map(|word| Term::typed_rule_name(word));
            let text = rule.map(|typed| no_such_rule(&state.lang, &typed));
            (text.unwrap_or_else(|| state.lang.filter_incomplete(&words.join(" "))), theme.hit)
        }
    };
    let used = 5 + u16::try_from(width(filtering.line.text())).unwrap_or(u16::MAX - 5);
    if used < line.width {
        let room = Rect { x: line.x + used, width: line.width - used, ..line };
        // Marks are shown as long as they are whole.
        let whole = text.match_indices("  ").map(|(at, _)| &text[..at]).chain([text.as_str()]);
        let fitting = whole.take_while(|text| width(text) < usize::from(room.width)).last();
        let is_list = filter.line().is_empty();
        put(buf, room, line.y, fitting.filter(|_| is_list).unwrap_or(&text), style);
    }
}

/// The choices of a row, from the first with which the chosen one still has room.
fn choices<'a>(
    state: &State,
    row: &Row,
    filter: &Filter,
    chosen: Option<usize>,
    theme: &Theme,
    room: usize,
) -> Vec<(usize, Piece<'a>)> {
    let boxed = |is_ticked: bool| if is_ticked { "[x]" } else { "[ ]" };
    let texts: Vec<(String, bool)> = match row.about {
        About::Rest => vec![(state.lang.filter_hide_rest(), state.board.hides)],
        About::Kind
        | About::Intent
        | About::Critical
        | About::Phase
        | About::Emotion
        | About::Unknown
        | About::Finding
        | About::Owner
        | About::Channel => {
            let said = |each: &Choice| format!("{} {}", word(&state.lang, each), each.count);
            row.choices.iter().map(|each| (said(each), filter.terms().contains(&each.term))).collect()
        }
    };
    let mut pieces = Vec::new();
    for (nth, (text, is_ticked)) in texts.into_iter().enumerate() {
        let style = match (chosen == Some(nth), is_ticked) {
            (true, _) => theme.selected,
            (false, true) => theme.strong,
            (false, false) => theme.plain,
        };
        pieces.push((piece(format!("{} {text}", boxed(is_ticked)), style), width(&text) + 6));
    }
    let mut first = 0;
    let end = chosen.map_or(0, |nth| nth + 1);
    while first + 1 < end && pieces[first..end].iter().map(|(_, cells)| cells).sum::<usize>() > room {
        first += 1;
    }
    pieces.into_iter().map(|(piece, _)| piece).enumerate().skip(first).collect()
}

/// What stands between two choices.
fn gap(theme: &Theme) -> Piece<'static> {
    piece("  ", theme.plain)
}

fn label(lang: &Lang, about: About) -> String {
    match about {
        About::Rest => lang.filter_rest(),
        About::Kind => lang.field("kind"),
        About::Intent => lang.field("intent"),
        About::Critical => lang.field("critical"),
        About::Phase => lang.filter_phase(),
        About::Emotion => lang.field("emotion"),
        About::Unknown => lang.unknown(),
        About::Finding => lang.filter_finding(),
        About::Owner => lang.field("owner"),
        About::Channel => lang.field("channel"),
    }
}

fn word(lang: &Lang, choice: &Choice) -> String {
    match &choice.term {
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
        Term::Channel(_) | Term::Owner(_) | Term::Words(_) => choice.name.clone().unwrap_or_default(),
    }
}
