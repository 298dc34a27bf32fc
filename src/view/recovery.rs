//! Unsaved changes that were left behind: whose they are, and what taking them would change.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::layout::Arrangement;
use super::pen::{frame, middle, put};
use super::theme::Theme;
use crate::app::State;
use crate::app::file::shown;
use crate::app::recovery::Recovery;
use crate::app::telling::owner;
use crate::map::Difference;
use crate::map::width::wrap;

/// Draws the offer over the board.
pub fn draw(
    state: &State,
    recovery: &Recovery,
    theme: &Theme,
    arrangement: &Arrangement,
    buf: &mut Buffer,
) -> Option<Position> {
    let lang = &state.lang;
    let record = &recovery.left.record;
    let mut told = vec![lang.left_behind(&owner(lang, &record.owner), recovery.left.age, recovery.differences.len())];
    if recovery.left.foreign {
        let file = record.file.as_deref().map(shown).unwrap_or_else(|| lang.untitled());
        told.push(lang.left_foreign(&file));
    }
    if recovery.stale {
        told.push(lang.left_stale());
    }
    let area = arrangement.title.union(arrangement.status);
    let cells = area.width.min(90);
    let width = usize::from(cells.saturating_sub(4));
    let head: Vec<String> =
        told.iter().flat_map(|text| wrap(text, width, 4).into_iter().map(|range| text[range].to_owned())).collect();
    let rows = head.len() + 1 + recovery.differences.len();
    let height = area.height.min(u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(2));
    let inside = frame(buf, middle(area, cells, height), &lang.recovery(), theme.strong);
    let mut y = inside.y;
    for line in &head {
        if y < inside.bottom() {
            put(buf, inside, y, line, theme.strong);
        }
        y += 1;
    }
    let list = Rect { y: y + 1, height: inside.bottom().saturating_sub(y + 1), ..inside };
    for (y, difference) in (list.y..list.bottom()).zip(recovery.differences.iter().skip(recovery.top)) {
        let style = match difference {
            Difference::Added { .. } => theme.good,
            Difference::Removed { .. } => theme.bad,
            Difference::Header { .. } | Difference::Changed { .. } | Difference::Moved { .. } => theme.plain,
        };
        put(buf, list, y, &lang.difference(difference), style);
    }
    let below = recovery.differences.len().saturating_sub(recovery.top + usize::from(list.height));
    let more = [(recovery.top, lang.more_above(recovery.top)), (below, lang.more_below(below))];
    let more = more.into_iter().filter(|(count, _)| *count > 0).map(|(_, text)| format!(" {text} "));
    let edge = Rect { height: inside.height + 1, ..inside };
    put(buf, edge, edge.bottom() - 1, &more.collect::<String>(), theme.strong);
    None
}
