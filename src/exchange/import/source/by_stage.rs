//! Tables and sheets that are named after stages: they become one table with a column of stages.

use std::borrow::Cow;

use crate::exchange::import::Remark;
use crate::exchange::import::bullet::after_bullet;
use crate::exchange::import::cells::RowBuilder;
use crate::exchange::import::grid::{Grid, GridRow};
use crate::exchange::import::quote::{listed, quoted};
use crate::exchange::import::shape::board::is_board;
use crate::exchange::import::shape::choices::Choices;
use crate::exchange::import::shape::heading::meaning;
use crate::exchange::import::shape::role::Role;
use crate::exchange::import::shape::sheet::{heading_row, is_blank};
use crate::exchange::import::stage::phase_of_stage;
use crate::exchange::import::vocabulary::Vocabulary;
use crate::lang::Lang;
use crate::map::text::{fold, is_same_name, one_line};

/// A table with its headings.
struct Part<'a> {
    name: &'a str,
    is_stage: bool,
    /// The headings, with an empty one for each column without; none for a list.
    headings: Vec<Cow<'a, str>>,
    rows: Vec<&'a GridRow>,
}

/// What columns of several tables have in common that hold the same.
#[derive(PartialEq, Eq)]
enum ColumnKey {
    Role(Role),
    Heading(String),
}

/// A column of the joined table.
struct JoinedColumn {
    key: ColumnKey,
    heading: String,
}

/// Joins the tables that are named after stages, if there are several. A table with the same headings as one of them is of
/// another stage. The joined table stands where the first of them stood.
pub(super) fn joined(tables: Vec<Grid>, lang: &Lang, remarks: &mut Vec<Remark>) -> Vec<Grid> {
    let words = Vocabulary::new(lang);
    let parts: Vec<Option<Part>> = tables.iter().map(|grid| Part::of(grid, &words)).collect();
    let is_like_another = |nth: usize, part: &Part| {
        let others =
            parts.iter().enumerate().filter(|(other, _)| *other != nth).filter_map(|(_, other)| other.as_ref());
        !part.headings.is_empty()
            && others.into_iter().any(|other| other.headings == part.headings && (other.is_stage || part.is_stage))
    };
    let is_joined: Vec<bool> = parts
        .iter()
        .enumerate()
        .map(|(nth, part)| {
            let joins = |part: &Part| part.is_stage && part.holds_touchpoints(&words) || is_like_another(nth, part);
            part.as_ref().is_some_and(joins)
        })
        .collect();
    let chosen: Vec<&Part> =
        parts.iter().zip(&is_joined).filter(|(_, joins)| **joins).filter_map(|(part, _)| part.as_ref()).collect();
    let stages = chosen.iter().filter(|part| part.is_stage).count();
    let is_repeated = |nth: usize| chosen[..nth].iter().any(|above| is_same_name(above.name, chosen[nth].name));
    if chosen.len() < 2 || stages * 2 < chosen.len() || (0..chosen.len()).any(is_repeated) {
        return tables;
    }
    remarks.push(Remark::of_all(
        lang.source_joined_by_stage(&listed(chosen.iter().map(|part| lang.quoted(&quoted(part.name))))),
    ));
    let joined = join(&chosen, lang, &words);
    let first = is_joined.iter().position(|joins| *joins);
    let mut others: Vec<Grid> =
        tables.into_iter().zip(&is_joined).filter(|(_, joins)| !**joins).map(|(grid, _)| grid).collect();
    others.insert(first.unwrap_or_default(), joined);
    others
}

impl<'a> Part<'a> {
    /// Finds the headings of a table; none if it has no name or no row.
    fn of(grid: &'a Grid, words: &Vocabulary) -> Option<Part<'a>> {
        let name = grid.name.as_deref()?;
        let first = grid.rows.iter().position(|row| !is_blank(row))?;
        let found = heading_row(&grid.rows, &Choices::default(), words).0;
        let is_exact = |at: &usize| {
            let mut cells = grid.rows[*at].cells.iter();
            cells.any(|cell| meaning(cell, words).is_some_and(|meaning| meaning.is_exact))
        };
        // The first line of a list may have a word that some headings have too.
        let is_list = is_board(grid) && found.filter(is_exact).is_none();
        let begin = match (is_list, found) {
            (true, _) => {
                let bare = name.trim_start_matches(|c: char| !c.is_alphabetic());
                let is_name =
                    |cell: &str| cell.trim().is_empty() || is_same_name(cell, name) || is_same_name(cell, bare);
                first + usize::from(grid.rows[first].cells.iter().all(is_name))
            }
            (false, Some(at)) => at + 1,
            (false, None) => first + 1,
        };
        let rows: Vec<&GridRow> = grid.rows[begin..].iter().filter(|row| !is_blank(row)).collect();
        let headings = if is_list { Vec::new() } else { grid.rows[begin - 1].cells.iter().map(one_line).collect() };
        let is_stage = phase_of_stage(name).is_some();
        (!rows.is_empty()).then_some(Part { name, is_stage, headings, rows })
    }

    /// Returns true if the part is a list, or a heading means touchpoints.
    fn holds_touchpoints(&self, words: &Vocabulary) -> bool {
        let is_touchpoint =
            |heading: &Cow<str>| meaning(heading, words).is_some_and(|found| found.role.is_field("touchpoint"));
        self.headings.is_empty() || self.headings.iter().any(is_touchpoint)
    }

    fn width(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or_default().max(self.headings.len())
    }

    /// Returns the heading of a column. A list has its touchpoints in the first one.
    fn heading(&self, at: usize, lang: &Lang) -> Cow<'_, str> {
        match self.headings.get(at) {
            Some(heading) => Cow::Borrowed(heading),
            None if self.headings.is_empty() && at == 0 => Cow::Owned(lang.column("touchpoint")),
            None => Cow::Borrowed(""),
        }
    }
}

/// Joins tables. A column that only some of them have is empty in the rows of the others.
fn join(parts: &[&Part], lang: &Lang, words: &Vocabulary) -> Grid {
    let phase = Role::Field("phase");
    let mut columns = vec![JoinedColumn { key: ColumnKey::Role(phase), heading: lang.column("phase") }];
    let mut row = RowBuilder::default();
    let mut rows = vec![GridRow::default()];
    for part in parts {
        let mut places: Vec<usize> = Vec::new();
        for at in 0..part.width() {
            let heading = part.heading(at, lang);
            let key = match meaning(&heading, words) {
                Some(found) if matches!(found.role, Role::Field(_)) => ColumnKey::Role(found.role),
                Some(_) | None => ColumnKey::Heading(fold(&heading)),
            };
            let place = (0..columns.len()).find(|place| columns[*place].key == key && !places.contains(place));
            places.push(place.unwrap_or(columns.len()));
            if place.is_none() {
                columns.push(JoinedColumn { key, heading: heading.into_owned() });
            }
        }
        for each in &part.rows {
            row.set(0, part.name);
            for (at, cell) in each.cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()) {
                let is_item = part.headings.is_empty() && at == 0;
                row.set(places[at], after_bullet(cell.trim()).filter(|_| is_item).unwrap_or(cell));
            }
            rows.push(GridRow { line: each.line, cells: row.finish() });
        }
    }
    let line = parts[0].rows[0].line.saturating_sub(1).max(1);
    rows[0] = GridRow { line, cells: columns.iter().map(|column| &column.heading).collect() };
    let name = parts.iter().map(|part| part.name).collect::<Vec<_>>().join(", ");
    Grid { name: Some(name), rows, is_list: false }
}
