//! A short mark of what a file held, to notice that it changed.

use serde::{Deserialize, Serialize};

/// The length of a file and a hash of its bytes; the same for the same bytes in every version of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fingerprint {
    pub length: u64,
    pub hash: u64,
}

impl Fingerprint {
    /// The mark of these bytes.
    pub fn of(bytes: &[u8]) -> Fingerprint {
        // FNV-1a over words of eight bytes, each folded so that high bits count too.
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        let mut take = |word: u64| {
            hash = (hash ^ word).wrapping_mul(0x0100_0000_01b3);
            hash ^= hash >> 32;
        };
        let (words, rest) = bytes.as_chunks::<8>();
        words.iter().for_each(|word| take(u64::from_le_bytes(*word)));
        rest.iter().for_each(|&byte| take(u64::from(byte)));
        Fingerprint { length: bytes.len() as u64, hash }
    }
}
