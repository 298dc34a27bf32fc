//! The rows of a funnel in columns of text: position, names, bar, reach and shares.

use super::bar::bar;
use super::exporter::TextLayout;
use super::terminal_text::TextStyle;
use crate::map::width::{align_right, cut, fill, width, wrap};

/// One step of a funnel as a row of the table.
pub(crate) struct FunnelTableRow<'a> {
    pub position: usize,
    /// The names of the step's touchpoints.
    pub names: Vec<&'a str>,
    pub reach: String,
    /// The number that the bar shows, and the number of a full bar.
    pub bar: (u128, u128),
    /// The last columns; a single share takes the space of both.
    pub shares: Vec<String>,
    /// Remarks below the row.
    pub marks: Vec<(TextStyle, String)>,
}

/// The table, with the width of each column in terminal cells.
pub(crate) struct FunnelTable<'a> {
    layout: TextLayout<'a>,
    position: usize,
    name: usize,
    /// Zero if there is no space for bars.
    bar: usize,
    reach: usize,
    share: usize,
}

/// The space between two columns.
const GAP: usize = 2;
/// The least space for names and bars together; with less, there are no bars.
const MIN_NAMES_AND_BARS: usize = 30;

impl<'a> FunnelTable<'a> {
    /// Returns a table whose columns hold these rows within the width of the layout.
    pub fn new<'r>(
        rows: impl Iterator<Item = &'r FunnelTableRow<'r>> + Clone,
        of_buyers: &str,
        layout: &TextLayout<'a>,
    ) -> Self {
        let longest = |cells: &dyn Fn(&FunnelTableRow) -> usize| rows.clone().map(cells).max().unwrap_or_default();
        let headings = [layout.lang.funnel_text_conversion(), layout.lang.funnel_text_likelihood()];
        let headings = headings.iter().map(|heading| width(heading)).max().unwrap_or_default();
        let share = longest(&|row| match row.shares.as_slice() {
            [conversion, likelihood] => width(conversion).max(width(likelihood)),
            _ => 0,
        });
        let share = share.max(headings).max(width(of_buyers).saturating_sub(GAP).div_ceil(2));
        let position = longest(&|row| row.position.to_string().len()).max(2);
        let reach = longest(&|row| width(&row.reach)).max(width(&layout.lang.funnel_text_reach()));
        let fixed = position + GAP + GAP + reach + 2 * (GAP + share);
        let available = layout.width.saturating_sub(fixed).max(8);
        let names = longest(&|row| row.names.iter().map(|name| width(name)).max().unwrap_or_default());
        let (name, bar) = if available < MIN_NAMES_AND_BARS {
            (available, 0)
        } else {
            let name = names.clamp(12, available - GAP - available * 2 / 5);
            (name, (available - GAP - name).min(48))
        };
        FunnelTable { layout: *layout, position, name, bar, reach, share }
    }

    /// Returns a heading line: a title, and column headings above the numbers.
    pub(crate) fn heading(&self, title: &str, reach: &str, shares: &[&str]) -> String {
        let indent = self.position + GAP + self.name + if self.bar > 0 { GAP + self.bar } else { 0 };
        let numbers = self.numbers(reach, shares);
        let title = self.layout.colour.paint(TextStyle::Heading, &fill(title, indent));
        line_of(&title, &self.layout.colour.paint(TextStyle::Quiet, numbers.trim_end()))
    }

    /// Returns the lines of a step: one or more for each name, with the bar beside all of them, then the marks.
    pub(crate) fn row(&self, row: &FunnelTableRow) -> String {
        let mut names: Vec<String> = Vec::new();
        for (nth, name) in row.names.iter().enumerate() {
            let name = if nth == 0 { (*name).to_owned() } else { self.layout.lang.funnel_text_or(name) };
            names.extend(wrap(&name, self.name, 3).into_iter().map(|range| cut(&name[range], self.name).into_owned()));
        }
        let (part, whole) = row.bar;
        let bar = fill(&bar(part, whole, self.bar), self.bar);
        let mut text = String::new();
        for (nth, name) in names.iter().enumerate() {
            let position = if nth == 0 { row.position.to_string() } else { String::new() };
            let mut line =
                format!("{position:>0$}{blank:GAP$}{name}", self.position, blank = "", name = fill(name, self.name));
            if self.bar > 0 {
                line += &format!("{:GAP$}{}", "", self.layout.colour.paint(TextStyle::Bar, &bar));
            }
            let shares: Vec<&str> = row.shares.iter().map(String::as_str).collect();
            let numbers = if nth == 0 { self.numbers(&row.reach, &shares) } else { String::new() };
            text += &line_of(&line, &numbers);
        }
        for (style, mark) in &row.marks {
            text += &self.remark(*style, mark, self.position + GAP);
        }
        text
    }

    /// Returns a remark, wrapped to the width of the layout and indented.
    pub(crate) fn remark(&self, style: TextStyle, words: &str, indent: usize) -> String {
        let available = self.layout.width.saturating_sub(indent).max(8);
        let lines = wrap(words, available, 3).into_iter();
        lines
            .map(|range| {
                let line = cut(&words[range], available);
                format!("{:indent$}{}\n", "", self.layout.colour.paint(style, &line))
            })
            .collect()
    }

    /// Returns the columns of numbers, aligned to the right.
    fn numbers(&self, reach: &str, shares: &[&str]) -> String {
        let number = |text: &str, cells: usize| format!("{:GAP$}{}", "", align_right(text, cells));
        let shares: String = match shares {
            [only] => number(only, 2 * self.share + GAP),
            several => several.iter().map(|share| number(share, self.share)).collect(),
        };
        number(reach, self.reach) + &shares
    }
}

/// Joins two parts of a line and removes blanks at its end.
fn line_of(start: &str, end: &str) -> String {
    let line = format!("{start}{end}");
    format!("{}\n", line.trim_end())
}
