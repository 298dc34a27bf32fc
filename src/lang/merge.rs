//! Differences between maps, and the conflicts of a merge.

use std::slice;

use i18n_embed_fl::fl;

use super::{Lang, messages};
use crate::map::conflict::{ConflictKind, ConflictSide, ConflictSubject};
use crate::map::field::{self, Value};
use crate::map::losses::{Losses, LostKind, LostValue, Renamed};
use crate::map::width::cut;
use crate::map::{Conflict, Difference, Phase, Touchpoint};

/// The maximum width of a name in a question, in cells.
const NAME_WIDTH: usize = 60;
/// How many missing touchpoints are named.
const NAMED: usize = 3;

messages! {
    // Conflicts in the editor.
    save_conflicts(leave: &str) = "save-conflicts";
    open_conflicts(count: usize) = "open-conflicts";
    conflicts_left_open(save: &str) = "conflicts-left-open";
    answer_ours(value: &str) = "answer-ours";
    answer_theirs(value: &str) = "answer-theirs";
    answer_undecided() = "answer-undecided";
    ask_conflict_note(line: &str) = "ask-conflict-note";
    answer_here(value: &str) = "answer-here";
    answer_other_version(value: &str) = "answer-other-version";
    answer_open_notes() = "answer-open-notes";
    answer_delete_line() = "answer-delete-line";
    answer_decide_later() = "answer-decide-later";
    conflicts_in_notes(count: usize, settle: &str) = "conflicts-in-notes";
    conflicts_in_map_notes(count: usize, settle: &str) = "conflicts-in-map-notes";
    conflict_settled(undo: &str) = "conflict-settled";
    conflict_changed() = "conflict-changed";

    // What another program took out of the file.
    answer_bring_back() = "answer-bring-back";
    answer_leave_out() = "answer-leave-out";
    brought_back(save: &str, undo: &str) = "brought-back";
    brought_back_live(undo: &str) = "brought-back-live";
    brought_back_elsewhere() = "brought-back-elsewhere";
    left_out(typed: &str) = "left-out";

    // Conflicts in a merged file.
    conflict_note_of_notes() = "conflict-note-of-notes";
    merged_with_conflicts(count: usize) = "merged-with-conflicts";
}

impl Lang {
    /// Describes a difference on one line. The first character is its sign: `+` added, `−` removed, `→` moved, `~`
    /// changed.
    pub fn difference(&self, difference: &Difference) -> String {
        match difference {
            Difference::Header { key, old, new } => {
                format!("~ {}: {}", fl!(self.loader, "difference-of-map"), self.value_change(key, old, new))
            }
            Difference::Added { at, touchpoint } => format!("+ {}: {}", self.small_phase(at.phase), touchpoint.name),
            Difference::Removed { at, touchpoint } => format!("− {}: {}", self.small_phase(at.phase), touchpoint.name),
            Difference::Moved { from, to, touchpoint, above } => {
                let name = &touchpoint.name;
                let place = match above {
                    Some(_) | None if from.phase != to.phase => self.small_phase(to.phase),
                    Some(above) => fl!(self.loader, "difference-below", name = above.name.to_string()),
                    None => fl!(self.loader, "difference-at-top"),
                };
                format!("→ {name}: {} → {place}", self.small_phase(from.phase))
            }
            Difference::Changed { old, new, keys } => {
                let changes: Vec<String> = keys.iter().filter_map(|key| self.field_change(key, old, new)).collect();
                format!("~ {}: {}", old.name, changes.join(", "))
            }
        }
    }

    fn field_change(&self, key: &str, old: &Touchpoint, new: &Touchpoint) -> Option<String> {
        let field = field::of_touchpoint(key)?;
        Some(self.value_change(key, &field.get(old), &field.get(new)))
    }

    fn value_change(&self, key: &str, old: &Value, new: &Value) -> String {
        let (old, new) = self.short_values(old, new);
        format!("{} {old} → {new}", self.field(key))
    }

    /// Returns the name of a phase as it is written inside a sentence.
    pub(super) fn small_phase(&self, phase: Phase) -> String {
        self.phase(phase).to_lowercase()
    }

    /// Asks which side of a conflict to keep.
    pub fn ask_conflict(&self, conflict: &Conflict) -> String {
        let (ours, theirs) = self.conflict_sides(conflict);
        let name = match &conflict.subject {
            ConflictSubject::Map => None,
            ConflictSubject::Touchpoint { name, .. } => Some(cut(name, NAME_WIDTH).into_owned()),
        };
        match (&conflict.kind, name) {
            (ConflictKind::Field { key, .. }, Some(name)) => {
                let field = self.field(key);
                fl!(self.loader, "conflict-of-field", name = name, field = field, ours = ours, theirs = theirs)
            }
            (ConflictKind::Field { key, .. }, None) => {
                fl!(self.loader, "conflict-of-map", field = self.field(key), ours = ours, theirs = theirs)
            }
            (ConflictKind::Phase { .. }, name) => {
                let name = name.unwrap_or_default();
                fl!(self.loader, "conflict-of-place", name = name, ours = ours, theirs = theirs)
            }
            (ConflictKind::DeletedByUs, name) => {
                fl!(self.loader, "conflict-deleted-by-us", name = name.unwrap_or_default())
            }
            (ConflictKind::DeletedByThem, name) => {
                fl!(self.loader, "conflict-deleted-by-them", name = name.unwrap_or_default())
            }
        }
    }

    /// Says how the user decided a conflict, and that undo takes the other side.
    pub(crate) fn conflict_decided(&self, conflict: &Conflict, side: ConflictSide, undo: &str) -> String {
        let subject = self.conflict_subjects(slice::from_ref(conflict));
        let field = match &conflict.kind {
            ConflictKind::Field { key, .. } => self.field(key),
            ConflictKind::Phase { .. } => fl!(self.loader, "conflict-phase"),
            ConflictKind::DeletedByUs | ConflictKind::DeletedByThem => {
                let is_deleted = (conflict.kind == ConflictKind::DeletedByUs) == (side == ConflictSide::Ours);
                return if is_deleted {
                    fl!(self.loader, "conflict-decided-deleted", subject = subject, undo = undo)
                } else {
                    fl!(self.loader, "conflict-decided-kept", subject = subject, undo = undo)
                };
            }
        };
        let (ours, theirs) = self.conflict_sides(conflict);
        match side {
            ConflictSide::Ours => fl!(
                self.loader,
                "conflict-decided-ours",
                field = field,
                subject = subject,
                ours = ours,
                theirs = theirs,
                undo = undo
            ),
            ConflictSide::Theirs => fl!(
                self.loader,
                "conflict-decided-theirs",
                field = field,
                subject = subject,
                ours = ours,
                theirs = theirs,
                undo = undo
            ),
        }
    }

    /// Names what the conflicts concern, each touchpoint once.
    pub(crate) fn conflict_subjects(&self, conflicts: &[Conflict]) -> String {
        let mut names = Vec::new();
        for conflict in conflicts {
            let name = match &conflict.subject {
                ConflictSubject::Map => fl!(self.loader, "kept-map"),
                ConflictSubject::Touchpoint { name, .. } => self.quoted_name(name),
            };
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names.join(", ")
    }

    /// Says that another program wrote over the file, and what is missing in it now.
    pub(crate) fn overwritten(&self, file: &str, losses: &Losses) -> String {
        let values = self.lost_values(losses.values());
        let touchpoints = self.touchpoints(losses.touchpoints().len());
        let mut names: Vec<String> =
            losses.touchpoints().take(NAMED).map(|name| self.quoted_name(&cut(name, NAME_WIDTH / 2))).collect();
        if losses.touchpoints().len() > NAMED {
            names.push("…".to_owned());
        }
        let names = names.join(", ");
        let missing = match (losses.touchpoints().len(), losses.values().len()) {
            (0, _) => values,
            (_, 0) => fl!(self.loader, "overwritten-touchpoints", touchpoints = touchpoints, names = names),
            (_, _) => fl!(self.loader, "overwritten-both", touchpoints = touchpoints, names = names, values = values),
        };
        fl!(self.loader, "overwritten", file = file, missing = missing)
    }

    /// Returns how many values are lost, and names the first of them.
    fn lost_values(&self, values: &[LostValue]) -> String {
        let name = |value: &LostValue| {
            let field = match value.kind {
                LostKind::Field(key) => self.field(key),
                LostKind::Phase => fl!(self.loader, "conflict-phase"),
            };
            match &value.subject {
                ConflictSubject::Map => fl!(self.loader, "overwritten-value-of-map", field = field),
                ConflictSubject::Touchpoint { name, .. } => {
                    let name = cut(name, NAME_WIDTH / 3).into_owned();
                    fl!(self.loader, "overwritten-value", field = field, name = name)
                }
            }
        };
        let mut names: Vec<String> = values.iter().take(NAMED).map(name).collect();
        if values.len() > NAMED {
            names.push("…".to_owned());
        }
        fl!(self.loader, "overwritten-values", count = values.len(), names = names.join(", "))
    }

    /// Says which touchpoints count as renamed, and how to find the version before.
    pub(crate) fn taken_as_renamed(&self, file: &str, renamed: &[Renamed], typed: &str) -> String {
        let [Renamed { old, new, .. }] = renamed else {
            return fl!(self.loader, "taken-as-renamed-several", file = file, count = renamed.len(), typed = typed);
        };
        let (old, new) = (self.quoted_name(old), self.quoted_name(new));
        fl!(self.loader, "taken-as-renamed", file = file, old = old, new = new, typed = typed)
    }

    /// Returns the name of a touchpoint in quotation marks; a long one is shortened.
    pub(crate) fn quoted_name(&self, name: &str) -> String {
        fl!(self.loader, "kept-touchpoint", name = cut(name, NAME_WIDTH).into_owned())
    }

    /// Returns our side and their side of a conflict; long values are shortened.
    pub fn conflict_sides(&self, conflict: &Conflict) -> (String, String) {
        let (deleted, changed) = (fl!(self.loader, "conflict-side-deleted"), fl!(self.loader, "conflict-side-changed"));
        match &conflict.kind {
            ConflictKind::Field { ours, theirs, .. } => {
                let (shown_ours, shown_theirs) = self.short_values(ours, theirs);
                let named = |value, shown| if self.is_unset(value) { fl!(self.loader, "value-unset") } else { shown };
                (named(ours, shown_ours), named(theirs, shown_theirs))
            }
            ConflictKind::Phase { ours, theirs } => (self.small_phase(ours.phase), self.small_phase(theirs.phase)),
            ConflictKind::DeletedByUs => (deleted, changed),
            ConflictKind::DeletedByThem => (changed, deleted),
        }
    }

    /// Describes both sides of a conflict in full, on one line.
    pub(crate) fn conflict_details(&self, conflict: &Conflict) -> String {
        let sides = self.full_sides(conflict);
        match &conflict.subject {
            ConflictSubject::Map => fl!(self.loader, "conflict-details-of-map", sides = sides),
            ConflictSubject::Touchpoint { name, .. } => {
                fl!(self.loader, "conflict-details", name = name.to_string(), sides = sides)
            }
        }
    }

    /// Returns the line that a merge writes into the notes for a conflict.
    pub(crate) fn conflict_note(&self, conflict: &Conflict) -> String {
        fl!(self.loader, "conflict-note", sides = self.full_sides(conflict))
    }

    /// Says that the notes have no room for a conflict.
    pub(crate) fn conflict_notes_full(&self, conflict: &Conflict) -> String {
        match &conflict.subject {
            ConflictSubject::Map => fl!(self.loader, "conflict-notes-full-of-map"),
            ConflictSubject::Touchpoint { name, .. } => {
                fl!(self.loader, "conflict-notes-full", name = name.to_string())
            }
        }
    }

    fn full_sides(&self, conflict: &Conflict) -> String {
        match &conflict.kind {
            ConflictKind::Field { key, ours, theirs } => {
                let (field, ours, theirs) = (self.field(key), self.value(ours), self.value(theirs));
                fl!(self.loader, "conflict-sides", field = field, ours = ours, theirs = theirs)
            }
            ConflictKind::Phase { ours, theirs } => {
                let field = fl!(self.loader, "conflict-phase");
                let (ours, theirs) = (self.small_phase(ours.phase), self.small_phase(theirs.phase));
                fl!(self.loader, "conflict-sides", field = field, ours = ours, theirs = theirs)
            }
            ConflictKind::DeletedByUs => fl!(self.loader, "conflict-sides-deleted-by-us"),
            ConflictKind::DeletedByThem => fl!(self.loader, "conflict-sides-deleted-by-them"),
        }
    }
}
