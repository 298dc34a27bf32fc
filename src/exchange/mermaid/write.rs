//! Writing a map as a journey diagram: a section for each phase, a task for each touchpoint.

use super::entity::{escape, escape_list_item, escape_title};
use super::id_comment::comment_of;
use crate::exchange::exporter::{DocumentSource, ExportError, Exported};
use crate::lang::Lang;
use crate::map::field;
use crate::map::width::width;
use crate::map::{Emotion, JourneyMap, Phase, Touchpoint};

/// The fields of a touchpoint that a task holds.
const TASK_FIELDS: [&str; 3] = ["name", "emotion", "actors"];
/// The longest text that Mermaid draws by default (`maxTextSize`), in UTF-16 units.
const MAX_TEXT_SIZE: usize = 50_000;

/// The width of tasks that Mermaid uses by default, and the greatest that still looks like a diagram, in pixels.
const DEFAULT_TASK_WIDTH: usize = 150;
const MAX_TASK_WIDTH: usize = 400;
/// The lines of text for which a task is high enough.
const LINES_IN_TASK: usize = 2;
/// The width of a cell of text, and the space that line breaks leave unused, in pixels.
const CELL_WIDTH: usize = 8;
const LINE_BREAK_LOSS: usize = 30;

/// Writes a map as a diagram, and lists what a diagram cannot hold.
pub fn document(source: &DocumentSource) -> Result<Exported, ExportError> {
    let DocumentSource { map, lang, .. } = *source;
    let mut diagram = task_width(map)
        .map_or_else(String::new, |width| format!("%%{{init:{{\"journey\":{{\"width\":{width}}}}}}}%%\n"));
    diagram += "journey\n";
    diagram += &format!("    title {}\n", escape_title(&map.header().title));
    for phase in Phase::ALL {
        let touchpoints = map.phase(phase);
        if !touchpoints.is_empty() {
            diagram += &format!("    section {}\n", escape(&lang.phase(phase)));
        }
        touchpoints.iter().for_each(|touchpoint| diagram += &task(touchpoint));
    }
    let omissions = omissions(map, &diagram, lang);
    Ok(Exported { bytes: diagram.into_bytes(), omissions })
}

/// Returns the width of tasks that the longest name needs, in pixels; none if Mermaid's default is enough.
fn task_width(map: &JourneyMap) -> Option<usize> {
    let longest = map.touchpoints().map(|(_, touchpoint)| width(&touchpoint.name)).max()?;
    let width = longest.div_ceil(LINES_IN_TASK) * CELL_WIDTH + LINE_BREAK_LOSS;
    (width > DEFAULT_TASK_WIDTH).then_some(width.min(MAX_TASK_WIDTH))
}

/// Returns the lines of a task; a touchpoint with unknown emotion gets the neutral score.
fn task(touchpoint: &Touchpoint) -> String {
    let score = touchpoint.emotion.map_or(0, Emotion::value) + 3;
    let actors: Vec<String> =
        touchpoint.actors.iter().filter(|actor| !actor.is_empty()).map(|actor| escape_list_item(actor)).collect();
    let actors = if actors.is_empty() { String::new() } else { format!(": {}", actors.join(", ")) };
    format!("      {}\n      {}: {score}{actors}\n", comment_of(touchpoint), escape(&touchpoint.name))
}

/// Lists what of a map is not in its diagram, or not drawn.
fn omissions(map: &JourneyMap, diagram: &str, lang: &Lang) -> Vec<String> {
    let header = field::HEADER.iter().filter(|field| field.key != "title" && !field.get(map.header()).is_default());
    let touchpoint = field::TOUCHPOINT.iter().filter(|field| !TASK_FIELDS.contains(&field.key));
    let touchpoint =
        touchpoint.filter(|field| map.touchpoints().any(|(_, touchpoint)| !field.get(touchpoint).is_default()));
    let mut fields: Vec<String> =
        header.map(|field| field.key).chain(touchpoint.map(|field| field.key)).map(|key| lang.field(key)).collect();
    fields.dedup();
    let unknown = map.touchpoints().filter(|(_, touchpoint)| touchpoint.emotion.is_none()).count();
    let size = diagram.encode_utf16().count();
    let mut omissions = Vec::new();
    if !fields.is_empty() {
        omissions.push(lang.mermaid_lost(&fields.join(", ")));
    }
    if unknown > 0 {
        omissions.push(lang.mermaid_unknown_emotions(unknown));
    }
    if size > MAX_TEXT_SIZE {
        omissions.push(lang.mermaid_too_large(size, MAX_TEXT_SIZE));
    }
    omissions
}
