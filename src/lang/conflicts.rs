//! What is asked and told of the conflicts of a merge.

use i18n_embed_fl::fl;

use super::Lang;
use crate::map::Conflict;
use crate::map::conflict::{About, Dispute};
use crate::map::width::cut;

/// The most cells of a name in a question.
const NAME: usize = 60;

impl Lang {
    /// Asks which side of a conflict counts.
    pub fn conflict(&self, conflict: &Conflict) -> String {
        let (ours, theirs) = self.short_sides(conflict);
        let name = match &conflict.about {
            About::Map => None,
            About::Touchpoint { name, .. } => Some(cut(name, NAME).into_owned()),
        };
        match (&conflict.dispute, name) {
            (Dispute::Field { key, .. }, Some(name)) => {
                let field = self.field(key);
                fl!(self.loader, "conflict-of-field", name = name, field = field, ours = ours, theirs = theirs)
            }
            (Dispute::Field { key, .. }, None) => {
                fl!(self.loader, "conflict-of-map", field = self.field(key), ours = ours, theirs = theirs)
            }
            (Dispute::Phase { .. }, name) => {
                let name = name.unwrap_or_default();
                fl!(self.loader, "conflict-of-place", name = name, ours = ours, theirs = theirs)
            }
            (Dispute::DeletedByUs, name) => {
                fl!(self.loader, "conflict-deleted-by-us", name = name.unwrap_or_default())
            }
            (Dispute::DeletedByThem, name) => {
                fl!(self.loader, "conflict-deleted-by-them", name = name.unwrap_or_default())
            }
        }
    }

    /// Our side of a conflict, shortened where it is long.
    pub fn conflict_ours(&self, conflict: &Conflict) -> String {
        self.short_sides(conflict).0
    }

    /// Their side of a conflict, shortened where it is long.
    pub fn conflict_theirs(&self, conflict: &Conflict) -> String {
        self.short_sides(conflict).1
    }

    fn short_sides(&self, conflict: &Conflict) -> (String, String) {
        match &conflict.dispute {
            Dispute::Field { ours, theirs, .. } => self.short_values(ours, theirs),
            Dispute::Phase { ours, theirs } => (self.small_phase(ours.phase), self.small_phase(theirs.phase)),
            Dispute::DeletedByUs => {
                (fl!(self.loader, "conflict-side-deleted"), fl!(self.loader, "conflict-side-changed"))
            }
            Dispute::DeletedByThem => {
                (fl!(self.loader, "conflict-side-changed"), fl!(self.loader, "conflict-side-deleted"))
            }
        }
    }

    /// Tells both sides of a conflict in full, on one line.
    pub fn conflict_told(&self, conflict: &Conflict) -> String {
        let told = self.sides_told(conflict);
        match &conflict.about {
            About::Map => fl!(self.loader, "conflict-told-of-map", told = told),
            About::Touchpoint { name, .. } => {
                fl!(self.loader, "conflict-told-of", name = name.to_string(), told = told)
            }
        }
    }

    /// The line about a conflict in the notes of what it is about.
    pub fn conflict_note(&self, conflict: &Conflict) -> String {
        fl!(self.loader, "conflict-note", told = self.sides_told(conflict))
    }

    /// The line above the other side's notes in ours.
    pub fn conflict_note_of_notes(&self) -> String {
        fl!(self.loader, "conflict-note-of-notes")
    }

    /// That the notes have no room for a conflict.
    pub fn conflict_without_room(&self, conflict: &Conflict) -> String {
        match &conflict.about {
            About::Map => fl!(self.loader, "conflict-without-room-of-map"),
            About::Touchpoint { name, .. } => fl!(self.loader, "conflict-without-room", name = name.to_string()),
        }
    }

    /// That a merge left conflicts, where both sides are, and what to do.
    pub fn merged_with_conflicts(&self, count: usize) -> String {
        fl!(self.loader, "merged-with-conflicts", count = count)
    }

    fn sides_told(&self, conflict: &Conflict) -> String {
        match &conflict.dispute {
            Dispute::Field { key, ours, theirs } => {
                let (field, ours, theirs) = (self.field(key), self.value(ours), self.value(theirs));
                fl!(self.loader, "conflict-told", field = field, ours = ours, theirs = theirs)
            }
            Dispute::Phase { ours, theirs } => {
                let field = fl!(self.loader, "conflict-phase");
                let (ours, theirs) = (self.small_phase(ours.phase), self.small_phase(theirs.phase));
                fl!(self.loader, "conflict-told", field = field, ours = ours, theirs = theirs)
            }
            Dispute::DeletedByUs => fl!(self.loader, "conflict-told-deleted-by-us"),
            Dispute::DeletedByThem => fl!(self.loader, "conflict-told-deleted-by-them"),
        }
    }
}
