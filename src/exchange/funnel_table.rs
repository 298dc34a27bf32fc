//! The rows of a funnel laid out in columns: position, names, bar, reach and shares.

use super::TextLayout;
use super::bar::bar;
use super::terminal_text::TextStyle;
use crate::map::width::{cut, fill, width, wrap};

/// One step as it is shown.
pub struct Shown<'a> {
    pub position: usize,
    pub names: Vec<&'a str>,
    pub reach: String,
    /// What the bar shows, and what one over all its cells would show.
    pub bar: (u128, u128),
    /// The last columns; a single one takes the room of both.
    pub shares: Vec<String>,
    pub marks: Vec<(TextStyle, String)>,
}

/// The cells that each column takes.
pub struct Grid<'a> {
    layout: TextLayout<'a>,
    position: usize,
    name: usize,
    bar: usize,
    reach: usize,
    share: usize,
}

const GAP: usize = 2;
/// Below this many cells for names and bars, bars give way to names.
const NARROW: usize = 30;

impl<'a> Grid<'a> {
    /// A grid in which these rows fit into the layout's width.
    pub fn new<'r>(rows: impl Iterator<Item = &'r Shown<'r>> + Clone, layout: &TextLayout<'a>) -> Grid<'a> {
        let longest = |cells: &dyn Fn(&Shown) -> usize| rows.clone().map(cells).max().unwrap_or_default();
        let headings = [layout.lang.funnel_conversion(), layout.lang.funnel_likelihood()];
        let headings = headings.iter().map(|heading| width(heading)).max().unwrap_or_default();
        let share = longest(&|row| match row.shares.as_slice() {
            [conversion, likelihood] => width(conversion).max(width(likelihood)),
            _ => 0,
        });
        let share = share.max(headings).max(width(&layout.lang.funnel_of_buyers()).saturating_sub(GAP).div_ceil(2));
        let position = longest(&|row| row.position.to_string().len()).max(2);
        let reach = longest(&|row| width(&row.reach)).max(width(&layout.lang.funnel_reach()));
        let fixed = position + GAP + GAP + reach + 2 * (GAP + share);
        let room = layout.width.saturating_sub(fixed).max(8);
        let names = longest(&|row| row.names.iter().map(|name| width(name)).max().unwrap_or_default());
        let (name, bar) = if room < NARROW {
            (room, 0)
        } else {
            let name = names.clamp(12, room - GAP - room * 2 / 5);
            (name, (room - GAP - name).min(48))
        };
        Grid { layout: *layout, position, name, bar, reach, share }
    }

    /// A line that heads rows, with the words over their columns.
    pub fn heading(&self, title: &str, reach: &str, shares: &[&str]) -> String {
        let indent = self.position + GAP + self.name + if self.bar > 0 { GAP + self.bar } else { 0 };
        let numbers = self.numbers(reach, shares);
        let title = self.layout.colour.paint(TextStyle::Heading, &fill(title, indent));
        finish(&title, &self.layout.colour.paint(TextStyle::Quiet, numbers.trim_end()))
    }

    /// The lines of a step: its names one below the other, and the bar beside all of them.
    pub fn row(&self, shown: &Shown) -> String {
        let mut lines: Vec<String> = Vec::new();
        for (nth, name) in shown.names.iter().enumerate() {
            let name = if nth == 0 { (*name).to_owned() } else { self.layout.lang.funnel_or(name) };
            lines.extend(wrap(&name, self.name, 3).into_iter().map(|range| cut(&name[range], self.name).into_owned()));
        }
        let ink = self.layout.colour;
        let (part, whole) = shown.bar;
        let bar = fill(&bar(part, whole, self.bar), self.bar);
        let mut text = String::new();
        for (nth, name) in lines.iter().enumerate() {
            let position = if nth == 0 { shown.position.to_string() } else { String::new() };
            let mut line =
                format!("{position:>0$}{blank:GAP$}{name}", self.position, blank = "", name = fill(name, self.name));
            if self.bar > 0 {
                line += &format!("{:GAP$}{}", "", ink.paint(TextStyle::Bar, &bar));
            }
            let shares: Vec<&str> = shown.shares.iter().map(String::as_str).collect();
            let numbers = if nth == 0 { self.numbers(&shown.reach, &shares) } else { String::new() };
            text += &finish(&line, &numbers);
        }
        for (tint, mark) in &shown.marks {
            text += &self.note(*tint, mark, self.position + GAP);
        }
        text
    }

    /// A remark over the whole width, behind that many blanks.
    pub fn note(&self, tint: TextStyle, words: &str, indent: usize) -> String {
        let room = self.layout.width.saturating_sub(indent).max(8);
        let lines = wrap(words, room, 3).into_iter();
        lines
            .map(|range| format!("{:indent$}{}\n", "", self.layout.colour.paint(tint, &cut(&words[range], room))))
            .collect()
    }

    fn numbers(&self, reach: &str, shares: &[&str]) -> String {
        let right = |text: &str, cells: usize| format!("{:1$}{text}", "", GAP + cells.saturating_sub(width(text)));
        let shares: String = match shares {
            [only] => right(only, 2 * self.share + GAP),
            several => several.iter().map(|share| right(share, self.share)).collect(),
        };
        right(reach, self.reach) + &shares
    }
}

/// A line of two parts, without blanks at its end.
fn finish(start: &str, end: &str) -> String {
    let line = format!("{start}{end}");
    format!("{}\n", line.trim_end())
}
