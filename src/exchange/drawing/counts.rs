//! What is drawn of a funnel without numbers: touchpoints per phase, by kind and by intent, and which number to give first.

use super::Drawing;
use super::font::Font;
use super::funnel_row::{BODY, SMALL};
use super::svg::{Area, SvgWriter};
use crate::exchange::counts_text::{advice, count_rows, starts_group};
use crate::lang::Lang;
use crate::map::balance::Balance;
use crate::map::{JourneyMap, Phase};

/// The widest that a column of numbers becomes.
const COLUMN: f64 = 150.0;

/// Draws what a map without reaches has.
pub fn counts(map: &JourneyMap, lang: &Lang, width: f64) -> Drawing {
    let mut svg = SvgWriter::default();
    let mut y = 4.0;
    for line in BODY.wrap(&advice(map, lang), width, 6) {
        y += 18.0;
        svg.text("d-name", BODY, (0.0, y), &line);
    }
    y += 26.0;
    let rows = count_rows(map, &Balance::of(map), lang);
    let names = rows.iter().map(|(name, _)| BODY.width(name)).fold(0.0, f64::max) + 20.0;
    let column = ((width - names) / 4.0).min(COLUMN);
    let end = |nth: usize| names + (nth + 1) as f64 * column;
    let most = map.len().max(1) as f64;
    for (nth, head) in Phase::ALL.map(|phase| lang.phase(phase)).into_iter().chain([lang.counts_all()]).enumerate() {
        svg.text("d-head", Font::bold(12.0).end(), (end(nth), y), &Font::bold(12.0).cut(&head, column - 8.0));
    }
    svg.line("d-rule", (0.0, y + 6.0), (end(3), y + 6.0));
    y += 8.0;
    for (nth, (name, counts)) in rows.iter().enumerate() {
        y += if starts_group(nth) { 28.0 } else { 19.0 };
        svg.text("d-name", BODY, (0.0, y), name);
        for (column_nth, count) in counts.iter().copied().chain([counts.iter().sum()]).enumerate() {
            let number = lang.number(count as u128);
            let right = end(column_nth);
            svg.text("d-number", BODY.end(), (right, y), &number);
            let room = column - SMALL.width("0") * 6.0 - 16.0;
            let length = count as f64 / most * room.max(0.0);
            if length > 0.0 {
                let x = right - SMALL.width("0") * 6.0 - length;
                svg.area("d-bar", Area { x, y: y - 9.0, width: length, height: 9.0 }, 1.5);
            }
        }
    }
    Drawing { svg: svg.finish(), width, height: y + 10.0 }
}
