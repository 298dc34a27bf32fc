//! The script of the fuzz driver: bytes that are read one after another and choose the steps.

/// The bytes that are not read yet. Zeroes follow the last one.
pub struct Script<'a>(pub &'a [u8]);

impl Script<'_> {
    /// Reads the next byte.
    pub fn byte(&mut self) -> u8 {
        let Some((&first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        first
    }

    /// Reads the next two bytes as a number.
    pub fn number(&mut self) -> u16 {
        u16::from_le_bytes([self.byte(), self.byte()])
    }

    /// Reads a text of at most `limit` bytes. Its first byte chooses the length.
    pub fn text(&mut self, limit: usize) -> String {
        let length = usize::from(self.byte()) % (limit + 1);
        let (text, rest) = self.0.split_at(length.min(self.0.len()));
        self.0 = rest;
        String::from_utf8_lossy(text).into_owned()
    }
}
