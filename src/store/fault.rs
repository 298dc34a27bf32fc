//! The faults that a file's text can have.

use std::ops::Range;

/// The most faults that are collected.
pub(super) const FAULT_LIMIT: usize = 100_000;

/// One fault in the text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The bytes of the text that are wrong.
    pub span: Range<usize>,
    pub problem: Problem,
}

impl Fault {
    /// Returns the fault for the same text after `bytes` more bytes.
    pub(super) fn moved_by(self, bytes: usize) -> Fault {
        let span = self.span.start + bytes..self.span.end + bytes;
        Fault { span, ..self }
    }

    /// Returns the fault as it is reported for a file of settings instead of a map.
    pub(super) fn of_settings(self) -> Fault {
        let is_about_maps = matches!(self.problem, Problem::NotAMap | Problem::LooksLikeJson);
        if is_about_maps { Fault { problem: Problem::NotSettings, ..self } } else { self }
    }
}

/// What a field belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldOwner {
    Map,
    Touchpoint,
    Configuration,
    /// The key file: its fields are contexts.
    Keys,
    /// A context of the key file: its fields are actions.
    Context,
}

/// What a value should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Text,
    Texts,
    WholeNumber,
    Touchpoints,
    /// One of these words.
    Word(&'static [&'static str]),
    /// One of these words in quotes.
    Quoted(&'static [&'static str]),
    /// The actions of a context with their keys.
    Actions,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The file is empty or holds only comments.
    Empty,
    /// The text is JSON.
    LooksLikeJson,
    /// The text does not begin like a map.
    NotAMap,
    /// The text does not begin like a file of settings.
    NotSettings,
    /// The file has a newer format than this version knows.
    NewerFormat(u128),
    /// The format is a number that no version has written.
    UnknownFormat,
    /// The attributes before the map are not those that a map can have.
    BadAttribute,
    /// A version control system left a merge conflict in the file.
    ConflictMarker,
    /// Brackets are nested more deeply than in any map.
    TooDeep,
    /// There are more touchpoints than a map can have.
    TooManyTouchpoints,
    /// Something follows the end of the map.
    Trailing,

    /// A string has no closing quote on its line.
    UnclosedText,
    /// A block comment has no end.
    UnclosedComment,
    /// A string has quotes other than `"`.
    WrongQuotes { quote: char },
    /// A character looks like `instead`, which RON would understand. With `None` it looks like a blank.
    LookAlike { character: char, instead: Option<char> },

    /// The file ends inside a bracket, with `more` brackets open around it.
    CutShort { bracket: char, needed: char, more: usize },
    /// A bracket is not closed before `found`, which cannot be inside it.
    Unclosed { bracket: char, needed: char, found: String },
    /// A closing bracket has no opening one.
    StrayBracket { bracket: char },
    /// A group has the wrong kind of brackets.
    WrongBracket { found: char, needed: char },

    /// The comma between two entries is missing. The span ends where it belongs.
    MissingComma,
    /// The colon after a field's name is missing.
    MissingColon { field: String },
    /// Something else, or nothing, belongs here.
    Unexpected { found: String },

    /// There is no such field.
    UnknownField { owner: FieldOwner, found: String, suggestion: Option<&'static str>, known: Vec<&'static str> },
    /// A field is written twice.
    DuplicateField { field: &'static str },
    /// A required field is missing.
    MissingField { owner: FieldOwner, field: &'static str },
    /// A field's name is in quotes.
    QuotedField { field: String },
    /// A field has no value.
    MissingValue { field: &'static str },

    /// The value has another type.
    WrongType { field: &'static str, expected: Expected },
    /// The value is none of the known words.
    UnknownWord { field: &'static str, found: String, suggestion: Option<&'static str>, known: &'static [&'static str] },
    /// A word is in quotes and must not be.
    QuotedWord { field: &'static str, word: &'static str },
    /// A word is not in quotes and must be.
    UnquotedWord { field: &'static str, word: &'static str },
    /// A number is negative.
    Negative { field: &'static str },
    /// A number is not whole.
    NotWhole { field: &'static str },
    /// A number is above 2⁶⁴ − 1.
    TooLarge { field: &'static str },
    /// A number has separators between its digits.
    GroupedNumber { field: &'static str, plain: String },
    /// An emotion is not between −2 and 2.
    EmotionOutOfRange,
    /// A required text is empty.
    EmptyText { field: &'static str },
    /// A text is longer than its field allows.
    TooLong { field: &'static str, limit: usize, found: usize },
    /// An id is not 8 characters of its alphabet.
    BadId,
    /// A text is not a date of the calendar.
    BadDate,
    /// A text holds quotes without a backslash; `meant` is how it should be written.
    InnerQuotes { meant: String },
    /// A backslash is followed by something that it cannot escape.
    BadEscape,
    /// An item of a list of touchpoints is not a touchpoint.
    NotATouchpoint,

    /// There is no such key. The suggestion is written as in the key file.
    UnknownKey { found: String, suggestion: Option<String> },
    /// Terminals do not send this key, or not as a key of its own.
    UnsentKey { key: String },
    /// The key already has another action in the same context.
    TakenKey { key: String, action: &'static str },
    /// The key is needed for typing in this context.
    TypedKey { key: String },
    /// The action must have a key: without it, the user cannot leave the context.
    NeedsKey { action: &'static str },

    /// The message of the RON library, for a text in which no other fault was found.
    Syntax(String),
}
