//! What is wrong in a file, and where.

use std::ops::Range;

/// After so many faults no more are looked for.
pub(super) const FAULT_LIMIT: usize = 100_000;

/// One thing wrong in the text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The bytes of the text that are meant.
    pub span: Range<usize>,
    pub problem: Problem,
}

impl Fault {
    /// The fault in a text that has `bytes` more in front.
    pub(super) fn moved(self, bytes: usize) -> Fault {
        let span = self.span.start + bytes..self.span.end + bytes;
        Fault { span, ..self }
    }
}

/// Whose fields are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldOwner {
    Map,
    Touchpoint,
    Configuration,
    /// The contexts of keys.
    Keys,
    /// The actions of a context.
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
    /// One of these words, between quotes.
    Quoted(&'static [&'static str]),
    /// The actions of a context with their keys.
    Actions,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There is nothing in the file but comments.
    Empty,
    /// The text is JSON.
    LooksLikeJson,
    /// The text does not begin like a map.
    NotAMap,
    /// The text does not begin like settings.
    NotSettings,
    /// The file is of a format that this version does not know.
    NewerFormat(u128),
    /// The format is a number that no version ever wrote.
    UnknownFormat,
    /// The line before the map is not the one that belongs there.
    BadAttribute,
    /// A version control system left a conflict in the file.
    ConflictMarker,
    /// Brackets stand in one another deeper than in any map.
    TooDeep,
    /// Something follows the map's end.
    Trailing,

    /// A text has no closing quote on its line.
    UnclosedText,
    /// A comment is not closed.
    UnclosedComment,
    /// A text stands in quotes other than `"`.
    WrongQuotes { quote: char },
    /// A character looks like another one, which RON would understand; none stands for a blank.
    LookAlike { character: char, instead: Option<char> },

    /// The file ends before a bracket is closed, and `more` around it.
    CutShort { bracket: char, needed: char, more: usize },
    /// Something that cannot stand inside comes before a bracket is closed.
    Unclosed { bracket: char, needed: char, found: String },
    /// A bracket closes nothing.
    StrayBracket { bracket: char },
    /// A group stands in the wrong sort of brackets.
    WrongBracket { found: char, needed: char },

    /// Two entries are not separated; the span ends where the comma belongs.
    MissingComma,
    /// A field has no colon behind its name.
    MissingColon { field: String },
    /// Something stands where nothing or something else belongs.
    Unexpected { found: String },

    /// There is no such field.
    UnknownField { owner: FieldOwner, found: String, suggestion: Option<&'static str>, known: Vec<&'static str> },
    /// A field is written twice.
    DuplicateField { field: &'static str },
    /// A field that is needed is not there.
    MissingField { owner: FieldOwner, field: &'static str },
    /// A field's name stands in quotes.
    QuotedField { field: String },
    /// A field has no value.
    MissingValue { field: &'static str },

    /// The value is of another sort.
    WrongType { field: &'static str, expected: Expected },
    /// The value is none of the words that it may be.
    UnknownWord { field: &'static str, found: String, suggestion: Option<&'static str>, known: &'static [&'static str] },
    /// A word stands in quotes.
    QuotedWord { field: &'static str, word: &'static str },
    /// A word stands without quotes.
    UnquotedWord { field: &'static str, word: &'static str },
    /// A number that cannot be negative is.
    Negative { field: &'static str },
    /// A number has a part behind the point.
    NotWhole { field: &'static str },
    /// A number is above 2⁶⁴ − 1.
    TooLarge { field: &'static str },
    /// A number is written with separators.
    GroupedNumber { field: &'static str, plain: String },
    /// An emotion is not −2 … 2.
    EmotionOutOfRange,
    /// A text that is needed is empty.
    EmptyText { field: &'static str },
    /// A text is longer than its field holds.
    TooLong { field: &'static str, limit: usize, found: usize },
    /// An identity is not 8 characters of its alphabet.
    BadId,
    /// A text is not a date of the calendar.
    BadDate,
    /// A backslash stands before something that it cannot escape.
    BadEscape,
    /// A list of touchpoints holds something else.
    NotATouchpoint,

    /// There is no such key; one that may be meant, as it is written.
    UnknownKey { found: String, suggestion: Option<String> },
    /// Terminals do not send this key as one of its own.
    UnsentKey { key: String },
    /// A key means another action in the same context.
    TakenKey { key: String, action: &'static str },
    /// A key is needed for what is typed in this context.
    TypedKey { key: String },
    /// An action needs a key, or nobody gets out of the context.
    NeedsKey { action: &'static str },

    /// The text is refused, in the words of the RON library.
    Syntax(String),
}
