//! What is said of unsaved changes, of those who share a map, and of a file that others change.

use std::io;
use std::time::Duration;

use i18n_embed_fl::fl;

use super::Lang;

impl Lang {
    /// Says `recovery`.
    pub fn recovery(&self) -> String {
        fl!(self.loader, "recovery")
    }

    /// Whose changes were not saved, how many, and how long ago.
    pub fn left_behind(&self, title: &str, owner: &str, age: Duration, count: usize) -> String {
        let age = self.ago(age.as_secs());
        fl!(self.loader, "left-behind", title = title, owner = owner, age = age, count = count).replace('\n', " ")
    }

    /// Says `left-foreign`.
    pub fn left_foreign(&self, file: &str) -> String {
        fl!(self.loader, "left-foreign", file = file)
    }

    /// Says `left-stale`.
    pub fn left_stale(&self) -> String {
        fl!(self.loader, "left-stale")
    }

    /// Says `left-for-later`.
    pub fn left_for_later(&self) -> String {
        fl!(self.loader, "left-for-later")
    }

    /// Says `unsaved-for-later`.
    pub fn unsaved_for_later(&self) -> String {
        fl!(self.loader, "unsaved-for-later")
    }

    /// Says `thrown-away`.
    pub fn thrown_away(&self) -> String {
        fl!(self.loader, "thrown-away")
    }

    /// Says `disputed`.
    pub fn disputed(&self, leave: &str) -> String {
        fl!(self.loader, "disputed", leave = leave)
    }

    /// Says `left-open`.
    pub fn left_open(&self, save: &str) -> String {
        fl!(self.loader, "left-open", save = save)
    }

    /// Says `open-conflicts`.
    pub fn open_conflicts(&self, count: usize) -> String {
        fl!(self.loader, "open-conflicts", count = count)
    }

    /// Says `answer-undecided`.
    pub fn answer_undecided(&self) -> String {
        fl!(self.loader, "answer-undecided")
    }

    /// Says `copy-first`.
    pub fn copy_first(&self, file: &str) -> String {
        fl!(self.loader, "copy-first", file = file)
    }

    /// Says `kept-beside`.
    pub fn kept_beside(&self) -> String {
        fl!(self.loader, "kept-beside")
    }

    /// Says `recovered`.
    pub fn recovered(&self, count: usize, undo: &str) -> String {
        fl!(self.loader, "recovered", count = count, undo = undo)
    }

    /// Says `torn-journal`.
    pub fn torn_journal(&self, file: &str) -> String {
        fl!(self.loader, "torn-journal", file = file)
    }

    /// Why unsaved changes cannot be kept.
    pub fn not_noted(&self, error: &io::Error) -> String {
        fl!(self.loader, "not-noted", reason = self.reason(error))
    }

    /// Who has a map open; a process without a name is somebody's.
    pub fn owner(&self, user: &str, host: &str) -> String {
        if user.is_empty() && host.is_empty() {
            return fl!(self.loader, "owner-unknown");
        }
        let unknown = || fl!(self.loader, "owner-unknown");
        let user = if user.is_empty() { unknown() } else { user.to_owned() };
        fl!(self.loader, "owner", user = user, host = host)
    }

    /// Says `reloaded`.
    pub fn reloaded(&self, file: &str, count: usize, undo: &str) -> String {
        fl!(self.loader, "reloaded", file = file, count = count, undo = undo)
    }

    /// Says `merged`.
    pub fn merged(&self, file: &str, count: usize, undo: &str) -> String {
        fl!(self.loader, "merged", file = file, count = count, undo = undo)
    }

    /// Says `file-gone`.
    pub fn file_gone(&self, file: &str) -> String {
        fl!(self.loader, "file-gone", file = file)
    }

    /// Says `file-spoiled`.
    pub fn file_spoiled(&self, file: &str) -> String {
        fl!(self.loader, "file-spoiled", file = file)
    }

    /// Says `shared`.
    pub fn shared(&self) -> String {
        fl!(self.loader, "shared")
    }

    /// Says `ask-gone`.
    pub fn ask_gone(&self, file: &str) -> String {
        fl!(self.loader, "ask-gone", file = file)
    }

    /// Says `ask-in-use`, or one of its kind where it is not known who has the map or where.
    pub fn ask_in_use(&self, user: &str, host: &str) -> String {
        match (user.is_empty(), host.is_empty()) {
            (false, false) => fl!(self.loader, "ask-in-use", user = user, host = host),
            (true, false) => fl!(self.loader, "ask-in-use-on", host = host),
            (_, true) => fl!(self.loader, "ask-in-use-elsewhere"),
        }
    }

    /// Says `ask-discard-left`.
    pub fn ask_discard_left(&self) -> String {
        fl!(self.loader, "ask-discard-left")
    }

    /// Says `answer-write-anew`.
    pub fn answer_write_anew(&self) -> String {
        fl!(self.loader, "answer-write-anew")
    }

    /// Says `answer-look`.
    pub fn answer_look(&self) -> String {
        fl!(self.loader, "answer-look")
    }

    /// Says `answer-share`.
    pub fn answer_share(&self) -> String {
        fl!(self.loader, "answer-share")
    }

    /// Says `answer-ours`.
    pub fn answer_ours(&self, value: &str) -> String {
        fl!(self.loader, "answer-ours", value = value)
    }

    /// Says `answer-theirs`.
    pub fn answer_theirs(&self, value: &str) -> String {
        fl!(self.loader, "answer-theirs", value = value)
    }

    /// Says `answer-keep-left`.
    pub fn answer_keep_left(&self) -> String {
        fl!(self.loader, "answer-keep-left")
    }

    /// Says `answer-take-left`.
    pub fn answer_take_left(&self) -> String {
        fl!(self.loader, "answer-take-left")
    }

    /// Says `answer-later`.
    pub fn answer_later(&self) -> String {
        fl!(self.loader, "answer-later")
    }

    /// Says `read-only`.
    pub fn read_only(&self) -> String {
        fl!(self.loader, "read-only")
    }

    /// Says `answer-throw-away`.
    pub fn answer_throw_away(&self) -> String {
        fl!(self.loader, "answer-throw-away")
    }
}
