//! Faults of a file as pictures: the place, the line of the file, what was expected and what to do.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::app::faults::explain::explain;
use crate::app::faults::line::{Line, Lines};
use crate::lang::Lang;
use crate::map::text::one_line;
use crate::store::Fault;
use crate::store::locate::line_columns;

/// The most faults that are drawn; the others are only counted.
const LIMIT: usize = 50;

/// The default width of a picture, in cells.
const WIDTH: usize = 160;

/// The cells beside the text of the file, for the line number and the words at the mark.
const MARGIN: usize = 20;

/// A text with faults.
#[derive(Clone, Copy)]
pub struct FaultyText<'a> {
    /// The name of the file, as it is shown.
    pub file: &'a str,
    pub text: &'a str,
    pub faults: &'a [Fault],
}

/// Draws the faults of a text, with a line end after the last.
pub fn picture(lang: &Lang, faulty: FaultyText<'_>, colour: bool) -> String {
    picture_within(lang, faulty, colour, WIDTH)
}

/// Draws the faults of a text in `width` cells; lines of the file are cut around the mark.
pub fn picture_within(lang: &Lang, faulty: FaultyText<'_>, colour: bool, width: usize) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(width.max(4 * MARGIN));
    let drawing = Drawing { lang, renderer, file: &one_line(faulty.file), width };
    let lines = Lines::of(faulty.text);
    let drawn = &faulty.faults[..faulty.faults.len().min(LIMIT)];
    let mut pictures = String::new();
    for (fault, (_, column)) in drawn.iter().zip(positions(faulty.text, drawn)) {
        pictures.push_str(&drawing.fault(&lines.at(&fault.span), column, fault));
        pictures.push_str("\n\n");
    }
    let hidden = faulty.faults.len().saturating_sub(LIMIT);
    if hidden > 0 {
        pictures.push_str(&format!("… {}\n", lang.more_faults(hidden)));
    } else {
        pictures.pop();
    }
    pictures
}

/// Returns a fault and its correction in one line, without the place.
pub fn sentence(lang: &Lang, fault: &Fault) -> String {
    let explanation = explain(lang, &fault.problem);
    one_line(&format!("{}: {}; {}", explanation.title, explanation.label, explanation.help)).into_owned()
}

/// Returns the line and the column of each fault, both from 1, columns in characters.
pub fn positions(text: &str, faults: &[Fault]) -> Vec<(usize, usize)> {
    let spans: Vec<Range<usize>> = faults.iter().map(|fault| fault.span.clone()).collect();
    line_columns(text, &spans)
}

/// What the pictures of one file have in common.
struct Drawing<'a> {
    lang: &'a Lang,
    renderer: Renderer,
    file: &'a str,
    width: usize,
}

impl Drawing<'_> {
    fn fault(&self, line: &Line<'_>, column: usize, fault: &Fault) -> String {
        let explanation = explain(self.lang, &fault.problem);
        let [title, label, help] =
            [&explanation.title, &explanation.label, &explanation.help].map(|text| one_line(text));
        let (error, advice) = (self.lang.word_error(), self.lang.word_help());
        let excerpt = line.excerpt(self.width.saturating_sub(MARGIN).max(MARGIN));
        let mark = AnnotationKind::Primary.span(excerpt.span).label(label);
        let snippet = Snippet::source(excerpt.text).line_start(line.number).fold(false).annotation(mark);
        let origin = Origin::path(self.file).line(line.number).char_column(column);
        let head = Group::with_title(Level::ERROR.with_name(error).primary_title(title)).element(origin);
        // The snippet needs a group of its own, or it is drawn as part of another file. Both groups draw the bar where
        // they meet, so repeated rows are removed.
        let help = Level::HELP.with_name(advice).message(help);
        let place = Group::with_level(Level::ERROR).element(snippet).element(help);
        let text = self.renderer.render(&[head, place]);
        let mut rows: Vec<&str> = text.lines().collect();
        rows.dedup();
        rows.join("\n")
    }
}
