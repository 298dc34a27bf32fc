//! Messages about changes of the map: what was changed, undone or refused.

use i18n_embed_fl::fl;

use super::{Lang, messages};
use crate::map::change::ChangeKind;
use crate::map::field::Value;
use crate::map::{EditError, TOUCHPOINT_LIMIT};

messages! {
    deleted(count: usize, name: &str, undo: &str) = "deleted";
    deleted_again(first: &str, second: &str, undo: &str) = "deleted-again";
    copied(count: usize, paste: &str) = "copied";
    pasted_shortened(count: usize) = "pasted-shortened";
    pasted(count: usize) = "pasted";
    duplicated(count: usize, name: &str, edit: &str, clear: &str) = "duplicated";
    marked_changed(count: usize, clear: &str) = "marked-changed";
    marked_now(count: usize, clear: &str) = "marked-now";
    kept_besides(text: &str, kept: &str) = "kept-besides";
    not_undone(kept: &str, key: &str) = "not-undone";
    not_redone(kept: &str) = "not-redone";
    undone_import(file: &str) = "undone-import";
    redone_import(file: &str) = "redone-import";
    pasted_more_than_funnel(numbers: usize, count: usize) = "pasted-more-than-funnel";
    reaches_given(count: usize, name: &str) = "reaches-given";
    pasted_columns() = "pasted-columns";
    pasted_more_than_follow(numbers: usize, count: usize) = "pasted-more-than-follow";
    pasted_more_than_marked(numbers: usize, count: usize) = "pasted-more-than-marked";
    reaches_removed(count: usize, undo: &str) = "reaches-removed";
}

impl Lang {
    /// Reports the new value of a touchpoint's field.
    pub(crate) fn field_changed(&self, name: &str, field: &str, value: &Value) -> String {
        fl!(self.loader, "field-changed", name = name, field = self.field(field), value = self.value(value))
    }

    /// Reports what was undone; `name` is the name of a single changed touchpoint.
    pub(crate) fn undone(&self, change: ChangeKind, name: &str, fields: &[&str]) -> String {
        fl!(self.loader, "undone", change = self.change(change, name, fields))
    }

    /// Reports what was redone; `name` is the name of a single changed touchpoint.
    pub(crate) fn redone(&self, change: ChangeKind, name: &str, fields: &[&str]) -> String {
        fl!(self.loader, "redone", change = self.change(change, name, fields))
    }

    /// Describes a change, and lists its fields if there are at most three.
    fn change(&self, change: ChangeKind, name: &str, fields: &[&str]) -> String {
        let text = match change {
            ChangeKind::SetHeader => fl!(self.loader, "change-map"),
            ChangeKind::Add(count) => fl!(self.loader, "change-add", count = count, name = name),
            ChangeKind::Replace(count) => fl!(self.loader, "change-edit", count = count, name = name),
            ChangeKind::Delete(count) => fl!(self.loader, "change-delete", count = count, name = name),
            ChangeKind::Move(count) => fl!(self.loader, "change-move", count = count, name = name),
            ChangeKind::ReplaceMap => fl!(self.loader, "change-merge"),
        };
        match fields {
            [] | [_, _, _, _, ..] => text,
            few => {
                let fields = few.iter().map(|key| self.field(key)).collect::<Vec<_>>().join(", ");
                fl!(self.loader, "change-with-fields", change = text, fields = fields)
            }
        }
    }

    /// Says why a change was refused.
    pub(crate) fn refused(&self, refused: EditError) -> String {
        match refused {
            EditError::UnknownId(_) => fl!(self.loader, "refused-unknown"),
            EditError::DuplicateId(_) => fl!(self.loader, "refused-taken"),
            EditError::TooManyTouchpoints => {
                fl!(self.loader, "refused-too-many", limit = self.number(TOUCHPOINT_LIMIT as u128))
            }
            EditError::NoChange => fl!(self.loader, "refused-nothing"),
        }
    }
}
