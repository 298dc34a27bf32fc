//! Reads JSON and JSON Lines as tables: lists of objects, and objects of stages with lists.

use std::borrow::Cow;

use serde_json::Value;
use serde_json::value::RawValue;

use super::SourceContent;
use super::json_rows::{is_headings, rows_of_cells, rows_of_columns};
use super::json_text::{holds_only_touchpoints, holds_touchpoints, is_name, list_text, scalar_text};
use super::related;
use super::table_builder::TableBuilder;
use crate::exchange::import::grid::Grid;
use crate::exchange::import::json_object::JsonObject;
use crate::exchange::import::line_index::LineIndex;
use crate::exchange::import::quote::{listed, quoted};
use crate::exchange::import::stage::phase_of_stage;
use crate::exchange::import::{ImportFailure, Remark};
use crate::lang::Lang;
use crate::map::Phase;

const QUOTE: char = '"';
/// How deep a table is looked for in objects that only wrap it.
const MAX_WRAPPERS: usize = 4;

/// Reads a whole map, or the tables in a text.
pub(crate) fn read(text: &str, lang: &Lang, remarks: &mut Vec<Remark>) -> Result<SourceContent, ImportFailure> {
    let mut values: Vec<&RawValue> = Vec::new();
    for value in serde_json::Deserializer::from_str(text).into_iter() {
        values.push(value.map_err(|error: serde_json::Error| {
            vec![Remark::at(error.line(), lang.import_not_json(error.column()))]
        })?);
    }
    let mut reader = TableReader {
        lang,
        lines: LineIndex::of(text),
        tables: Vec::new(),
        is_too_large: false,
        names_touchpoints: false,
        remarks,
    };
    match values.as_slice() {
        [] => return Err(vec![Remark::of_all(lang.import_empty())].into()),
        [only] => {
            let object = JsonObject::of(only);
            if object.as_ref().is_some_and(is_whole_map) {
                return Ok(SourceContent::WholeMap(text.to_owned()));
            }
            reader.value(None, only, 0);
        }
        several => reader.rows(None, several),
    }
    if reader.is_too_large {
        return Err(vec![Remark::of_all(lang.source_large_table())].into());
    }
    let mut tables: Vec<Grid> = reader.tables.into_iter().filter(|table| table.rows.len() > 1).collect();
    related::resolve(&mut tables, lang, remarks);
    if tables.is_empty() {
        Err(vec![Remark::of_all(lang.source_no_json_table())].into())
    } else {
        Ok(SourceContent::Tables(tables))
    }
}

/// Returns true if an object has the fields that a whole map cannot do without.
fn is_whole_map(object: &JsonObject) -> bool {
    object.has("title") && (object.has("format") || Phase::ALL.iter().any(|phase| object.has(phase.key())))
        || object.has("format") && Phase::ALL.iter().any(|phase| object.has(phase.key()))
}

/// Returns the values of a list.
fn list(raw: &RawValue) -> Option<Vec<&RawValue>> {
    raw.get().starts_with('[').then(|| serde_json::from_str(raw.get()).ok()).flatten()
}

fn is_object(raw: &RawValue) -> bool {
    raw.get().starts_with('{')
}

/// The touchpoints that an object has in one of its fields.
struct Nested<'a> {
    /// The name of that field.
    list: Cow<'a, str>,
    touchpoints: Vec<(&'a RawValue, JsonObject<'a>)>,
}

/// Returns the touchpoints of a stage: objects with several fields, in the only list that may hold touchpoints. Lists of
/// other names, such as tags, belong to one touchpoint.
fn nested<'a>(object: &JsonObject<'a>) -> Option<Nested<'a>> {
    let lists = object.0.iter().filter(|(name, _)| holds_touchpoints(name)).filter_map(|(name, value)| {
        let items = list(value)?.into_iter().map(|item| Some((item, JsonObject::of(item)?)));
        let touchpoints = items.collect::<Option<Vec<_>>>()?;
        let has_fields = touchpoints.iter().any(|(_, item)| item.0.len() > 1);
        let are_touchpoints = has_fields || holds_only_touchpoints(name) && !touchpoints.is_empty();
        are_touchpoints.then(|| Nested { list: name.clone(), touchpoints })
    });
    let lists: Vec<Nested> = lists.take(2).collect();
    <[Nested; 1]>::try_from(lists).ok().map(|[only]| only)
}

/// Returns true if a value is a list of rows.
fn is_table(value: &RawValue) -> bool {
    list(value).is_some_and(|rows| rows.iter().any(|row| is_object(row) || row.get().starts_with('[')))
}

/// Returns true if the objects in one of several lists refer to their groups by ids. Such lists are no stages.
fn has_groups(object: &JsonObject) -> bool {
    let refers = |raw: &RawValue| {
        let first =
            list(raw).and_then(|items| JsonObject::of(items.first()?).map(|item| related::refers_to_group(&item)));
        first.unwrap_or_default()
    };
    object.0.len() > 1 && object.0.iter().any(|(_, raw)| refers(raw))
}

/// Returns the touchpoints that an object has as names only, with the field in which they are.
fn listed_touchpoints<'o, 'a>(object: &'o JsonObject<'a>) -> Option<(&'o str, Vec<&'a RawValue>)> {
    object.0.iter().filter(|(name, _)| holds_only_touchpoints(name)).find_map(|(name, value)| {
        let items = list(value).filter(|items| !items.is_empty())?;
        items.iter().all(|item| item.get().starts_with(QUOTE)).then_some((&**name, items))
    })
}

/// Returns the only field that holds an object of stages: most of its fields are named after stages.
fn only_stages<'o, 'a>(object: &'o JsonObject<'a>) -> Option<(&'o str, JsonObject<'a>)> {
    let is_nested = |value: &RawValue| is_object(value) || value.get().starts_with('[');
    let has_stages = |fields: &JsonObject| {
        let stages = fields.0.iter().filter(|(name, _)| phase_of_stage(name).is_some()).count();
        stages > 0 && stages * 2 >= fields.0.len() && fields.0.iter().all(|(_, value)| is_nested(value))
    };
    let mut found =
        object.0.iter().filter_map(|(name, value)| Some((&**name, JsonObject::of(value).filter(has_stages)?)));
    found.next().filter(|_| found.next().is_none())
}

/// Returns the rows of an object that has them apart from their headings, as in `{"columns": [], "data": [[]]}`.
fn headed_rows<'a>(object: &JsonObject<'a>) -> Option<(Option<&'a RawValue>, Vec<&'a RawValue>)> {
    let has_cells =
        |value: &'a RawValue| list(value).filter(|rows| rows.first().is_some_and(|row| row.get().starts_with('[')));
    let mut tables = object.0.iter().map(|(_, value)| *value).filter_map(has_cells);
    let rows = tables.next().filter(|_| tables.next().is_none())?;
    let headings = object.0.iter().find(|(name, _)| is_headings(name)).map(|(_, value)| *value);
    Some((headings, rows))
}

struct TableReader<'a> {
    lang: &'a Lang,
    lines: LineIndex<'a>,
    tables: Vec<Grid>,
    is_too_large: bool,
    /// True if other touchpoints are names only, so that the name of an object is in their column.
    names_touchpoints: bool,
    remarks: &'a mut Vec<Remark>,
}

impl TableReader<'_> {
    /// Reads what a value contains: rows, stages, or objects that wrap them.
    fn value(&mut self, name: Option<&str>, raw: &RawValue, depth: usize) {
        if let Some(rows) = list(raw) {
            self.rows(name, &rows);
        } else if let Some(object) = JsonObject::of(raw).filter(|_| depth < MAX_WRAPPERS) {
            self.object(name, raw, &object, depth);
        }
    }

    fn object(&mut self, name: Option<&str>, raw: &RawValue, object: &JsonObject, depth: usize) {
        let is_nested = |value: &RawValue| is_object(value) || value.get().starts_with('[');
        let has_stages =
            !object.0.is_empty() && object.0.iter().all(|(_, value)| is_nested(value)) && !has_groups(object);
        // A single field only wraps what is in it.
        if let [(name, only)] = object.0.as_slice()
            && (is_object(only) || is_table(only))
        {
            self.value(Some(name), only, depth + 1);
        } else if let Some((headings, rows)) = headed_rows(object) {
            let rows: Vec<&RawValue> = headings.into_iter().chain(rows).collect();
            self.rows(name, &rows);
            self.tell_others(object, |name, value| is_headings(name) || is_table(value));
        } else if let Some(rows) = rows_of_columns(object, &self.lines, self.lang) {
            self.tables.push(Grid { name: name.map(str::to_owned), rows, is_list: false });
        } else if has_stages {
            self.stages(name, object);
        } else if let Some((name, wrapped)) = only_stages(object) {
            self.stages(Some(name), &wrapped);
            self.tell_others(object, |each, _| each == name);
        } else if object.0.iter().any(|(_, value)| is_table(value)) {
            let tables = object.0.iter().filter(|(_, value)| is_table(value));
            tables.for_each(|(name, value)| self.value(Some(name), value, depth + 1));
            self.tell_others(object, |_, value| is_table(value));
        } else {
            self.rows(name, &[raw]);
        }
    }

    /// Tells the fields of an object that are not read.
    fn tell_others(&mut self, object: &JsonObject, is_read: impl Fn(&str, &RawValue) -> bool) {
        let is_empty = |value: &RawValue| matches!(value.get(), "null" | "\"\"" | "[]" | "{}");
        let others = object.0.iter().filter(|(name, value)| !is_read(name, value) && !is_empty(value));
        let names = listed(others.map(|(name, _)| self.lang.quoted(&quoted(name))));
        if !names.is_empty() {
            self.remarks.push(Remark::of_all(self.lang.source_fields_beside(&names)));
        }
    }

    /// Reads an object of stages: each has a list of touchpoints, or an object of lists.
    fn stages(&mut self, name: Option<&str>, object: &JsonObject) {
        let mut table = TableBuilder::new();
        let items = || object.0.iter().filter_map(|(_, raw)| list(raw)).flatten();
        self.names_touchpoints = items().any(is_object) && items().any(|item| item.get().starts_with(QUOTE));
        for (stage, raw) in &object.0 {
            match list(raw) {
                Some(items) => items.into_iter().for_each(|item| self.row(Some(stage), item, &mut table)),
                None => self.row(Some(stage), raw, &mut table),
            }
        }
        self.add_table(name, table);
    }

    /// Reads a list as rows: objects by their fields, other values in one column.
    fn rows(&mut self, name: Option<&str>, rows: &[&RawValue]) {
        if let Some(rows) = rows_of_cells(rows, &self.lines) {
            return self.tables.push(Grid { name: name.map(str::to_owned), rows, is_list: false });
        }
        let mut table = TableBuilder::new();
        rows.iter().for_each(|raw| self.row(None, raw, &mut table));
        self.add_table(name, table);
    }

    /// Reads a value as a row, or an object with a list of touchpoints as a row for each of them.
    fn row(&mut self, stage: Option<&str>, raw: &RawValue, table: &mut TableBuilder) {
        let object = JsonObject::of(raw);
        if let Some((outer, items)) = object.as_ref().and_then(|object| Some((object, nested(object)?))) {
            return self.touchpoints(stage, &[(outer, &items)], table);
        }
        self.begin_row(stage, raw, table);
        match object {
            Some(object) => self.fields(&object, table),
            None => table.set(&self.lang.column("touchpoint"), &text_of(raw)),
        }
    }

    /// Reads the touchpoints of the innermost of several objects, each of which has the next one in its list.
    fn touchpoints(&mut self, stage: Option<&str>, outer: &[(&JsonObject, &Nested)], table: &mut TableBuilder) {
        let touchpoints = outer.last().map(|(_, nested)| nested.touchpoints.as_slice()).unwrap_or_default();
        for item in touchpoints {
            match nested(&item.1).filter(|deeper| holds_only_touchpoints(&deeper.list)) {
                Some(deeper) => self.touchpoints(stage, &[outer, &[(&item.1, &deeper)]].concat(), table),
                None => self.touchpoint(stage, outer, item, table),
            }
        }
    }

    /// Reads a touchpoint in the lists of other objects. The other fields of the outermost object are those of the stage; one
    /// that touchpoints have too is named `phase.name`, or is the phase if it is a name.
    fn touchpoint(
        &mut self,
        stage: Option<&str>,
        outer: &[(&JsonObject, &Nested)],
        (raw, inner): &(&RawValue, JsonObject),
        table: &mut TableBuilder,
    ) {
        let listed = listed_touchpoints(inner);
        let Some((list, names)) = listed else {
            self.begin_row(stage, raw, table);
            self.outer_fields(outer, table);
            return self.fields(inner, table);
        };
        let above = outer.last().map_or(list, |(_, nested)| &nested.list);
        for item in names {
            self.begin_row(stage, item, table);
            self.outer_fields(outer, table);
            table.set(&self.lang.column("touchpoint"), &text_of(item));
            for (name, value) in inner.0.iter().filter(|(name, _)| name != list) {
                let heading = if is_name(name) { Cow::Owned(format!("{above}.{name}")) } else { name.clone() };
                self.field(&heading, value, table);
            }
        }
    }

    /// Puts the fields of the objects around a touchpoint into its row.
    fn outer_fields(&mut self, outer: &[(&JsonObject, &Nested)], table: &mut TableBuilder) {
        let phase = self.lang.column("phase");
        for (depth, (object, nested)) in outer.iter().enumerate() {
            let above = depth.checked_sub(1).map_or(phase.as_str(), |above| &outer[above].1.list);
            for (name, value) in object.0.iter().filter(|(name, _)| *name != nested.list) {
                let is_shared =
                    outer[depth..].iter().any(|(_, nested)| nested.touchpoints.iter().any(|(_, each)| each.has(name)));
                match is_shared {
                    false => self.field(name, value, table),
                    true if is_name(name) && !table.has(&phase) => self.field(&phase, value, table),
                    true => self.field(&format!("{above}.{name}"), value, table),
                }
            }
        }
    }

    fn begin_row(&self, stage: Option<&str>, raw: &RawValue, table: &mut TableBuilder) {
        table.begin_row(self.lines.line_of(raw.get()));
        if let Some(stage) = stage {
            table.set(&self.lang.column("phase"), stage);
        }
    }

    fn add_table(&mut self, name: Option<&str>, table: TableBuilder) {
        self.is_too_large |= table.is_too_large();
        self.tables.push(table.finish(name));
    }

    /// Puts the fields of an object into the row; those of an object inside it are named `outer.inner`.
    fn fields(&mut self, object: &JsonObject, table: &mut TableBuilder) {
        for (name, raw) in &object.0 {
            match JsonObject::of(raw) {
                Some(inner) if !inner.0.is_empty() => {
                    for (inner_name, raw) in &inner.0 {
                        self.field(&format!("{name}.{inner_name}"), raw, table);
                    }
                }
                Some(_) | None => self.field(name, raw, table),
            }
        }
    }

    fn field(&mut self, name: &str, raw: &RawValue, table: &mut TableBuilder) {
        let touchpoint = (self.names_touchpoints && is_name(name)).then(|| self.lang.column("touchpoint"));
        let name = touchpoint.as_deref().filter(|touchpoint| !table.has(touchpoint)).unwrap_or(name);
        if table.has(name) {
            let line = self.lines.line_of(raw.get());
            self.remarks.push(Remark::at(line, self.lang.source_repeated_field(&quoted(name))));
        } else {
            table.set(name, &text_of(raw));
        }
    }
}

/// Returns a value as the text of a cell.
fn text_of(raw: &RawValue) -> Cow<'_, str> {
    let unescaped = |text: &&str| !text.contains('\\');
    let text = raw.get().strip_prefix(QUOTE).and_then(|text| text.strip_suffix(QUOTE));
    if let Some(text) = text.filter(unescaped) {
        return Cow::Borrowed(text);
    }
    match serde_json::from_str(raw.get()) {
        Ok(Value::Array(items)) => list_text(&items).into(),
        Ok(value) => scalar_text(&value).into(),
        Err(_) => Cow::Borrowed(raw.get()),
    }
}
