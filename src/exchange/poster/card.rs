//! A card of the poster: a touchpoint with its name, need, tags, reach and emotion.

use crate::exchange::drawing::font::Font;
use crate::exchange::drawing::svg::{Area, SvgPoint, SvgWriter};
use crate::exchange::drawing::symbols::{draw_evidence, draw_face};
use crate::exchange::funnel_words::count;
use crate::lang::Lang;
use crate::map::{Kind, Touchpoint};

const NAME: Font = Font::bold(13.5);
const NEED: Font = Font::plain(12.0);
const TAG: Font = Font::plain(11.5);
const MARK: Font = Font::bold(11.5);
/// The space between the border of a card and its contents.
const INSET: f64 = 12.0;
/// The least width of the column for a step's number and the symbol of a kind, to the left of all texts.
const MIN_SYMBOL_COLUMN: f64 = 24.0;
/// The width of a face, at the right.
const FACE: f64 = 26.0;
/// The height of a line of the name, and of any other line.
const NAME_LINE: f64 = 17.0;
const LINE: f64 = 16.0;

/// A card with wrapped texts.
pub(crate) struct PosterCard<'a> {
    touchpoint: &'a Touchpoint,
    lang: &'a Lang,
    number: Option<usize>,
    name: Vec<String>,
    need: Vec<String>,
    tags: String,
    /// The width of the symbol column.
    symbols: f64,
    pub height: f64,
}

impl<'a> PosterCard<'a> {
    /// The height of a card with one line for the name and one for its tags.
    pub(crate) const MIN_HEIGHT: f64 = 2.0 * INSET - 4.0 + NAME_LINE + LINE;

    /// Returns a card of that width; `number` is the position of its step, on the first card of a step, and `symbols` the
    /// width of the column for it.
    pub fn new(
        touchpoint: &'a Touchpoint,
        lang: &'a Lang,
        number: Option<usize>,
        symbols: f64,
        width: f64,
    ) -> PosterCard<'a> {
        let text_width = width - 2.0 * INSET - symbols;
        let name = NAME.wrap(&touchpoint.name, text_width - FACE, 5);
        let need = touchpoint.need.as_ref().map_or_else(Vec::new, |need| NEED.wrap(need, text_width, 2));
        let kind = touchpoint.kind.map_or_else(|| lang.untagged(), |kind| lang.kind(kind));
        let intent = touchpoint.intent.map(|intent| lang.intent(intent));
        let tags = [Some(kind), intent].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let has_last_line = touchpoint.critical || touchpoint.reach.is_some() || touchpoint.channel.is_some();
        let more_lines = need.len() + usize::from(has_last_line);
        let more_of_name = name.len().saturating_sub(1);
        let height = PosterCard::MIN_HEIGHT + NAME_LINE * more_of_name as f64 + LINE * more_lines as f64;
        PosterCard { touchpoint, lang, number, name, need, tags: TAG.cut(&tags, text_width), symbols, height }
    }

    /// Returns the width of the symbol column for a poster with so many steps.
    pub(crate) fn symbol_column(steps: usize) -> f64 {
        MIN_SYMBOL_COLUMN.max(NAME.width(&steps.to_string()) + 8.0)
    }

    /// Draws the card with its upper left corner at a position.
    pub fn draw(&self, svg: &mut SvgWriter, (x, y): SvgPoint, width: f64) {
        let touchpoint = self.touchpoint;
        svg.open_group("touchpoint", &self.full_text());
        let class = if touchpoint.critical { "card-critical" } else { "card" };
        svg.rectangle(class, Area { x, y, width, height: self.height }, 6.0);
        let (left, right) = (x + INSET + self.symbols, x + width - INSET);
        let mut down = y + INSET - 4.0;
        if let Some(number) = self.number {
            svg.text("number", NAME, (x + INSET, down + NAME_LINE - 2.0), &number.to_string());
        }
        if let Some(emotion) = touchpoint.emotion {
            draw_face(svg, emotion, (right - 9.0, y + INSET + 8.0), 9.0);
        }
        for line in &self.name {
            down += NAME_LINE;
            svg.text("name", NAME, (left, down - 2.0), line);
        }
        for line in &self.need {
            down += LINE;
            svg.text("need", NEED, (left, down - 1.0), line);
        }
        down += LINE;
        draw_kind(svg, touchpoint.kind, (x + INSET + 6.0, down - 5.0));
        svg.text("tag", TAG, (left, down - 1.0), &self.tags);
        self.draw_last_line(svg, left, right, down + LINE);
        svg.close("g");
    }

    /// Draws the last line: critical moment and channel, and the reach at the right.
    fn draw_last_line(&self, svg: &mut SvgWriter, left: f64, right: f64, down: f64) {
        let (touchpoint, mut left, mut right) = (self.touchpoint, left, right);
        if let Some(reach) = touchpoint.reach {
            let reach = count(self.lang, reach.into());
            svg.text("reach", MARK.end(), (right, down - 1.0), &reach);
            right -= MARK.width(&reach) + 8.0;
            draw_evidence(svg, touchpoint.evidence, (right, down - 5.0), 3.5);
            right -= 10.0;
        }
        if touchpoint.critical {
            let critical = MARK.cut(&format!("! {}", self.lang.critical()), right - left);
            svg.text("critical", MARK, (left, down - 1.0), &critical);
            left += MARK.width(&critical) + 8.0;
        }
        if let Some(channel) = touchpoint.channel.as_ref().filter(|_| right - left > TAG.width("…") * 3.0) {
            svg.text("tag", TAG, (left, down - 1.0), &TAG.cut(channel, right - left));
        }
    }

    /// Returns the full text of everything that may be cut, for the tooltip.
    fn full_text(&self) -> String {
        let touchpoint = self.touchpoint;
        let texts = [Some(&*touchpoint.name), touchpoint.need.as_deref(), touchpoint.channel.as_deref()];
        texts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}

/// Draws the symbol of a kind; kinds differ in shape, not only in colour.
fn draw_kind(svg: &mut SvgWriter, kind: Option<Kind>, (x, y): SvgPoint) {
    match kind {
        Some(Kind::Online) => svg.circle("online", (x, y), 5.0),
        Some(Kind::Offline) => svg.rectangle("offline", Area { x: x - 4.5, y: y - 4.5, width: 9.0, height: 9.0 }, 0.0),
        Some(Kind::Product) => svg.polygon("product", &[(x, y - 5.5), (x + 5.5, y + 4.5), (x - 5.5, y + 4.5)]),
        None => svg.circle("untagged", (x, y), 4.5),
    }
}
