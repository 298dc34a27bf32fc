//! A text of a file as it is quoted in a sentence.

use crate::map::text::one_line;
use crate::map::width::cut;

/// The most cells of a text that is quoted.
const QUOTED: usize = 60;

/// A text on one line, cut where it would hide the sentence.
pub fn quoted(text: &str) -> String {
    cut(&one_line(text), QUOTED).into_owned()
}
