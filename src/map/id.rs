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

    /// Returns the id of a touchpoint that has none in its file, so that every program that reads the file assigns the
    /// same one.
    ///
    /// `occurrence` numbers the touchpoints with the same name in a phase from 0. `attempt` is the number of derived ids
    /// that were taken already.
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

    /// Returns a new id that is not taken.
    pub fn fresh(&mut self, taken: impl Fn(TouchpointId) -> bool) -> TouchpointId {
        loop {
            self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let id = TouchpointId::from_hash(mix(self.0));
            if !taken(id) {
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
