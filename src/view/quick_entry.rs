//! The quick-entry line, and below it the parsed touchpoint or the channels that complete the line.
//!
//! ```text
//!  before · below "Asks friends"                                       3 added
//!  > Compares prices @search
//!    ◎ online  → intentional  (suggested by the channel)  @search
//! ```

use ratatui::layout::{Position, Rect};
use ratatui::text::Span;

use super::painter::{Painter, span};
use super::text_input::draw_prompt;
use super::theme::{Theme, intent_symbol, kind_symbol};
use crate::app::model::dialog::quick_entry::QuickEntry;
use crate::app::model::pointer::{DialogTarget, PointerTarget};
use crate::map::channel::Channel;
use crate::map::width::{cut, width};
use crate::map::{Intent, Kind};

/// The maximum number of visible completions.
const MAX_COMPLETIONS: usize = 8;

/// Draws the line and returns the position of the cursor.
pub fn draw(painter: &mut Painter<'_>, entry: &QuickEntry, area: Rect) -> Option<Position> {
    let (state, theme) = (painter.state, painter.theme);
    painter.clear_for_dialog(area);
    draw_header(painter, entry, area);
    let cursor = draw_prompt(painter, &entry.line, Rect { y: area.y + 1, height: 1, ..area });
    let below = Rect { x: area.x + 3, width: area.width.saturating_sub(4), ..area };
    if let Some(message) = &state.message {
        painter.write(below, area.y + 2, &message.text, theme.tone(message.tone));
        return cursor;
    }
    let channels = entry.completions();
    if channels.is_empty() {
        painter.write_spans(below, area.y + 2, &parsed_fields(painter, entry));
    }
    painter.write_targets(below, area.y + 2, completions(theme, entry.chosen, &channels));
    cursor
}

/// Draws where the touchpoint is added, and how many were added.
fn draw_header(painter: &mut Painter<'_>, entry: &QuickEntry, area: Rect) {
    let (state, theme, lang) = (painter.state, painter.theme, painter.lang());
    painter.restyle(area, area.y, theme.header);
    let above = entry.at.row.checked_sub(1).and_then(|row| state.map().phase(entry.at.phase).get(row));
    let added = if entry.added_count > 0 { format!("{} ", lang.entry_added(entry.added_count)) } else { String::new() };
    let name_width = usize::from(area.width).saturating_sub(width(&added) + 18).max(20);
    let place = match above {
        Some(above) => lang.entry_below(&lang.phase(entry.at.phase), &cut(&above.name, name_width)),
        None => lang.entry_first(&lang.phase(entry.at.phase)),
    };
    let (place, added) = (span(format!(" {place}"), theme.header), span(added, theme.header));
    painter.write_both_ends(area, area.y, &[place], &[added]);
}

/// Returns the parsed fields of the line, with the tags that its channel suggests; for an empty line, the marks.
fn parsed_fields(painter: &Painter<'_>, entry: &QuickEntry) -> Vec<Span<'static>> {
    let (theme, lang) = (painter.theme, painter.lang());
    if entry.line.text().trim().is_empty() {
        return vec![span(lang.entry_marks(), theme.dim)];
    }
    let entry = entry.parse();
    let mut spans = Vec::new();
    for word in entry.unrecognized() {
        spans.push(span(format!("{}  ", lang.entry_unknown_mark(word)), theme.accent));
    }
    if let Some(reach) = entry.reach {
        spans.push(span(format!("{} {}  ", lang.field("reach"), lang.number(u128::from(reach))), theme.strong));
    }
    if let Some(emotion) = entry.emotion {
        spans.push(span(format!("{} {}  ", emotion.face(), lang.emotion(emotion)), theme.plain));
    }
    if entry.critical {
        spans.push(span(format!("! {}  ", lang.critical()), theme.critical));
    }
    let tags = |kind: Option<Kind>, intent: Option<Intent>| {
        let kind = kind.map(|kind| {
            let text = format!("{} {}  ", kind_symbol(Some(kind)), lang.kind(kind));
            span(text, theme.kind(Some(kind)))
        });
        let intent = intent.map(|intent| {
            let text = format!("{} {}  ", intent_symbol(Some(intent)), lang.intent(intent));
            span(text, theme.intent(Some(intent)))
        });
        kind.into_iter().chain(intent)
    };
    let (kind, intent) = entry.suggestion();
    let is_suggested = kind.is_some() || intent.is_some();
    let is_typed = entry.kind.is_some() || entry.intent.is_some();
    spans.extend(tags(entry.kind, entry.intent));
    if is_suggested && is_typed {
        spans.push(span(format!("{} ", lang.entry_also_suggested()), theme.dim));
    }
    spans.extend(tags(kind, intent));
    if is_suggested && !is_typed {
        spans.push(span(format!("{}  ", lang.entry_suggested()), theme.dim));
    }
    if let Some(channel) = &entry.channel {
        spans.push(span(format!("@{channel}  "), theme.plain));
    }
    if spans.is_empty() {
        spans.push(span(lang.entry_marks(), theme.dim));
    }
    spans
}

/// Returns the channels that complete the line, starting at most two before the selected one.
fn completions(
    theme: &Theme,
    selected: usize,
    channels: &[(&'static str, &'static Channel)],
) -> Vec<(Span<'static>, PointerTarget)> {
    let selected = selected.min(channels.len().saturating_sub(1));
    let visible = channels.iter().enumerate().skip(selected.saturating_sub(2)).take(MAX_COMPLETIONS);
    let completion = |(nth, (name, channel)): (usize, &(&str, &Channel))| {
        let style = if nth == selected { theme.selected } else { theme.kind(Some(channel.kind)) };
        let text = format!(" {} {name} ", kind_symbol(Some(channel.kind)));
        (span(text, style), PointerTarget::Dialog(DialogTarget::Row(nth)))
    };
    visible.map(completion).collect()
}
