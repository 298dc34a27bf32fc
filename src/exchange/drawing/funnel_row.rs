//! One step of the drawn funnel: its names, its bar and its numbers, in columns.

use super::font::Font;
use super::svg::{Area, SvgNumber, SvgWriter};
use super::symbols::draw_evidence;
use crate::map::Evidence;

/// The font of names and numbers.
pub(crate) const BODY: Font = Font::plain(13.0);
/// The font of marks and column headings.
pub(crate) const SMALL: Font = Font::plain(11.5);
/// The space between columns.
const GAP: f64 = 14.0;
/// The width of an evidence disc beside a reach.
const DISC: f64 = 14.0;

/// What is drawn between the names and the numbers of a step.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum FunnelBar {
    /// A bar of this class.
    Known(&'static str),
    /// The reach is unknown, so that the bar is only a guess.
    Unknown,
    /// Nothing: the step leads in, and its reach is in no proportion to the bars.
    None,
}

/// One step, ready to be drawn.
pub(crate) struct FunnelBarRow {
    pub position: usize,
    /// The names of its touchpoints, in full.
    pub names: String,
    pub reach: String,
    /// The weakest evidence of its reach; none if the reach is unknown.
    pub evidence: Option<Evidence>,
    /// The numbers after the reach.
    pub numbers: Vec<String>,
    /// The length of its bar as a share of the longest bar.
    pub share: f64,
    pub bar: FunnelBar,
    /// The remarks below the names, each with its class.
    pub marks: Vec<(&'static str, String)>,
}

/// The columns of a drawn funnel: x positions, and the widths of names and bars.
pub(crate) struct FunnelColumns {
    pub width: f64,
    names: f64,
    names_width: f64,
    bars: f64,
    bars_width: f64,
    disc: f64,
    /// The right end of the reach.
    reach_end: f64,
    /// The right ends of the numbers.
    number_ends: Vec<f64>,
    is_dense: bool,
}

impl FunnelColumns {
    /// Returns columns that hold these rows and headings; in dense columns rows are low.
    pub fn new(headings: &[String], rows: &[&FunnelBarRow], width: f64, is_dense: bool) -> FunnelColumns {
        let widest = |texts: &mut dyn Iterator<Item = &String>| texts.map(|text| BODY.width(text)).fold(30.0, f64::max);
        let columns = rows.iter().map(|row| row.numbers.len()).max().unwrap_or_default();
        let reach_width = widest(&mut rows.iter().map(|row| &row.reach).chain(headings.first())) + DISC;
        let number_widths: Vec<f64> = (0..columns)
            .map(|nth| widest(&mut rows.iter().filter_map(|row| row.numbers.get(nth)).chain(headings.get(nth + 1))))
            .collect();
        let names = BODY.width(&rows.len().to_string()).max(14.0) + 8.0;
        let reach_end = width - number_widths.iter().map(|each| each + GAP).sum::<f64>();
        let available = (reach_end - reach_width - GAP - names).max(200.0);
        let names_width = available * 0.56 - GAP;
        let mut end = reach_end;
        let number_ends = number_widths.iter().map(|each| {
            end += GAP + each;
            end
        });
        FunnelColumns {
            width,
            names,
            names_width,
            bars: names + names_width + GAP,
            bars_width: available - names_width - GAP,
            disc: reach_end - reach_width,
            reach_end,
            number_ends: number_ends.collect(),
            is_dense,
        }
    }

    /// Returns the height of a row.
    pub(crate) fn height(&self, row: &FunnelBarRow) -> f64 {
        let mark_lines: usize = row.marks.iter().map(|(_, mark)| self.mark_lines(mark).len()).sum();
        let (least, padding) = if self.is_dense { (20.0, 4.0) } else { (32.0, 12.0) };
        f64::max(least, self.name_lines(row).len() as f64 * 16.0 + mark_lines as f64 * 15.0 + padding)
    }

    /// Returns the area of a bar of that share in a row that begins at `y`.
    pub(crate) fn bar(&self, share: f64, y: f64) -> Area {
        // A bar that is too short to be seen becomes a thin line.
        let width = (share * self.bars_width).clamp(1.5, self.bars_width);
        let x = self.bars + (self.bars_width - width) / 2.0;
        let (padding, height) = if self.is_dense { (2.0, 14.0) } else { (6.0, 20.0) };
        Area { x, y: y + padding, width, height }
    }

    /// Draws a title and the headings of the columns, with a line below.
    pub(crate) fn draw_headings(&self, svg: &mut SvgWriter, title: &str, headings: &[String], y: f64) {
        svg.text("d-head", Font::bold(13.0), (0.0, y), &Font::bold(13.0).cut(title, self.bars - GAP));
        let ends = [self.reach_end].into_iter().chain(self.number_ends.iter().copied());
        for (heading, end) in headings.iter().zip(ends).filter(|(heading, _)| !heading.is_empty()) {
            svg.text("d-quiet", SMALL.end(), (end, y), heading);
        }
        svg.line("d-rule", (0.0, y + 6.0), (self.width, y + 6.0));
    }

    /// Draws a row that begins at `y`.
    pub fn draw(&self, svg: &mut SvgWriter, row: &FunnelBarRow, y: f64) {
        let bar = self.bar(row.share, y);
        let baseline = bar.y + bar.height / 2.0 + 4.5;
        svg.open_group("d-step", &row.names);
        svg.text("d-quiet", BODY.end(), (self.names - 6.0, baseline), &row.position.to_string());
        let mut down = baseline;
        for line in self.name_lines(row) {
            svg.text("d-name", BODY, (self.names, down), &line);
            down += 16.0;
        }
        for (class, mark) in &row.marks {
            for line in self.mark_lines(mark) {
                svg.text(class, SMALL, (self.names, down - 1.0), &line);
                down += 15.0;
            }
        }
        match row.bar {
            FunnelBar::Known(class) => svg.rectangle(class, bar, 2.0),
            FunnelBar::Unknown => {
                svg.rectangle("d-unknown", bar, 2.0);
                svg.outline("d-hatch", &hatch(bar));
                svg.text("d-question", Font::bold(13.0).middle(), (bar.x + bar.width / 2.0, baseline), "?");
            }
            FunnelBar::None => {}
        }
        svg.text("d-number", BODY.end(), (self.reach_end, baseline), &row.reach);
        if let Some(evidence) = row.evidence {
            draw_evidence(svg, evidence, (self.disc + DISC / 2.0, baseline - 4.5), 3.5);
        }
        for (number, end) in row.numbers.iter().zip(&self.number_ends).filter(|(number, _)| !number.is_empty()) {
            svg.text("d-number", BODY.end(), (*end, baseline), number);
        }
        svg.close("g");
    }

    fn name_lines(&self, row: &FunnelBarRow) -> Vec<String> {
        BODY.wrap(&row.names, self.names_width, if self.is_dense { 1 } else { 3 })
    }

    fn mark_lines(&self, mark: &str) -> Vec<String> {
        SMALL.wrap(mark, self.names_width, 3)
    }
}

/// Returns a path of slanting lines over an area, except its middle, where the question mark stands.
fn hatch(area: Area) -> String {
    let mut path = String::new();
    let middle = area.x + area.width / 2.0;
    let count = (area.width / 8.0) as usize;
    for nth in 1..count {
        let x = area.x + nth as f64 * 8.0;
        if (x - middle).abs() > 12.0 {
            let [from, to, top, bottom] = [x - 3.0, x + 3.0, area.y, area.y + area.height].map(SvgNumber);
            path += &format!("M{from} {bottom}L{to} {top}");
        }
    }
    path
}
