//! The header of the poster: the title and the facts of the map.

use crate::exchange::drawing::font::Font;
use crate::exchange::drawing::svg::{SvgPoint, SvgWriter};
use crate::lang::Lang;
use crate::map::JourneyMap;

const TITLE: Font = Font::bold(32.0);
const FACTS: Font = Font::plain(14.0);
/// The height of a line of the title, and of the facts.
const TITLE_LINE: f64 = 38.0;
const FACT_LINE: f64 = 20.0;
/// The greatest number of lines of the title, and of the facts.
const MAX_TITLE_LINES: usize = 3;
const MAX_FACT_LINES: usize = 5;

/// The wrapped lines of the header.
pub(crate) struct PosterHeader {
    title: Vec<String>,
    facts: Vec<String>,
    /// The height, with the space below.
    pub height: f64,
}

impl PosterHeader {
    /// Returns the header of a map, wrapped to a width.
    pub fn new(map: &JourneyMap, lang: &Lang, width: f64) -> PosterHeader {
        let header = map.header();
        let fields = [
            ("persona", &header.persona),
            ("scenario", &header.scenario),
            ("goal", &header.goal),
            ("company", &header.company),
            ("unit", &header.unit),
            ("period", &header.period),
        ];
        let fact = |(key, text): (&str, &Option<_>)| {
            text.as_ref().map(|text| format!("{}: {}", lang.field(key), text as &crate::map::Line))
        };
        let mut facts: Vec<String> = fields.into_iter().filter_map(fact).collect();
        if !header.objectives.is_empty() {
            let objectives = header.objectives.iter().map(|line| &**line).collect::<Vec<_>>().join("; ");
            facts.push(format!("{}: {objectives}", lang.field("objectives")));
        }
        let title = TITLE.wrap(&header.title, width, MAX_TITLE_LINES);
        let facts = FACTS.wrap(&facts.join(" · "), width, MAX_FACT_LINES);
        let height = TITLE_LINE * title.len() as f64 + FACT_LINE * facts.len() as f64 + 26.0;
        PosterHeader { title, facts, height }
    }

    /// Draws the header with its upper left corner at a position.
    pub fn draw(&self, svg: &mut SvgWriter, (x, y): SvgPoint) {
        let mut down = y - 10.0;
        for line in &self.title {
            down += TITLE_LINE;
            svg.text("title", TITLE, (x, down), line);
        }
        down += 6.0;
        for line in &self.facts {
            down += FACT_LINE;
            svg.text("told", FACTS, (x, down), line);
        }
    }
}
