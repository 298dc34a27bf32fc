//! Messages about unsaved changes that an earlier run left behind.

use std::io;
use std::time::Duration;

use i18n_embed_fl::fl;

use super::{Lang, messages};

messages! {
    recovery() = "recovery";
    recovery_other_file(file: &str) = "recovery-other-file";
    recovery_moved_file(file: &str) = "recovery-moved-file";
    recovery_gone_file(file: &str) = "recovery-gone-file";
    recovery_file_changed() = "recovery-file-changed";
    recovery_list() = "recovery-list";
    journal_restored() = "journal-restored";
    answer_recover() = "answer-recover";
    answer_later() = "answer-later";
    answer_discard_recovery() = "answer-discard-recovery";
    ask_discard_recovery() = "ask-discard-recovery";
    answer_keep_recovery() = "answer-keep-recovery";
    recovered(count: usize, undo: &str) = "recovered";
    recovered_live(count: usize, undo: &str) = "recovered-live";
    recovery_discarded() = "recovery-discarded";
    recovery_postponed() = "recovery-postponed";
    recovery_postponed_untitled() = "recovery-postponed-untitled";
    recovery_waits() = "recovery-waits";
    journal_damaged(file: &str) = "journal-damaged";
}

impl Lang {
    /// Says how many changes of which map were not saved, by whom, and how long ago.
    pub(crate) fn recovery_changes(&self, title: &str, owner: &str, age: Duration, count: usize) -> String {
        let age = self.ago(age.as_secs());
        fl!(self.loader, "recovery-changes", title = title, owner = owner, age = age, count = count).replace('\n', " ")
    }

    /// Says why unsaved changes cannot be written to the journal.
    pub(crate) fn journal_failed(&self, error: &io::Error) -> String {
        fl!(self.loader, "journal-failed", reason = self.reason(error))
    }

    /// Returns the name of a user on a computer, as far as they are known.
    pub(crate) fn owner(&self, user: &str, host: &str) -> String {
        if user.is_empty() && host.is_empty() {
            return fl!(self.loader, "owner-unknown");
        }
        if user.is_empty() {
            return fl!(self.loader, "owner-of-host", host = host);
        }
        fl!(self.loader, "owner", user = user, host = host)
    }
}
