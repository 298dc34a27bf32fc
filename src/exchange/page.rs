//! A map as one page to be read, printed and handed on: nothing of it comes from outside of it.

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

use super::drawing::{self, Drawing};
use super::{DocumentSource, ExportError, Exported, counts_text};
use crate::lang::Lang;
use crate::map::curve::{known_count, lowest};
use crate::map::{Funnel, Header, Intent, JourneyMap, Kind, Severity, review};
use balance::Balanced;
use board::Column;
use figures::{Fact, Figure};
use findings::OfRule;
use funnel::Told;
use inline_asset::Inline;
use inventory::{Row, Said};
use print_layout::{Fit, Measure};
use words::Words;

/// Pictures are drawn at two widths; the style sheet, which knows these classes, shows the one that fits.
const WIDTHS: [(&str, f64); 2] = [("wide", 1080.0), ("narrow", 520.0)];

/// Writes a map as a page.
pub fn render(subject: &DocumentSource) -> Result<Exported, ExportError> {
    let (map, lang) = (subject.map, subject.lang);
    let funnel = Funnel::of(map);
    let found = review(map);
    let words = Words::new(lang);
    let phases = board::columns(map, lang, &words);
    let page = Page {
        lang,
        header: map.header(),
        words: &words,
        style: Inline::style(),
        script: Inline::script(),
        fit: Measure { lang, words: &words }.fit(&phases),
        facts: figures::facts(map, lang),
        figures: figures::figures(map, &funnel, &found, lang),
        emotions: emotions(map, lang),
        funnel: Told::of(map, &funnel, lang),
        advice: counts_text::advice(map, lang),
        balance: Balanced::of(map, lang),
        found: lang.findings(found.count(Severity::Warning), found.count(Severity::Hint)),
        findings: findings::of_rules(map, &found, &phases, lang),
        columns: inventory::columns(),
        rows: inventory::rows(&phases),
        said: Said { lang, words: &words },
        phases: &phases,
    };
    let bytes = page.render().map_err(ExportError::library)?.into_bytes();
    Ok(Exported { bytes, omissions: Vec::new() })
}

/// What the page's template is filled with.
#[derive(Template)]
#[template(path = "page.html")]
struct Page<'a> {
    lang: &'a Lang,
    header: &'a Header,
    words: &'a Words,
    style: Inline,
    script: Inline,
    fit: Fit,
    facts: Vec<Fact>,
    figures: Vec<Figure>,
    phases: &'a [Column<'a>],
    emotions: Option<Emotions>,
    funnel: Option<Told<'a>>,
    advice: String,
    balance: Balanced,
    found: String,
    findings: Vec<OfRule>,
    columns: Vec<inventory::Column>,
    rows: Vec<Row<'a>>,
    said: Said<'a>,
}

/// The emotions along the journey.
struct Emotions {
    said: String,
    drawings: Vec<Picture>,
}

/// A drawing, and the class by which the style sheet knows for which screens it is.
struct Picture {
    look: &'static str,
    drawing: Drawing,
}

impl Picture {
    /// Whether it would be too small to be read when it is printed on one page.
    fn is_tall(&self) -> bool {
        self.drawing.height > self.drawing.width
    }
}

/// What there is to say and to draw of the emotions of a map; nothing while none is known.
fn emotions(map: &JourneyMap, lang: &Lang) -> Option<Emotions> {
    let lowest = map.at(lowest(map)?)?;
    let feeling = lowest.emotion.map(|emotion| lang.emotion(emotion)).unwrap_or_default();
    let known = lang.page_emotions_known(known_count(map), map.len());
    let said = format!("{known} {}", lang.page_lowest_emotion(&feeling, &lowest.name));
    let drawn = |(look, width)| Some(Picture { look, drawing: drawing::curve(map, lang, width)? });
    Some(Emotions { said, drawings: WIDTHS.into_iter().filter_map(drawn).collect() })
}
