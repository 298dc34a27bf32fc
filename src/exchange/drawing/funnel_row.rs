//! One step of a drawn funnel: its names, its bar and its numbers in columns.

use super::font::Font;
use super::svg::{Area, SvgNumber, SvgWriter};
use super::symbols::disc;
use crate::map::Evidence;

/// The type of names and numbers.
pub const BODY: Font = Font::plain(13.0);
/// The type of marks and heads of columns.
pub const SMALL: Font = Font::plain(11.5);
/// The room between columns.
const GAP: f64 = 14.0;
/// The room that a sign of evidence takes beside a reach.
const SIGN: f64 = 14.0;

/// What is shown of a step.
pub struct Row {
    pub position: usize,
    /// The names of its touchpoints, in full.
    pub names: String,
    pub reach: String,
    /// The weakest evidence of its reach; none when that is unknown.
    pub evidence: Option<Evidence>,
    pub numbers: Vec<String>,
    /// The share of the widest bar that its bar takes.
    pub share: f64,
    /// Whether that is known.
    pub known: bool,
    pub bar: &'static str,
    /// What is remarkable, each with its class.
    pub marks: Vec<(&'static str, String)>,
}

/// Where each column of a funnel ends or begins.
pub struct Columns {
    pub width: f64,
    name: f64,
    names: f64,
    bar: f64,
    bars: f64,
    sign: f64,
    reach: f64,
    numbers: Vec<f64>,
    dense: bool,
}

impl Columns {
    /// Columns in which these rows fit below these heads; many rows are put close.
    pub fn new(heads: &[String], rows: &[&Row], width: f64, dense: bool) -> Columns {
        let widest = |texts: &mut dyn Iterator<Item = &String>| texts.map(|text| BODY.width(text)).fold(30.0, f64::max);
        let columns = rows.iter().map(|row| row.numbers.len()).max().unwrap_or_default();
        let sign = widest(&mut rows.iter().map(|row| &row.reach).chain(heads.first())) + SIGN;
        let numbers: Vec<f64> = (0..columns)
            .map(|nth| widest(&mut rows.iter().filter_map(|row| row.numbers.get(nth)).chain(heads.get(nth + 1))))
            .collect();
        let name = BODY.width(&rows.len().to_string()).max(14.0) + 8.0;
        let reach = width - numbers.iter().map(|each| each + GAP).sum::<f64>();
        let room = (reach - sign - GAP - name).max(200.0);
        let names = room * 0.56 - GAP;
        let mut end = reach;
        let ends = numbers.iter().map(|each| {
            end += GAP + each;
            end
        });
        let numbers = ends.collect();
        let bar = name + names + GAP;
        Columns { width, name, names, bar, bars: room - names - GAP, sign: reach - sign, reach, numbers, dense }
    }

    /// The height that a row takes.
    pub fn height(&self, row: &Row) -> f64 {
        let marks: usize = row.marks.iter().map(|(_, mark)| self.mark(mark).len()).sum();
        let least = if self.dense { 20.0 } else { 32.0 };
        f64::max(least, self.lines(row).len() as f64 * 16.0 + marks as f64 * 15.0 + if self.dense { 4.0 } else { 12.0 })
    }

    /// Where a bar of that share is drawn, when its row begins at `y`.
    pub fn bar(&self, share: f64, y: f64) -> Area {
        // A bar that is too short to be seen is a thin line.
        let width = (share * self.bars).clamp(1.5, self.bars);
        let x = self.bar + (self.bars - width) / 2.0;
        Area { x, y: y + if self.dense { 2.0 } else { 6.0 }, width, height: if self.dense { 14.0 } else { 20.0 } }
    }

    /// Writes the heads of the columns, and draws a line below them.
    pub fn draw_heads(&self, svg: &mut SvgWriter, title: &str, heads: &[String], y: f64) {
        svg.text("d-head", Font::bold(13.0), (0.0, y), &Font::bold(13.0).cut(title, self.bar - GAP));
        let ends = [self.reach].into_iter().chain(self.numbers.iter().copied());
        for (head, end) in heads.iter().zip(ends).filter(|(head, _)| !head.is_empty()) {
            svg.text("d-quiet", SMALL.end(), (end, y), head);
        }
        svg.line("d-rule", (0.0, y + 6.0), (self.width, y + 6.0));
    }

    /// Draws a row that begins at `y`.
    pub fn draw(&self, svg: &mut SvgWriter, row: &Row, y: f64) {
        let area = self.bar(row.share, y);
        let base = area.y + area.height / 2.0 + 4.5;
        svg.group("d-step", &row.names);
        svg.text("d-quiet", BODY.end(), (self.name - 6.0, base), &row.position.to_string());
        let mut down = base;
        for line in self.lines(row) {
            svg.text("d-name", BODY, (self.name, down), &line);
            down += 16.0;
        }
        for (class, mark) in &row.marks {
            for line in self.mark(mark) {
                svg.text(class, SMALL, (self.name, down - 1.0), &line);
                down += 15.0;
            }
        }
        if row.known {
            svg.area(row.bar, area, 2.0);
        } else {
            svg.area("d-unknown", area, 2.0);
            svg.stroke("d-hatch", &hatch(area));
            svg.text("d-question", Font::bold(13.0).middle(), (area.x + area.width / 2.0, base), "?");
        }
        svg.text("d-number", BODY.end(), (self.reach, base), &row.reach);
        if let Some(evidence) = row.evidence {
            disc(svg, evidence, (self.sign + SIGN / 2.0, base - 4.5), 3.5);
        }
        for (number, end) in row.numbers.iter().zip(&self.numbers).filter(|(number, _)| !number.is_empty()) {
            svg.text("d-number", BODY.end(), (*end, base), number);
        }
        svg.close("g");
    }

    fn lines(&self, row: &Row) -> Vec<String> {
        BODY.wrap(&row.names, self.names, if self.dense { 1 } else { 3 })
    }

    fn mark(&self, mark: &str) -> Vec<String> {
        SMALL.wrap(mark, self.names, 3)
    }
}

/// Slanting lines over an area, away from its middle, where the question mark stands.
fn hatch(area: Area) -> String {
    let mut path = String::new();
    let middle = area.x + area.width / 2.0;
    let count = (area.width / 8.0) as usize;
    for nth in 1..count {
        let x = area.x + nth as f64 * 8.0;
        if (x - middle).abs() > 12.0 {
            let (from, to) = (x - 3.0, x + 3.0);
            let [from, to, top, bottom] = [from, to, area.y, area.y + area.height].map(SvgNumber);
            path += &format!("M{from} {bottom}L{to} {top}");
        }
    }
    path
}
