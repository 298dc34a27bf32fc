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
        // FNV-1a over words of eight bytes; each result is folded, so that the high bits count too.
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        let mut add = |word: u64| {
            hash = (hash ^ word).wrapping_mul(0x0100_0000_01b3);
            hash ^= hash >> 32;
        };
        let (words, rest) = bytes.as_chunks::<8>();
        words.iter().for_each(|word| add(u64::from_le_bytes(*word)));
        rest.iter().for_each(|&byte| add(u64::from(byte)));
        Fingerprint { length: bytes.len() as u64, hash }
    }
}
