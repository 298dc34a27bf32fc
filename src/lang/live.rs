//! Messages about live editing, and about changes of others while something is typed.

use i18n_embed_fl::fl;

use super::{Lang, messages};
use crate::map::Conflict;
use crate::map::conflict::{ConflictKind, ConflictSide};

messages! {
    // The title.
    live() = "live";
    live_others(time: &str) = "live-others";
    live_others_short(time: &str) = "live-others-short";
    live_others_untimed() = "live-others-untimed";
    live_no_file() = "live-no-file";
    live_paused() = "live-paused";
    live_failing() = "live-failing";

    // Turning it on and off.
    live_on() = "live-on";
    live_off(save: &str) = "live-off";
    live_needs_file() = "live-needs-file";
    live_read_only() = "live-read-only";
    live_not_in_tour() = "live-not-in-tour";
    live_not_saved(why: &str) = "live-not-saved";
    live_in_use(who: &str) = "live-in-use";

    // What others deleted while something was typed for it.
    live_back(subject: &str) = "live-back";
    form_subject_deleted(subject: &str) = "form-subject-deleted";
    form_subject_added(subject: &str) = "form-subject-added";
    form_subjects_deleted(count: usize) = "form-subjects-deleted";
    prompt_subject_deleted(leave: &str) = "prompt-subject-deleted";
}

impl Lang {
    /// Says how conflicts were settled, and that undo takes the other side.
    pub(crate) fn live_settled(&self, conflicts: &[Conflict], later: ConflictSide, undo: &str) -> String {
        let [conflict] = conflicts else {
            return match later {
                ConflictSide::Ours => fl!(self.loader, "live-settled-all-ours", count = conflicts.len(), undo = undo),
                ConflictSide::Theirs => {
                    fl!(self.loader, "live-settled-all-theirs", count = conflicts.len(), undo = undo)
                }
            };
        };
        let subject = self.conflict_subjects(conflicts);
        let field = match &conflict.kind {
            ConflictKind::Field { key, .. } => self.field(key),
            ConflictKind::Phase { .. } => fl!(self.loader, "conflict-phase"),
            ConflictKind::DeletedByUs => return fl!(self.loader, "live-kept-changed", subject = subject),
            ConflictKind::DeletedByThem => {
                return match later {
                    ConflictSide::Ours => fl!(self.loader, "live-not-deleted", subject = subject, undo = undo),
                    ConflictSide::Theirs => fl!(self.loader, "live-deleted", subject = subject, undo = undo),
                };
            }
        };
        let (ours, theirs) = self.conflict_sides(conflict);
        match later {
            ConflictSide::Ours => {
                fl!(
                    self.loader,
                    "live-settled-ours",
                    field = field,
                    subject = subject,
                    ours = ours,
                    theirs = theirs,
                    undo = undo
                )
            }
            ConflictSide::Theirs => {
                fl!(
                    self.loader,
                    "live-settled-theirs",
                    field = field,
                    subject = subject,
                    ours = ours,
                    theirs = theirs,
                    undo = undo
                )
            }
        }
    }

    /// Says which changes of the user others replaced, so that their side is in the map.
    pub(crate) fn live_replaced(&self, conflicts: &[Conflict]) -> String {
        let subject = self.conflict_subjects(conflicts);
        let [conflict] = conflicts else {
            return fl!(self.loader, "live-replaced-all", count = conflicts.len(), subjects = subject);
        };
        let field = match &conflict.kind {
            ConflictKind::Field { key, .. } => self.field(key),
            ConflictKind::Phase { .. } => fl!(self.loader, "conflict-phase"),
            ConflictKind::DeletedByUs => return self.live_back(&subject),
            ConflictKind::DeletedByThem => return fl!(self.loader, "live-deleted-later", subject = subject),
        };
        let (ours, theirs) = self.conflict_sides(conflict);
        fl!(self.loader, "live-replaced", field = field, subject = subject, ours = ours, theirs = theirs)
    }
}
