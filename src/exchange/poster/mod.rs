//! The poster: the whole map as one SVG picture for slides, with cards, funnel and emotion curve.

mod card;
mod columns;
mod header;

use super::drawing::font::Font;
use super::drawing::svg::{Area, SvgNumber, SvgWriter};
use super::drawing::{Drawing, draw_curve, draw_funnel};
use super::exporter::{DocumentSource, ExportError, Exported};
use super::funnel_words::overall;
use crate::lang::Lang;
use crate::map::curve::known_count;
use crate::map::{Funnel, JourneyMap, Name, Phase, Touchpoint, TouchpointId, field};
use columns::PosterColumns;
use header::PosterHeader;

/// The least and the greatest width of a poster, and the factor between two widths that are tried.
const MIN_WIDTH: f64 = 1280.0;
const MAX_WIDTH: f64 = 6400.0;
const WIDTH_FACTOR: f64 = 1.05;
/// The shares of the width that the funnel beside the board may take, the best first.
const FUNNEL_SHARES: [f64; 3] = [0.41, 0.37, 0.33];
/// The margin around the poster.
const MARGIN: f64 = 44.0;
/// The space between the parts.
const GAP: f64 = 36.0;
/// The height of the heading of a part.
const HEADING: f64 = 34.0;
/// The font of the heading of a part.
const HEADING_FONT: Font = Font::bold(17.0);
const STYLE: &str = include_str!("../../../assets/export/poster.css");
/// The fields of a touchpoint that a poster shows.
const SHOWN_FIELDS: [&str; 10] =
    ["name", "kind", "intent", "channel", "need", "emotion", "critical", "with_previous", "reach", "evidence"];

/// Writes a map as a poster, and lists the fields that are not on it.
pub fn document(source: &DocumentSource) -> Result<Exported, ExportError> {
    let DocumentSource { map, lang, .. } = *source;
    let funnel = Funnel::beginning_at(map, source.begin);
    let plan = plan_poster(map, &funnel, lang);
    let mut svg = SvgWriter::default();
    let (width, height) = (SvgNumber(plan.width), SvgNumber(plan.height));
    let view = format!("0 0 {width} {height}");
    svg.open(
        "svg",
        &[
            ("xmlns", &"http://www.w3.org/2000/svg"),
            ("viewBox", &view),
            ("width", &width),
            ("height", &height),
            ("lang", &lang.language().code()),
            ("role", &"img"),
            ("aria-labelledby", &"poster-title"),
            ("aria-describedby", &"poster-desc"),
        ],
    );
    svg.text_element("title", &[("id", &"poster-title")], &map.header().title);
    svg.text_element("desc", &[("id", &"poster-desc")], &description(map, &funnel, lang));
    svg.text_element("style", &[], STYLE);
    svg.rectangle("paper", Area { x: 0.0, y: 0.0, width: plan.width, height: plan.height }, 0.0);
    plan.draw(&mut svg, map, lang);
    svg.close("svg");
    Ok(Exported { bytes: svg.finish().into_bytes(), omissions: omissions(map, lang) })
}

/// The poster with the positions of its parts.
struct PosterPlan<'a> {
    width: f64,
    height: f64,
    header: PosterHeader,
    columns: PosterColumns<'a>,
    funnel: Drawing,
    /// The curve with its x position.
    curve: Option<(f64, Drawing)>,
}

/// Returns the narrowest poster in the proportions of a slide, or else the widest, as high as it needs to be.
fn plan_poster<'a>(map: &'a JourneyMap, funnel: &Funnel, lang: &'a Lang) -> PosterPlan<'a> {
    let widths = std::iter::successors(Some(MIN_WIDTH), |width| Some((width * WIDTH_FACTOR).round()));
    let widths: Vec<f64> = widths.take_while(|width| *width < MAX_WIDTH).chain([MAX_WIDTH]).collect();
    let fitting = |width: f64| {
        FUNNEL_SHARES.into_iter().find_map(|share| {
            // Drawing a funnel that does not fit would take long for a long journey.
            let board = BoardPlan::for_a_slide(map, lang, width, share)?;
            Some(PosterPlan::new(map, funnel, lang, board)).filter(|plan| plan.height <= slide_height(width))
        })
    };
    // Widths that fit follow those that do not, so a binary search finds the first.
    let first = widths.partition_point(|&width| fitting(width).is_none());
    let found = widths.get(first).and_then(|&width| fitting(width));
    found.unwrap_or_else(|| PosterPlan::new(map, funnel, lang, BoardPlan::new(map, lang, MAX_WIDTH, FUNNEL_SHARES[0])))
}

/// Returns the height of a slide of that width.
fn slide_height(width: f64) -> f64 {
    (width * 9.0 / 16.0).round()
}

/// Returns the width of the funnel beside the board.
fn funnel_width(width: f64, share: f64) -> f64 {
    (width * share).clamp(520.0, 900.0).round()
}

/// Returns the width of all columns of cards together.
fn columns_width(width: f64, funnel_width: f64) -> f64 {
    width - 2.0 * MARGIN - funnel_width - GAP
}

/// The board and the width of the funnel beside it, before the funnel is drawn.
struct BoardPlan<'a> {
    width: f64,
    funnel_width: f64,
    header: PosterHeader,
    columns: PosterColumns<'a>,
}

impl<'a> BoardPlan<'a> {
    /// Returns a board, with a share of the width for the funnel.
    fn new(map: &'a JourneyMap, lang: &'a Lang, width: f64, share: f64) -> BoardPlan<'a> {
        let funnel_width = funnel_width(width, share);
        let header = PosterHeader::new(map, lang, width - 2.0 * MARGIN);
        let columns = PosterColumns::new(map, lang, columns_width(width, funnel_width));
        BoardPlan { width, funnel_width, header, columns }
    }

    /// Returns the same if its header and its columns are not higher than a slide.
    fn for_a_slide(map: &'a JourneyMap, lang: &'a Lang, width: f64, share: f64) -> Option<BoardPlan<'a>> {
        let available = slide_height(width) - 2.0 * MARGIN;
        // The cards of a map that is far too long are not laid out.
        if PosterColumns::least_height(map, columns_width(width, funnel_width(width, share))) > available {
            return None;
        }
        let board = BoardPlan::new(map, lang, width, share);
        (board.header.height + board.columns.height <= available).then_some(board)
    }
}

impl<'a> PosterPlan<'a> {
    fn new(map: &JourneyMap, funnel: &Funnel, lang: &Lang, board: BoardPlan<'a>) -> PosterPlan<'a> {
        let BoardPlan { width, funnel_width, header, columns } = board;
        let funnel = draw_funnel(map, funnel, lang, funnel_width);
        // The curve is placed below the lower of the two.
        let (left, right) = (columns.height, HEADING + funnel.height);
        let (x, curve_width) =
            if left <= right { (MARGIN, columns.width) } else { (width - MARGIN - funnel_width, funnel_width) };
        let curve = draw_curve(map, lang, curve_width).map(|curve| (x, curve));
        let below = curve.as_ref().map_or(0.0, |(_, curve)| GAP + HEADING + curve.height);
        let body = f64::max(f64::min(left, right) + below, f64::max(left, right));
        let height = f64::max(2.0 * MARGIN + header.height + body, slide_height(width)).ceil();
        PosterPlan { width, height, header, columns, funnel, curve }
    }

    fn draw(&self, svg: &mut SvgWriter, map: &JourneyMap, lang: &Lang) {
        self.header.draw(svg, (MARGIN, MARGIN));
        let top = MARGIN + self.header.height;
        self.columns.draw(svg, (MARGIN, top));
        let right = MARGIN + self.columns.width + GAP;
        svg.text("phase", HEADING_FONT, (right, top + 17.0), &lang.funnel());
        svg.place((right, top + HEADING), &self.funnel.svg);
        if let Some((x, curve)) = &self.curve {
            // The curve is at the bottom of the poster.
            let y = self.height - MARGIN - curve.height;
            let heading = HEADING_FONT.cut(&lang.emotion_curve(known_count(map), map.len()), curve.width);
            svg.text("phase", HEADING_FONT, (*x, y - HEADING + 17.0), &heading);
            svg.place((*x, y), &curve.svg);
        }
    }
}

/// Returns a description of the poster for screen readers.
fn description(map: &JourneyMap, funnel: &Funnel, lang: &Lang) -> String {
    let phases = Phase::ALL.map(|phase| format!("{}: {}", lang.phase(phase), map.phase(phase).len()));
    let buyers = funnel.buyers.map(|buyers| overall(funnel, buyers, map.unit(), lang));
    let parts = [lang.touchpoints(map.len())].into_iter().chain(phases).chain(buyers);
    parts.collect::<Vec<_>>().join(" · ")
}

/// Lists the fields with a value that a poster does not show.
fn omissions(map: &JourneyMap, lang: &Lang) -> Vec<String> {
    let is_omitted = |each: &&field::Field<Touchpoint>| {
        let unset = Touchpoint::new(TouchpointId::NONE, Name::placeholder());
        !SHOWN_FIELDS.contains(&each.key) && map.touchpoints().any(|(_, touchpoint)| !each.is_same(touchpoint, &unset))
    };
    let mut fields: Vec<String> =
        field::TOUCHPOINT.iter().filter(is_omitted).map(|each| lang.field(each.key)).collect();
    fields.extend(map.header().notes.is_some().then(|| lang.field("notes")));
    fields.dedup();
    if fields.is_empty() { Vec::new() } else { vec![lang.not_on_poster(&fields.join(", "))] }
}
