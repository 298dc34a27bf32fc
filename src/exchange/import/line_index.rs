//! The lines of a text, to tell on which of them a part of it stands.

/// Where the lines of a text begin.
pub struct LineIndex<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> LineIndex<'a> {
    /// The lines of a text; they end with LF, CRLF or CR.
    pub fn of(text: &'a str) -> LineIndex<'a> {
        let bytes = text.as_bytes();
        let is_end = |at: usize| bytes[at] == b'\n' || bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n');
        let starts = std::iter::once(0).chain((0..bytes.len()).filter(|&at| is_end(at)).map(|at| at + 1)).collect();
        LineIndex { text, starts }
    }

    /// The number of the line, from 1, on which the byte at that place stands.
    pub fn line_at(&self, byte: usize) -> usize {
        self.starts.partition_point(|&start| start <= byte)
    }

    /// The number of the line on which a part of the text begins; of another text, the first.
    pub fn line_of(&self, part: &str) -> usize {
        let offset = (part.as_ptr() as usize).checked_sub(self.text.as_ptr() as usize);
        self.line_at(offset.filter(|&offset| offset <= self.text.len()).unwrap_or_default())
    }
}
