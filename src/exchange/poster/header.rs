//! The head of a poster: the title, and below it what the map says of itself.

use crate::exchange::drawing::font::Font;
use crate::exchange::drawing::svg::{Position, SvgWriter};
use crate::lang::Lang;
use crate::map::JourneyMap;

const TITLE: Font = Font::bold(32.0);
const TOLD: Font = Font::plain(14.0);
/// The height of a line of the title, and of what is below it.
const LINES: (f64, f64) = (38.0, 20.0);
/// The most lines of the title, and of what is below it.
const MOST: (usize, usize) = (3, 5);

/// The lines of the head.
pub struct Head {
    title: Vec<String>,
    told: Vec<String>,
    /// The height that it takes, with the room below it.
    pub height: f64,
}

impl Head {
    /// The head of a map, as wide as that at most.
    pub fn new(map: &JourneyMap, lang: &Lang, width: f64) -> Head {
        let header = map.header();
        let fields = [
            ("persona", &header.persona),
            ("scenario", &header.scenario),
            ("goal", &header.goal),
            ("company", &header.company),
            ("unit", &header.unit),
            ("period", &header.period),
        ];
        let said = |(key, text): (&str, &Option<_>)| {
            text.as_ref().map(|text| format!("{}: {}", lang.field(key), text as &crate::map::Line))
        };
        let mut told: Vec<String> = fields.into_iter().filter_map(said).collect();
        if !header.objectives.is_empty() {
            let objectives = header.objectives.iter().map(|line| &**line).collect::<Vec<_>>().join("; ");
            told.push(format!("{}: {objectives}", lang.field("objectives")));
        }
        let title = TITLE.wrap(&header.title, width, MOST.0);
        let told = TOLD.wrap(&told.join(" · "), width, MOST.1);
        let height = LINES.0 * title.len() as f64 + LINES.1 * told.len() as f64 + 26.0;
        Head { title, told, height }
    }

    /// Draws the head from its upper left corner on.
    pub fn draw(&self, svg: &mut SvgWriter, (x, y): Position) {
        let mut down = y - 10.0;
        for line in &self.title {
            down += LINES.0;
            svg.text("title", TITLE, (x, down), line);
        }
        down += 6.0;
        for line in &self.told {
            down += LINES.1;
            svg.text("told", TOLD, (x, down), line);
        }
    }
}
