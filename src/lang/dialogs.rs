//! Questions with their answers, and the messages of the palette and the help.

use i18n_embed_fl::fl;

use super::{Lang, messages};

messages! {
    // Questions before unsaved input is lost.
    ask_unsaved_map() = "ask-unsaved-map";
    ask_unsaved_form() = "ask-unsaved-form";
    ask_unsaved_form_live() = "ask-unsaved-form-live";
    answer_edit() = "answer-edit";
    line_kept(key: &str) = "line-kept";
    discarded_kept(key: &str) = "discarded-kept";
    nothing_discarded() = "nothing-discarded";
    answer_save() = "answer-save";
    answer_take() = "answer-take";
    answer_take_in() = "answer-take-in";
    answer_discard_corrections() = "answer-discard-corrections";
    ask_unsaved_import() = "ask-unsaved-import";
    answer_save_first() = "answer-save-first";
    answer_go_on() = "answer-go-on";
    answer_discard() = "answer-discard";
    answer_leave() = "answer-leave";
    answer_back() = "answer-back";

    // Questions when a map is saved.
    ask_save_as() = "ask-save-as";
    file_name_needed() = "file-name-needed";
    ask_overwrite(file: &str) = "ask-overwrite";
    ask_not_saved(why: &str) = "ask-not-saved";
    ask_changed_outside(file: &str) = "ask-changed-outside";
    ask_gone(file: &str) = "ask-gone";
    answer_overwrite() = "answer-overwrite";
    answer_other_file() = "answer-other-file";
    answer_again() = "answer-again";
    answer_write_anew() = "answer-write-anew";

    // Questions about a map that somebody else has open.
    answer_share() = "answer-share";
    answer_read_only() = "answer-read-only";

    // The palette and the help.
    no_such_action(typed: &str) = "no-such-action";
    no_map_yet() = "no-map-yet";
    no_file_yet() = "no-file-yet";
    open_group() = "open-group";
    close_group() = "close-group";
    command_write_copy(file: &str) = "command-write-copy";
    command_save_as(file: &str) = "command-save-as";
    command_save_in(file: &str) = "command-save-in";
    command_save_and_quit() = "command-save-and-quit";
    command_quit_anyway() = "command-quit-anyway";
    command_open(file: &str) = "command-open";
    command_read_again() = "command-read-again";
    command_live() = "command-live";
    help_no_match() = "help-no-match";

    // Keys that no action is bound to, or that came too early.
    question_keys(keys: &str) = "question-keys";
    key_too_early() = "key-too-early";
    key_means_nothing(typed: &str, help: &str, palette: &str) = "key-means-nothing";
    key_of_other_layout(typed: &str, help: &str) = "key-of-other-layout";
    letter_of_other_layout(typed: &str) = "letter-of-other-layout";
    letter_in_choice(typed: &str) = "letter-in-choice";
}

impl Lang {
    /// Says who has the map open and where, as far as it is known.
    pub(crate) fn ask_in_use(&self, user: &str, host: &str) -> String {
        match (user.is_empty(), host.is_empty()) {
            (false, false) => fl!(self.loader, "ask-in-use", user = user, host = host),
            (true, false) => fl!(self.loader, "ask-in-use-on", host = host),
            (_, true) => fl!(self.loader, "ask-in-use-elsewhere"),
        }
    }
}
