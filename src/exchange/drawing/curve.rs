//! The emotion curve drawn: how the customer feels at each touchpoint, over the three phases.

use super::Drawing;
use super::font::Font;
use super::funnel_row::SMALL;
use super::svg::{Position, SvgNumber, SvgWriter};
use super::symbols::face;
use crate::lang::Lang;
use crate::map::curve::{CurvePoint, known_count, lowest, points};
use crate::map::{Emotion, JourneyMap, Phase, Place};

/// The least width; below it phases would have no room for their names.
const LEAST: f64 = 420.0;
/// The height between two emotions.
const LEVEL: f64 = 32.0;
/// Where the best emotion is.
const TOP: f64 = 44.0;
/// The least room between two points.
const CLOSE: f64 = 9.0;
/// The least room for a name below each point.
const ROOMY: f64 = 78.0;
/// The type of names below points.
const NAME: Font = Font::plain(10.5).middle();
/// The height of a line of them.
const LINE: f64 = 13.0;
/// The most lines of one name.
const LINES: usize = 3;
/// The height of a lane of names, and the most lanes.
const LANE: f64 = LINE * LINES as f64 + 4.0;
const LANES: usize = 2;
/// The width of a name that stands alone.
const LABEL: f64 = 128.0;

/// A point where it is drawn.
struct Drawn {
    x: f64,
    point: CurvePoint,
    /// The touchpoint at which the customer feels as the point says.
    place: Place,
}

/// Draws the emotion curve of a map; nothing while no emotion is known.
pub fn curve(map: &JourneyMap, lang: &Lang, width: f64) -> Option<Drawing> {
    if known_count(map) == 0 {
        return None;
    }
    let width = width.max(LEAST);
    let words = Emotion::ALL.map(|emotion| SMALL.width(&lang.emotion(emotion))).into_iter().fold(0.0, f64::max);
    let left = words + 40.0;
    let mut svg = SvgWriter::default();
    levels(&mut svg, lang, left, width);
    let mut drawn = Vec::new();
    let mut x = left;
    for (phase, room) in Phase::ALL.into_iter().zip(rooms(map, width - left)) {
        let title = Font::bold(13.0).cut(&lang.phase(phase), room - 16.0);
        svg.text("d-head", Font::bold(13.0), (x + 8.0, 16.0), &title);
        svg.line("d-rule", (x, 4.0), (x, level(-2) + 14.0));
        drawn.extend(placed(map, phase, x, room));
        x += room;
    }
    line(&mut svg, &drawn);
    let lanes = names(&mut svg, map, &drawn, left, width);
    for each in &drawn {
        dot(&mut svg, map, lang, each);
    }
    Some(Drawing { svg: svg.finish(), width, height: level(-2) + 26.0 + LANE * lanes as f64 })
}

/// How far down an emotion is.
fn level(value: i8) -> f64 {
    TOP + LEVEL * f64::from(2 - value)
}

/// A line for each emotion, with its face and its word.
fn levels(svg: &mut SvgWriter, lang: &Lang, left: f64, width: f64) {
    for emotion in Emotion::ALL {
        let y = level(emotion.value());
        svg.line(if emotion.value() == 0 { "d-zero" } else { "d-rule" }, (left, y), (width, y));
        face(svg, emotion, (9.0, y), 8.0);
        svg.text("d-quiet", SMALL, (24.0, y + 4.0), &lang.emotion(emotion));
    }
}

/// The room of each phase: as much as it has touchpoints, and never too little for its name.
fn rooms(map: &JourneyMap, width: f64) -> [f64; 3] {
    let least = (width / 6.0).min(96.0);
    let spare = width - 3.0 * least;
    let all = map.len().max(1) as f64;
    Phase::ALL.map(|phase| least + spare * map.phase(phase).len() as f64 / all)
}

/// The points of a phase, each in the middle of its share of the phase's room.
fn placed(map: &JourneyMap, phase: Phase, left: f64, room: f64) -> Vec<Drawn> {
    let touchpoints = map.phase(phase);
    let points = points(map, phase, (room / CLOSE) as usize);
    let share = room / points.len().max(1) as f64;
    let rows = |nth: usize| points[nth].row..points.get(nth + 1).map_or(touchpoints.len(), |next| next.row);
    let drawn = |(nth, point): (usize, &CurvePoint)| {
        let row = rows(nth).find(|&row| touchpoints[row].emotion == point.emotion).unwrap_or(point.row);
        Drawn { x: left + share * (nth as f64 + 0.5), point: *point, place: Place::new(phase, row) }
    };
    points.iter().enumerate().map(drawn).collect()
}

/// The line through the points; where an emotion is unknown it has a gap.
fn line(svg: &mut SvgWriter, drawn: &[Drawn]) {
    let mut path = String::new();
    let mut before: Option<Position> = None;
    for each in drawn {
        let here = each.point.emotion.map(|emotion| (each.x, level(emotion.value())));
        if let Some((x, y)) = here {
            match before {
                None => path += &format!("M{} {}", SvgNumber(x), SvgNumber(y)),
                // Level at both ends, so that it never goes beyond what is known.
                Some((from, at)) => {
                    let middle = SvgNumber((from + x) / 2.0);
                    path += &format!(
                        "C{middle} {} {middle} {} {} {}",
                        SvgNumber(at),
                        SvgNumber(y),
                        SvgNumber(x),
                        SvgNumber(y)
                    );
                }
            }
        }
        before = here;
    }
    svg.stroke("d-curve", &path);
}

fn dot(svg: &mut SvgWriter, map: &JourneyMap, lang: &Lang, drawn: &Drawn) {
    let name = map.at(drawn.place).map(|touchpoint| &*touchpoint.name).unwrap_or_default();
    let feels = drawn.point.emotion.map_or_else(|| lang.unknown(), |emotion| lang.emotion(emotion));
    svg.group("d-spot", &format!("{name}: {feels}"));
    let y = level(drawn.point.emotion.map_or(0, Emotion::value));
    match drawn.point.emotion {
        Some(_) if drawn.point.critical => {
            let (x, far) = (drawn.x, 8.5);
            svg.shape("d-critical", &[(x, y - far), (x + far, y), (x, y + far), (x - far, y)]);
            svg.text("d-sign", Font::bold(11.0).middle(), (x, y + 4.0), "!");
        }
        Some(_) => svg.circle("d-point", (drawn.x, y), 4.0),
        None => {
            let sign = if drawn.point.critical { "?!" } else { "?" };
            svg.text("d-quiet", SMALL.middle(), (drawn.x, level(-2) + 12.0), sign);
        }
    }
    svg.close("g");
}

/// Names below the points: each has one where there is room, else the lowest and critical ones as far as they fit into
/// two lanes; gives the lanes that are used.
fn names(svg: &mut SvgWriter, map: &JourneyMap, drawn: &[Drawn], left: f64, width: f64) -> usize {
    let nearest = drawn.windows(2).map(|pair| pair[1].x - pair[0].x).fold(f64::INFINITY, f64::min);
    let (all, lowest) = (nearest >= ROOMY, lowest(map));
    let mut wanted: Vec<&Drawn> =
        drawn.iter().filter(|each| all || Some(each.place) == lowest || each.point.critical).collect();
    wanted.sort_by_key(|each| Some(each.place) != lowest);
    let room = if all { nearest.min(LABEL) - 8.0 } else { LABEL };
    let mut lanes: [Vec<(f64, f64)>; LANES] = Default::default();
    for each in wanted {
        let name = map.at(each.place).map(|touchpoint| &*touchpoint.name).unwrap_or_default();
        let lines = NAME.wrap(name, room, LINES);
        let half = lines.iter().map(|line| NAME.width(line)).fold(0.0, f64::max) / 2.0;
        let x = each.x.clamp(left + half, (width - half).max(left + half));
        let free = |taken: &[(f64, f64)]| taken.iter().all(|&(from, to)| x - half > to + 6.0 || x + half < from - 6.0);
        let Some(lane) = lanes.iter().position(|taken| free(taken)) else { continue };
        lanes[lane].push((x - half, x + half));
        let top = level(-2) + 18.0 + LANE * lane as f64;
        // A name that hangs in the second lane has no line to it through the first.
        let end = level(-2) + 14.0;
        if let Some(emotion) = each.point.emotion {
            svg.line("d-lead", (each.x, level(emotion.value())), (each.x, end));
        }
        for (nth, line) in lines.iter().enumerate() {
            svg.text("d-name", NAME, (x, top + LINE * (nth + 1) as f64 - 1.0), line);
        }
    }
    lanes.iter().filter(|taken| !taken.is_empty()).count()
}
