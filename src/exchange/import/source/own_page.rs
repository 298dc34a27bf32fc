//! Reads a map back from the page of Markdown that `export` wrote: a table for each phase, and the details below it.

use super::inline::plain_text;
use super::markdown::{is_delimiter, row};
use super::table_builder::TableBuilder;
use crate::exchange::import::Remark;
use crate::exchange::import::grid::Grid;
use crate::exchange::import::quote::{listed, quoted};
use crate::lang::{Lang, Language};
use crate::map::Phase;

/// Reads the touchpoints of a page as one table; none if `export` did not write it.
pub(crate) fn read(page: &str, lang: &Lang, remarks: &mut Vec<Remark>) -> Option<Grid> {
    let page_lang = Language::ALL.map(Lang::new).into_iter().find(|lang| is_own(page, lang))?;
    let mut reader = PageReader::new(&page_lang);
    page.lines().enumerate().for_each(|(nth, line)| reader.add_line(nth, line));
    if !reader.other_facts.is_empty() {
        let labels = listed(reader.other_facts.iter().map(|label| lang.quoted(&quoted(label))));
        remarks.push(Remark::of_all(lang.source_page_facts(&labels)));
    }
    Some(reader.finish())
}

/// Returns true if a page has the headings of all phases, and below one of them a table that begins with names.
fn is_own(page: &str, lang: &Lang) -> bool {
    let has_line = |wanted: &str| page.lines().any(|line| line.trim_end() == wanted);
    let names = format!("| {} |", lang.field_heading("name"));
    Phase::ALL.iter().all(|&phase| has_line(&format!("## {}", lang.phase(phase))))
        && page.lines().any(|line| line.starts_with(&names))
}

/// A touchpoint of the page: its texts by the headings of their columns.
struct OwnRow {
    line: usize,
    name: String,
    cells: Vec<(String, String)>,
}

struct PageReader<'a> {
    lang: &'a Lang,
    title: Option<String>,
    phase: Option<Phase>,
    headings: Vec<String>,
    rows: Vec<OwnRow>,
    /// The rows before the current phase.
    earlier: usize,
    /// The row whose details are being read.
    detailed: Option<usize>,
    step: usize,
    /// Unit and period of the map.
    map_facts: Vec<(String, String)>,
    /// The labels of other facts about the map.
    other_facts: Vec<String>,
    is_in_code: bool,
}

impl<'a> PageReader<'a> {
    fn new(lang: &'a Lang) -> PageReader<'a> {
        PageReader {
            lang,
            title: None,
            phase: None,
            headings: Vec::new(),
            rows: Vec::new(),
            earlier: 0,
            detailed: None,
            step: 0,
            map_facts: Vec::new(),
            other_facts: Vec::new(),
            is_in_code: false,
        }
    }

    fn add_line(&mut self, nth: usize, line: &str) {
        if line.starts_with("```") {
            self.is_in_code = !self.is_in_code;
            return;
        }
        if self.is_in_code {
            return;
        }
        if let Some(name) = line.strip_prefix("### ") {
            self.open_details(&plain_text(name));
        } else if let Some(heading) = line.strip_prefix("## ") {
            self.phase = Phase::ALL.into_iter().find(|&phase| self.lang.phase(phase) == plain_text(heading));
            (self.earlier, self.detailed) = (self.rows.len(), None);
            self.headings.clear();
        } else if let Some(title) = line.strip_prefix("# ") {
            self.title.get_or_insert_with(|| plain_text(title));
        } else if line.starts_with('|') && self.phase.is_some() && self.detailed.is_none() {
            self.add_row(nth, line);
        } else if let Some((label, text)) = line.strip_prefix("- **").and_then(|fact| fact.split_once(":** ")) {
            self.add_fact(plain_text(label), plain_text(text));
        } else if let Some(note) = line.strip_prefix('>') {
            self.add_note(note);
        }
    }

    fn add_row(&mut self, nth: usize, line: &str) {
        if is_delimiter(line) {
            return;
        }
        let cells = row(nth, line).cells;
        if self.headings.is_empty() {
            self.headings = cells.iter().map(str::to_owned).collect();
            return;
        }
        let Some(phase) = self.phase else { return };
        let mut cells: Vec<(String, String)> =
            self.headings.iter().cloned().zip(cells.iter().map(str::to_owned)).collect();
        let or = self.lang.funnel_text_or("");
        let mut name = cells.first().map(|(_, name)| name.clone()).unwrap_or_default();
        match name.strip_prefix(&or).filter(|_| self.rows.len() > self.earlier) {
            Some(alternative) => name = alternative.to_owned(),
            None => self.step += 1,
        }
        if let Some(first) = cells.first_mut() {
            first.1.clone_from(&name);
        }
        let facts = [("phase", self.lang.phase(phase)), ("step", self.step.to_string())];
        let facts = facts.map(|(column, text)| (self.lang.column(column), text));
        self.rows.push(OwnRow { line: nth + 1, name, cells: facts.into_iter().chain(cells).collect() });
    }

    /// Goes to the next row of the phase that has this name.
    fn open_details(&mut self, name: &str) {
        let from = self.detailed.map_or(self.earlier, |row| row + 1);
        let found = self.rows[from.min(self.rows.len())..].iter().position(|row| row.name == name);
        self.detailed = found.map(|nth| from + nth).or(self.detailed);
    }

    fn add_fact(&mut self, label: String, text: String) {
        match (self.detailed, self.phase) {
            (Some(row), _) => self.rows[row].cells.push((label, text)),
            (None, None) if self.rows.is_empty() => {
                let is_known = ["unit", "period"].iter().any(|key| self.lang.field_heading(key) == label);
                if is_known {
                    self.map_facts.push((label, text));
                } else {
                    self.other_facts.push(label);
                }
            }
            (None, _) => {}
        }
    }

    /// Adds a line of a block quote to the notes; a `\` at its end is a line end.
    fn add_note(&mut self, note: &str) {
        let Some(row) = self.detailed else { return };
        let heading = self.lang.field_heading("notes");
        let line = note.strip_prefix(' ').unwrap_or(note);
        let backslashes = line.len() - line.trim_end_matches('\\').len();
        let line = plain_text(&line[..line.len() - backslashes % 2]);
        let cells = &mut self.rows[row].cells;
        match cells.last_mut().filter(|(last, _)| *last == heading) {
            Some((_, notes)) => {
                notes.push('\n');
                notes.push_str(&line);
            }
            None => cells.push((heading, line)),
        }
    }

    fn finish(self) -> Grid {
        let mut table = TableBuilder::new();
        let map = self.lang.column("map");
        for row in self.rows {
            table.begin_row(row.line);
            if let Some(title) = &self.title {
                table.set(&map, title);
            }
            for (heading, text) in row.cells.into_iter().chain(self.map_facts.iter().cloned()) {
                table.set(&heading, &text);
            }
        }
        table.finish(None)
    }
}
