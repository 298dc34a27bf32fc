//! Ids of touchpoints: eight characters that never change.

use std::fmt;
use std::hash::Hasher;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Phase;
use super::fnv::Fnv;

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const BITS: u32 = 40;

/// The id of a touchpoint, written as eight characters of lower-case Crockford base 32.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TouchpointId(u64);

impl TouchpointId {
    /// The placeholder of a touchpoint without an id; no touchpoint of a [`JourneyMap`](super::JourneyMap) has it.
    pub(crate) const NONE: TouchpointId = TouchpointId(u64::MAX);

    fn from_hash(hash: u64) -> TouchpointId {
        TouchpointId((hash ^ (hash >> BITS)) & ((1 << BITS) - 1))
    }

    /// Returns true if a spreadsheet takes the id for a number: it is all digits, or digits, `e` and digits.
    pub(crate) fn looks_like_number(self) -> bool {
        let text = self.to_string();
        let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        is_digits(mantissa) && is_digits(exponent)
    }

    /// Returns the id of a touchpoint that has none in its file, so that every program that reads the file assigns the
    /// same one.
    ///
    /// `occurrence` numbers the touchpoints with the same name in a phase from 0. `attempt` is the number of derived ids
    /// that were taken already or look like numbers.
    pub(crate) fn derived(phase: Phase, name: &str, occurrence: u64, attempt: u64) -> TouchpointId {
        // Existing files rely on these hashes (FNV-1a, then the finalizer of SplitMix64): they can never change.
        let mut hasher = Fnv::default();
        for bytes in [phase.key().as_bytes(), &[0], name.as_bytes(), &[0]] {
            hasher.write(bytes);
        }
        hasher.write(&occurrence.to_le_bytes());
        hasher.write(&attempt.to_le_bytes());
        TouchpointId::from_hash(mix(hasher.finish()))
    }
}

impl Default for TouchpointId {
    fn default() -> TouchpointId {
        TouchpointId::NONE
    }
}

impl fmt::Display for TouchpointId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let characters: [u8; 8] = std::array::from_fn(|at| ALPHABET[(self.0 >> (35 - 5 * at)) as usize & 31]);
        f.write_str(std::str::from_utf8(&characters).unwrap_or_default())
    }
}

/// The text is not an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("8 characters out of {}", "0123456789abcdefghjkmnpqrstvwxyz")]
pub struct IdError;

impl FromStr for TouchpointId {
    type Err = IdError;

    fn from_str(text: &str) -> Result<TouchpointId, IdError> {
        if text.len() != 8 {
            return Err(IdError);
        }
        let mut bits = 0;
        for byte in text.bytes() {
            let digit = ALPHABET.iter().position(|&letter| letter == byte).ok_or(IdError)?;
            bits = bits << 5 | digit as u64;
        }
        Ok(TouchpointId(bits))
    }
}

impl Serialize for TouchpointId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TouchpointId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<TouchpointId, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|_| {
            serde::de::Error::invalid_value(
                serde::de::Unexpected::Str(&text),
                &"8 characters of 0-9 a-z without i l o u",
            )
        })
    }
}

/// A generator of new ids, as random as its seed.
#[derive(Clone, Debug)]
pub struct IdSource(u64);

impl IdSource {
    /// Returns a generator; equal seeds generate equal ids.
    pub const fn new(seed: u64) -> IdSource {
        IdSource(seed)
    }

    /// Returns a new id that is not taken and does not look like a number.
    pub fn fresh(&mut self, taken: impl Fn(TouchpointId) -> bool) -> TouchpointId {
        loop {
            self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let id = TouchpointId::from_hash(mix(self.0));
            if !taken(id) && !id.looks_like_number() {
                return id;
            }
        }
    }
}

/// The finalizer of SplitMix64 (Steele, Lea and Flood, 2014).
fn mix(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> TouchpointId {
        text.parse().expect("an id")
    }

    #[test]
    fn ids_that_spreadsheets_take_for_numbers_are_recognised() {
        for text in ["00000000", "12345678", "1e234567", "123456e7", "1234e567"] {
            assert!(id(text).looks_like_number(), "{text}");
        }
        for text in ["1234567e", "e1234567", "12e34e56", "1234567a", "9f3k2m7q", "1234ee56", "b07xw4ze"] {
            assert!(!id(text).looks_like_number(), "{text}");
        }
    }

    #[test]
    fn new_ids_never_look_like_numbers() {
        let mut ids = IdSource::new(7);
        assert!((0..200_000).all(|_| !ids.fresh(|_| false).looks_like_number()));
        let mut seed = 7_u64;
        let all = std::iter::repeat_with(|| {
            seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
            TouchpointId::from_hash(mix(seed))
        });
        assert!(all.take(200_000).any(TouchpointId::looks_like_number), "some had to be passed over");
    }
}
