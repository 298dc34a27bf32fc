//! A map as a journey diagram: a section for each phase, a task for each touchpoint.

use super::entity::{written, written_in_list, written_title};
use super::id_comment;
use crate::exchange::{DocumentSource, ExportError, Exported};
use crate::lang::Lang;
use crate::map::field::{self, Field, Value};
use crate::map::width::width;
use crate::map::{Emotion, JourneyMap, Phase, Touchpoint};

/// The fields of a touchpoint that a task has.
const KEPT: [&str; 3] = ["name", "emotion", "actors"];
/// The most characters of a diagram that Mermaid draws unless it is told otherwise.
const LIMIT: usize = 50_000;

/// The width of tasks that Mermaid draws by itself, and the most that still looks like a diagram, in pixels.
const USUAL_ROOM: usize = 150;
const MOST_ROOM: usize = 400;
/// The lines of a name for which a task is high enough.
const NAME_LINES: usize = 2;
/// The pixels that a cell of a name takes, and those that are lost where lines are broken.
const CELL: usize = 8;
const MARGIN: usize = 30;

/// Writes a map as a diagram.
pub fn document(subject: &DocumentSource) -> Result<Exported, ExportError> {
    let DocumentSource { map, lang, .. } = *subject;
    let mut diagram =
        room(map).map_or_else(String::new, |room| format!("%%{{init:{{\"journey\":{{\"width\":{room}}}}}}}%%\n"));
    diagram += "journey\n";
    diagram += &format!("    title {}\n", written_title(&map.header().title));
    for phase in Phase::ALL {
        let touchpoints = map.phase(phase);
        if !touchpoints.is_empty() {
            diagram += &format!("    section {}\n", written(&lang.phase(phase)));
        }
        touchpoints.iter().for_each(|touchpoint| diagram += &task(touchpoint));
    }
    let lost = lost(map, &diagram, lang);
    Ok(Exported { bytes: diagram.into_bytes(), omissions: lost })
}

/// How wide, in pixels, tasks must be for the longest name; none where they are wide enough as Mermaid draws them.
fn room(map: &JourneyMap) -> Option<usize> {
    let longest = map.touchpoints().map(|(_, touchpoint)| width(&touchpoint.name)).max()?;
    let room = longest.div_ceil(NAME_LINES) * CELL + MARGIN;
    (room > USUAL_ROOM).then_some(room.min(MOST_ROOM))
}

fn task(touchpoint: &Touchpoint) -> String {
    let score = touchpoint.emotion.map_or(0, Emotion::value) + 3;
    let actors: Vec<String> =
        touchpoint.actors.iter().filter(|actor| !actor.is_empty()).map(|actor| written_in_list(actor)).collect();
    let actors = if actors.is_empty() { String::new() } else { format!(": {}", actors.join(", ")) };
    format!("      {}\n      {}: {score}{actors}\n", id_comment::written(touchpoint), written(&touchpoint.name))
}

/// What of a map is not in its diagram.
fn lost(map: &JourneyMap, diagram: &str, lang: &Lang) -> Vec<String> {
    let header = field::HEADER.iter().filter(|field| field.key != "title" && is_given(field, &**map.header()));
    let touchpoint = field::TOUCHPOINT.iter().filter(|field| !KEPT.contains(&field.key));
    let touchpoint = touchpoint.filter(|field| map.touchpoints().any(|(_, touchpoint)| is_given(field, &**touchpoint)));
    let mut fields: Vec<String> =
        header.map(|field| field.key).chain(touchpoint.map(|field| field.key)).map(|key| lang.field(key)).collect();
    fields.dedup();
    let unknown = map.touchpoints().filter(|(_, touchpoint)| touchpoint.emotion.is_none()).count();
    let size = diagram.encode_utf16().count();
    let mut lost = Vec::new();
    if !fields.is_empty() {
        lost.push(lang.mermaid_lost(&fields.join(", ")));
    }
    if unknown > 0 {
        lost.push(lang.mermaid_unknown_emotions(unknown));
    }
    if size > LIMIT {
        lost.push(lang.mermaid_too_large(size, LIMIT));
    }
    lost
}

/// Whether a field says something.
fn is_given<S>(field: &Field<S>, owner: &S) -> bool {
    match (field.get)(owner) {
        Value::Name(_) => true,
        Value::Line(line) => line.is_some(),
        Value::Lines(lines) => !lines.is_empty(),
        Value::Notes(notes) => notes.is_some(),
        Value::Reach(reach) => reach.is_some(),
        Value::Votes(votes) => votes > 0,
        Value::Kind(kind) => kind.is_some(),
        Value::Intent(intent) => intent.is_some(),
        Value::Contact(contact) => contact.is_some(),
        Value::Agent(agent) => agent.is_some(),
        Value::Emotion(emotion) => emotion.is_some(),
        Value::Evidence(evidence) => evidence != crate::map::Evidence::default(),
        Value::Flag(flag) => flag,
        Value::Rules(rules) => !rules.is_empty(),
    }
}
