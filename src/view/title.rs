//! The title line: the map, whether it is saved, and how many touchpoints it has.

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::painter::{Painter, span};
use super::timer;
use crate::app::model::action::Action;
use crate::app::model::live::{LiveStatus, OthersActivity};
use crate::map::width::cut;

/// From this width on, the title has room for a whole sentence about others.
const WIDE: u16 = 100;

/// Draws the title line.
pub fn draw(painter: &mut Painter<'_>, area: Rect) {
    let (state, theme, lang) = (painter.state, painter.theme, painter.lang());
    let map = painter.shown.map();
    let header = map.header();
    let mut left = vec![span(" ", theme.strong), span(header.title.to_string(), theme.strong)];
    if let Some(persona) = &header.persona {
        left.push(span(format!("  {persona}"), theme.dim));
    }
    let mut right = timer::spans(painter);
    if state.session.is_read_only() {
        right.push(span(format!("◇ {}  ", lang.read_only()), theme.accent));
    }
    right.extend(room(painter, area.width));
    right.extend(live(painter, area.width));
    // A live map is saved in a moment, or says that it is not.
    let is_live = matches!(state.live_status(), LiveStatus::On | LiveStatus::Failing);
    if state.is_unsaved() && !is_live {
        // The message that says why disappears with the next key.
        let status = if state.is_journal_failing { lang.unsaved_unprotected() } else { lang.unsaved() };
        right.push(span(format!("● {status}  "), theme.accent));
    }
    if !state.session.postponed.is_empty() {
        right.push(span(format!("◆ {}  ", lang.open_conflicts(state.session.postponed.len())), theme.accent));
    }
    let count = map.len();
    right.push(match (&state.board.filter, state.session.insight.filter_matches()) {
        (Some(filter), Some(kept)) => {
            let line = cut(filter.line(), usize::from(area.width / 3));
            span(format!("{} ", lang.filter_summary(&line, kept.len(), count)), theme.accent)
        }
        (Some(_) | None, _) => span(format!("{} ", lang.touchpoints(count)), theme.plain),
    });
    painter.restyle(area, area.y, theme.plain);
    painter.write_both_ends(area, area.y, &left, &right);
}

/// Returns that the room is open, with how many are in it and the key that shows its link and closes it.
pub(crate) fn room(painter: &Painter<'_>, width: u16) -> Option<Span<'static>> {
    let (state, lang) = (painter.state, painter.lang());
    state.session.hosted.link()?;
    let (count, key) = (state.session.hosted.room.participants(), state.key_label(Action::Share));
    let text = if width < WIDE { lang.room_title_short(count, &key) } else { lang.room_title(count, &key) };
    Some(span(format!("◉ {text}  "), painter.theme.accent))
}

/// Returns whether the map is live, and when others changed it last.
fn live(painter: &Painter<'_>, width: u16) -> Option<Span<'static>> {
    let (state, theme, lang) = (painter.state, painter.theme, painter.lang());
    let (sign, text) = match state.live_status() {
        LiveStatus::Off => return None,
        LiveStatus::NoFile => ("○", lang.live_no_file()),
        LiveStatus::Paused => ("○", lang.live_paused()),
        LiveStatus::Failing => ("○", lang.live_failing()),
        LiveStatus::On => (
            "◉",
            match state.session.live.others {
                OthersActivity::None => lang.live(),
                OthersActivity::Changed(None) => lang.live_others_untimed(),
                OthersActivity::Changed(Some(time)) if width < WIDE => lang.live_others_short(&time.to_string()),
                OthersActivity::Changed(Some(time)) => lang.live_others(&time.to_string()),
            },
        ),
    };
    Some(span(format!("{sign} {text}  "), theme.accent))
}
