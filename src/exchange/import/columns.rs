//! Finds the columns of a table by their headings.

use std::borrow::Cow;
use std::collections::HashMap;

use super::quote::quoted;
use super::table::Table;
use super::vocabulary::{Vocabulary, column_of};
use super::{Remark, Scope};
use crate::lang::Lang;
use crate::map::field;
use crate::map::text::one_line;

/// The known columns of a table, with their positions.
pub(crate) struct Columns<'a> {
    positions: HashMap<&'static str, usize>,
    headings: &'a [String],
}

impl<'a> Columns<'a> {
    /// Finds the columns of a table. Adds a remark for each heading that is not known.
    pub fn of(
        table: &'a Table,
        words: &Vocabulary,
        lang: &Lang,
        remarks: &mut Vec<Remark>,
    ) -> Result<Columns<'a>, Remark> {
        let mut positions = HashMap::new();
        let headings = &table.headings;
        for (nth, heading) in headings.iter().enumerate() {
            let shown = one_line(heading);
            if shown.is_empty() {
                if table.rows.iter().any(|row| !row.is_blank(nth)) {
                    remarks.push(Remark::of_all(lang.import_unnamed_column(nth + 1)));
                }
            } else if let Some(name) = words.column(heading) {
                if let Some(other) = positions.insert(name, nth) {
                    let other = &headings[other];
                    return Err(Remark::of_all(lang.import_repeated_column(
                        &quoted(other),
                        &quoted(&shown),
                        &lang.column(name),
                    )));
                }
            } else {
                let near = words.suggest_column(heading).map(|near| format!("; {}", lang.did_you_mean(&near)));
                remarks.push(Remark::of_all(lang.import_unknown_column(&quoted(&shown), &near.unwrap_or_default())));
            }
        }
        if !positions.contains_key("touchpoint") && !headings.is_empty() {
            return Err(Remark::of_all(lang.import_no_name_column(&lang.column("touchpoint"))));
        }
        Ok(Columns { positions, headings })
    }

    /// Returns the position of a column.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.positions.get(name).copied()
    }

    /// Returns the heading of a column as the table has it.
    pub(crate) fn heading(&self, name: &str) -> Cow<'_, str> {
        self.position(name).map_or(Cow::Borrowed(""), |at| one_line(&self.headings[at]))
    }

    /// Returns which parts of a map these columns hold.
    pub fn scope(&self, split_lists: bool) -> Scope {
        let has = |key: &str| self.positions.contains_key(key);
        let header = field::HEADER.iter().filter(|field| field.column.is_some_and(has)).map(|field| field.key);
        let touchpoint = field::TOUCHPOINT.iter().filter(|field| column_of(field).is_some_and(has));
        let mut touchpoint: Vec<_> = touchpoint.map(|field| field.key).collect();
        if has("step") && has("order") {
            touchpoint.push("with_previous");
        }
        Scope {
            header: header.collect(),
            touchpoint,
            phase: has("phase"),
            order: has("order"),
            steps: has("step"),
            ids: has("id"),
            split_lists,
        }
    }
}
