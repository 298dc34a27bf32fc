//! JSON: a whole map, or the rows of an inventory as a list of objects or one object a line.

use std::collections::{HashMap, HashSet};
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::fault::{Fault, Sort};
use super::lines::Lines;
use super::quote::quoted;
use super::table::{Cells, Row, Table, read_map};
use super::vocabulary::Vocabulary;
use super::{Imported, Reading, Refused, Remark, map_json};

/// The fields of an object in their order, each with the text of its value.
pub struct Object<'a>(pub Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Object<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Object<'a>, D::Error> {
        struct Fields;

        impl<'de> Visitor<'de> for Fields {
            type Value = Object<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Object<'de>, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Object(fields))
            }
        }

        deserializer.deserialize_map(Fields)
    }
}

impl<'a> Object<'a> {
    /// The object in a value; none when the value is something else.
    pub fn of(raw: &'a RawValue) -> Option<Object<'a>> {
        serde_json::from_str(raw.get()).ok()
    }

    /// The fields that another one of the object has the name of.
    pub fn repeated(&self) -> impl Iterator<Item = &(String, &'a RawValue)> {
        let mut seen = HashSet::new();
        self.0.iter().filter(move |(name, _)| !seen.insert(name.as_str()))
    }

    fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(each, _)| each == name)
    }
}

/// Reads a map out of JSON of either sort.
pub fn read(text: &str, reading: &Reading) -> Result<Imported, Refused> {
    let mut values: Vec<&RawValue> = Vec::new();
    for value in serde_json::Deserializer::from_str(text).into_iter() {
        values.push(value.map_err(|error: serde_json::Error| {
            vec![Remark::at(error.line(), reading.lang.import_not_json(error.column()))]
        })?);
    }
    let lines = Lines::of(text);
    let words = Vocabulary::new(reading.lang);
    match values.as_slice() {
        [] => Err(vec![Remark::of_all(reading.lang.import_empty())].into()),
        [only] => match (serde_json::from_str::<Vec<&RawValue>>(only.get()), Object::of(only)) {
            (Ok(list), _) => read_rows(&list, &lines, reading, &words),
            (Err(_), Some(map)) if !map.has("touchpoint") || map.has("title") => {
                map_json::read(&map, lines.of_part(only.get()), &lines, reading, &words)
            }
            (Err(_), Some(_) | None) => read_rows(&values, &lines, reading, &words),
        },
        several => read_rows(several, &lines, reading, &words),
    }
}

/// Reads the map of which these objects are the rows.
fn read_rows(list: &[&RawValue], lines: &Lines, reading: &Reading, words: &Vocabulary) -> Result<Imported, Refused> {
    let mut faults = Vec::new();
    let mut headings: Vec<String> = Vec::new();
    let mut places = HashMap::new();
    let mut rows = Vec::new();
    for raw in list {
        let line = lines.of_part(raw.get());
        let Some(object) = Object::of(raw) else {
            faults.push(Remark::at(line, Fault::Sort(Sort::Touchpoint).told("", raw.get(), reading.lang)));
            continue;
        };
        faults.extend(
            object.repeated().map(|(name, _)| Remark::at(line, reading.lang.import_repeated_field(&quoted(name)))),
        );
        let mut values = vec![None; headings.len()];
        for (name, raw) in object.0 {
            let at = *places.entry(name).or_insert_with_key(|name| {
                headings.push(name.clone());
                headings.len() - 1
            });
            values.resize(headings.len(), None);
            values[at] = Some(raw);
        }
        rows.push(Row { line, cells: Cells::Json(values) });
    }
    if faults.is_empty() { read_map(&Table { headings, rows }, reading, words) } else { Err(faults.into()) }
}
