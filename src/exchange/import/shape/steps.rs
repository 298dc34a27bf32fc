//! The steps of a table of counts, with their counts added up.

use std::collections::{HashMap, HashSet};

use super::amount::{self, Amount};
use super::layout::StepRows;
use super::pieces::without_bullet;
use super::reading::{LeftOutReason, LeftOutRow};
use super::role::Role;
use super::sheet::Sheet;
use super::step_fields::{StepCell, StepFields};
use super::total::{is_everybody, is_exit, is_total};
use crate::exchange::import::grid::GridRow;
use crate::exchange::import::odd_cells::OddCells;
use crate::exchange::import::value_fault::ValueFault;
use crate::exchange::import::vocabulary::plain;
use crate::map::Evidence;
use crate::map::text::{fold, one_line};

/// The most steps with several rows that are named.
const MAX_REPEATED: usize = 21;
/// The most different texts of a column of groups.
const MAX_GROUPS: usize = 1_000;

/// A step with how many customers reached it.
pub(crate) struct CountedStep {
    pub name: String,
    pub line: usize,
    pub count: Option<u64>,
    /// Where the count comes from, if the table says so.
    pub evidence: Option<Evidence>,
    /// What its rows have in the columns of [`StepFields`].
    pub cells: Vec<StepCell>,
}

impl CountedStep {
    /// Returns a step without a count.
    pub(crate) fn new(name: String, line: usize) -> CountedStep {
        CountedStep { name, line, count: None, evidence: None, cells: Vec::new() }
    }
}

/// The group that counts everybody, such as `All users` in a column of segments.
pub(crate) struct WholeGroup {
    pub heading: String,
    pub name: String,
}

/// The steps of a table, and what is reported about its rows.
#[derive(Default)]
pub(crate) struct ReadSteps {
    pub steps: Vec<CountedStep>,
    pub left_out: Vec<LeftOutRow>,
    pub odd_counts: OddCells,
    /// Set if only the rows of this group count.
    pub whole_group: Option<WholeGroup>,
    /// The names of steps that have several rows without a date, a device or the like that tells the rows apart.
    pub repeated: Vec<String>,
}

/// Adds up the counts of each step, in the order of their first rows.
pub(crate) fn steps_in_rows(sheet: &Sheet, rows: &[&GridRow], columns: &StepRows, fields: &StepFields) -> ReadSteps {
    let (mut left_out, mut odd_counts) = (Vec::new(), OddCells::default());
    let mut steps: Vec<CountedStep> = Vec::new();
    let mut places = HashMap::new();
    let mut repeated: Vec<String> = Vec::new();
    let groups = Groups::of(sheet, rows, columns);
    let has_count = |row: &&&GridRow| columns.counts.columns.iter().any(|&at| has_text(row, at));
    let last_counted = rows.iter().filter(has_count).map(|row| row.line).max().unwrap_or_default();
    for row in rows {
        let name = step_name(sheet, row, columns);
        let reason = if name.is_empty() || row.line > last_counted && is_footer(row) {
            Some(LeftOutReason::NoText)
        } else if is_total(&name) {
            Some(LeftOutReason::Total)
        } else {
            groups.reason(row).or_else(|| is_exit(&name).then_some(LeftOutReason::Exit))
        };
        if let Some(reason) = reason {
            left_out.push(LeftOutRow {
                line: row.line,
                text: if name.is_empty() { first_text(row) } else { name },
                reason,
            });
            continue;
        }
        let at = *places.entry(fold(&name)).or_insert_with(|| {
            steps.push(CountedStep::new(name, row.line));
            steps.len() - 1
        });
        if at + 1 < steps.len() || steps[at].line != row.line {
            let is_new = !repeated.contains(&steps[at].name);
            repeated.extend((is_new && repeated.len() < MAX_REPEATED).then(|| steps[at].name.clone()));
        }
        fields.add(&mut steps[at].cells, row);
        for &nth in &columns.counts.columns {
            add(&mut steps[at].count, count(sheet, row, nth, &mut odd_counts));
        }
    }
    let repeated = if has_parts(sheet, columns) { Vec::new() } else { repeated };
    ReadSteps { steps, left_out, odd_counts, whole_group: groups.whole(sheet, rows), repeated }
}

/// Adds up the counts of each column.
pub(crate) fn steps_in_columns(sheet: &Sheet, rows: &[&GridRow], columns: &[usize]) -> ReadSteps {
    let (mut left_out, mut odd_counts) = (Vec::new(), OddCells::default());
    let line = rows.first().map_or(1, |row| row.line);
    let step = |&at: &usize| CountedStep::new(without_bullet(&sheet.columns[at].heading).to_owned(), line);
    let mut steps: Vec<CountedStep> = columns.iter().map(step).collect();
    for row in rows {
        let mut texts = row.cells.iter().enumerate().filter(|(nth, _)| !columns.contains(nth)).map(|(_, cell)| cell);
        if let Some(text) = texts.find(|cell| is_total(cell)) {
            let text = one_line(text).into_owned();
            left_out.push(LeftOutRow { line: row.line, text, reason: LeftOutReason::Total });
            continue;
        }
        if !columns.iter().any(|&at| has_text(row, at)) {
            left_out.push(LeftOutRow { line: row.line, text: first_text(row), reason: LeftOutReason::NoText });
            continue;
        }
        for (step, &at) in steps.iter_mut().zip(columns) {
            add(&mut step.count, count(sheet, row, at, &mut odd_counts));
        }
    }
    ReadSteps { steps, left_out, odd_counts, whole_group: None, repeated: Vec::new() }
}

/// Returns the name of the step in a row; a name that is only a number gets a word of the heading in front, as in `Step 2`.
fn step_name(sheet: &Sheet, row: &GridRow, columns: &StepRows) -> String {
    let text = sheet.text(row, columns.name);
    if !columns.is_numbered || text.is_empty() || amount::parse(&text).is_none() {
        return without_bullet(&text).to_owned();
    }
    let is_number_word = |word: &&str| {
        ["no", "nr", "num", "number", "numero", "n", "nº", "nummer", "de", "du", "of", "id", ""]
            .contains(&plain(word).as_str())
    };
    let heading = &sheet.columns[columns.name].heading;
    let word = heading.split_whitespace().find(|word| !is_number_word(word)).unwrap_or(heading);
    format!("{word} {text}")
}

/// Returns the count in a cell. A cell with another text is added to `odd_counts`.
fn count(sheet: &Sheet, row: &GridRow, at: usize, odd_counts: &mut OddCells) -> Option<u64> {
    let cell = row.cells.get(at).filter(|cell| !cell.trim().is_empty())?;
    match amount::parse(cell) {
        Some(Amount::Count(count)) => Some(count),
        Some(Amount::Fraction | Amount::Money | Amount::Unclear) | None => {
            let fault = ValueFault::Number(amount::fault(cell));
            odd_counts.add(&sheet.columns[at].heading, row.line, &one_line(cell), fault);
            None
        }
    }
}

/// Returns true if a row has a text in a column.
pub(crate) fn has_text(row: &GridRow, at: usize) -> bool {
    row.cells.get(at).is_some_and(|cell| !cell.trim().is_empty())
}

/// Returns true if a row below the counts says something about the whole table, such as `Source: web analytics`.
fn is_footer(row: &GridRow) -> bool {
    let mut texts = row.cells.iter().map(str::trim).filter(|cell| !cell.is_empty());
    let (Some(only), None) = (texts.next(), texts.next()) else { return false };
    let folded = fold(only);
    let first = folded.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or_default();
    let is_about_all = is_source_word(first) && (only.contains(':') || only.split_whitespace().count() > 3);
    only.starts_with(['*', '(', '[', '©', '†', '#', '¹']) || is_about_all || only.ends_with('.') || only.contains("://")
}

/// Returns true for the first words of lines about a table, in six languages, folded.
#[rustfmt::skip]
fn is_source_word(word: &str) -> bool {
    [
        "source", "sources", "note", "notes", "exported", "generated", "created", "updated", "report", "period", "filter", "filters",
        "fuente", "fuentes", "nota", "notas", "exportado", "generado", "creado", "actualizado", "informe", "periodo", "filtro", "filtros",
        "quelle", "quellen", "hinweis", "exportiert", "erstellt", "stand", "zeitraum", "sources", "remarque", "exporte", "genere",
        "periode", "fonte", "fonti", "esportato", "generato", "fontes", "gerado", "data", "datos", "daten", "donnees", "dati", "dados",
    ]
    .contains(&word)
}

/// Returns the first text of a row.
pub(crate) fn first_text(row: &GridRow) -> String {
    let first = row.cells.iter().find(|cell| !cell.trim().is_empty());
    first.map(|cell| one_line(cell).into_owned()).unwrap_or_default()
}

fn add(sum: &mut Option<u64>, count: Option<u64>) {
    if let Some(count) = count {
        *sum = Some(sum.unwrap_or_default().saturating_add(count));
    }
}

/// Returns true if a table has a column that tells the rows of a step apart, such as days or devices.
fn has_parts(sheet: &Sheet, columns: &StepRows) -> bool {
    let is_part = |nth: &usize| {
        let column = &sheet.columns[*nth];
        let is_text = column.profile.values() > 0 && !column.profile.is_numbers();
        is_text && *nth != columns.name && !columns.counts.columns.contains(nth) || column.role == Role::Date
    };
    (0..sheet.columns.len()).any(|nth| is_part(&nth))
}

/// The columns that divide the customers into groups, some rows of which count everybody.
struct Groups<'a> {
    columns: Vec<GroupsOfColumn<'a>>,
}

/// A column of groups.
struct GroupsOfColumn<'a> {
    at: usize,
    /// The texts that mean everybody.
    whole: HashSet<&'a str>,
    /// True if the rows of everybody count, and not those of the parts.
    counts_whole: bool,
}

impl<'a> Groups<'a> {
    /// Finds the columns with rows that count everybody. If each step has such a row on each day, only these rows count,
    /// since parts such as devices and countries may overlap; else only the parts.
    fn of(sheet: &Sheet, rows: &[&'a GridRow], steps: &StepRows) -> Groups<'a> {
        let is_open = |nth: &usize| {
            let column = &sheet.columns[*nth];
            *nth != steps.name && !steps.counts.columns.contains(nth) && !column.profile.is_numbers()
        };
        let found = (0..sheet.columns.len()).filter(is_open).filter_map(|at| {
            let is_date = sheet.columns[at].role == Role::Date;
            let whole = whole_texts(rows, at, if is_date { is_total } else { is_everybody })?;
            Some(GroupsOfColumn { at, whole, counts_whole: false })
        });
        let mut columns: Vec<GroupsOfColumn> = found.collect();
        let groups: Vec<usize> = columns.iter().map(|column| column.at).collect();
        for column in columns.iter_mut().filter(|column| sheet.columns[column.at].role != Role::Date) {
            let is_key = |nth: &usize| {
                let is_part = groups.contains(nth) || sheet.columns[*nth].role == Role::Date;
                *nth != column.at && (*nth == steps.name || is_part)
            };
            let keys: Vec<usize> = (0..sheet.columns.len()).filter(is_key).collect();
            let key = |row: &GridRow| keys.iter().map(|&nth| fold(&sheet.text(row, nth))).collect::<Vec<String>>();
            let named = || rows.iter().filter(|row| !sheet.text(row, steps.name).is_empty());
            let covered: HashSet<Vec<String>> =
                named().filter(|row| column.is_whole(row)).map(|row| key(row)).collect();
            column.counts_whole = named().all(|row| covered.contains(&key(row)));
        }
        Groups { columns }
    }

    /// Returns why a row does not count; none if it does.
    fn reason(&self, row: &GridRow) -> Option<LeftOutReason> {
        self.columns.iter().find_map(|column| match (column.is_whole(row), column.counts_whole) {
            (true, false) => Some(LeftOutReason::Total),
            (false, true) => Some(LeftOutReason::NotChosen),
            (true, true) | (false, false) => None,
        })
    }

    /// Returns the group of everybody, if only its rows count.
    fn whole(&self, sheet: &Sheet, rows: &[&GridRow]) -> Option<WholeGroup> {
        let column = self.columns.iter().find(|column| column.counts_whole)?;
        let row = rows.iter().find(|row| column.is_whole(row))?;
        Some(WholeGroup { heading: sheet.columns[column.at].heading.clone(), name: sheet.text(row, column.at) })
    }
}

impl GroupsOfColumn<'_> {
    /// Returns true if a row counts everybody.
    fn is_whole(&self, row: &GridRow) -> bool {
        row.cells.get(self.at).is_some_and(|cell| self.whole.contains(cell))
    }
}

/// Returns the texts of a column that mean everybody; none if no text does, or all do.
fn whole_texts<'a>(rows: &[&'a GridRow], at: usize, is_whole: fn(&str) -> bool) -> Option<HashSet<&'a str>> {
    let mut texts = HashSet::new();
    for row in rows {
        texts.insert(row.cells.get(at).unwrap_or_default());
        if texts.len() > MAX_GROUPS {
            return None;
        }
    }
    let count = texts.len();
    texts.retain(|text| is_whole(text));
    (!texts.is_empty() && texts.len() < count).then_some(texts)
}
