//! What the program tells after an act, or asks before one.

use i18n_embed_fl::fl;

use super::Lang;
use crate::map::Refused;
use crate::map::edit::Deed;
use crate::map::number::NumberFault;
use crate::map::text::TextFault;

impl Lang {
    /// Says `untitled`.
    pub fn untitled(&self) -> String {
        fl!(self.loader, "untitled")
    }

    /// Why a change was not made.
    pub fn refused(&self, refused: Refused) -> String {
        match refused {
            Refused::Unknown(_) => fl!(self.loader, "refused-unknown"),
            Refused::Taken(_) => fl!(self.loader, "refused-taken"),
            Refused::Nothing => fl!(self.loader, "refused-nothing"),
        }
    }

    /// What was done, with the fields that it changed where they are few.
    fn deed(&self, deed: Deed, name: &str, fields: &[&str]) -> String {
        let said = match deed {
            Deed::Describe => fl!(self.loader, "deed-describe"),
            Deed::Add(count) => fl!(self.loader, "deed-add", count = count, name = name),
            Deed::Replace(count) => fl!(self.loader, "deed-replace", count = count, name = name),
            Deed::Delete(count) => fl!(self.loader, "deed-delete", count = count, name = name),
            Deed::Move(count) => fl!(self.loader, "deed-move", count = count, name = name),
            Deed::Adopt => fl!(self.loader, "deed-adopt"),
        };
        match fields {
            [] | [_, _, _, _, ..] => said,
            few => {
                let fields = few.iter().map(|key| self.field(key)).collect::<Vec<_>>().join(", ");
                fl!(self.loader, "deed-of-fields", deed = said, fields = fields)
            }
        }
    }

    /// Tells what was undone; `name` is that of the touchpoint when there is only one.
    pub fn undone(&self, deed: Deed, name: &str, fields: &[&str]) -> String {
        fl!(self.loader, "undone", deed = self.deed(deed, name, fields))
    }

    /// Tells what was made again; `name` is that of the touchpoint when there is only one.
    pub fn redone(&self, deed: Deed, name: &str, fields: &[&str]) -> String {
        fl!(self.loader, "redone", deed = self.deed(deed, name, fields))
    }

    /// Tells how many marked touchpoints an act changed.
    pub fn changed(&self, count: usize, clear: &str) -> String {
        fl!(self.loader, "changed", count = count, clear = clear)
    }

    /// Says `deleted`.
    pub fn deleted(&self, count: usize, name: &str, undo: &str) -> String {
        fl!(self.loader, "deleted", count = count, name = name, undo = undo)
    }

    /// Says `copied`.
    pub fn copied(&self, count: usize, paste: &str) -> String {
        fl!(self.loader, "copied", count = count, paste = paste)
    }

    /// Says `pasted`.
    pub fn pasted(&self, count: usize) -> String {
        fl!(self.loader, "pasted", count = count)
    }

    /// Says `found`.
    pub fn found(&self, count: usize, next: &str, previous: &str) -> String {
        fl!(self.loader, "found", count = count, next = next, previous = previous)
    }

    /// Says `not-found`.
    pub fn not_found(&self, search: &str) -> String {
        fl!(self.loader, "not-found", search = search)
    }

    /// Says `opening`.
    pub fn opening(&self, file: &str) -> String {
        fl!(self.loader, "opening", file = file)
    }

    /// Says `still-saving`.
    pub fn still_saving(&self) -> String {
        fl!(self.loader, "still-saving")
    }

    /// Says `saved`.
    pub fn saved(&self, file: &str, count: usize, bytes: u64) -> String {
        fl!(self.loader, "saved", file = file, holds = self.touchpoints(count), size = self.size(bytes))
    }

    /// Says `saving`.
    pub fn saving(&self, file: &str) -> String {
        fl!(self.loader, "saving", file = file)
    }

    /// Says `still-being-saved`.
    pub fn still_being_saved(&self) -> String {
        fl!(self.loader, "still-being-saved")
    }

    /// Says `new-file`.
    pub fn new_file(&self, file: &str) -> String {
        fl!(self.loader, "new-file", file = file)
    }

    /// Says `shows-folder`.
    pub fn shows_folder(&self, folder: &str) -> String {
        fl!(self.loader, "shows-folder", folder = folder)
    }

    /// Says `no-such-file`.
    pub fn no_such_file(&self, file: &str) -> String {
        fl!(self.loader, "no-such-file", file = file)
    }

    /// Says `name-a-file`.
    pub fn name_a_file(&self) -> String {
        fl!(self.loader, "name-a-file")
    }

    /// Says `repeated-ids`.
    pub fn repeated_ids(&self, count: usize) -> String {
        fl!(self.loader, "repeated-ids", count = count)
    }

    /// Says `opened-read-only`.
    pub fn opened_read_only(&self, file: &str, save_as: &str) -> String {
        fl!(self.loader, "opened-read-only", file = file, save_as = save_as)
    }

    /// Says `no-editor`.
    pub fn no_editor(&self, again: &str) -> String {
        fl!(self.loader, "no-editor", again = again)
    }

    /// Says `editor-not-started`.
    pub fn editor_not_started(&self, editor: &str, again: &str) -> String {
        fl!(self.loader, "editor-not-started", editor = editor, again = again)
    }

    /// Tells that an editor failed, with its exit code where it has one.
    pub fn editor_failed(&self, editor: &str, code: Option<i32>) -> String {
        match code {
            Some(code) => fl!(self.loader, "editor-failed", editor = editor, code = code.to_string()),
            None => fl!(self.loader, "editor-killed", editor = editor),
        }
    }

    /// Says `paste-too-long`.
    pub fn paste_too_long(&self, found: usize) -> String {
        fl!(self.loader, "paste-too-long", found = self.number(found as u128))
    }

    /// What is wrong with a text.
    pub fn text_fault(&self, fault: TextFault) -> String {
        match fault {
            TextFault::Empty => fl!(self.loader, "text-empty"),
            TextFault::TooLong { limit, found } => fl!(
                self.loader,
                "text-too-long",
                limit = self.number(limit as u128),
                found = self.number(found as u128)
            ),
        }
    }

    /// What is wrong with a line of quick entry.
    pub fn line_fault(&self, fault: TextFault) -> String {
        match fault {
            TextFault::Empty => fl!(self.loader, "line-without-name"),
            TextFault::TooLong { .. } => self.text_fault(fault),
        }
    }

    /// Says `pasted-line-fault`.
    pub fn pasted_line_fault(&self, number: usize, fault: TextFault) -> String {
        fl!(self.loader, "pasted-line-fault", number = number, fault = self.line_fault(fault))
    }

    /// What is wrong with a number.
    pub fn number_fault(&self, fault: NumberFault) -> String {
        match fault {
            NumberFault::NotANumber => fl!(self.loader, "number-not-a-number"),
            NumberFault::Negative => fl!(self.loader, "number-negative"),
            NumberFault::NotWhole => fl!(self.loader, "number-not-whole"),
            NumberFault::TooLarge => fl!(self.loader, "number-too-large"),
        }
    }

    /// The name of a field of a form.
    pub fn field(&self, key: &str) -> String {
        self.loader.get(&format!("field-{}", key.replace('_', "-")))
    }

    /// What a field of a form is for, shown while it is empty.
    pub fn field_about(&self, key: &str) -> String {
        self.loader.get_attr(&format!("field-{}", key.replace('_', "-")), "about")
    }

    /// The name of a group of fields.
    pub fn group(&self, key: &str) -> String {
        self.loader.get(&format!("group-{key}"))
    }

    /// Says `field-fault`.
    pub fn field_fault(&self, field: &str, fault: &str) -> String {
        fl!(self.loader, "field-fault", field = self.field(field), fault = fault)
    }
}
