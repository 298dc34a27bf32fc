//! The columns of a table, found by their headings.

use std::borrow::Cow;
use std::collections::HashMap;

use super::quote::quoted;
use super::table::Table;
use super::vocabulary::{Vocabulary, key};
use super::{Remark, Scope};
use crate::lang::Lang;
use crate::map::field;
use crate::map::text::one_line;

/// The columns that are known, and where they stand.
pub struct Columns<'a> {
    at: HashMap<&'static str, usize>,
    headings: &'a [String],
}

impl<'a> Columns<'a> {
    /// Finds the columns of a table, and remarks on those that are not known.
    pub fn of(
        table: &'a Table,
        words: &Vocabulary,
        lang: &Lang,
        remarks: &mut Vec<Remark>,
    ) -> Result<Columns<'a>, Remark> {
        let mut at = HashMap::new();
        let headings = &table.headings;
        for (nth, heading) in headings.iter().enumerate() {
            let shown = one_line(heading);
            if shown.is_empty() {
                if table.rows.iter().any(|row| !row.is_blank(nth)) {
                    remarks.push(Remark::of_all(lang.import_unnamed_column(nth + 1)));
                }
            } else if let Some(name) = words.column(heading) {
                if let Some(other) = at.insert(name, nth) {
                    let other = &headings[other];
                    return Err(Remark::of_all(lang.import_repeated_column(
                        &quoted(other),
                        &quoted(&shown),
                        &lang.column(name),
                    )));
                }
            } else {
                let near = words.near_column(heading).map(|near| format!("; {}", lang.did_you_mean(&near)));
                remarks.push(Remark::of_all(lang.import_unknown_column(&quoted(&shown), &near.unwrap_or_default())));
            }
        }
        if !at.contains_key("touchpoint") && !headings.is_empty() {
            return Err(Remark::of_all(lang.import_no_name_column(&lang.column("touchpoint"))));
        }
        Ok(Columns { at, headings })
    }

    /// Where the column of that name stands.
    pub fn at(&self, name: &str) -> Option<usize> {
        self.at.get(name).copied()
    }

    /// How the column of that name is called in the table.
    pub fn heading(&self, name: &str) -> Cow<'_, str> {
        self.at(name).map_or(Cow::Borrowed(""), |at| one_line(&self.headings[at]))
    }

    /// What these columns say of a map.
    pub fn scope(&self, split_lists: bool) -> Scope {
        let has = |key: &str| self.at.contains_key(key);
        let header = [("map", "title"), ("unit", "unit"), ("period", "period")];
        let mut touchpoint: Vec<_> =
            field::TOUCHPOINT.iter().map(|field| field.key).filter(|&key| column_of(key).is_some_and(has)).collect();
        if has("step") && has("order") {
            touchpoint.push("with_previous");
        }
        Scope {
            header: header.into_iter().filter(|(column, _)| has(column)).map(|(_, key)| key).collect(),
            touchpoint,
            phase: has("phase"),
            order: has("order"),
            steps: has("step"),
            ids: has("id"),
            split_lists,
        }
    }
}

/// The column that holds a field of a touchpoint.
pub fn column_of(field: &'static str) -> Option<&'static str> {
    match field {
        "name" => Some("touchpoint"),
        // That is what steps tell.
        "with_previous" => None,
        field => Some(key(field)),
    }
}
