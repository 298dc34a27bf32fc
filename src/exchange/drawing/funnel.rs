//! The drawn funnel: a bar for each step, as long as its reach, and the flow from step to step.

use super::Drawing;
use super::counts::draw_counts;
use super::font::Font;
use super::funnel_row::{FunnelBar, FunnelBarRow, FunnelColumns, SMALL};
use super::svg::{Area, SvgWriter};
use super::symbols::draw_evidence;
use crate::exchange::funnel_words::{
    NOT_APPLICABLE, count, marks, overall, percent, reach, share_of_step, sign_explanations,
};
use crate::exchange::terminal_text::TextStyle;
use crate::lang::Lang;
use crate::map::funnel::{AfterStep, FunnelStep};
use crate::map::{Evidence, Funnel, JourneyMap, Phase, Place};

/// With this number of steps and more, rows are dense.
const DENSE_FROM: usize = 18;
/// The least width; below it columns would overlap.
const MIN_WIDTH: f64 = 520.0;
/// The height of the headings of a phase.
const HEADINGS: f64 = 30.0;

/// Draws the funnel of a map with the loop after the purchase, or the counts of touchpoints if no reach is known.
pub fn draw_funnel(map: &JourneyMap, funnel: &Funnel, lang: &Lang, width: f64) -> Drawing {
    let width = width.max(MIN_WIDTH);
    match funnel.buyers {
        Some(buyers) => FunnelDrawing { map, funnel, lang, width, svg: SvgWriter::default(), y: 0.0 }.draw(buyers),
        None => draw_counts(map, lang, width),
    }
}

/// A funnel that is drawn from top to bottom; `y` is where the next part begins.
struct FunnelDrawing<'a> {
    map: &'a JourneyMap,
    funnel: &'a Funnel,
    lang: &'a Lang,
    width: f64,
    svg: SvgWriter,
    y: f64,
}

impl FunnelDrawing<'_> {
    fn draw(mut self, buyers: u128) -> Drawing {
        let (lang, funnel) = (self.lang, self.funnel);
        let is_dense = funnel.steps.len() + funnel.after.len() >= DENSE_FROM;
        let largest_after = funnel.after.iter().filter_map(|step| step.reach).chain([buyers]).max().unwrap_or_default();
        let after_rows = funnel.after.iter().enumerate().map(|(nth, step)| self.after_row(nth, step, largest_after));
        let (rows, after_rows): (Vec<FunnelBarRow>, Vec<FunnelBarRow>) = (self.rows(), after_rows.collect());
        let headings = lang.funnel_headings();
        let after_headings =
            [lang.funnel_text_reach(), String::new(), String::new(), lang.funnel_text_of_buyers(self.map.unit())];
        let all_rows: Vec<&FunnelBarRow> = rows.iter().chain(&after_rows).collect();
        let columns = FunnelColumns::new(&headings, &all_rows, self.width, is_dense);

        // The flow is drawn behind the rows, but depends on their bars.
        let mut foreground = SvgWriter::default();
        let mut bars: Vec<Area> = Vec::new();
        for (nth, (step, row)) in funnel.steps.iter().zip(&rows).enumerate() {
            if nth == 0 || funnel.steps[nth - 1].phase != step.phase {
                let headings = if nth == 0 { &headings[..] } else { &[] };
                self.draw_headings(&mut foreground, &columns, step.phase, headings);
            }
            columns.draw(&mut foreground, row, self.y);
            if row.bar != FunnelBar::None {
                bars.push(columns.bar(row.share, self.y));
            }
            self.y += columns.height(row);
        }
        self.draw_flow(&bars);
        self.svg.place((0.0, 0.0), &foreground.finish());
        self.y += 20.0;
        let overall = Font::bold(14.0).cut(&overall(funnel, buyers, self.map.unit(), lang), self.width);
        self.svg.text("d-head", Font::bold(14.0), (0.0, self.y), &overall);
        self.y += 12.0;
        if !after_rows.is_empty() {
            let mut svg = std::mem::take(&mut self.svg);
            self.draw_headings(&mut svg, &columns, Phase::After, &after_headings);
            for row in &after_rows {
                columns.draw(&mut svg, row, self.y);
                svg.rectangle("d-outline", columns.bar(share(buyers, largest_after), self.y), 2.0);
                self.y += columns.height(row);
            }
            self.svg = svg;
        }
        self.draw_legend();
        Drawing { svg: self.svg.finish(), width: self.width, height: self.y }
    }

    fn draw_headings(&mut self, svg: &mut SvgWriter, columns: &FunnelColumns, phase: Phase, headings: &[String]) {
        let gap = if self.y > 0.0 { 8.0 } else { 0.0 };
        columns.draw_headings(svg, &self.lang.phase(phase), headings, self.y + gap + 16.0);
        self.y += gap + HEADINGS;
    }

    /// Draws a trapezium from each bar to the next.
    fn draw_flow(&mut self, bars: &[Area]) {
        for pair in bars.windows(2) {
            let [from, to] = pair else { continue };
            let (top, bottom) = (from.y + from.height, to.y);
            let corners = [(from.x, top), (from.x + from.width, top), (to.x + to.width, bottom), (to.x, bottom)];
            self.svg.polygon("d-flow", &corners);
        }
    }

    /// Explains the symbols and signs that the drawing contains.
    fn draw_legend(&mut self) {
        let mut x = 0.0;
        self.y += 20.0;
        let with_reach = || self.map.touchpoints().filter(|(_, each)| each.reach.is_some());
        for evidence in Evidence::ALL {
            if with_reach().any(|(_, each)| each.evidence == evidence) {
                let word = self.lang.evidence(evidence);
                draw_evidence(&mut self.svg, evidence, (x + 4.0, self.y - 4.0), 3.5);
                self.svg.text("d-quiet", SMALL, (x + 12.0, self.y), &word);
                x += 28.0 + SMALL.width(&word);
            }
        }
        for words in sign_explanations(self.funnel, self.lang) {
            if x > 0.0 && x + SMALL.width(&words) > self.width {
                (x, self.y) = (0.0, self.y + 16.0);
            }
            self.svg.text("d-quiet", SMALL, (x, self.y), &words);
            x += 16.0 + SMALL.width(&words);
        }
        self.y += 8.0;
    }

    /// Returns the rows of the steps up to the purchase.
    fn rows(&self) -> Vec<FunnelBarRow> {
        let largest = self.funnel.widest.unwrap_or_default();
        // A step of unknown reach is drawn as wide as the known one before it, or as the first.
        let mut last_known =
            self.funnel.steps.iter().skip(self.funnel.begin).find_map(|step| step.reach).unwrap_or_default();
        let row = |(index, step): (usize, &FunnelStep)| {
            if !self.funnel.is_leading_in(index) {
                last_known = step.reach.unwrap_or(last_known);
            }
            self.row(index, step, share(last_known, largest))
        };
        self.funnel.steps.iter().enumerate().map(row).collect()
    }

    fn row(&self, index: usize, step: &FunnelStep, share: f64) -> FunnelBarRow {
        let (funnel, lang) = (self.funnel, self.lang);
        let lost = match step.lost {
            0 => step.since.map_or(String::new(), |_| NOT_APPLICABLE.to_owned()),
            lost => count(lang, lost),
        };
        let bar_class =
            match (step.widens, funnel.biggest_loss == Some(index), funnel.shown_best_lever() == Some(index)) {
                (true, _, _) => "d-bar-fault",
                (false, true, _) => "d-bar-loss",
                (false, false, true) => "d-bar-lever",
                (false, false, false) => "d-bar",
            };
        let (bar, numbers) = match (step.reach, funnel.is_leading_in(index)) {
            (Some(_) | None, true) => (FunnelBar::None, vec![String::new(); 3]),
            (None, false) => (FunnelBar::Unknown, self.numbers(step, lost)),
            (Some(_), false) => (FunnelBar::Known(bar_class), self.numbers(step, lost)),
        };
        let marks =
            marks(funnel, index, self.map.unit(), lang).into_iter().map(|(style, mark)| (mark_class(style), mark));
        FunnelBarRow {
            position: index + 1,
            names: self.names(step.place(), step.rows.len()),
            reach: reach(step.reach, step.partial, lang),
            evidence: self.evidence(step.place(), step.rows.len()),
            numbers,
            share,
            bar,
            marks: marks.collect(),
        }
    }

    /// Returns conversion, loss and likelihood.
    fn numbers(&self, step: &FunnelStep, lost: String) -> Vec<String> {
        let share = |share| share_of_step(step, share, self.lang);
        vec![share(step.conversion), lost, share(step.likelihood)]
    }

    fn after_row(&self, index: usize, step: &AfterStep, largest: u128) -> FunnelBarRow {
        let place = Place::new(Phase::After, step.rows.start);
        let share_of_buyers = step.share_of_buyers.map(|share| percent(self.lang, share));
        FunnelBarRow {
            position: index + 1,
            names: self.names(place, step.rows.len()),
            reach: reach(step.reach, step.partial, self.lang),
            evidence: self.evidence(place, step.rows.len()),
            numbers: vec![String::new(), String::new(), share_of_buyers.unwrap_or_default()],
            share: share(step.reach.unwrap_or(largest), largest),
            bar: if step.reach.is_some() { FunnelBar::Known("d-bar-after") } else { FunnelBar::Unknown },
            marks: Vec::new(),
        }
    }

    fn names(&self, place: Place, count: usize) -> String {
        let touchpoints = &self.map.phase(place.phase)[place.row..place.row + count];
        touchpoints.iter().map(|each| &*each.name).collect::<Vec<_>>().join(" / ")
    }

    /// Returns the weakest evidence of the known reaches of a step.
    fn evidence(&self, place: Place, count: usize) -> Option<Evidence> {
        let touchpoints = &self.map.phase(place.phase)[place.row..place.row + count];
        let with_reach = || touchpoints.iter().filter(|each| each.reach.is_some());
        Evidence::ALL.into_iter().find(|&evidence| with_reach().any(|each| each.evidence == evidence))
    }
}

fn share(part: u128, whole: u128) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

fn mark_class(style: TextStyle) -> &'static str {
    match style {
        TextStyle::Fault => "d-fault",
        TextStyle::Loss => "d-loss",
        TextStyle::Lever => "d-lever",
        TextStyle::Heading | TextStyle::Quiet | TextStyle::Bar => "d-quiet",
    }
}
