//! The poster: the whole map as one picture for slides, with its cards, its funnel and its emotion curve, as SVG.

mod card;
mod columns;
mod header;

use super::drawing::font::Font;
use super::drawing::svg::{Area, SvgNumber, SvgWriter};
use super::drawing::{Drawing, curve, funnel};
use super::funnel_words::overall;
use super::{DocumentSource, ExportError, Exported};
use crate::lang::Lang;
use crate::map::curve::known_count;
use crate::map::{Funnel, JourneyMap, Name, Phase, Touchpoint, TouchpointId, field};
use columns::Columns;
use header::Head;

/// The narrowest and the widest poster, and how much wider each that is tried is than the one before.
const WIDTHS: (f64, f64, f64) = (1280.0, 6400.0, 1.05);
/// The shares of the width that the funnel beside the board may have, the best first.
const BESIDE: [f64; 3] = [0.41, 0.37, 0.33];
/// The room round all, and between the board and the funnel.
const MARGIN: f64 = 44.0;
/// The room between the parts.
const GAP: f64 = 36.0;
/// The height of the head of a part.
const HEAD: f64 = 34.0;
/// The type of the head of a part.
const PART: Font = Font::bold(17.0);
const STYLE: &str = include_str!("../../../assets/export/poster.css");
/// What a poster shows of a touchpoint.
const SHOWN: [&str; 10] =
    ["name", "kind", "intent", "channel", "need", "emotion", "critical", "with_previous", "reach", "evidence"];

/// Writes one map as a poster, and which of its fields are not on it.
pub fn document(subject: &DocumentSource) -> Result<Exported, ExportError> {
    let DocumentSource { map, lang, .. } = *subject;
    let funnel = Funnel::of(map);
    let plan = plan(map, &funnel, lang);
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
    svg.words("title", &[("id", &"poster-title")], &map.header().title);
    svg.words("desc", &[("id", &"poster-desc")], &described(map, &funnel, lang));
    svg.words("style", &[], STYLE);
    svg.area("paper", Area { x: 0.0, y: 0.0, width: plan.width, height: plan.height }, 0.0);
    plan.draw(&mut svg, map, lang);
    svg.close("svg");
    Ok(Exported { bytes: svg.finish().into_bytes(), omissions: lost(map, lang) })
}

/// Where everything goes.
struct Plan<'a> {
    width: f64,
    height: f64,
    head: Head,
    columns: Columns<'a>,
    funnel: Drawing,
    /// How far right it stands, and what it is.
    curve: Option<(f64, Drawing)>,
}

/// The narrowest plan that is a slide; where none is, the widest, as high as it must be.
fn plan<'a>(map: &'a JourneyMap, funnel: &Funnel, lang: &'a Lang) -> Plan<'a> {
    let (narrowest, widest, wider) = WIDTHS;
    let widths = std::iter::successors(Some(narrowest), |width| Some((width * wider).round()));
    let widths: Vec<f64> = widths.take_while(|width| *width < widest).chain([widest]).collect();
    let fitting = |width: f64| {
        BESIDE.into_iter().find_map(|share| {
            let board = Board::new(map, lang, width, share);
            // To draw what will not be taken would take long for a long journey.
            let may_fit = 2.0 * MARGIN + board.head.height + board.columns.height <= slide(width);
            may_fit.then(|| Plan::new(map, funnel, lang, board)).filter(|plan| plan.height <= slide(width))
        })
    };
    // Narrower ones do not fit and wider ones do: the first that does is found by halves.
    let first = widths.partition_point(|&width| fitting(width).is_none());
    let found = widths.get(first).and_then(|&width| fitting(width));
    found.unwrap_or_else(|| Plan::new(map, funnel, lang, Board::new(map, lang, widest, BESIDE[0])))
}

/// The height of a slide of that width.
fn slide(width: f64) -> f64 {
    (width * 9.0 / 16.0).round()
}

/// What takes most of a poster.
struct Board<'a> {
    width: f64,
    beside: f64,
    head: Head,
    columns: Columns<'a>,
}

impl<'a> Board<'a> {
    /// A board with the funnel beside it in that share of the width.
    fn new(map: &'a JourneyMap, lang: &'a Lang, width: f64, share: f64) -> Board<'a> {
        let room = width - 2.0 * MARGIN;
        let beside = (width * share).clamp(520.0, 900.0).round();
        Board { width, beside, head: Head::new(map, lang, room), columns: Columns::new(map, lang, room - beside - GAP) }
    }
}

impl<'a> Plan<'a> {
    fn new(map: &JourneyMap, of: &Funnel, lang: &Lang, board: Board<'a>) -> Plan<'a> {
        let Board { width, beside, head, columns } = board;
        let funnel = funnel(map, of, lang, beside);
        // The curve stands below what is less high.
        let (left, right) = (columns.height, HEAD + funnel.height);
        let (x, width_below) = if left <= right { (MARGIN, columns.width) } else { (width - MARGIN - beside, beside) };
        let curve = curve(map, lang, width_below).map(|curve| (x, curve));
        let below = curve.as_ref().map_or(0.0, |(_, curve)| GAP + HEAD + curve.height);
        let body = f64::max(f64::min(left, right) + below, f64::max(left, right));
        let height = f64::max(2.0 * MARGIN + head.height + body, slide(width)).ceil();
        Plan { width, height, head, columns, funnel, curve }
    }

    fn draw(&self, svg: &mut SvgWriter, map: &JourneyMap, lang: &Lang) {
        self.head.draw(svg, (MARGIN, MARGIN));
        let top = MARGIN + self.head.height;
        self.columns.draw(svg, (MARGIN, top));
        let right = MARGIN + self.columns.width + GAP;
        svg.text("phase", PART, (right, top + 17.0), &lang.funnel());
        svg.put((right, top + HEAD), &self.funnel.svg);
        if let Some((x, curve)) = &self.curve {
            // At the foot of the poster, where the eye ends.
            let y = self.height - MARGIN - curve.height;
            let said = PART.cut(&lang.emotion_curve(known_count(map), map.len()), curve.width);
            svg.text("phase", PART, (*x, y - HEAD + 17.0), &said);
            svg.put((*x, y), &curve.svg);
        }
    }
}

/// What the poster shows, for those who cannot see it.
fn described(map: &JourneyMap, of: &Funnel, lang: &Lang) -> String {
    let phases = Phase::ALL.map(|phase| format!("{}: {}", lang.phase(phase), map.phase(phase).len()));
    let buyers = of.buyers.map(|buyers| overall(of, buyers, lang));
    let said = [lang.touchpoints(map.len())].into_iter().chain(phases).chain(buyers);
    said.collect::<Vec<_>>().join(" · ")
}

/// Which fields of the map hold something that a poster has no room for.
fn lost(map: &JourneyMap, lang: &Lang) -> Vec<String> {
    let is_lost = |each: &&field::Field<Touchpoint>| {
        let unset = Touchpoint::new(TouchpointId::NONE, Name::placeholder());
        !SHOWN.contains(&each.key) && map.touchpoints().any(|(_, touchpoint)| !each.is_same(touchpoint, &unset))
    };
    let mut fields: Vec<String> = field::TOUCHPOINT.iter().filter(is_lost).map(|each| lang.field(each.key)).collect();
    fields.extend(map.header().notes.is_some().then(|| lang.field("notes")));
    fields.dedup();
    if fields.is_empty() { Vec::new() } else { vec![lang.not_on_poster(&fields.join(", "))] }
}
