//! Quoting a text of a file in a sentence.

use crate::map::text::one_line;
use crate::map::width::cut;

/// The greatest width of a quoted text, in cells.
const MAX_WIDTH: usize = 60;

/// Returns a text on one line, cut if it would be longer than the sentence around it.
pub(crate) fn quoted(text: &str) -> String {
    cut(&one_line(text), MAX_WIDTH).into_owned()
}
