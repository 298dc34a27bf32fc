//! Boards without headings, and plain lists: one text a line, in groups that have the name of a stage above.

use std::collections::HashSet;

use super::assemble::Draft;
use super::board_titles;
use super::choices::Shape;
use super::pieces::without_bullet;
use super::reading::{LeftOutReason, LeftOutRow, Reading};
use super::sheet::is_blank;
use super::stages::StagePhases;
use super::values::CellValues;
use crate::exchange::import::grid::{Grid, GridRow};
use crate::exchange::import::marks;
use crate::exchange::import::odd_cells::OddCells;
use crate::exchange::import::quote::quoted;
use crate::exchange::import::row::{ReadRow, add_notes, touchpoint_of};
use crate::exchange::import::source::list::{self, ListKind};
use crate::exchange::import::vocabulary::Vocabulary;
use crate::exchange::import::{ImportOptions, Remark};
use crate::lang::Lang;
use crate::map::Phase;
use crate::map::entry::Entry;
use crate::map::text::{fold, one_line};

/// Words with which questions begin, in six languages.
const QUESTION_WORDS: &[&str] = &[
    "what", "where", "when", "who", "why", "how", "which", "que", "donde", "cuando", "quien", "quienes", "como",
    "cual", "cuales", "por", "quoi", "ou", "quand", "qui", "comment", "pourquoi", "was", "wo", "wann", "wer", "wie",
    "warum", "cosa", "dove", "chi", "onde", "quem",
];

/// The most words of a text in a line that lists several.
const MAX_LISTED_WORDS: usize = 5;

/// A line with its text, and the text beside it.
struct BoardLine {
    line: usize,
    text: String,
    beside: String,
    /// What the items below it say about it, in a list.
    attributes: Vec<String>,
}

/// A group of lines, with the name of its stage.
struct Group {
    title: Option<BoardLine>,
    lines: Vec<BoardLine>,
}

/// Returns true if a grid is a board without headings or a plain list: hardly any row has a second text.
pub(crate) fn is_board(grid: &Grid) -> bool {
    let (mut rows, mut wide, mut letters) = (0, 0, 0);
    for row in grid.rows.iter().filter(|row| !is_blank(row)) {
        let filled = row.cells.iter().filter(|cell| !cell.trim().is_empty());
        rows += 1;
        wide += usize::from(filled.clone().count() > 1);
        letters += usize::from(filled.clone().any(|cell| cell.contains(char::is_alphabetic)));
    }
    rows > 0 && (grid.is_list || wide * 4 <= rows) && letters * 2 > rows
}

/// Returns true if lines of a plain text name the stages of the others.
pub(crate) fn has_titles(text: &str) -> bool {
    let rows = list::read(text, ListKind::Lines).rows;
    let texts: Vec<&str> = rows.iter().filter_map(|row| row.cells.get(0)).collect();
    let titles = texts.iter().filter(|text| board_titles::is_title(text, &[])).count();
    (1..texts.len()).contains(&titles)
}

/// Reads a board.
pub(crate) fn read(grid: &Grid, options: &ImportOptions) -> Reading {
    let mut left_out = Vec::new();
    let groups = groups(grid, &options.choices.phases);
    let mut leave_out = |line: &BoardLine, reason| {
        left_out.push(LeftOutRow { line: line.line, text: line.text.clone(), reason });
    };
    let mut contents = Vec::new();
    let mut seen = HashSet::new();
    for Group { title, lines } in groups {
        let mut kept = Vec::new();
        let mut is_start = title.is_some();
        for line in lines {
            if is_link(&line.text) || is_link(&line.beside) {
                leave_out(&line, LeftOutReason::Link);
            } else if is_prompt(&line.text, is_start) {
                leave_out(&line, LeftOutReason::Prompt);
            } else if seen.insert(line.text.clone()) {
                is_start = false;
                kept.push(line);
            } else {
                leave_out(&line, LeftOutReason::Double);
            }
        }
        match title {
            Some(title) if kept.is_empty() => leave_out(&title, LeftOutReason::Title),
            title => contents.push((title, kept)),
        }
    }
    let titles = contents.iter().filter_map(|(title, _)| title.as_ref()).map(|title| title.text.as_str());
    let stages = StagePhases::of(titles, &options.choices.phases);
    let has_phases = !stages.readings.is_empty();
    let words = Vocabulary::new(options.lang);
    let (mut cut, mut marked) = (OddCells::default(), MarkedLines::default());
    let mut rows = Vec::new();
    for (title, lines) in &contents {
        let stage = title.as_ref().and_then(|title| stages.get(&title.text));
        for line in lines {
            let phase = stage.map_or(options.choices.phase.unwrap_or(Phase::Before), |stage| stage.phase);
            let entry = if grid.is_list { marked.entry(line) } else { None };
            let text = entry.as_ref().map_or(&line.text, |entry| &entry.name);
            let Some(mut row) = touchpoint_row(text, line, phase, &mut cut) else { continue };
            entry.iter().for_each(|entry| marks::set(&mut row, entry));
            line.attributes.iter().for_each(|attribute| marks::set_attribute(&mut row, attribute, &words));
            row.is_phase_guessed = stage.is_none_or(|stage| stage.origin.is_guess());
            rows.push(row);
        }
    }
    let mut draft = Draft::of(rows, has_phases);
    draft.remarks = cut.remarks(options.choices.purpose, options.lang);
    draft.remarks.extend(marked.remark(options.lang));
    if !has_phases && options.choices.phase.is_none() && options.known.iter().all(|map| map.is_empty()) {
        let column = options.lang.column("phase");
        draft.remarks.push(Remark::of_all(options.lang.import_no_phase_column(&column)));
    }
    Reading {
        shape: Shape::Board,
        table: 0,
        is_shape_guessed: options.choices.shape.is_none(),
        columns: Vec::new(),
        stages: stages.readings,
        left_out,
        values: CellValues::default(),
        imported: draft.build(options),
    }
}

/// The lines with marks of quick entry: how many there are, and the first.
#[derive(Default)]
struct MarkedLines {
    count: usize,
    first: Option<(usize, String)>,
}

impl MarkedLines {
    /// Reads a line as quick entry does; none if it has no marks, or nothing besides them.
    fn entry(&mut self, line: &BoardLine) -> Option<Entry> {
        let entry = Some(Entry::parse(&line.text)).filter(|entry| entry.has_marks() && !entry.name.is_empty())?;
        self.count += 1;
        self.first.get_or_insert_with(|| (line.line, quoted(&line.text)));
        Some(entry)
    }

    fn remark(&self, lang: &Lang) -> Option<Remark> {
        let (line, text) = self.first.as_ref()?;
        Some(Remark::at(*line, lang.import_marked_lines(self.count, text)))
    }
}

/// Makes a touchpoint with the name `text` of a line; the text beside it goes into the notes.
fn touchpoint_row(text: &str, line: &BoardLine, phase: Phase, cut: &mut OddCells) -> Option<ReadRow> {
    let mut touchpoint = touchpoint_of(text, line.line, cut)?;
    if !line.beside.is_empty() {
        add_notes(&mut touchpoint, std::slice::from_ref(&line.beside));
    }
    Some(ReadRow::new(line.line, phase, touchpoint))
}

/// Splits a grid into groups at blank lines, and finds the titles of the groups.
fn groups(grid: &Grid, phases: &[(String, Phase)]) -> Vec<Group> {
    let mut groups: Vec<Vec<BoardLine>> = Vec::new();
    let mut next_line = 0;
    for row in &grid.rows {
        if is_blank(row) {
            next_line = 0;
            continue;
        }
        if row.line != next_line || groups.is_empty() {
            groups.push(Vec::new());
        }
        let line_ends: usize = row.cells.iter().map(|cell| cell.matches('\n').count()).sum();
        next_line = row.line + 1 + line_ends;
        if let Some(group) = groups.last_mut() {
            group.push(board_line(row, grid.is_list));
        }
    }
    let lines = || groups.iter().flatten();
    let in_front = lines().filter(|line| board_titles::stage_in_front(&line.text, phases).is_some()).count();
    if in_front >= 2 && in_front * 2 > lines().count() {
        return groups_of_stages_in_front(groups, phases);
    }
    let texts: Vec<Vec<&str>> =
        groups.iter().map(|group| group.iter().map(|line| line.text.as_str()).collect()).collect();
    let lone_titles = board_titles::lone_titles(&texts, phases);
    let has_lone_titles = lone_titles.contains(&true);
    let have_titles = !has_lone_titles && board_titles::begin_with_titles(&texts, phases);
    let has_nouns = !has_lone_titles && !have_titles && board_titles::has_noun_titles(&texts.concat(), phases);
    let is_title = |line: &str| board_titles::is_title(line, phases) || has_nouns && board_titles::is_noun(line);
    let are_titled: Vec<bool> = texts
        .iter()
        .zip(&lone_titles)
        .enumerate()
        .map(|(nth, (group, is_lone))| {
            // A line alone above the first name is the title of the whole list.
            let is_list_title = nth == 0 && group.len() == 1 && lone_titles.get(1) == Some(&true);
            let is_below_title = nth > 0 && lone_titles[nth - 1];
            let has_own_title = has_lone_titles && !is_below_title && board_titles::is_titled(group, phases);
            have_titles || *is_lone || is_list_title || has_own_title
        })
        .collect();
    let mut titled = Vec::new();
    for (group, is_titled) in groups.into_iter().zip(are_titled) {
        if is_titled {
            let mut lines = group.into_iter().skip_while(|line| have_titles && board_titles::is_unnamed(&line.text));
            titled.push(Group { title: lines.next().map(as_title), lines: lines.collect() });
        } else {
            split_at_titles(group, is_title, &mut titled);
        }
    }
    titled
}

/// Splits lines at the names of stages among them. Those above the first name belong to the stage before.
fn split_at_titles(lines: Vec<BoardLine>, is_title: impl Fn(&str) -> bool, groups: &mut Vec<Group>) {
    for line in lines {
        if is_title(&line.text) {
            groups.push(Group { title: Some(as_title(line)), lines: Vec::new() });
        } else if let Some(group) = groups.last_mut() {
            group.lines.push(line);
        } else {
            groups.push(Group { title: None, lines: vec![line] });
        }
    }
}

/// Makes groups of lines that have the names of their stages in front. A line alone above them is the title of the list.
///
/// If each stage has a single line, that line lists all its touchpoints.
fn groups_of_stages_in_front(groups: Vec<Vec<BoardLine>>, phases: &[(String, Phase)]) -> Vec<Group> {
    let mut titled: Vec<Group> = Vec::new();
    for group in groups {
        let is_alone = group.len() == 1 && titled.is_empty();
        for line in group {
            let found = board_titles::stage_in_front(&line.text, phases);
            let Some((stage, text)) = found.map(|(stage, text)| (stage.to_owned(), text.to_owned())) else {
                match titled.last_mut() {
                    Some(group) => group.lines.push(line),
                    None if is_alone => titled.push(Group { title: Some(as_title(line)), lines: Vec::new() }),
                    None => titled.push(Group { title: None, lines: vec![line] }),
                }
                continue;
            };
            let title = BoardLine { line: line.line, text: stage, beside: String::new(), attributes: Vec::new() };
            let line = BoardLine { text, ..line };
            let is_same = |group: &&mut Group| group.title.as_ref().is_some_and(|above| above.text == title.text);
            match titled.iter_mut().find(is_same) {
                Some(group) => group.lines.push(line),
                None => titled.push(Group { title: Some(title), lines: vec![line] }),
            }
        }
    }
    if titled.iter().all(|group| group.title.is_some() && group.lines.len() <= 1) {
        for group in &mut titled {
            let lines = std::mem::take(&mut group.lines).into_iter();
            group.lines = lines.flat_map(|line| listed_texts(&line)).collect();
        }
    }
    titled
}

/// Splits a line at its semicolons, or else at its commas if the texts between them are short.
fn listed_texts(line: &BoardLine) -> Vec<BoardLine> {
    let is_short = |text: &str| (1..=MAX_LISTED_WORDS).contains(&text.split_whitespace().count());
    let separator = if line.text.contains(';') { ';' } else { ',' };
    let texts: Vec<&str> = line.text.split(separator).map(str::trim).filter(|text| !text.is_empty()).collect();
    let texts = if separator == ';' || texts.iter().all(|text| is_short(text)) { texts } else { vec![&*line.text] };
    let beside = |nth: usize| if nth == 0 { line.beside.clone() } else { String::new() };
    let attributes = |nth: usize| if nth == 0 { line.attributes.clone() } else { Vec::new() };
    let line_of = |(nth, text): (usize, &str)| BoardLine {
        line: line.line,
        text: text.to_owned(),
        beside: beside(nth),
        attributes: attributes(nth),
    };
    texts.into_iter().enumerate().map(line_of).collect()
}

/// Removes the signs of a heading.
fn as_title(line: BoardLine) -> BoardLine {
    BoardLine { text: board_titles::name(&line.text).to_owned(), ..line }
}

fn board_line(row: &GridRow, is_list: bool) -> BoardLine {
    let mut texts = row.cells.iter().map(|cell| one_line(cell).into_owned()).filter(|text| !text.is_empty());
    let text = texts.next().unwrap_or_default();
    let others: Vec<String> = texts.collect();
    let (beside, attributes) = if is_list { (String::new(), others) } else { (others.join("; "), Vec::new()) };
    BoardLine { line: row.line, text: without_bullet(&text).to_owned(), beside, attributes }
}

fn is_link(text: &str) -> bool {
    let text = text.trim();
    (text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.")) && !text.contains(' ')
}

/// Returns true if a text is a question that the board asks: right below the title, or with a question word.
fn is_prompt(text: &str, is_start: bool) -> bool {
    if !text.ends_with('?') {
        return false;
    }
    let folded = fold(text);
    let first = folded.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or_default();
    is_start || text.starts_with('¿') || QUESTION_WORDS.contains(&first)
}
