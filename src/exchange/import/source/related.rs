//! Tables of one file that refer to each other by ids: cards that name the id of their list, and the lists with their names.

use std::collections::HashMap;

use crate::exchange::import::Remark;
use crate::exchange::import::cells::RowBuilder;
use crate::exchange::import::grid::{Grid, GridRow};
use crate::exchange::import::json_object::JsonObject;
use crate::exchange::import::vocabulary::plain;
use crate::lang::Lang;

/// Parts of the names of fields that refer to what groups the cards of a board.
const GROUPS: [&str; 10] =
    ["list", "bucket", "column", "frame", "section", "stage", "phase", "lane", "parent", "group"];
/// Fields that say where something stands in its group.
const POSITIONS: [&str; 4] = ["pos", "position", "order", "index"];
/// Fields that say that something is no longer in use.
const CLOSED: [&str; 3] = ["closed", "archived", "isarchived"];
/// Fields that name something.
const NAMES: [&str; 4] = ["name", "title", "label", "nombre"];

/// Returns true if an object has a field with the id of its group.
pub(super) fn refers_to_group(object: &JsonObject) -> bool {
    object.0.iter().any(|(name, _)| is_of_group(name) && plain(name).contains("id"))
}

fn is_of_group(field: &str) -> bool {
    GROUPS.iter().any(|group| plain(field).contains(group))
}

/// What stands in the rows of a table of groups.
struct Group {
    name: String,
    position: usize,
    is_closed: bool,
}

/// A table with its columns found by their plain names.
struct Fields<'a>(&'a Grid);

impl<'a> Fields<'a> {
    fn headings(&self) -> impl Iterator<Item = &'a str> {
        self.0.rows.first().into_iter().flat_map(|row| row.cells.iter())
    }

    fn position(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.headings().position(|heading| plain(heading) == *name))
    }

    fn rows(&self) -> impl Iterator<Item = &'a GridRow> {
        self.0.rows.iter().skip(1)
    }

    /// Returns true if a row is of something that is no longer in use.
    fn is_closed(&self, row: &GridRow) -> bool {
        self.position(&CLOSED).and_then(|at| row.cells.get(at)) == Some("true")
    }

    /// Returns the rows in the order that their field of positions says; else as they stand.
    fn in_order(&self) -> Vec<&'a GridRow> {
        let mut rows: Vec<&GridRow> = self.rows().collect();
        if let Some(at) = self.position(&POSITIONS) {
            let place = |row: &GridRow| row.cells.get(at).and_then(|cell| cell.parse::<f64>().ok()).unwrap_or(f64::MAX);
            rows.sort_by(|one, other| place(one).total_cmp(&place(other)));
        }
        rows
    }

    /// Returns the groups by their ids; none if the table has no ids or names.
    fn groups(&self) -> Option<HashMap<&'a str, Group>> {
        let (id, name) = (self.position(&["id"])?, self.position(&NAMES)?);
        let group = |(position, row): (usize, &'a GridRow)| {
            let name = row.cells.get(name)?.to_owned();
            Some((row.cells.get(id)?, Group { name, position, is_closed: self.is_closed(row) }))
        };
        Some(self.in_order().into_iter().enumerate().filter_map(group).collect())
    }

    /// Returns the column in which most rows have one of these ids.
    fn reference(&self, groups: &HashMap<&str, Group>) -> Option<usize> {
        let columns = self.headings().enumerate().filter(|(_, heading)| is_of_group(heading)).map(|(at, _)| at);
        let known =
            |at: usize| self.rows().filter(|row| row.cells.get(at).is_some_and(|id| groups.contains_key(id))).count();
        columns.into_iter().find(|at| known(*at) > 0 && known(*at) * 2 >= self.rows().count())
    }
}

/// Gives the cards of a board the names of their lists, if one table has the lists and another one the cards. The cards stand
/// in the order of their lists, and those that are no longer in use are left out.
pub(super) fn resolve(tables: &mut Vec<Grid>, lang: &Lang, remarks: &mut Vec<Remark>) {
    let found = (0..tables.len()).find_map(|of_groups| {
        let groups = Fields(&tables[of_groups]).groups()?;
        let others = (0..tables.len()).filter(|at| *at != of_groups);
        let (cards, column) = others.into_iter().find_map(|at| Some((at, Fields(&tables[at]).reference(&groups)?)))?;
        let (grid, closed) = with_names(&Fields(&tables[cards]), column, &groups, lang);
        Some((of_groups, cards, grid, closed))
    });
    let Some((of_groups, cards, grid, closed)) = found else { return };
    if closed > 0 {
        remarks.push(Remark::of_all(lang.source_closed_cards(closed)));
    }
    tables.remove(cards.max(of_groups));
    tables.remove(cards.min(of_groups));
    tables.insert(0, grid);
}

/// Returns cards with the names of their groups in front, and how many were left out.
fn with_names(cards: &Fields, column: usize, groups: &HashMap<&str, Group>, lang: &Lang) -> (Grid, usize) {
    let is_left_out = |nth: usize, heading: &str| {
        let name = plain(heading);
        nth == column || POSITIONS.contains(&name.as_str()) || CLOSED.contains(&name.as_str())
    };
    let kept: Vec<bool> = cards.headings().enumerate().map(|(nth, heading)| !is_left_out(nth, heading)).collect();
    let group = |row: &GridRow| row.cells.get(column).and_then(|id| groups.get(id));
    let is_closed = |row: &GridRow| cards.is_closed(row) || group(row).is_some_and(|group| group.is_closed);
    let mut builder = RowBuilder::default();
    let mut row_of = |line: usize, first: &str, row: &GridRow| {
        builder.set(0, first);
        let cells = row.cells.iter().zip(&kept).filter(|(_, is_kept)| **is_kept);
        cells.enumerate().for_each(|(at, (cell, _))| builder.set(at + 1, cell));
        GridRow { line, cells: builder.finish() }
    };
    let mut rows: Vec<&GridRow> = cards.in_order().into_iter().filter(|row| !is_closed(row)).collect();
    rows.sort_by_key(|row| group(row).map_or(usize::MAX, |group| group.position));
    let closed = cards.rows().count() - rows.len();
    let headings = cards.0.rows.first().map(|row| row_of(row.line, &lang.column("phase"), row));
    let named = |row: &GridRow| row_of(row.line, group(row).map_or("", |group| &group.name), row);
    let rows = headings.into_iter().chain(rows.into_iter().map(named).collect::<Vec<_>>()).collect();
    (Grid { name: cards.0.name.clone(), rows, is_list: false }, closed)
}
