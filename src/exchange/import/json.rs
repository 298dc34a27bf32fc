//! Reading JSON: a whole map, or the rows of an inventory as a list or as JSON Lines.

use std::collections::HashMap;

use serde_json::value::RawValue;

use super::columns::Columns;
use super::json_object::JsonObject;
use super::line_index::LineIndex;
use super::quote::quoted;
use super::table::{RowCells, Table, TableRow};
use super::table_map::TableReader;
use super::value_fault::{JsonType, ValueFault};
use super::vocabulary::Vocabulary;
use super::{ImportFailure, ImportOptions, Imported, Remark, map_json};
use crate::exchange::inventory::COLUMNS;
use crate::lang::Lang;

/// Reads a map from a whole map or from rows; one object without `touchpoint` or with `title` is a whole map.
pub fn read(text: &str, options: &ImportOptions) -> Result<Imported, ImportFailure> {
    let values =
        values(text).map_err(|error| vec![Remark::at(error.line(), options.lang.import_not_json(error.column()))])?;
    let lines = LineIndex::of(text);
    let words = Vocabulary::new(options.lang);
    match values.as_slice() {
        [] => Err(vec![Remark::of_all(options.lang.import_empty())].into()),
        [only] => match (serde_json::from_str::<Vec<&RawValue>>(only.get()), JsonObject::of(only)) {
            (Ok(list), _) => read_rows(&list, &lines, options, &words),
            (Err(_), Some(map)) if !map.has("touchpoint") || map.has("title") => {
                map_json::read(&map, lines.line_of(only.get()), &lines, options, &words)
            }
            (Err(_), Some(_) | None) => read_rows(&values, &lines, options, &words),
        },
        several => read_rows(several, &lines, options, &words),
    }
}

/// Reads a map from an inventory as we write it; none if the text is anything else or has a fault.
///
/// This is faster than looking for the meaning of the columns, and keeps no copy of the cells in memory.
pub(crate) fn read_own(text: &str, options: &ImportOptions) -> Option<Imported> {
    let mut list = values(text).ok()?;
    if let [only] = list.as_slice()
        && only.get().starts_with('[')
    {
        list = serde_json::from_str(only.get()).ok()?;
    }
    let is_ours = |name: &str| COLUMNS.iter().any(|column| column.name == name);
    let rows = ObjectRows::of(&list, &LineIndex::of(text), options.lang, is_ours)?;
    drop(list);
    if !rows.faults.is_empty() || !is_inventory(&rows.table.headings) {
        return None;
    }
    read_table(&rows.table, options, &Vocabulary::new(options.lang)).ok()
}

/// Returns true if these are headings of the inventory, and enough of them to recognise it.
pub(crate) fn is_inventory(headings: &[impl AsRef<str>]) -> bool {
    let is_ours = |heading: &str| COLUMNS.iter().any(|column| column.name == heading);
    let has = |name: &str| headings.iter().any(|heading| heading.as_ref() == name);
    has("touchpoint") && (has("phase") || has("id")) && headings.iter().all(|heading| is_ours(heading.as_ref()))
}

/// Returns the values in a text: one of JSON, any number of JSON Lines.
fn values(text: &str) -> serde_json::Result<Vec<&RawValue>> {
    serde_json::Deserializer::from_str(text).into_iter().collect()
}

/// The objects of a list as a table.
struct ObjectRows<'a> {
    table: Table<'a>,
    faults: Vec<Remark>,
}

impl<'a> ObjectRows<'a> {
    /// Reads a list; none if an object has a field whose name is not accepted.
    fn of(
        list: &[&'a RawValue],
        lines: &LineIndex,
        lang: &Lang,
        accepts: impl Fn(&str) -> bool,
    ) -> Option<ObjectRows<'a>> {
        let mut faults = Vec::new();
        let mut headings: Vec<String> = Vec::new();
        let mut places = HashMap::new();
        let mut rows = Vec::with_capacity(list.len());
        for raw in list {
            let line = lines.line_of(raw.get());
            let Some(object) = JsonObject::of(raw) else {
                let fault = ValueFault::JsonType(JsonType::Touchpoint).message("", raw.get(), lang);
                faults.push(Remark::at(line, fault));
                continue;
            };
            let mut values = vec![None; headings.len()];
            for (nth, (name, raw)) in object.0.into_iter().enumerate() {
                // Most objects have the same fields in the same order.
                let at = match headings.get(nth) {
                    Some(heading) if *heading == name => nth,
                    Some(_) | None => match places.get(&name) {
                        Some(&at) => at,
                        None if !accepts(&name) => return None,
                        None => {
                            headings.push(name.to_string());
                            values.push(None);
                            places.insert(name.clone(), headings.len() - 1);
                            headings.len() - 1
                        }
                    },
                };
                if values[at].replace(raw).is_some() {
                    faults.push(Remark::at(line, lang.import_repeated_field(&quoted(&name))));
                }
            }
            rows.push(TableRow { line, cells: RowCells::Json(values) });
        }
        Some(ObjectRows { table: Table { headings, rows }, faults })
    }
}

/// Reads a map from the objects of an inventory.
fn read_rows(
    list: &[&RawValue],
    lines: &LineIndex,
    options: &ImportOptions,
    words: &Vocabulary,
) -> Result<Imported, ImportFailure> {
    match ObjectRows::of(list, lines, options.lang, |_| true) {
        Some(rows) if rows.faults.is_empty() => read_table(&rows.table, options, words),
        rows => Err(rows.map(|rows| rows.faults).unwrap_or_default().into()),
    }
}

fn read_table(table: &Table, options: &ImportOptions, words: &Vocabulary) -> Result<Imported, ImportFailure> {
    let mut remarks = Vec::new();
    let columns = Columns::of_headings(&table.headings, words, options.lang, &mut remarks);
    let reader = TableReader { columns: &columns, words, options, complete: &|_, _| {} };
    let mut imported = reader.read(table)?.imported;
    imported.remarks.splice(0..0, remarks);
    Ok(imported)
}
