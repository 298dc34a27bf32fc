//! Line numbers of the places in a text.

/// A text with the places where its lines begin.
pub(crate) struct LineIndex<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> LineIndex<'a> {
    /// Finds the lines of a text; they end with LF, CRLF or CR.
    pub fn of(text: &'a str) -> LineIndex<'a> {
        let mut starts = vec![0];
        if text.contains('\r') {
            let bytes = text.as_bytes();
            let is_end = |at: usize| bytes[at] == b'\n' || bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n');
            starts.extend((0..bytes.len()).filter(|&at| is_end(at)).map(|at| at + 1));
        } else {
            // Looking for one character is much faster.
            starts.extend(text.match_indices('\n').map(|(at, _)| at + 1));
        }
        LineIndex { text, starts }
    }

    /// Returns the number of the line, from 1, that contains a byte.
    pub(crate) fn line_at(&self, byte: usize) -> usize {
        self.starts.partition_point(|&start| start <= byte)
    }

    /// Returns the number of the line on which a slice of the text begins; 1 if it is a slice of another text.
    pub(crate) fn line_of(&self, part: &str) -> usize {
        let offset = (part.as_ptr() as usize).checked_sub(self.text.as_ptr() as usize);
        self.line_at(offset.filter(|&offset| offset <= self.text.len()).unwrap_or_default())
    }
}
