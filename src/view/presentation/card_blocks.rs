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

/// Lines that belong together.
type Block = Vec<Vec<Span<'static>>>;

/// Returns the name, the details and the texts of a touchpoint, as far as they fit. Details that do not fit are written
/// as symbols.
pub(crate) fn blocks(painter: &Painter<'_>, touchpoint: &Touchpoint, area: Rect) -> Vec<Block> {
    let theme = painter.theme;
    let (cells, height) = (usize::from(area.width), usize::from(area.height));
    let is_typed = painter.shown.draft == Some(touchpoint.id);
    let style = if is_typed { theme.strong.patch(theme.draft) } else { theme.strong };
    let name = wrapped(span(touchpoint.name.to_string(), style), cells, NAME_LINES.min(height));
    let tags = details::lines(painter, details::tags(painter, touchpoint), cells);
    let numbers = details::lines(painter, details::numbers(painter, touchpoint), cells);
    let texts = texts(painter, touchpoint);
    if name.len() + tags.len() + numbers.len() > height {
        let mut symbols = details::symbols(painter, touchpoint);
        if !texts.is_empty() {
            symbols.push(span(if symbols.is_empty() { "…" } else { " …" }, theme.dim));
        }
        let lines = NAME_LINES.min(height.saturating_sub(1)).max(1);
        let name = wrapped(span(touchpoint.name.to_string(), style), cells, lines);
        return [name, vec![symbols]].into_iter().filter(|block| !block.concat().is_empty()).collect();
    }
    let texts = texts.into_iter().map(|text| {
        let lines = width(&text.content).div_ceil(cells.max(1)) * 2;
        wrapped(text, cells, lines)
    });
    let blocks = [name, tags, numbers].into_iter().chain(texts).filter(|block| !block.is_empty());
    first_lines(blocks.collect(), cells, height)
}

fn wrapped(text: Span<'static>, cells: usize, lines: usize) -> Block {
    let Span { content, style } = text;
    let ranges = wrap(&content, cells, lines).into_iter();
    ranges.map(|range| vec![span(content[range].to_owned(), style)]).collect()
}

/// Returns the texts of a touchpoint with their labels. The pain comes first: it matters most to the audience.
fn texts(painter: &Painter<'_>, touchpoint: &Touchpoint) -> Vec<Span<'static>> {
    let (theme, lang) = (painter.theme, painter.lang());
    let texts: [(&str, _, Style); 4] = [
        ("pain", &touchpoint.pain, theme.bad),
        ("need", &touchpoint.need, theme.plain),
        ("context", &touchpoint.context, theme.plain),
        ("value", &touchpoint.value, theme.plain),
    ];
    let labelled = |key: &str, text: &str, style| span(format!("{}: {text}", lang.field(key)), style);
    let filled = texts.into_iter().filter_map(|(key, text, style)| Some(labelled(key, text.as_deref()?, style)));
    filled.collect()
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
    let last = kept.last_mut().and_then(|block| block.last_mut()).and_then(|line| line.last_mut());
    if let Some(span) = last.filter(|_| lines > height) {
        span.content = cut(&format!("{} …", span.content.trim_end()), cells).into_owned().into();
    }
    kept
}
