//! What stands in the cells of a table and can be chosen: tags, colours, groups, and the maps of an inventory.

use std::collections::HashMap;

use super::choices::{Choices, Shape};
use super::filters::Filters;
use super::profile::example;
use super::role::Role;
use super::sheet::Sheet;
use crate::exchange::import::grid::{Grid, GridRow};
use crate::exchange::import::selection::{MapName, distinct};
use crate::exchange::import::vocabulary::Vocabulary;
use crate::map::entry::Entry;
use crate::map::text::{fold, is_same_name, one_line};
use crate::map::{Emotion, Intent, Kind};

/// The most different values of a column that are listed.
pub(super) const MAX_VALUES: usize = 100;
/// The touchpoints that are named as examples of a value.
const EXAMPLES: usize = 3;

/// Whether a card is marked by one of its tags or by its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkedBy {
    Tag,
    Colour,
}

/// A tag or a colour of cards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardMark {
    pub by: MarkedBy,
    pub text: String,
    /// How many cards have it.
    pub count: usize,
    /// The first touchpoints that have it.
    pub examples: Vec<String>,
    /// What the word itself means, before anybody chooses; empty if it means nothing.
    pub own: Entry,
}

/// A column of groups, such as devices or countries, with its values and how many rows have each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupColumn {
    pub heading: String,
    pub values: Vec<(String, usize)>,
}

/// The values of a table that the user can decide about, the most frequent first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellValues {
    pub marks: Vec<CardMark>,
    pub groups: Vec<GroupColumn>,
    /// The maps of an inventory, in their order.
    pub maps: Vec<String>,
    /// Whether the first row holds the headings; none for a board, and for a matrix with its stages side by side.
    pub has_headings: Option<bool>,
}

impl CardMark {
    /// Returns everything that a tag or a colour can mean; first that it means nothing.
    pub(crate) fn meanings() -> Vec<Entry> {
        let kinds = Kind::ALL.map(|kind| Entry { kind: Some(kind), ..Entry::default() });
        let intents = Intent::ALL.map(|intent| Entry { intent: Some(intent), ..Entry::default() });
        let emotions = Emotion::ALL.map(|emotion| Entry { emotion: Some(emotion), ..Entry::default() });
        let critical = Entry { critical: true, ..Entry::default() };
        [Entry::default()].into_iter().chain(kinds).chain(intents).chain([critical]).chain(emotions).collect()
    }
}

impl Choices {
    /// Returns what the user chose for a tag or a colour.
    pub(crate) fn meaning(&self, by: MarkedBy, text: &str) -> Option<&Entry> {
        let marks = match by {
            MarkedBy::Tag => &self.tags,
            MarkedBy::Colour => &self.colours,
        };
        marks.iter().find(|(each, _)| key(by, each) == key(by, text)).map(|(_, meaning)| meaning)
    }

    /// Forgets what the user chose for a tag or a colour.
    pub(crate) fn forget_meaning(&mut self, by: MarkedBy, text: &str) {
        let marks = match by {
            MarkedBy::Tag => &mut self.tags,
            MarkedBy::Colour => &mut self.colours,
        };
        marks.retain(|(each, _)| key(by, each) != key(by, text));
    }

    /// Gives a tag or a colour a meaning.
    pub(crate) fn choose_meaning(&mut self, by: MarkedBy, text: &str, meaning: Entry) {
        self.forget_meaning(by, text);
        match by {
            MarkedBy::Tag => self.tags.push((text.to_owned(), meaning)),
            MarkedBy::Colour => self.colours.push((text.to_owned(), meaning)),
        }
    }

    /// Returns the value that the rows must have in a column; none if rows with all values count.
    pub(crate) fn filter(&self, heading: &str) -> Option<&str> {
        self.filters.iter().find(|(each, _)| is_same_name(each, heading)).map(|(_, value)| value.as_str())
    }

    /// Lets only the rows with a value count, or all rows.
    pub(crate) fn choose_filter(&mut self, heading: &str, value: Option<&str>) {
        self.filters.retain(|(each, _)| !is_same_name(each, heading));
        self.filters.extend(value.map(|value| (heading.to_owned(), value.to_owned())));
    }
}

impl CellValues {
    /// Collects the values of a sheet that is read in a shape.
    pub(crate) fn of(sheet: &Sheet, shape: Shape, choices: &Choices, words: &Vocabulary) -> CellValues {
        match shape {
            Shape::Inventory | Shape::Cards => {
                let rows = Filters::of(sheet, choices).choose(sheet, &mut Vec::new());
                CellValues {
                    marks: marks(sheet, &rows, words),
                    groups: groups(sheet),
                    maps: maps_of_sheet(sheet),
                    has_headings: None,
                }
            }
            Shape::Funnel | Shape::Events => CellValues { groups: groups(sheet), ..CellValues::default() },
            Shape::Board | Shape::Matrix => CellValues::default(),
        }
    }
}

/// Returns the maps that an inventory of ours names. Its first row are the headings.
pub(crate) fn maps_of_inventory(grid: &Grid) -> Vec<String> {
    let Some((headings, rows)) = grid.rows.split_first() else { return Vec::new() };
    let at = |name: &str| headings.cells.iter().position(|heading| heading == name);
    maps(rows.iter(), [at("map"), at("file")])
}

fn maps_of_sheet(sheet: &Sheet) -> Vec<String> {
    maps(sheet.rows.iter().copied(), [sheet.field("map"), sheet.field("file")])
}

/// Returns the maps that rows name in their columns of titles and files.
fn maps<'a>(rows: impl Iterator<Item = &'a GridRow>, columns: [Option<usize>; 2]) -> Vec<String> {
    if columns == [None, None] {
        return Vec::new();
    }
    let text = |row: &GridRow, at: Option<usize>| {
        at.and_then(|at| row.cells.get(at)).map(|cell| one_line(cell).into_owned()).unwrap_or_default()
    };
    let names: Vec<MapName> = rows.map(|row| (text(row, columns[0]), text(row, columns[1]))).collect();
    distinct(&names).into_iter().map(|map| map.key).collect()
}

/// Splits a cell into its tags.
pub(crate) fn tags(cell: &str) -> impl Iterator<Item = &str> {
    cell.split([',', ';', '|']).map(str::trim).filter(|tag| !tag.is_empty())
}

/// Returns what two tags or two colours have in common that are the same.
pub(super) fn key(by: MarkedBy, text: &str) -> String {
    match by {
        MarkedBy::Tag => fold(text.trim()),
        MarkedBy::Colour => one_line(text).trim_start_matches('#').to_ascii_lowercase(),
    }
}

/// Collects the tags and the colours.
fn marks(sheet: &Sheet, rows: &[&GridRow], words: &Vocabulary) -> Vec<CardMark> {
    let mut marks: Vec<CardMark> = Vec::new();
    for (by, role) in [(MarkedBy::Tag, Role::Tags), (MarkedBy::Colour, Role::Colour)] {
        let Some(at) = sheet.position(role) else { continue };
        let mut found: Vec<CardMark> = Vec::new();
        let mut places = HashMap::new();
        for row in rows {
            let cell = sheet.text(row, at);
            let texts: Vec<&str> = match by {
                MarkedBy::Tag => tags(&cell).collect(),
                MarkedBy::Colour => Some(cell.as_str()).filter(|cell| !cell.is_empty()).into_iter().collect(),
            };
            for text in texts {
                let nth = *places.entry(key(by, text)).or_insert(found.len());
                if nth == found.len() {
                    let own = own_meaning(by, text, words);
                    found.push(CardMark { by, text: text.to_owned(), count: 0, examples: Vec::new(), own });
                }
                let mark = &mut found[nth];
                mark.count += 1;
                if mark.examples.len() < EXAMPLES {
                    let name = sheet.field("touchpoint").map(|at| example(&sheet.text(row, at)));
                    mark.examples.extend(name.filter(|name| !name.is_empty()));
                }
            }
        }
        found.sort_by_key(|mark| std::cmp::Reverse(mark.count));
        marks.extend(found.into_iter().take(MAX_VALUES));
    }
    marks
}

/// Returns what the word of a tag means; a colour means nothing by itself.
fn own_meaning(by: MarkedBy, text: &str, words: &Vocabulary) -> Entry {
    match by {
        MarkedBy::Tag => words.tag(text).unwrap_or_default(),
        MarkedBy::Colour => Entry::default(),
    }
}

/// Collects the values of the columns of groups.
fn groups(sheet: &Sheet) -> Vec<GroupColumn> {
    let is_group = |nth: &usize| sheet.columns[*nth].role == Role::Segment;
    let columns = (0..sheet.columns.len()).filter(is_group);
    let groups = columns.map(|at| {
        let mut values: Vec<(String, usize)> = Vec::new();
        let mut places = HashMap::new();
        for row in &sheet.rows {
            let value = sheet.text(row, at);
            if value.is_empty() {
                continue;
            }
            let nth = *places.entry(fold(&value)).or_insert(values.len());
            match values.get_mut(nth) {
                Some((_, count)) => *count += 1,
                None => values.push((value, 1)),
            }
        }
        values.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        values.truncate(MAX_VALUES);
        GroupColumn { heading: sheet.columns[at].heading.clone(), values }
    });
    groups.filter(|group| group.values.len() > 1).collect()
}
