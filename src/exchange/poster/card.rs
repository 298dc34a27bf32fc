//! A card: one touchpoint with its name, its need, its tags, its reach and how the customer feels.

use crate::exchange::drawing::font::Font;
use crate::exchange::drawing::svg::{Area, Position, SvgWriter};
use crate::exchange::drawing::symbols::{disc, face};
use crate::exchange::funnel_words::count;
use crate::lang::Lang;
use crate::map::{Kind, Touchpoint};

const NAME: Font = Font::bold(13.5);
const NEED: Font = Font::plain(12.0);
const TAG: Font = Font::plain(11.5);
const MARK: Font = Font::bold(11.5);
/// The room round what stands in a card.
const INSET: f64 = 12.0;
/// The room for a step's number and the sign of a kind in front of all texts, at least.
const FRONT: f64 = 24.0;
/// The room for a face at the right.
const FACE: f64 = 26.0;
/// The height of a line of a name, and of any other.
const LINES: (f64, f64) = (17.0, 16.0);

/// A card with its texts set in lines.
pub struct Card<'a> {
    touchpoint: &'a Touchpoint,
    lang: &'a Lang,
    number: Option<usize>,
    name: Vec<String>,
    need: Vec<String>,
    tags: String,
    front: f64,
    /// The height that it takes.
    pub height: f64,
}

impl<'a> Card<'a> {
    /// A card of that width; `number` is that of its step as the funnel has it, on the step's first card, and `front` the
    /// room for it.
    pub fn new(touchpoint: &'a Touchpoint, lang: &'a Lang, number: Option<usize>, front: f64, width: f64) -> Card<'a> {
        let room = width - 2.0 * INSET - front;
        let name = NAME.wrap(&touchpoint.name, room - FACE, 5);
        let need = touchpoint.need.as_ref().map_or_else(Vec::new, |need| NEED.wrap(need, room, 2));
        let kind = touchpoint.kind.map_or_else(|| lang.untagged(), |kind| lang.kind(kind));
        let intent = touchpoint.intent.map(|intent| lang.intent(intent));
        let tags = [Some(kind), intent].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let has_last = touchpoint.critical || touchpoint.reach.is_some() || touchpoint.channel.is_some();
        let lines = need.len() + 1 + usize::from(has_last);
        let height = 2.0 * INSET - 4.0 + LINES.0 * name.len() as f64 + LINES.1 * lines as f64;
        Card { touchpoint, lang, number, name, need, tags: TAG.cut(&tags, room), front, height }
    }

    /// The room in front of all texts where there are so many steps.
    pub fn front(steps: usize) -> f64 {
        FRONT.max(NAME.width(&steps.to_string()) + 8.0)
    }

    /// Draws the card from its upper left corner on.
    pub fn draw(&self, svg: &mut SvgWriter, (x, y): Position, width: f64) {
        let touchpoint = self.touchpoint;
        svg.group("touchpoint", &self.full());
        let class = if touchpoint.critical { "card-critical" } else { "card" };
        svg.area(class, Area { x, y, width, height: self.height }, 6.0);
        let (left, right) = (x + INSET + self.front, x + width - INSET);
        let mut down = y + INSET - 4.0;
        if let Some(number) = self.number {
            svg.text("number", NAME, (x + INSET, down + LINES.0 - 2.0), &number.to_string());
        }
        if let Some(emotion) = touchpoint.emotion {
            face(svg, emotion, (right - 9.0, y + INSET + 8.0), 9.0);
        }
        for line in &self.name {
            down += LINES.0;
            svg.text("name", NAME, (left, down - 2.0), line);
        }
        for line in &self.need {
            down += LINES.1;
            svg.text("need", NEED, (left, down - 1.0), line);
        }
        down += LINES.1;
        sign(svg, touchpoint.kind, (x + INSET + 6.0, down - 5.0));
        svg.text("tag", TAG, (left, down - 1.0), &self.tags);
        self.draw_last(svg, left, right, down + LINES.1);
        svg.close("g");
    }

    /// The last line: a critical moment, the channel, and at the right the reach.
    fn draw_last(&self, svg: &mut SvgWriter, left: f64, right: f64, down: f64) {
        let (touchpoint, mut left, mut right) = (self.touchpoint, left, right);
        if let Some(reach) = touchpoint.reach {
            let reach = count(self.lang, reach.into());
            svg.text("reach", MARK.end(), (right, down - 1.0), &reach);
            right -= MARK.width(&reach) + 8.0;
            disc(svg, touchpoint.evidence, (right, down - 5.0), 3.5);
            right -= 10.0;
        }
        if touchpoint.critical {
            let said = MARK.cut(&format!("! {}", self.lang.critical()), right - left);
            svg.text("critical", MARK, (left, down - 1.0), &said);
            left += MARK.width(&said) + 8.0;
        }
        if let Some(channel) = touchpoint.channel.as_ref().filter(|_| right - left > TAG.width("…") * 3.0) {
            svg.text("tag", TAG, (left, down - 1.0), &TAG.cut(channel, right - left));
        }
    }

    /// Every text of the card that may be cut, in full.
    fn full(&self) -> String {
        let touchpoint = self.touchpoint;
        let texts = [Some(&*touchpoint.name), touchpoint.need.as_deref(), touchpoint.channel.as_deref()];
        texts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}

/// The sign of a kind, told apart by its shape too.
fn sign(svg: &mut SvgWriter, kind: Option<Kind>, (x, y): Position) {
    match kind {
        Some(Kind::Online) => svg.circle("online", (x, y), 5.0),
        Some(Kind::Offline) => svg.area("offline", Area { x: x - 4.5, y: y - 4.5, width: 9.0, height: 9.0 }, 0.0),
        Some(Kind::Product) => svg.shape("product", &[(x, y - 5.5), (x + 5.5, y + 4.5), (x - 5.5, y + 4.5)]),
        None => svg.circle("untagged", (x, y), 4.5),
    }
}
