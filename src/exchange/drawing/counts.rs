//! The drawing for a map without reaches: touchpoints per phase, by kind and by intent, and what to enter first.

use super::Drawing;
use super::font::Font;
use super::funnel_row::{BODY, SMALL};
use super::svg::{Area, SvgWriter};
use crate::exchange::counts_text::{advice, count_rows, starts_group};
use crate::lang::Lang;
use crate::map::balance::Balance;
use crate::map::{JourneyMap, Phase};

/// The greatest width of a column of numbers.
const MAX_COLUMN: f64 = 150.0;

/// Draws the counts of a map.
pub(crate) fn draw_counts(map: &JourneyMap, lang: &Lang, width: f64) -> Drawing {
    let mut svg = SvgWriter::default();
    let mut y = 4.0;
    for line in BODY.wrap(&advice(map, lang), width, 6) {
        y += 18.0;
        svg.text("d-name", BODY, (0.0, y), &line);
    }
    y += 26.0;
    let rows = count_rows(map, &Balance::of(map), lang);
    let names = rows.iter().map(|(name, _)| BODY.width(name)).fold(0.0, f64::max) + 20.0;
    let column = ((width - names) / 4.0).min(MAX_COLUMN);
    let column_end = |nth: usize| names + (nth + 1) as f64 * column;
    let headings = Phase::ALL.map(|phase| lang.phase(phase)).into_iter().chain([lang.counts_all()]);
    for (nth, heading) in headings.enumerate() {
        let heading = Font::bold(12.0).cut(&heading, column - 8.0);
        svg.text("d-head", Font::bold(12.0).end(), (column_end(nth), y), &heading);
    }
    svg.line("d-rule", (0.0, y + 6.0), (column_end(3), y + 6.0));
    y += 8.0;
    for (nth, (name, counts)) in rows.iter().enumerate() {
        y += if starts_group(nth) { 28.0 } else { 19.0 };
        svg.text("d-name", BODY, (0.0, y), name);
        for (column_nth, count) in counts.iter().copied().chain([counts.iter().sum()]).enumerate() {
            let right = column_end(column_nth);
            svg.text("d-number", BODY.end(), (right, y), &lang.number(count as u128));
            let space = column - SMALL.width("0") * 6.0 - 16.0;
            let length = count as f64 / map.len().max(1) as f64 * space.max(0.0);
            if length > 0.0 {
                let x = right - SMALL.width("0") * 6.0 - length;
                svg.rectangle("d-bar", Area { x, y: y - 9.0, width: length, height: 9.0 }, 1.5);
            }
        }
    }
    Drawing { svg: svg.finish(), width, height: y + 10.0 }
}
