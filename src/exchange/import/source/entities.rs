//! Entities of HTML in the cells of a csv: some sticky-note boards write every `&` as `&amp;`.

use crate::exchange::html_entity::{decode_entities, entity};
use crate::exchange::import::Remark;
use crate::exchange::import::grid::Grid;
use crate::exchange::import::vocabulary::Vocabulary;
use crate::lang::Lang;

/// The minimum number of our headings by which our own inventory is known.
const OWN_HEADINGS: usize = 12;

/// Decodes the entities of a table in which every `&` begins one, and returns the warning about it. In our own inventory
/// an entity is what somebody typed.
pub(crate) fn decode(table: &mut Grid, lang: &Lang) -> Option<Remark> {
    let cells = || table.rows.iter().flat_map(|row| row.cells.iter()).filter(|cell| cell.contains('&'));
    let begins_entity = |cell: &str| cell.match_indices('&').all(|(at, _)| entity(&cell[at..]).is_some());
    let count = cells().count();
    if count == 0 || !cells().all(begins_entity) || is_own_inventory(table, lang) {
        return None;
    }
    let mut first = None;
    for row in &mut table.rows {
        if row.cells.iter().any(|cell| cell.contains('&')) {
            first.get_or_insert(row.line);
            row.cells = row.cells.iter().map(decode_entities).collect();
        }
    }
    Some(Remark { line: first, text: lang.source_entities(count) })
}

fn is_own_inventory(table: &Grid, lang: &Lang) -> bool {
    let words = Vocabulary::new(lang);
    let is_own = |heading: &str| words.column(heading).is_some();
    table.rows.first().is_some_and(|row| row.cells.len() >= OWN_HEADINGS && row.cells.iter().all(is_own))
}
