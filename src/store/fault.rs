//! What is wrong in a file, and where.

use std::ops::Range;

/// One thing wrong in the text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The bytes of the text that are meant.
    pub span: Range<usize>,
    pub problem: Problem,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The text is not RON of a map, in the words of the RON library.
    Syntax(String),
    /// The file is of a format that this version does not know.
    NewerFormat(u64),
}
