//! The funnel drawn: a bar for each step, as wide as its reach, and what comes of it from step to step.

use super::font::Font;
use super::funnel_row::{Columns, Row, SMALL};
use super::svg::{Area, SvgWriter};
use super::symbols::disc;
use super::{Drawing, counts};
use crate::exchange::funnel_words::{NONE, count, marks, overall, percent, reach};
use crate::exchange::terminal_text::TextStyle;
use crate::lang::Lang;
use crate::map::funnel::{AfterStep, FunnelStep};
use crate::map::{Evidence, Funnel, JourneyMap, Phase, Place};

/// From that many steps on, rows are put close.
const MANY: usize = 18;
/// The least width; below it columns would run into each other.
const LEAST: f64 = 520.0;
/// The height of the heads of a part.
const HEADS: f64 = 30.0;

/// Draws the funnel of a map and the loop after the purchase; without any number, what there is to count.
pub fn funnel(map: &JourneyMap, funnel: &Funnel, lang: &Lang, width: f64) -> Drawing {
    let width = width.max(LEAST);
    match funnel.buyers {
        Some(buyers) => Sketch::new(map, funnel, lang, width).draw(buyers),
        None => counts::counts(map, lang, width),
    }
}

struct Sketch<'a> {
    map: &'a JourneyMap,
    funnel: &'a Funnel,
    lang: &'a Lang,
    width: f64,
    svg: SvgWriter,
    y: f64,
}

impl<'a> Sketch<'a> {
    fn new(map: &'a JourneyMap, funnel: &'a Funnel, lang: &'a Lang, width: f64) -> Sketch<'a> {
        Sketch { map, funnel, lang, width, svg: SvgWriter::default(), y: 0.0 }
    }

    fn draw(mut self, buyers: u128) -> Drawing {
        let (lang, funnel) = (self.lang, self.funnel);
        let dense = funnel.steps.len() + funnel.after.len() >= MANY;
        let widest = funnel.after.iter().filter_map(|step| step.reach).chain([buyers]).max().unwrap_or_default();
        let after = funnel.after.iter().enumerate().map(|(nth, step)| self.after_row(nth, step, widest));
        let (rows, after): (Vec<Row>, Vec<Row>) = (self.steps(), after.collect());
        let heads = lang.funnel_headings();
        let after_heads = [lang.funnel_text_reach(), String::new(), String::new(), lang.funnel_text_of_buyers()];
        let all: Vec<&Row> = rows.iter().chain(&after).collect();
        let columns = Columns::new(&heads, &all, self.width, dense);

        let mut above = SvgWriter::default();
        let mut bars: Vec<Area> = Vec::new();
        for (nth, (step, row)) in funnel.steps.iter().zip(&rows).enumerate() {
            if nth == 0 || funnel.steps[nth - 1].phase != step.phase {
                let heads = if nth == 0 { &heads[..] } else { &[] };
                self.heads(&mut above, &columns, step.phase, heads);
            }
            columns.draw(&mut above, row, self.y);
            bars.push(columns.bar(row.share, self.y));
            self.y += columns.height(row);
        }
        self.flow(&bars);
        self.svg.put((0.0, 0.0), &above.finish());
        self.y += 20.0;
        let overall = Font::bold(14.0).cut(&overall(funnel, buyers, lang), self.width);
        self.svg.text("d-head", Font::bold(14.0), (0.0, self.y), &overall);
        self.y += 12.0;
        if !after.is_empty() {
            let mut svg = std::mem::take(&mut self.svg);
            self.heads(&mut svg, &columns, Phase::After, &after_heads);
            for row in &after {
                columns.draw(&mut svg, row, self.y);
                svg.area("d-outline", columns.bar(share(buyers, widest), self.y), 2.0);
                self.y += columns.height(row);
            }
            self.svg = svg;
        }
        self.legend();
        Drawing { svg: self.svg.finish(), width: self.width, height: self.y }
    }

    /// The heads of a phase.
    fn heads(&mut self, svg: &mut SvgWriter, columns: &Columns, phase: Phase, heads: &[String]) {
        let gap = if self.y > 0.0 { 8.0 } else { 0.0 };
        columns.draw_heads(svg, &self.lang.phase(phase), heads, self.y + gap + 16.0);
        self.y += gap + HEADS;
    }

    /// What leads from each bar to the next.
    fn flow(&mut self, areas: &[Area]) {
        for pair in areas.windows(2) {
            let [from, to] = pair else { continue };
            let (top, bottom) = (from.y + from.height, to.y);
            let corners = [(from.x, top), (from.x + from.width, top), (to.x + to.width, bottom), (to.x, bottom)];
            self.svg.shape("d-flow", &corners);
        }
    }

    /// What the signs mean that were used.
    fn legend(&mut self) {
        let steps = self.funnel.steps.iter().map(|step| (step.reach, step.partial));
        let after = self.funnel.after.iter().map(|step| (step.reach, step.partial));
        let all: Vec<(Option<u128>, bool)> = steps.chain(after).collect();
        let mut x = 0.0;
        self.y += 20.0;
        let touchpoints = || self.map.touchpoints().filter(|(_, each)| each.reach.is_some());
        for evidence in Evidence::ALL {
            if touchpoints().any(|(_, each)| each.evidence == evidence) {
                let word = self.lang.evidence(evidence);
                disc(&mut self.svg, evidence, (x + 4.0, self.y - 4.0), 3.5);
                self.svg.text("d-quiet", SMALL, (x + 12.0, self.y), &word);
                x += 28.0 + SMALL.width(&word);
            }
        }
        let signs = [
            (all.iter().any(|(reach, _)| reach.is_none()), self.lang.funnel_text_unknown("?")),
            (all.iter().any(|(_, partial)| *partial), self.lang.funnel_text_partial("≥")),
        ];
        for (_, words) in signs.into_iter().filter(|(used, _)| *used) {
            if x > 0.0 && x + SMALL.width(&words) > self.width {
                (x, self.y) = (0.0, self.y + 16.0);
            }
            self.svg.text("d-quiet", SMALL, (x, self.y), &words);
            x += 16.0 + SMALL.width(&words);
        }
        self.y += 8.0;
    }

    fn steps(&self) -> Vec<Row> {
        let widest = self.funnel.widest.unwrap_or_default();
        // A step of unknown reach is drawn as wide as the known one before it, or as the first.
        let mut before = self.funnel.steps.iter().find_map(|step| step.reach).unwrap_or_default();
        let row = |(index, step): (usize, &FunnelStep)| {
            before = step.reach.unwrap_or(before);
            self.row(index, step, share(before, widest))
        };
        self.funnel.steps.iter().enumerate().map(row).collect()
    }

    fn row(&self, index: usize, step: &FunnelStep, share: f64) -> Row {
        let lang = self.lang;
        let given = |share: Option<f64>| match (step.reach, share) {
            (None, _) => String::new(),
            (Some(_), None) => NONE.to_owned(),
            (Some(_), Some(share)) => percent(lang, share),
        };
        let lost = match step.lost {
            0 => step.since.map_or(String::new(), |_| NONE.to_owned()),
            lost => count(lang, lost),
        };
        let bar = match (step.widens, self.funnel.biggest_loss == Some(index), self.funnel.best_lever == Some(index)) {
            (true, _, _) => "d-bar-fault",
            (false, true, _) => "d-bar-loss",
            (false, false, true) => "d-bar-lever",
            (false, false, false) => "d-bar",
        };
        let class = |tint: TextStyle| match tint {
            TextStyle::Fault => "d-fault",
            TextStyle::Loss => "d-loss",
            TextStyle::Lever => "d-lever",
            TextStyle::Heading | TextStyle::Quiet | TextStyle::Bar => "d-quiet",
        };
        Row {
            position: index + 1,
            names: self.names(step.place(), step.rows.len()),
            reach: reach(step.reach, step.partial, lang),
            evidence: self.evidence(step.place(), step.rows.len()),
            numbers: vec![given(step.conversion), lost, given(step.likelihood)],
            share,
            known: step.reach.is_some(),
            bar,
            marks: marks(self.funnel, index, step, lang).into_iter().map(|(tint, mark)| (class(tint), mark)).collect(),
        }
    }

    fn after_row(&self, index: usize, step: &AfterStep, widest: u128) -> Row {
        let place = Place::new(Phase::After, step.rows.start);
        let share_of_buyers = step.share_of_buyers.map(|share| percent(self.lang, share));
        Row {
            position: index + 1,
            names: self.names(place, step.rows.len()),
            reach: reach(step.reach, step.partial, self.lang),
            evidence: self.evidence(place, step.rows.len()),
            numbers: vec![String::new(), String::new(), share_of_buyers.unwrap_or_default()],
            share: share(step.reach.unwrap_or(widest), widest),
            known: step.reach.is_some(),
            bar: "d-bar-after",
            marks: Vec::new(),
        }
    }

    fn names(&self, place: Place, count: usize) -> String {
        let touchpoints = &self.map.phase(place.phase)[place.row..place.row + count];
        touchpoints.iter().map(|each| &*each.name).collect::<Vec<_>>().join(" / ")
    }

    /// The weakest evidence of the known reaches of a step.
    fn evidence(&self, place: Place, count: usize) -> Option<Evidence> {
        let touchpoints = &self.map.phase(place.phase)[place.row..place.row + count];
        let known = || touchpoints.iter().filter(|each| each.reach.is_some());
        Evidence::ALL.into_iter().find(|&evidence| known().any(|each| each.evidence == evidence))
    }
}

fn share(part: u128, whole: u128) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
