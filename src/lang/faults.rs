//! Messages about faults in files: what is wrong, what was found or expected there, and what to do.

use std::collections::HashMap;

use i18n_embed_fl::fl;

use super::{Lang, messages};

/// The explanation of a fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Explanation {
    /// What is wrong.
    pub title: String,
    /// What is at the marked place, or what was expected there.
    pub label: String,
    /// What to do next.
    pub help: String,
}

/// Defines one method for each row `name(arguments) = "key";`, which explains a fault; all arguments are text.
///
/// The title is the message itself; label and help are its attributes. `fl!` looks all three up at compile time.
macro_rules! faults {
    ($($name:ident($($argument:ident),*) = $key:literal;)+) => {
        impl Lang {
            $(
                #[doc = concat!("Explains the fault `", $key, "`.")]
                pub(crate) fn $name(&self, $($argument: &str),*) -> Explanation {
                    let arguments: HashMap<&str, &str> = HashMap::from([$((stringify!($argument), $argument)),*]);
                    Explanation {
                        title: fl!(self.loader, $key, arguments.clone()),
                        label: fl!(self.loader, $key, "label", arguments.clone()),
                        help: fl!(self.loader, $key, "help", arguments),
                    }
                }
            )+
        }
    };
}

faults! {
    fault_empty() = "fault-empty";
    fault_json() = "fault-json";
    fault_not_a_map() = "fault-not-a-map";
    fault_not_settings() = "fault-not-settings";
    fault_unknown_format() = "fault-unknown-format";
    fault_bad_attribute() = "fault-bad-attribute";
    fault_conflict() = "fault-conflict";
    fault_too_deep() = "fault-too-deep";
    fault_too_many_touchpoints(limit) = "fault-too-many-touchpoints";
    fault_trailing() = "fault-trailing";
    fault_unclosed_text() = "fault-unclosed-text";
    fault_unclosed_comment() = "fault-unclosed-comment";
    fault_missing_comma() = "fault-missing-comma";
    fault_emotion() = "fault-emotion";
    fault_bad_date() = "fault-bad-date";
    fault_bad_id() = "fault-bad-id";
    fault_bad_escape() = "fault-bad-escape";
    fault_inner_quotes(meant) = "fault-inner-quotes";
    fault_not_a_touchpoint() = "fault-not-a-touchpoint";
    fault_newer_format(found, ours) = "fault-newer-format";
    fault_wrong_quotes(quote) = "fault-wrong-quotes";
    fault_false_blank(code) = "fault-false-blank";
    fault_look_alike(character, instead) = "fault-look-alike";
    fault_unclosed(bracket, needed, found) = "fault-unclosed";
    fault_stray_bracket(bracket) = "fault-stray-bracket";
    fault_wrong_bracket(found, needed) = "fault-wrong-bracket";
    fault_missing_colon(field) = "fault-missing-colon";
    fault_unexpected(found) = "fault-unexpected";
    fault_unknown_field(owner, found, known) = "fault-unknown-field";
    fault_duplicate_field(field) = "fault-duplicate-field";
    fault_missing_field(owner, field) = "fault-missing-field";
    fault_quoted_field(field) = "fault-quoted-field";
    fault_missing_value(field) = "fault-missing-value";
    fault_no_text(field) = "fault-no-text";
    fault_no_texts(field) = "fault-no-texts";
    fault_no_number(field) = "fault-no-number";
    fault_no_touchpoints(field) = "fault-no-touchpoints";
    fault_no_word(field, known) = "fault-no-word";
    fault_unknown_word(field, found, known) = "fault-unknown-word";
    fault_quoted_word(field, word) = "fault-quoted-word";
    fault_no_quoted_word(field, known) = "fault-no-quoted-word";
    fault_no_actions(field) = "fault-no-actions";
    fault_unquoted_word(field, word) = "fault-unquoted-word";
    fault_unknown_key(found) = "fault-unknown-key";
    fault_unsent_key(key) = "fault-unsent-key";
    fault_taken_key(key, action) = "fault-taken-key";
    fault_typed_key(key) = "fault-typed-key";
    fault_needs_key(action) = "fault-needs-key";
    fault_negative(field) = "fault-negative";
    fault_not_whole(field) = "fault-not-whole";
    fault_too_large(field) = "fault-too-large";
    fault_grouped_number(field, plain) = "fault-grouped-number";
    fault_empty_text(field) = "fault-empty-text";
    fault_too_long(field, limit, found) = "fault-too-long";
    fault_syntax(message) = "fault-syntax";
}

messages! {
    word_error() = "word-error";
    word_help() = "word-help";
    did_you_mean(near: &str) = "did-you-mean";
    more_faults(count: usize) = "more-faults";
}

impl Lang {
    /// Explains that the file ends before a bracket is closed; `more` brackets around it are open too.
    pub(crate) fn fault_cut_short(&self, bracket: char, needed: char, more: usize) -> Explanation {
        let (bracket, needed) = (bracket.to_string(), needed.to_string());
        Explanation {
            title: fl!(self.loader, "fault-cut-short", bracket = bracket),
            label: fl!(self.loader, "fault-cut-short", "label", needed = needed.clone(), more = more),
            help: fl!(self.loader, "fault-cut-short", "help", needed = needed),
        }
    }

    /// Joins the words to choose from: `a, b or c`.
    pub(crate) fn one_of(&self, words: &[&str]) -> String {
        match words {
            [] => String::new(),
            [only] => (*only).to_owned(),
            [first @ .., last] => {
                let first = first.join(", ");
                fl!(self.loader, "one-of", first = first, last = (*last).to_owned())
            }
        }
    }
}
