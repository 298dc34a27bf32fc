//! A fingerprint of a file's content, to notice changes.

use serde::{Deserialize, Serialize};

/// The length of a content and a hash of its bytes. Journals store it, so every version of the program must compute the
/// same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fingerprint {
    /// The length in bytes.
    pub length: u64,
    pub hash: u64,
}

impl Fingerprint {
    /// Returns the fingerprint of these bytes.
    pub fn of(bytes: &[u8]) -> Fingerprint {
        let mut builder = FingerprintBuilder::new();
        builder.add(bytes);
        builder.finish()
    }
}

/// Computes the fingerprint of content that arrives in parts.
pub(super) struct FingerprintBuilder {
    length: u64,
    hash: u64,
    /// The bytes after the last whole word; fewer than eight.
    rest: Vec<u8>,
}

impl FingerprintBuilder {
    pub fn new() -> FingerprintBuilder {
        FingerprintBuilder { length: 0, hash: 0xcbf2_9ce4_8422_2325, rest: Vec::new() }
    }

    /// Adds the next part.
    pub fn add(&mut self, mut bytes: &[u8]) {
        self.length += bytes.len() as u64;
        if !self.rest.is_empty() {
            let (missing, after) = bytes.split_at(bytes.len().min(8 - self.rest.len()));
            self.rest.extend(missing);
            bytes = after;
            if let Ok(word) = self.rest.as_slice().try_into() {
                self.add_word(u64::from_le_bytes(word));
                self.rest.clear();
            }
        }
        let (words, rest) = bytes.as_chunks::<8>();
        words.iter().for_each(|word| self.add_word(u64::from_le_bytes(*word)));
        self.rest.extend(rest);
    }

    /// Adds a word of eight bytes to the FNV-1a hash. The result is folded, so that the high bits count too.
    fn add_word(&mut self, word: u64) {
        self.hash = (self.hash ^ word).wrapping_mul(0x0100_0000_01b3);
        self.hash ^= self.hash >> 32;
    }

    /// Returns the fingerprint of all parts.
    pub fn finish(mut self) -> Fingerprint {
        for byte in std::mem::take(&mut self.rest) {
            self.add_word(u64::from(byte));
        }
        Fingerprint { length: self.length, hash: self.hash }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_content_have_the_fingerprint_of_the_whole() {
        let content: Vec<u8> = (0..45).collect();
        // Journals of earlier versions have this hash.
        assert_eq!(Fingerprint::of(&content).hash, 0xcb13_a2b0_bd98_783e);
        for length in 1..=content.len() {
            let mut builder = FingerprintBuilder::new();
            content.chunks(length).for_each(|part| builder.add(part));
            assert_eq!(builder.finish(), Fingerprint::of(&content), "parts of {length} bytes");
        }
    }
}
