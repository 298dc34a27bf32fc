//! The text of a map: strict reading and plain writing of RON.

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

use super::fault::{Fault, Problem};
use crate::map::journey::Header;
use crate::map::{JourneyMap, Line, Name, Notes, Phase, Place, Touchpoint};

/// The version of the file format that this program reads and writes.
pub const FORMAT: u64 = 1;

/// A map as read from its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed {
    pub map: JourneyMap,
    /// Touchpoints whose identity an earlier one has; they were given another.
    pub repeated: Vec<Place>,
}

/// The shape of a file that is read.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "JourneyMap")]
struct FileMap {
    #[expect(dead_code, reason = "checked before the shape is read; a map without it is refused")]
    format: u64,
    title: Name,
    #[serde(default)]
    company: Option<Line>,
    #[serde(default)]
    persona: Option<Line>,
    #[serde(default)]
    scenario: Option<Line>,
    #[serde(default)]
    goal: Option<Line>,
    #[serde(default)]
    notes: Option<Notes>,
    #[serde(default)]
    objectives: Vec<Line>,
    #[serde(default)]
    unit: Option<Line>,
    #[serde(default)]
    period: Option<Line>,
    #[serde(default)]
    before: Vec<Touchpoint>,
    #[serde(default)]
    during: Vec<Touchpoint>,
    #[serde(default)]
    after: Vec<Touchpoint>,
}

/// The shape of a file that is written.
#[derive(Serialize)]
struct MapFile<'a> {
    format: u64,
    title: &'a Name,
    #[serde(skip_serializing_if = "Option::is_none")]
    company: &'a Option<Line>,
    #[serde(skip_serializing_if = "Option::is_none")]
    persona: &'a Option<Line>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scenario: &'a Option<Line>,
    #[serde(skip_serializing_if = "Option::is_none")]
    goal: &'a Option<Line>,
    #[serde(skip_serializing_if = "Option::is_none")]
    notes: &'a Option<Notes>,
    #[serde(skip_serializing_if = "<[Line]>::is_empty")]
    objectives: &'a [Line],
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: &'a Option<Line>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: &'a Option<Line>,
    before: &'a [Arc<Touchpoint>],
    during: &'a [Arc<Touchpoint>],
    after: &'a [Arc<Touchpoint>],
}

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_NEWTYPES)
}

/// Reads the text of a map.
pub fn parse(text: &str) -> Result<Parsed, Vec<Fault>> {
    let file: FileMap = options().from_str(text).map_err(|error| {
        vec![Fault {
            span: 0..0,
            problem: Problem::Syntax(error.to_string()),
        }]
    })?;
    let header = Header {
        title: file.title,
        company: file.company.filter(|line| !line.is_empty()),
        persona: file.persona.filter(|line| !line.is_empty()),
        scenario: file.scenario.filter(|line| !line.is_empty()),
        goal: file.goal.filter(|line| !line.is_empty()),
        notes: file.notes.filter(|notes| !notes.trim().is_empty()),
        objectives: file.objectives,
        unit: file.unit.filter(|line| !line.is_empty()),
        period: file.period.filter(|line| !line.is_empty()),
    };
    let (map, repeated) = JourneyMap::with_touchpoints(header, [file.before, file.during, file.after]);
    Ok(Parsed { map, repeated })
}

/// Writes a map as text: one touchpoint a line, only what differs from its default.
pub fn print(map: &JourneyMap) -> Result<String, ron::Error> {
    let header = map.header();
    let file = MapFile {
        format: FORMAT,
        title: &header.title,
        company: &header.company,
        persona: &header.persona,
        scenario: &header.scenario,
        goal: &header.goal,
        notes: &header.notes,
        objectives: &header.objectives,
        unit: &header.unit,
        period: &header.period,
        before: map.phase(Phase::Before),
        during: map.phase(Phase::During),
        after: map.phase(Phase::After),
    };
    let layout = PrettyConfig::new()
        .depth_limit(2)
        .new_line("\n")
        .extensions(Extensions::IMPLICIT_SOME)
        .escape_strings(false);
    let mut text = ron::Options::default().to_string_pretty(&file, layout)?;
    text.push('\n');
    Ok(text)
}
