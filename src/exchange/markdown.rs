//! A map as Markdown: a heading and a table for each phase, the details of each touchpoint, the funnel, the warnings.

pub mod escape;

use super::exporter::{DocumentSource, ExportError, Exported, TextLayout};
use super::funnel_text;
use super::terminal_text::ColourMode;
use crate::lang::Lang;
use crate::map::field::{self, Field, OnCard, Value};
use crate::map::{Funnel, JourneyMap, Phase, Severity, Touchpoint, review};
use escape::{code_fence, escape_line, quote_block};

/// The width of the funnel, in cells.
const FUNNEL_WIDTH: usize = 80;

/// Writes a map as a Markdown page.
pub fn document(source: &DocumentSource) -> Result<Exported, ExportError> {
    let DocumentSource { map, lang, .. } = *source;
    let header = &**map.header();
    let mut page = format!("# {}\n", escape_line(&header.title));
    page += &facts(header, field::HEADER.iter().filter(is_listed), lang);
    let columns = columns(map);
    for phase in Phase::ALL {
        page += &format!("\n## {}\n\n{}", escape_line(&lang.phase(phase)), table(map, phase, &columns, lang));
        for touchpoint in map.phase(phase) {
            let facts = facts(&**touchpoint, field::TOUCHPOINT.iter().filter(is_listed), lang);
            if !facts.is_empty() {
                page += &format!("\n### {}\n{facts}", escape_line(&touchpoint.name));
            }
        }
    }
    page += &funnel(map, source.begin, lang).unwrap_or_default();
    page += &warnings(map, lang);
    Ok(Exported { bytes: page.into_bytes(), omissions: Vec::new() })
}

/// Writes everything that is known of a touchpoint, under its name as a heading.
pub fn touchpoint(touchpoint: &Touchpoint, lang: &Lang) -> String {
    let is_shown = |field: &&Field<Touchpoint>| match field.key {
        "name" => false,
        // Evidence means nothing without a reach.
        "evidence" => touchpoint.reach.is_some(),
        _ => true,
    };
    let fields = field::TOUCHPOINT.iter().filter(is_shown);
    format!("### {}\n{}", escape_line(&touchpoint.name), facts(touchpoint, fields, lang))
}

/// Returns the fields that are filled in: a list, with the notes below it.
fn facts<S: 'static>(owner: &S, fields: impl Iterator<Item = &'static Field<S>>, lang: &Lang) -> String {
    let (mut list, mut notes) = (String::new(), String::new());
    for field in fields {
        let value = field.get(owner);
        let Some(text) = lang.plain_value(&value) else { continue };
        if let Value::Notes(_) = value {
            notes = format!("\n{}", quote_block(&text));
        } else {
            list += &format!("- **{}:** {}\n", escape_line(&lang.field_heading(field.key)), escape_line(&text));
        }
    }
    let gap = if list.is_empty() { "" } else { "\n" };
    format!("{gap}{list}{notes}")
}

/// Returns true if the field is listed below the table. The others are its columns or a heading.
fn is_listed<S>(field: &&Field<S>) -> bool {
    field.card != OnCard::Face
}

/// Returns the columns of the map's tables: the fields of a card's face that have a value in at least one touchpoint.
fn columns(map: &JourneyMap) -> Vec<&'static Field<Touchpoint>> {
    let is_blank = |field: &Field<Touchpoint>, touchpoint: &Touchpoint| match field.key {
        "evidence" => touchpoint.reach.is_none(),
        _ => field.get(touchpoint).is_default(),
    };
    // Alternatives are marked in the column of names.
    let fields = field::TOUCHPOINT.iter().filter(|field| !is_listed(field) && field.key != "with_previous");
    fields
        .filter(|field| field.key == "name" || map.touchpoints().any(|(_, touchpoint)| !is_blank(field, touchpoint)))
        .collect()
}

/// Returns the touchpoints of a phase as a table.
fn table(map: &JourneyMap, phase: Phase, columns: &[&Field<Touchpoint>], lang: &Lang) -> String {
    let touchpoints = map.phase(phase);
    if touchpoints.is_empty() {
        return format!("{}\n", escape_line(&lang.markdown_no_touchpoint()));
    }
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut table = row(columns.iter().map(|field| escape_line(&lang.field_heading(field.key)).into_owned()).collect());
    table += &row(columns.iter().map(|field| if field.key == "reach" { "--:" } else { "---" }.to_owned()).collect());
    for (nth, touchpoint) in touchpoints.iter().enumerate() {
        let alternative = nth > 0 && touchpoint.with_previous;
        table += &row(columns.iter().map(|field| cell(field, touchpoint, alternative, lang)).collect());
    }
    table
}

fn cell(field: &Field<Touchpoint>, touchpoint: &Touchpoint, alternative: bool, lang: &Lang) -> String {
    match field.key {
        "name" if alternative => lang.funnel_text_or(&escape_line(&touchpoint.name)),
        "evidence" if touchpoint.reach.is_none() => String::new(),
        _ => escape_line(&lang.plain_value(&field.get(touchpoint)).unwrap_or_default()).into_owned(),
    }
}

/// Returns the funnel as a terminal shows it, in a code block; none if no reach is known.
fn funnel(map: &JourneyMap, begin: usize, lang: &Lang) -> Option<String> {
    let layout = TextLayout { lang, width: FUNNEL_WIDTH, colour: ColourMode::Plain };
    let body = funnel_text::body(map, &Funnel::beginning_at(map, begin), &layout)?;
    let fence = code_fence(&body);
    Some(format!("\n## {}\n\n{fence}text\n{body}{fence}\n", escape_line(&lang.funnel())))
}

/// Returns the number of findings and the warnings of the review.
fn warnings(map: &JourneyMap, lang: &Lang) -> String {
    let review = review(map);
    let counts = lang.findings(review.count(Severity::Warning), review.count(Severity::Hint));
    let mut text = format!("\n## {}\n", escape_line(&lang.review(&counts, 0)));
    for (nth, finding) in review.findings.iter().filter(|each| each.severity() == Severity::Warning).enumerate() {
        let gap = if nth == 0 { "\n" } else { "" };
        text += &format!("{gap}- {}\n", escape_line(&lang.finding(finding, map)));
    }
    text
}
