//! Reads a whole map from JSON. Unknown fields are faults, and all faults are reported.

use serde_json::value::RawValue;

use super::identity::KnownTouchpoints;
use super::json_object::JsonObject;
use super::line_index::LineIndex;
use super::quote::quoted;
use super::row::{ReadRow, RowId};
use super::table_map::Assembly;
use super::value_fault::{JsonType, ValueFault};
use super::vocabulary::Vocabulary;
use super::{ImportFailure, ImportOptions, Imported, Remark, Scope, json_value};
use crate::map::field::{self, Field};
use crate::map::text::{fold, without_unsafe_chars};
use crate::map::{Header, Name, Phase, Touchpoint, TouchpointId};
use crate::store::ron_text::FORMAT;
use crate::store::suggestion::suggest;

/// Reads a map from an object that begins on `line`.
pub fn read(
    object: &JsonObject,
    line: usize,
    lines: &LineIndex,
    options: &ImportOptions,
    words: &Vocabulary,
) -> Result<Imported, ImportFailure> {
    let known = KnownTouchpoints::of(options.known);
    let mut reader = Reader { lines, options, words, known: &known, faults: Vec::new() };
    let mut header = Header::new(Name::placeholder());
    let mut rows = Vec::new();
    reader.refuse_repeated(object, "");
    for (name, raw) in &object.0 {
        let phase = Phase::ALL.into_iter().find(|phase| phase.key() == name);
        match (phase, field::of_header(name)) {
            (Some(phase), _) => {
                for (nth, raw) in reader.list(name, raw).into_iter().enumerate() {
                    let path = format!("{name}[{nth}]");
                    rows.extend(reader.touchpoint(&path, raw, phase));
                }
            }
            (None, Some(field)) => reader.field(field, "", raw, &mut header),
            (None, None) if name == "format" => reader.format(raw),
            (None, None) => {
                let known = field::HEADER.iter().map(|field| field.key).chain(Phase::ALL.map(Phase::key));
                reader.refuse_unknown(name, "", raw, &known.chain(["format"]).collect::<Vec<_>>());
            }
        }
    }
    for required in ["format", "title"] {
        reader.refuse_missing(object, required, "", line);
    }
    let title = header.title.to_string();
    if let Some(wanted) =
        options.choices.map.as_deref().filter(|wanted| fold(wanted) != fold(&title) && reader.faults.is_empty())
    {
        reader.faults.push(Remark::of_all(options.lang.import_no_such_map(&quoted(wanted), &quoted(&title))));
    }
    if !reader.faults.is_empty() {
        reader.faults.sort_by_key(|fault| fault.line);
        return Err(reader.faults.into());
    }
    known.match_names(&mut rows, true);
    let assembly = Assembly { header, rows, scope: Scope::whole(), remarks: Vec::new(), order_heading: String::new() };
    Ok(assembly.build(&known, options))
}

/// Reads the parts of a map and collects the faults.
struct Reader<'a> {
    lines: &'a LineIndex<'a>,
    options: &'a ImportOptions<'a>,
    words: &'a Vocabulary<'a>,
    known: &'a KnownTouchpoints<'a>,
    faults: Vec<Remark>,
}

impl Reader<'_> {
    fn add_fault(&mut self, raw: &RawValue, text: String) {
        self.faults.push(Remark::at(self.lines.line_of(raw.get()), text));
    }

    fn add_value_fault(&mut self, name: &str, raw: &RawValue, fault: &ValueFault) {
        self.add_fault(raw, fault.message(name, raw.get(), self.options.lang));
    }

    fn refuse_repeated(&mut self, object: &JsonObject, path: &str) {
        for (name, raw) in object.repeated() {
            self.add_fault(raw, self.options.lang.import_repeated_field(&quoted(&field_path(path, name))));
        }
    }

    fn refuse_unknown(&mut self, name: &str, path: &str, raw: &RawValue, known: &[&str]) {
        let lang = self.options.lang;
        let near = suggest(name, known).map(|near| format!("; {}", lang.did_you_mean(near))).unwrap_or_default();
        self.add_fault(raw, lang.import_unknown_field(&quoted(&field_path(path, name)), &known.join(", "), &near));
    }

    fn refuse_missing(&mut self, object: &JsonObject, required: &str, path: &str, line: usize) {
        if !object.0.iter().any(|(name, _)| name == required) {
            self.faults.push(Remark::at(line, self.options.lang.import_missing_field(&field_path(path, required))));
        }
    }

    fn format(&mut self, raw: &RawValue) {
        let found: Option<u64> = serde_json::from_str(raw.get()).ok();
        if found != Some(FORMAT) {
            let found = without_unsafe_chars(raw.get()).chars().take(20).collect::<String>();
            self.add_fault(raw, self.options.lang.import_other_format(&found, FORMAT));
        }
    }

    /// Returns the values in a list. Null is an empty list.
    fn list<'b>(&mut self, name: &str, raw: &'b RawValue) -> Vec<&'b RawValue> {
        let list: Result<Option<Vec<_>>, _> = serde_json::from_str(raw.get());
        list.unwrap_or_else(|_| {
            self.add_value_fault(name, raw, &ValueFault::JsonType(JsonType::Touchpoints));
            None
        })
        .unwrap_or_default()
    }

    fn field<S>(&mut self, field: &Field<S>, path: &str, raw: &RawValue, owner: &mut S) {
        match json_value::value(field.kind, raw, self.words) {
            Ok(value) => field.set(owner, value),
            Err(fault) => self.add_value_fault(&field_path(path, field.key), raw, &fault),
        }
    }

    fn touchpoint(&mut self, path: &str, raw: &RawValue, phase: Phase) -> Option<ReadRow> {
        let mut touchpoint = Touchpoint::new(TouchpointId::NONE, Name::placeholder());
        let Some(object) = JsonObject::of(raw) else {
            self.add_value_fault(path, raw, &ValueFault::JsonType(JsonType::Touchpoint));
            return None;
        };
        self.refuse_repeated(&object, path);
        for (name, raw) in &object.0 {
            match field::of_touchpoint(name) {
                Some(field) => self.field(field, path, raw, &mut touchpoint),
                None if name == "id" => match serde_json::from_str::<Option<TouchpointId>>(raw.get()) {
                    Ok(id) => touchpoint.id = id.unwrap_or(TouchpointId::NONE),
                    Err(_) => self.add_value_fault(&field_path(path, name), raw, &ValueFault::Id),
                },
                None => {
                    self.refuse_unknown(name, path, raw, &field::TOUCHPOINT_KEYS);
                }
            }
        }
        let line = self.lines.line_of(raw.get());
        self.refuse_missing(&object, "name", path, line);
        let id = self.known.written_id(touchpoint.id);
        if id == RowId::OtherMap {
            touchpoint.id = TouchpointId::NONE;
        }
        let blank_fields = if self.known.is_empty() {
            Vec::new()
        } else {
            field::TOUCHPOINT_KEYS.into_iter().filter(|key| !object.has(key)).collect()
        };
        let row = ReadRow::new(line, phase, touchpoint);
        Some(ReadRow { id, is_phase_guessed: false, blank_fields, ..row })
    }
}

/// Returns the path of a field inside the map.
fn field_path(path: &str, name: &str) -> String {
    let name = without_unsafe_chars(name);
    if path.is_empty() { name.into_owned() } else { format!("{path}.{name}") }
}
