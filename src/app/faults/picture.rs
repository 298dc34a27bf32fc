//! Faults of a file as pictures: each with its place, the line of the file, what was expected and what to do.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::app::faults::line::{Line, Lines};
use crate::app::faults::said;
use crate::lang::Lang;
use crate::map::text::one_line;
use crate::store::Fault;

/// The most faults that are shown; of the others only the number is said.
const SHOWN_LIMIT: usize = 50;

/// The cells of a picture where nothing else is asked.
pub const WIDTH: usize = 160;

/// The cells of a line in front of the file's own text, and a few behind it for the words at the mark.
const MARGIN: usize = 20;

/// Draws the faults of a text, the first ones as pictures and the number of the others; ends with a line end.
pub fn picture(lang: &Lang, file: &str, text: &str, faults: &[Fault], colour: bool) -> String {
    picture_within(lang, file, text, faults, colour, WIDTH)
}

/// Draws the faults of a text as [`picture`] does, in that many cells: lines of the file are cut round the mark.
pub fn picture_within(lang: &Lang, file: &str, text: &str, faults: &[Fault], colour: bool, width: usize) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(width.max(4 * MARGIN));
    let file = one_line(file);
    let lines = Lines::of(text);
    let mut pictures = String::new();
    for fault in faults.iter().take(SHOWN_LIMIT) {
        pictures.push_str(&drawn(lang, &renderer, &file, &lines.at(&fault.span), fault, width));
        pictures.push_str("\n\n");
    }
    let hidden = faults.len().saturating_sub(SHOWN_LIMIT);
    if hidden > 0 {
        pictures.push_str(&format!("… {}\n", lang.more_faults(hidden)));
    } else {
        pictures.pop();
    }
    pictures
}

/// Says in one line what a fault is and what to do about it, without its place.
pub fn sentence(lang: &Lang, fault: &Fault) -> String {
    let said = said::explain(lang, &fault.problem);
    one_line(&format!("{}: {}; {}", said.title, said.label, said.help)).into_owned()
}

/// The line and the column of each fault, both from 1, columns in characters.
pub fn positions(text: &str, faults: &[Fault]) -> Vec<(usize, usize)> {
    let lines = Lines::of(text);
    let position = |fault: &Fault| {
        let line = lines.at(&fault.span);
        (line.number, line.column)
    };
    faults.iter().map(position).collect()
}

fn drawn(lang: &Lang, renderer: &Renderer, file: &str, line: &Line<'_>, fault: &Fault, width: usize) -> String {
    let said = said::explain(lang, &fault.problem);
    let (title, label, help) = (one_line(&said.title), one_line(&said.label), one_line(&said.help));
    let (error, advice) = (lang.word_error(), lang.word_help());
    let shown = line.shown(width.saturating_sub(MARGIN).max(MARGIN));
    let mark = AnnotationKind::Primary.span(shown.span).label(label);
    let snippet = Snippet::source(shown.text).line_start(line.number).fold(false).annotation(mark);
    let origin = Origin::path(file).line(line.number).char_column(line.column);
    let what = Group::with_title(Level::ERROR.with_name(error).primary_title(title)).element(origin);
    // A group of its own, or the line would be taken for one of another file; both draw the bar where they meet.
    let place = Group::with_level(Level::ERROR).element(snippet).element(Level::HELP.with_name(advice).message(help));
    let drawn = renderer.render(&[what, place]);
    let mut rows: Vec<&str> = drawn.lines().collect();
    rows.dedup();
    rows.join("\n")
}
