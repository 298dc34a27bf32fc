//! The text of a large card, in blocks that are separated by blank lines.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

use super::super::painter::{Painter, span};
use super::details;
use crate::map::Touchpoint;
use crate::map::width::{cut, width, wrap};

/// The maximum number of lines of a name.
const NAME_LINES: usize = 6;
/// The number of kinds of texts on a card.
const TEXTS: usize = 4;

/// Lines that belong together.
pub(crate) type Block = Vec<Vec<Span<'static>>>;

/// What cards side by side show besides their names: the same on all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CardContent {
    /// Details as symbols.
    Symbols,
    /// Details in words, and that many kinds of texts; others are replaced by `…`.
    Words { texts: usize },
    /// Details in words, and as much of the texts as fits on the only card.
    AllTexts,
}

impl CardContent {
    /// Returns the most that fits on all cards, each given with the area of its text.
    pub(crate) fn fitting(painter: &Painter<'_>, cards: &[(&Touchpoint, Rect)]) -> CardContent {
        let fits = |content: CardContent| {
            cards.iter().all(|(touchpoint, area)| {
                let lines: usize = content.blocks(painter, touchpoint, *area).iter().map(Vec::len).sum();
                lines <= usize::from(area.height)
            })
        };
        let with_texts = (0..=TEXTS).rev().map(|texts| CardContent::Words { texts });
        if cards.len() == 1 && fits(CardContent::Words { texts: 0 }) {
            return CardContent::AllTexts;
        }
        with_texts.into_iter().find(|content| fits(*content)).unwrap_or(CardContent::Symbols)
    }

    /// Returns the text of a card, which may be too long only if the content does not fit.
    pub(crate) fn blocks(self, painter: &Painter<'_>, touchpoint: &Touchpoint, area: Rect) -> Vec<Block> {
        let (cells, height) = (usize::from(area.width), usize::from(area.height));
        let all = texts(painter, touchpoint);
        let name = |lines: usize| wrapped(name(painter, touchpoint), cells, NAME_LINES.min(lines.max(1)));
        let wrapped_text = |text: Span<'static>| {
            let lines = width(&text.content).div_ceil(cells.max(1)) * 2;
            wrapped(text, cells, lines)
        };
        let details = [details::tags(painter, touchpoint), details::numbers(painter, touchpoint)];
        let [tags, numbers] = details.map(|each| details::lines(painter, each, cells));
        let head = [name(height), tags, numbers].into_iter();
        let blocks: Vec<Block> = match self {
            CardContent::Symbols => {
                let mut symbols = details::symbols(painter, touchpoint);
                if !all.is_empty() {
                    symbols.push(span(if symbols.is_empty() { "…" } else { " …" }, painter.theme.dim));
                }
                let blocks = [name(height.saturating_sub(1)), vec![symbols]].into_iter();
                return blocks.filter(|block| !block.concat().is_empty()).collect();
            }
            CardContent::Words { texts } => {
                let is_cut = all.iter().any(|(nth, _)| *nth >= texts);
                let shown = all.into_iter().filter(|(nth, _)| *nth < texts).map(|(_, text)| wrapped_text(text));
                let mut blocks: Vec<Block> = head.chain(shown).filter(|block| !block.is_empty()).collect();
                if is_cut {
                    add_ellipsis(&mut blocks, cells);
                }
                return blocks;
            }
            CardContent::AllTexts => head.chain(all.into_iter().map(|(_, text)| wrapped_text(text))).collect(),
        };
        first_lines(blocks.into_iter().filter(|block| !block.is_empty()).collect(), cells, height)
    }
}

fn name(painter: &Painter<'_>, touchpoint: &Touchpoint) -> Span<'static> {
    let theme = painter.theme;
    let is_typed = painter.shown.draft == Some(touchpoint.id);
    span(touchpoint.name.to_string(), if is_typed { theme.strong.patch(theme.draft) } else { theme.strong })
}

fn wrapped(text: Span<'static>, cells: usize, lines: usize) -> Block {
    let Span { content, style } = text;
    let ranges = wrap(&content, cells, lines).into_iter();
    ranges.map(|range| vec![span(content[range].to_owned(), style)]).collect()
}

/// Returns the texts of a touchpoint with their labels, each with the index of its kind. The pain comes first: it
/// matters most to the audience.
fn texts(painter: &Painter<'_>, touchpoint: &Touchpoint) -> Vec<(usize, Span<'static>)> {
    let (theme, lang) = (painter.theme, painter.lang());
    let texts: [(&str, _, Style); TEXTS] = [
        ("pain", &touchpoint.pain, theme.bad),
        ("need", &touchpoint.need, theme.plain),
        ("context", &touchpoint.context, theme.plain),
        ("value", &touchpoint.value, theme.plain),
    ];
    let labelled = |key: &str, text: &str, style| span(format!("{}: {text}", lang.field(key)), style);
    let filled = texts.into_iter().enumerate();
    filled.filter_map(|(nth, (key, text, style))| Some((nth, labelled(key, text.as_deref()?, style)))).collect()
}

/// Returns the first lines of the blocks, with `…` at the end if more would follow.
fn first_lines(blocks: Vec<Block>, cells: usize, height: usize) -> Vec<Block> {
    let lines: usize = blocks.iter().map(Vec::len).sum();
    let mut left = height;
    let mut kept: Vec<Block> = Vec::new();
    for mut block in blocks {
        block.truncate(left);
        left -= block.len();
        kept.extend(Some(block).filter(|block| !block.is_empty()));
    }
    if lines > height {
        add_ellipsis(&mut kept, cells);
    }
    kept
}

/// Writes `…` at the end of the last line.
fn add_ellipsis(blocks: &mut [Block], cells: usize) {
    let Some(line) = blocks.last_mut().and_then(|block| block.last_mut()) else { return };
    let before: usize = line.iter().rev().skip(1).map(|span| width(&span.content)).sum();
    if let Some(span) = line.last_mut() {
        let space = cells.saturating_sub(before);
        span.content = cut(&format!("{} …", span.content.trim_end()), space).into_owned().into();
    }
}
