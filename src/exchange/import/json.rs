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

/// Reads a map from a whole map or from rows; one object without `touchpoint` or with `title` is a whole map.
pub fn read(text: &str, options: &ImportOptions) -> Result<Imported, ImportFailure> {
    let mut values: Vec<&RawValue> = Vec::new();
    for value in serde_json::Deserializer::from_str(text).into_iter() {
        values.push(value.map_err(|error: serde_json::Error| {
            vec![Remark::at(error.line(), options.lang.import_not_json(error.column()))]
        })?);
    }
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

/// Reads a map from the objects of an inventory.
fn read_rows(
    list: &[&RawValue],
    lines: &LineIndex,
    options: &ImportOptions,
    words: &Vocabulary,
) -> Result<Imported, ImportFailure> {
    let mut faults = Vec::new();
    let mut headings: Vec<String> = Vec::new();
    let mut places = HashMap::new();
    let mut rows = Vec::new();
    for raw in list {
        let line = lines.line_of(raw.get());
        let Some(object) = JsonObject::of(raw) else {
            faults.push(Remark::at(
                line,
                ValueFault::JsonType(JsonType::Touchpoint).message("", raw.get(), options.lang),
            ));
            continue;
        };
        faults.extend(
            object.repeated().map(|(name, _)| Remark::at(line, options.lang.import_repeated_field(&quoted(name)))),
        );
        let mut values = vec![None; headings.len()];
        for (name, raw) in object.0 {
            let at = *places.entry(name).or_insert_with_key(|name| {
                headings.push(name.to_string());
                headings.len() - 1
            });
            values.resize(headings.len(), None);
            values[at] = Some(raw);
        }
        rows.push(TableRow { line, cells: RowCells::Json(values) });
    }
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let table = Table { headings, rows };
    let mut remarks = Vec::new();
    let columns = Columns::of_headings(&table.headings, words, options.lang, &mut remarks);
    let reader = TableReader { columns: &columns, words, options, complete: &|_, _| {} };
    let mut imported = reader.read(&table)?.imported;
    imported.remarks.splice(0..0, remarks);
    Ok(imported)
}
