//! The bytes that tell what is done to the editor, taken one after the other.

/// The bytes of acts that are still to come; when they are at an end, zeroes follow.
pub struct Script<'a>(pub &'a [u8]);

impl Script<'_> {
    /// The next byte.
    pub fn byte(&mut self) -> u8 {
        let Some((&first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        first
    }

    /// The next two bytes.
    pub fn number(&mut self) -> u16 {
        u16::from_le_bytes([self.byte(), self.byte()])
    }

    /// So many bytes as their first tells, at most `limit`, as text.
    pub fn text(&mut self, limit: usize) -> String {
        let wanted = usize::from(self.byte()) % (limit + 1);
        let (text, rest) = self.0.split_at(wanted.min(self.0.len()));
        self.0 = rest;
        String::from_utf8_lossy(text).into_owned()
    }
}
