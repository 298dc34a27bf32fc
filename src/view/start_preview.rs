//! The preview on the start screen: a description of the selected row, and the touchpoints of its map.

use ratatui::layout::Rect;

use super::painter::Painter;
use crate::app::model::action::Action;
use crate::app::model::file_name::shown;
use crate::app::model::start::{Offer, Start};
use crate::map::width::wrap;
use crate::map::{JourneyMap, Phase};
use crate::store::disk::journal::OrphanJournal;

/// The maximum number of lines of the description.
const DESCRIPTION_LINES: usize = 4;

/// Draws the preview of the selected row.
pub fn draw(painter: &mut Painter<'_>, start: &Start, area: Rect) {
    let (state, theme, lang) = (painter.state, painter.theme, painter.lang());
    let recent = if let Offer::Recent(nth) = start.offer() { start.recent.get(nth) } else { None };
    let description = match start.offer() {
        Offer::Tour => lang.offer_tour_about(),
        Offer::NewMap => lang.offer_new_map_about(&state.key_label(Action::QuickEntry)),
        Offer::Template(template) => lang.template_about(template.name()),
        Offer::Orphan(nth) => {
            let about =
                |orphan: &OrphanJournal| lang.offer_orphan_about(&lang.ago(orphan.age.as_secs()), &shown(&orphan.file));
            start.orphans.get(nth).map(about).unwrap_or_default()
        }
        Offer::Open => lang.offer_open_about(),
        Offer::Recent(_) => recent.map(|recent| shown(&recent.path)).unwrap_or_default(),
    };
    let y = area.y + painter.write_wrapped(area, &description, DESCRIPTION_LINES, theme.plain);
    if let Some(recent) = recent {
        let counts = Phase::ALL.map(|phase| format!("{} {}", lang.phase(phase), recent.counts[phase.index()]));
        painter.write(area, y, &counts.join(" · "), theme.dim);
    }
    let below = Rect { y: y + 1, height: area.bottom().saturating_sub(y + 1), ..area };
    if let Some(map) = start.preview(lang).filter(|_| below.height > 1) {
        draw_map(painter, &map, below);
    }
}

/// Draws the names of a map's touchpoints, in a column for each phase.
fn draw_map(painter: &mut Painter<'_>, map: &JourneyMap, area: Rect) {
    let each = area.width.saturating_sub(4) / 3;
    for phase in Phase::ALL {
        let column = Rect { x: area.x + (each + 2) * phase.index() as u16, width: each, ..area };
        draw_phase(painter, map, phase, column);
    }
}

fn draw_phase(painter: &mut Painter<'_>, map: &JourneyMap, phase: Phase, column: Rect) {
    let (theme, lang) = (painter.theme, painter.lang());
    let names: Vec<&str> = map.phase(phase).iter().map(|touchpoint| &*touchpoint.name).collect();
    let header = format!("{} {}", lang.phase(phase), names.len());
    painter.write(column, column.y, &header, theme.strong);
    let lines = usize::from(column.height - 1);
    let hidden = if names.len() > lines { names.len() - lines.saturating_sub(1) } else { 0 };
    let cells = usize::from(column.width.saturating_sub(1));
    let wrapped = |most: usize| names.iter().map(|name| wrap(name, cells, most)).collect::<Vec<_>>();
    // Names get up to three lines if all of them fit.
    let fits = |most: &usize| wrapped(*most).iter().map(Vec::len).sum::<usize>() <= lines;
    let most = (2..=3).rev().find(fits).unwrap_or(1);
    let mut y = column.y + 1;
    for (name, ranges) in names[..names.len() - hidden].iter().zip(wrapped(most)) {
        for (nth, range) in ranges.into_iter().enumerate() {
            let indent = u16::from(nth > 0);
            let row = Rect { x: column.x + indent, width: column.width.saturating_sub(indent), ..column };
            painter.write(row, y, &name[range], theme.plain);
            y += 1;
        }
    }
    if hidden > 0 {
        painter.write(column, column.bottom() - 1, &lang.more_below(hidden), theme.dim);
    }
}
