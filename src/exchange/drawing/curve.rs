//! The drawn emotion curve: how the customer feels at each touchpoint, over the three phases.

use super::Drawing;
use super::font::Font;
use super::funnel_row::SMALL;
use super::svg::{SvgNumber, SvgPoint, SvgWriter};
use super::symbols::draw_face;
use crate::lang::Lang;
use crate::map::curve::{CurvePoint, known_count, lowest, points};
use crate::map::{Emotion, JourneyMap, Phase, Place};

/// The least width; below it phases would have no space for their names.
const MIN_WIDTH: f64 = 420.0;
/// The height between two emotions.
const LEVEL: f64 = 32.0;
/// The y position of the best emotion.
const TOP: f64 = 44.0;
/// The least distance between two points.
const MIN_DISTANCE: f64 = 9.0;
/// The least distance between points at which every point has its name.
const MIN_DISTANCE_FOR_NAMES: f64 = 78.0;
/// The font of names below points.
const NAME: Font = Font::plain(10.5).middle();
/// The height of a line of a name, and the greatest number of its lines.
const LINE: f64 = 13.0;
const MAX_LINES: usize = 3;
/// The height of a lane of names, and the greatest number of lanes.
const LANE: f64 = LINE * MAX_LINES as f64 + 4.0;
const MAX_LANES: usize = 2;
/// The greatest width of a name.
const MAX_NAME_WIDTH: f64 = 128.0;

/// A point of the curve with its position.
struct DrawnPoint {
    x: f64,
    curve_point: CurvePoint,
    /// The touchpoint of this emotion.
    place: Place,
}

/// Draws the emotion curve of a map; none if no emotion is known.
pub fn draw_curve(map: &JourneyMap, lang: &Lang, width: f64) -> Option<Drawing> {
    if known_count(map) == 0 {
        return None;
    }
    let words = Emotion::ALL.map(|emotion| SMALL.width(&lang.emotion(emotion))).into_iter().fold(0.0, f64::max);
    let curve = CurveDrawing { map, lang, left: words + 40.0, width: width.max(MIN_WIDTH), svg: SvgWriter::default() };
    Some(curve.draw())
}

/// A curve that is being drawn, to the right of the words for emotions, which end at `left`.
struct CurveDrawing<'a> {
    map: &'a JourneyMap,
    lang: &'a Lang,
    left: f64,
    width: f64,
    svg: SvgWriter,
}

impl<'a> CurveDrawing<'a> {
    fn draw(mut self) -> Drawing {
        self.draw_levels();
        let mut points = Vec::new();
        let mut x = self.left;
        for (phase, width) in Phase::ALL.into_iter().zip(self.phase_widths()) {
            let title = Font::bold(13.0).cut(&self.lang.phase(phase), width - 16.0);
            self.svg.text("d-head", Font::bold(13.0), (x + 8.0, 16.0), &title);
            self.svg.line("d-rule", (x, 4.0), (x, level(-2) + 14.0));
            points.extend(self.points_of_phase(phase, x, width));
            x += width;
        }
        self.draw_line(&points);
        let lanes = self.draw_names(&points);
        for point in &points {
            self.draw_point(point);
        }
        let height = level(-2) + 26.0 + LANE * lanes as f64;
        Drawing { svg: self.svg.finish(), width: self.width, height }
    }

    /// Draws a line for each emotion, with its face and its word.
    fn draw_levels(&mut self) {
        for emotion in Emotion::ALL {
            let y = level(emotion.value());
            let class = if emotion.value() == 0 { "d-zero" } else { "d-rule" };
            self.svg.line(class, (self.left, y), (self.width, y));
            draw_face(&mut self.svg, emotion, (9.0, y), 8.0);
            self.svg.text("d-quiet", SMALL, (24.0, y + 4.0), &self.lang.emotion(emotion));
        }
    }

    /// Returns the width of each phase: in proportion to its touchpoints, but always enough for its name.
    fn phase_widths(&self) -> [f64; 3] {
        let width = self.width - self.left;
        let least = (width / 6.0).min(96.0);
        let spare = width - 3.0 * least;
        let all = self.map.len().max(1) as f64;
        Phase::ALL.map(|phase| least + spare * self.map.phase(phase).len() as f64 / all)
    }

    /// Returns the points of a phase, evenly spaced; a crowded phase shows fewer points than touchpoints.
    fn points_of_phase(&self, phase: Phase, left: f64, width: f64) -> Vec<DrawnPoint> {
        let touchpoints = self.map.phase(phase);
        let points = points(self.map, phase, (width / MIN_DISTANCE) as usize);
        let distance = width / points.len().max(1) as f64;
        let rows = |nth: usize| points[nth].row..points.get(nth + 1).map_or(touchpoints.len(), |next| next.row);
        let placed = |(nth, point): (usize, &CurvePoint)| {
            let row = rows(nth).find(|&row| touchpoints[row].emotion == point.emotion).unwrap_or(point.row);
            DrawnPoint { x: left + distance * (nth as f64 + 0.5), curve_point: *point, place: Place::new(phase, row) }
        };
        points.iter().enumerate().map(placed).collect()
    }

    /// Draws the line through the points, with gaps where an emotion is unknown.
    fn draw_line(&mut self, points: &[DrawnPoint]) {
        let mut path = String::new();
        let mut previous: Option<SvgPoint> = None;
        for point in points {
            let position = point.curve_point.emotion.map(|emotion| (point.x, level(emotion.value())));
            if let Some((x, y)) = position {
                match previous {
                    None => path += &format!("M{} {}", SvgNumber(x), SvgNumber(y)),
                    // Each piece is level at both ends, so that the line never exceeds the known emotions.
                    Some((from_x, from_y)) => {
                        let [middle, from_y, x, y] = [(from_x + x) / 2.0, from_y, x, y].map(SvgNumber);
                        path += &format!("C{middle} {from_y} {middle} {y} {x} {y}");
                    }
                }
            }
            previous = position;
        }
        self.svg.outline("d-curve", &path);
    }

    fn draw_point(&mut self, drawn_point: &DrawnPoint) {
        let DrawnPoint { x, curve_point, place } = *drawn_point;
        let name = self.name(place);
        let feeling = curve_point.emotion.map_or_else(|| self.lang.unknown(), |emotion| self.lang.emotion(emotion));
        self.svg.open_group("d-spot", &format!("{name}: {feeling}"));
        let y = level(curve_point.emotion.map_or(0, Emotion::value));
        match curve_point.emotion {
            Some(_) if curve_point.critical => {
                let radius = 8.5;
                self.svg.polygon("d-critical", &[(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]);
                self.svg.text("d-sign", Font::bold(11.0).middle(), (x, y + 4.0), "!");
            }
            Some(_) => self.svg.circle("d-point", (x, y), 4.0),
            None => {
                let sign = if curve_point.critical { "?!" } else { "?" };
                self.svg.text("d-quiet", SMALL.middle(), (x, level(-2) + 12.0), sign);
            }
        }
        self.svg.close("g");
    }

    /// Draws names below the points and returns how many lanes they take.
    ///
    /// If there is space, each point has its name; else only the lowest and the critical ones that fit into the lanes.
    fn draw_names(&mut self, points: &[DrawnPoint]) -> usize {
        let nearest = points.windows(2).map(|pair| pair[1].x - pair[0].x).fold(f64::INFINITY, f64::min);
        let (all, lowest) = (nearest >= MIN_DISTANCE_FOR_NAMES, lowest(self.map));
        let mut named: Vec<&DrawnPoint> =
            points.iter().filter(|each| all || Some(each.place) == lowest || each.curve_point.critical).collect();
        named.sort_by_key(|each| Some(each.place) != lowest);
        let name_width = if all { nearest.min(MAX_NAME_WIDTH) - 8.0 } else { MAX_NAME_WIDTH };
        let mut lanes: [Vec<(f64, f64)>; MAX_LANES] = Default::default();
        for each in named {
            let lines = NAME.wrap(self.name(each.place), name_width, MAX_LINES);
            let half = lines.iter().map(|line| NAME.width(line)).fold(0.0, f64::max) / 2.0;
            let x = each.x.clamp(self.left + half, (self.width - half).max(self.left + half));
            let is_free =
                |used: &[(f64, f64)]| used.iter().all(|&(from, to)| x - half > to + 6.0 || x + half < from - 6.0);
            let Some(lane) = lanes.iter().position(|used| is_free(used)) else { continue };
            lanes[lane].push((x - half, x + half));
            let top = level(-2) + 18.0 + LANE * lane as f64;
            if let Some(emotion) = each.curve_point.emotion {
                // The line ends above the first lane, also for names in the second.
                self.svg.line("d-lead", (each.x, level(emotion.value())), (each.x, level(-2) + 14.0));
            }
            for (nth, line) in lines.iter().enumerate() {
                self.svg.text("d-name", NAME, (x, top + LINE * (nth + 1) as f64 - 1.0), line);
            }
        }
        lanes.iter().filter(|used| !used.is_empty()).count()
    }

    fn name(&self, place: Place) -> &'a str {
        self.map.at(place).map(|touchpoint| &*touchpoint.name).unwrap_or_default()
    }
}

/// Returns the y position of an emotion.
fn level(value: i8) -> f64 {
    TOP + LEVEL * f64::from(2 - value)
}
