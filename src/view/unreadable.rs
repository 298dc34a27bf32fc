//! The page of a file that could not be opened: what is wrong with it, line by line.

use std::borrow::Cow;

use ratatui::layout::Rect;

use super::layout::ScreenLayout;
use super::painter::{Painter, hidden_counts, span};
use crate::app::faults::picture::{FaultyText, picture_within};
use crate::app::model::file_name::shown;
use crate::app::model::pointer::{DialogTarget, PointerTarget};
use crate::app::model::unreadable::Unreadable;
use crate::map::width::wrap;
use crate::store::OpenError;

/// The maximum number of lines of a wrapped sentence.
const SENTENCE_LINES: usize = 8;

/// Draws the page from its first visible line on.
pub fn draw(painter: &mut Painter<'_>, page: &Unreadable, layout: &ScreenLayout) {
    let theme = painter.theme;
    let body = Rect { x: layout.body.x + 1, width: layout.body.width.saturating_sub(1), ..layout.body };
    painter.canvas.set_target(body, PointerTarget::Dialog(DialogTarget::Empty));
    let width = usize::from(body.width);
    let picture = if let OpenError::Invalid { text, faults } = &page.error {
        let file = shown(&page.path);
        let picture = picture_within(painter.lang(), FaultyText { file: &file, text, faults }, false, width);
        Cow::Owned(page.hint.clone() + &picture)
    } else {
        Cow::Borrowed(page.picture.as_str())
    };
    draw_title(painter, page, picture.lines().count(), layout);
    let lines = picture.lines().skip(page.top).take(usize::from(body.height));
    let parts = lines.flat_map(|line| {
        // Sentences are wrapped, but lines of the file are not, so that the marks stay below the right characters.
        let lines = if line.contains(" |") { 1 } else { SENTENCE_LINES };
        let ranges = wrap(line, width, lines);
        if ranges.is_empty() { vec![""] } else { ranges.into_iter().map(|range| &line[range]).collect() }
    });
    for (y, part) in (body.y..body.bottom()).zip(parts) {
        painter.write(body, y, part, theme.plain);
    }
}

/// Draws the name of the file, and how many lines are hidden.
fn draw_title(painter: &mut Painter<'_>, page: &Unreadable, lines: usize, layout: &ScreenLayout) {
    let (theme, lang, title) = (painter.theme, painter.lang(), layout.title);
    painter.restyle(title, title.y, theme.header);
    let below = lines.saturating_sub(page.top + usize::from(layout.body.height));
    let hidden = hidden_counts(lang, page.top, below);
    let hidden: Vec<_> = hidden.map(|text| span(format!(" {text} "), theme.header)).collect();
    let name = span(format!(" {}", lang.open_failed(&shown(&page.path))), theme.header);
    painter.write_both_ends(title, title.y, &[name], &hidden);
}
