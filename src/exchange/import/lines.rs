//! The lines of a text, to tell on which of them a part of it stands.

/// Where the lines of a text begin.
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// The lines of a text; they end with LF, CRLF or CR.
    pub fn of(text: &'a str) -> Lines<'a> {
        let bytes = text.as_bytes();
        let is_end = |at: usize| bytes[at] == b'\n' || bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n');
        let starts = std::iter::once(0).chain((0..bytes.len()).filter(|&at| is_end(at)).map(|at| at + 1)).collect();
        Lines { text, starts }
    }

    /// The number of the line, from 1, on which the byte at that place stands.
    pub fn at(&self, byte: usize) -> usize {
        self.starts.partition_point(|&start| start <= byte)
    }

    /// The number of the line on which a part of the text begins; of another text, the first.
    pub fn of_part(&self, part: &str) -> usize {
        let offset = (part.as_ptr() as usize).checked_sub(self.text.as_ptr() as usize);
        self.at(offset.filter(|&offset| offset <= self.text.len()).unwrap_or_default())
    }
}
