//! A map as Markdown: a heading and a table for each phase, what is known of each touchpoint, the funnel, the warnings.

pub mod escape;

use super::terminal_text::ColourMode;
use super::{DocumentSource, ExportError, Exported, TextLayout, funnel_text};
use crate::lang::Lang;
use crate::map::field::{self, Field, Value};
use crate::map::{Funnel, JourneyMap, Phase, Severity, Touchpoint, review};
use escape::{code_fence, escape_line, quote_block};

/// The fields that stand in a phase's table, as long as one touchpoint of the map has them.
const COLUMNS: [&str; 8] = ["name", "kind", "intent", "channel", "emotion", "critical", "reach", "evidence"];
/// What the heading or the row of a touchpoint says of it already.
const SAID: [&str; 9] =
    ["name", "kind", "intent", "channel", "emotion", "critical", "reach", "evidence", "with_previous"];
/// The cells that a line of the funnel may take.
const WIDTH: usize = 80;

/// Writes a map as a page.
pub fn document(subject: &DocumentSource) -> Result<Exported, ExportError> {
    let DocumentSource { map, lang, .. } = *subject;
    let header = &**map.header();
    let mut page = format!("# {}\n", escape_line(&header.title));
    page += &facts(header, field::HEADER, &["title"], lang);
    let columns = columns(map);
    for phase in Phase::ALL {
        page += &format!("\n## {}\n\n{}", escape_line(&lang.phase(phase)), table(map, phase, &columns, lang));
        for touchpoint in map.phase(phase) {
            let facts = facts(&**touchpoint, field::TOUCHPOINT, &SAID, lang);
            if !facts.is_empty() {
                page += &format!("\n### {}\n{facts}", escape_line(&touchpoint.name));
            }
        }
    }
    page += &funnel(map, lang).unwrap_or_default();
    page += &warnings(map, lang);
    Ok(Exported { bytes: page.into_bytes(), omissions: Vec::new() })
}

/// Writes all that is known of a touchpoint, under its name as a heading.
pub fn touchpoint(touchpoint: &Touchpoint, lang: &Lang) -> String {
    let assumed = if touchpoint.reach.is_some() { "" } else { "evidence" };
    format!("### {}\n{}", escape_line(&touchpoint.name), facts(touchpoint, field::TOUCHPOINT, &["name", assumed], lang))
}

/// What is known of an owner of fields but these: a list, and its notes below.
fn facts<S>(owner: &S, fields: &[Field<S>], but: &[&str], lang: &Lang) -> String {
    let (mut list, mut notes) = (String::new(), String::new());
    for field in fields.iter().filter(|field| !but.contains(&field.key)) {
        let value = (field.get)(owner);
        let Some(told) = lang.plain_value(&value) else { continue };
        match value {
            Value::Notes(_) => notes = format!("\n{}", quote_block(&told)),
            Value::Name(_)
            | Value::Line(_)
            | Value::Lines(_)
            | Value::Rules(_)
            | Value::Reach(_)
            | Value::Votes(_)
            | Value::Kind(_)
            | Value::Intent(_)
            | Value::Contact(_)
            | Value::Agent(_)
            | Value::Emotion(_)
            | Value::Evidence(_)
            | Value::Flag(_) => {
                list += &format!("- **{}:** {}\n", escape_line(&lang.field_heading(field.key)), escape_line(&told))
            }
        }
    }
    let gap = if list.is_empty() { "" } else { "\n" };
    format!("{gap}{list}{notes}")
}

/// The columns of a map's tables: those that are not blank everywhere.
fn columns(map: &JourneyMap) -> Vec<&'static Field<Touchpoint>> {
    let blank = |field: &Field<Touchpoint>, touchpoint: &Touchpoint| match field.key {
        "name" => false,
        "evidence" => touchpoint.reach.is_none(),
        _ => matches!(
            (field.get)(touchpoint),
            Value::Line(None)
                | Value::Kind(None)
                | Value::Intent(None)
                | Value::Emotion(None)
                | Value::Flag(false)
                | Value::Reach(None)
        ),
    };
    let fields = COLUMNS.iter().filter_map(|key| field::of_touchpoint(key));
    fields.filter(|field| map.touchpoints().any(|(_, touchpoint)| !blank(field, touchpoint))).collect()
}

/// The touchpoints of a phase, a row each.
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
        "name" if alternative => lang.funnel_or(&escape_line(&touchpoint.name)),
        "evidence" if touchpoint.reach.is_none() => String::new(),
        _ => escape_line(&lang.plain_value(&(field.get)(touchpoint)).unwrap_or_default()).into_owned(),
    }
}

/// The funnel as it is told in a terminal; none while it has no numbers.
fn funnel(map: &JourneyMap, lang: &Lang) -> Option<String> {
    let body = funnel_text::body(map, &Funnel::of(map), &TextLayout { lang, width: WIDTH, colour: ColourMode::Plain })?;
    let fence = code_fence(&body);
    Some(format!("\n## {}\n\n{fence}text\n{body}{fence}\n", escape_line(&lang.funnel())))
}

/// How much the review finds, and its warnings.
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
