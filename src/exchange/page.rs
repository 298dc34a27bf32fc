//! A map as one HTML page for reading, printing and passing on, without any external resource.

mod balance;
mod board;
mod figures;
mod findings;
mod funnel;
mod inline_asset;
mod inventory;
mod print_layout;
mod words;

use askama::Template;

use super::counts_text;
use super::drawing::{self, Drawing};
use super::exporter::{DocumentSource, ExportError, Exported};
use crate::lang::Lang;
use crate::map::curve::{known_count, lowest};
use crate::map::{Funnel, Header, Intent, JourneyMap, Kind, Severity, review};
use balance::BalanceSection;
use board::PhaseColumn;
use figures::{HeaderFact, KeyFigure};
use findings::RuleFindings;
use funnel::FunnelSection;
use inline_asset::InlineAsset;
use inventory::{CellWords, TouchpointRow};
use print_layout::{PrintLayout, PrintMeasure};
use words::PageWords;

/// The classes and widths of drawings; the style sheet shows the one that fits the screen.
const WIDTHS: [(&str, f64); 2] = [("wide", 1080.0), ("narrow", 520.0)];

/// Writes a map as a page.
pub fn render(source: &DocumentSource) -> Result<Exported, ExportError> {
    let (map, lang) = (source.map, source.lang);
    let funnel = Funnel::beginning_at(map, source.begin);
    let review = review(map);
    let words = PageWords::new(lang);
    let phases = board::phase_columns(map, lang, &words);
    let page = HtmlPage {
        lang,
        header: map.header(),
        words: &words,
        style: InlineAsset::style(),
        script: InlineAsset::script(),
        print: PrintMeasure { lang, words: &words }.layout(&phases),
        facts: figures::facts(map, lang),
        figures: figures::figures(map, &funnel, &review, lang),
        emotions: emotions(map, lang),
        funnel: FunnelSection::of(map, &funnel, lang),
        advice: counts_text::advice(map, lang),
        balance: BalanceSection::of(map, lang),
        findings_summary: lang.findings(review.count(Severity::Warning), review.count(Severity::Hint)),
        findings: findings::by_rule(map, &review, &phases, lang),
        columns: inventory::columns(),
        rows: inventory::rows(&phases),
        cell_words: CellWords { lang, words: &words },
        phases: &phases,
    };
    let bytes = page.render().map_err(ExportError::library)?.into_bytes();
    Ok(Exported { bytes, omissions: Vec::new() })
}

/// The values of the page's template.
#[derive(Template)]
#[template(path = "page.html")]
struct HtmlPage<'a> {
    lang: &'a Lang,
    header: &'a Header,
    words: &'a PageWords,
    style: InlineAsset,
    script: InlineAsset,
    print: PrintLayout,
    facts: Vec<HeaderFact>,
    figures: Vec<KeyFigure>,
    phases: &'a [PhaseColumn<'a>],
    emotions: Option<EmotionSection>,
    funnel: Option<FunnelSection<'a>>,
    advice: String,
    balance: BalanceSection,
    findings_summary: String,
    findings: Vec<RuleFindings>,
    columns: Vec<inventory::TouchpointColumn>,
    rows: Vec<TouchpointRow<'a>>,
    cell_words: CellWords<'a>,
}

/// The section of emotions.
struct EmotionSection {
    summary: String,
    drawings: Vec<SizedDrawing>,
}

/// A drawing with the class that says for which screens it is.
struct SizedDrawing {
    class: &'static str,
    drawing: Drawing,
}

impl SizedDrawing {
    /// Returns true if the drawing is too tall to be readable on one printed page.
    fn is_tall(&self) -> bool {
        self.drawing.height > self.drawing.width
    }
}

/// Returns the section of emotions; none if no emotion is known.
fn emotions(map: &JourneyMap, lang: &Lang) -> Option<EmotionSection> {
    let lowest = map.at(lowest(map)?)?;
    let feeling = lowest.emotion.map(|emotion| lang.emotion(emotion)).unwrap_or_default();
    let known = lang.page_emotions_known(known_count(map), map.len());
    let summary = format!("{known} {}", lang.page_lowest_emotion(&feeling, &lowest.name));
    let drawn = |(class, width)| Some(SizedDrawing { class, drawing: drawing::draw_curve(map, lang, width)? });
    Some(EmotionSection { summary, drawings: WIDTHS.into_iter().filter_map(drawn).collect() })
}
