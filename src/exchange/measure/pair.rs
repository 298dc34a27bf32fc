//! Rows that the user gives to touchpoints, such as `begin_checkout=Pays on the website`.

use super::count_table::CountTable;
use super::nearest::nearest;
use crate::exchange::import::quote::{listed, quoted};
use crate::lang::Lang;
use crate::map::text::fold;
use crate::map::{JourneyMap, TouchpointId};
use crate::store::suggestion::suggest;

/// The most names that are suggested.
const MAX_NAMES: usize = 3;

/// A row with the touchpoint that the user gave it to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowPair {
    /// The index of the row.
    pub row: usize,
    pub touchpoint: TouchpointId,
}

/// Why a pair cannot be used. The texts are what the user wrote.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PairError {
    #[error("`{0}` has no `=`")]
    NoEquals(String),
    #[error("no row is called `{0}`")]
    NoSuchRow(String),
    #[error("several rows are called `{0}`")]
    SeveralRows(String),
    #[error("no touchpoint has the name or id `{0}`")]
    NoSuchTouchpoint(String),
    #[error("several touchpoints are called `{0}`")]
    SeveralTouchpoints(String, Vec<TouchpointId>),
    #[error("two pairs have `{0}`")]
    Twice(String),
}

impl PairError {
    /// Says what is wrong and which names are near.
    pub(crate) fn message(&self, table: &CountTable, map: &JourneyMap, lang: &Lang) -> String {
        let near = |names: Vec<&str>| {
            let names = listed(names.into_iter().map(|name| lang.quoted(&quoted(name))));
            if names.is_empty() { names } else { lang.measure_near(&names) }
        };
        match self {
            PairError::NoEquals(pair) => lang.measure_pair_form(&quoted(pair)),
            PairError::NoSuchRow(row) => {
                let names: Vec<&str> = table.rows.iter().map(|row| &*row.name).collect();
                lang.measure_no_such_row(&quoted(row), &near(suggest(row, &names).into_iter().collect()))
            }
            PairError::SeveralRows(row) => lang.measure_several_rows(&quoted(row)),
            PairError::NoSuchTouchpoint(name) => {
                let all: Vec<TouchpointId> = map.touchpoints().map(|(_, each)| each.id).collect();
                let names = nearest(name, map, &all, MAX_NAMES).into_iter().map(|each| &*each.name).collect();
                lang.measure_no_such_touchpoint(&quoted(name), &near(names))
            }
            PairError::SeveralTouchpoints(name, ids) => {
                lang.measure_several_touchpoints(&quoted(name), &listed(ids.iter().map(ToString::to_string)))
            }
            PairError::Twice(pair) => lang.measure_pair_twice(&quoted(pair)),
        }
    }
}

/// Finds the rows and the touchpoints of pairs `ROW=TOUCHPOINT`, where a touchpoint is a name or an id.
pub fn find_pairs(texts: &[String], table: &CountTable, map: &JourneyMap) -> Result<Vec<RowPair>, PairError> {
    let mut pairs: Vec<RowPair> = Vec::new();
    for text in texts {
        let pair = find_pair(text, table, map)?;
        if pairs.iter().any(|each| each.row == pair.row || each.touchpoint == pair.touchpoint) {
            return Err(PairError::Twice(text.clone()));
        }
        pairs.push(pair);
    }
    Ok(pairs)
}

/// Finds a row and a touchpoint. Both may contain `=`, so the text is split where both sides are known.
fn find_pair(text: &str, table: &CountTable, map: &JourneyMap) -> Result<RowPair, PairError> {
    let mut error = PairError::NoEquals(text.to_owned());
    for (at, _) in text.match_indices('=') {
        let (row, touchpoint) = (text[..at].trim(), text[at + 1..].trim());
        let row = find_row(row, table);
        match row.and_then(|row| Ok(RowPair { row, touchpoint: find_touchpoint(touchpoint, map)? })) {
            Ok(pair) => return Ok(pair),
            Err(other) => error = other,
        }
    }
    Err(error)
}

fn find_row(wanted: &str, table: &CountTable) -> Result<usize, PairError> {
    let folded = fold(wanted);
    let mut named = table.rows.iter().enumerate().filter(|(_, row)| fold(&row.name) == folded).map(|(nth, _)| nth);
    match (named.next(), named.next()) {
        (Some(only), None) => Ok(only),
        (None, _) => Err(PairError::NoSuchRow(wanted.to_owned())),
        (Some(_), Some(_)) => Err(PairError::SeveralRows(wanted.to_owned())),
    }
}

fn find_touchpoint(wanted: &str, map: &JourneyMap) -> Result<TouchpointId, PairError> {
    if let Some(id) = wanted.parse().ok().filter(|&id| map.find(id).is_some()) {
        return Ok(id);
    }
    let folded = fold(wanted);
    let mut named = map.touchpoints().filter(|(_, each)| fold(&each.name) == folded).map(|(_, each)| each.id);
    match (named.next(), named.next()) {
        (Some(only), None) => Ok(only),
        (None, _) => Err(PairError::NoSuchTouchpoint(wanted.to_owned())),
        (Some(first), Some(second)) => {
            let ids = [first, second].into_iter().chain(named).collect();
            Err(PairError::SeveralTouchpoints(wanted.to_owned(), ids))
        }
    }
}
