//! Entities of HTML in the cells of a csv: some sticky-note boards write every `&` as `&amp;`.

use crate::exchange::html_entity::{decode_entities, entity};
use crate::exchange::import::Remark;
use crate::exchange::import::grid::Grid;
use crate::lang::Lang;

/// Decodes the entities of a table in which every `&` begins one, and returns the warning about it.
pub(crate) fn decode(table: &mut Grid, lang: &Lang) -> Option<Remark> {
    let cells = || table.rows.iter().flat_map(|row| row.cells.iter()).filter(|cell| cell.contains('&'));
    let begins_entity = |cell: &str| cell.match_indices('&').all(|(at, _)| entity(&cell[at..]).is_some());
    let count = cells().count();
    if count == 0 || !cells().all(begins_entity) {
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
