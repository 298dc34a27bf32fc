//! The columns of a table of touchpoints: which field each one holds, and which ones go into the notes.

use std::borrow::Cow;
use std::collections::HashMap;

use super::shape::role::Role;
use super::vocabulary::{Vocabulary, column_of};
use super::{Remark, Scope, quote::quoted};
use crate::lang::Lang;
use crate::map::Touchpoint;
use crate::map::field::{self, Field, Type};
use crate::map::text::one_line;

/// The columns of a table, with their positions.
pub(crate) struct Columns<'a> {
    /// The columns of an inventory that the table has, by name, with their positions. There are too few for a hash map to pay.
    positions: Vec<(&'static str, usize)>,
    headings: &'a [String],
    /// The columns that hold a field besides the name, in the order of the fields.
    pub fields: Vec<FieldColumn>,
    /// The positions of columns whose cells go into the notes.
    pub noted: Vec<usize>,
}

/// A column that holds a field.
#[derive(Clone, Copy)]
pub(crate) struct FieldColumn {
    pub field: &'static Field<Touchpoint>,
    /// The name of the column.
    pub name: &'static str,
    pub at: usize,
}

impl<'a> Columns<'a> {
    /// Builds the columns from their roles. Of two columns for one field, the preferred one holds it.
    pub(crate) fn of_roles(headings: &'a [String], roles: &[Role], preferred: impl Fn(&str) -> Option<usize>) -> Self {
        let mut columns = Columns { positions: Vec::new(), headings, fields: Vec::new(), noted: Vec::new() };
        let mut best = HashMap::new();
        for (nth, role) in roles.iter().enumerate() {
            match role {
                Role::Field(name)
                    if best.entry(*name).or_insert_with(|| preferred(name)).is_none_or(|at| at == nth) =>
                {
                    columns.positions.push((name, nth));
                }
                Role::X | Role::Y | Role::Colour | Role::Tags | Role::Technical | Role::LeftOut => {}
                Role::Field(_) | Role::Noted | Role::Segment | Role::Person | Role::Activity => columns.noted.push(nth),
                Role::Date | Role::Money | Role::Computed | Role::StepCounts => columns.noted.push(nth),
            }
        }
        let column = |field: &'static Field<Touchpoint>| {
            let name = column_of(field).filter(|_| field.kind != Type::Name)?;
            Some(FieldColumn { field, name, at: columns.position(name)? })
        };
        columns.fields = field::TOUCHPOINT.iter().filter_map(column).collect();
        columns
    }

    /// Finds the columns of JSON objects by the headings of the inventory; others go into the notes.
    pub(crate) fn of_headings(
        headings: &'a [String],
        words: &Vocabulary,
        lang: &Lang,
        remarks: &mut Vec<Remark>,
    ) -> Self {
        let role = |heading: &String| words.column(heading).map_or(Role::Noted, Role::Field);
        let roles: Vec<Role> = headings.iter().map(role).collect();
        let columns = Columns::of_roles(headings, &roles, |name| roles.iter().position(|role| role.is_field(name)));
        for &nth in &columns.noted {
            remarks.push(Remark::of_all(lang.import_column_noted(&lang.quoted(&quoted(&headings[nth])))));
        }
        columns
    }

    /// Returns the number of columns up to the last one with a heading.
    pub(crate) fn count(&self) -> usize {
        self.headings.iter().rposition(|heading| !heading.trim().is_empty()).map_or(0, |last| last + 1)
    }

    /// Returns the position of a column.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.positions.iter().find(|(each, _)| *each == name).map(|(_, at)| *at)
    }

    /// Returns the heading of a column as the table has it.
    pub(crate) fn heading(&self, name: &str) -> Cow<'_, str> {
        self.position(name).map_or(Cow::Borrowed(""), |at| self.heading_at(at))
    }

    /// Returns the heading at a position; empty if it has none.
    pub(crate) fn heading_at(&self, at: usize) -> Cow<'_, str> {
        self.headings.get(at).map_or(Cow::Borrowed(""), |heading| one_line(heading))
    }

    /// Returns which parts of a map these columns hold.
    pub fn scope(&self, split_lists: bool) -> Scope {
        let has = |key: &str| self.position(key).is_some();
        let header = field::HEADER.iter().filter(|field| field.column.is_some_and(has)).map(|field| field.key);
        let touchpoint = field::TOUCHPOINT.iter().filter(|field| column_of(field).is_some_and(has));
        let mut touchpoint: Vec<_> = touchpoint.map(|field| field.key).collect();
        if has("step") && has("order") {
            touchpoint.push("with_previous");
        }
        Scope {
            header: header.collect(),
            touchpoint,
            noted: self.noted.iter().map(|&at| self.heading_at(at).into_owned()).collect(),
            phase: has("phase"),
            order: has("order"),
            steps: has("step"),
            ids: has("id"),
            split_lists,
        }
    }
}
