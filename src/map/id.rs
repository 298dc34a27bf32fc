//! The identity of a touchpoint: eight characters that never change.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Phase;

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const BITS: u32 = 40;

/// Eight characters of lower-case Crockford base 32, or no identity yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TouchpointId(u64);

impl TouchpointId {
    /// The mark of a touchpoint that has not been given an identity; never part of a [`JourneyMap`](super::JourneyMap).
    pub(crate) const NONE: TouchpointId = TouchpointId(u64::MAX);

    fn from_hash(hash: u64) -> TouchpointId {
        TouchpointId((hash ^ (hash >> BITS)) & ((1 << BITS) - 1))
    }

    /// The identity of a touchpoint read without one, so that all who read the file get the same.
    ///
    /// `occurrence` counts touchpoints of the same phase and name from 0; `attempt` counts identities found taken.
    pub fn derived(phase: Phase, name: &str, occurrence: u64, attempt: u64) -> TouchpointId {
        // FNV-1a with 64 bits, then the finish of SplitMix64: both fixed forever, since files rely on them.
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        let numbers = [occurrence.to_le_bytes(), attempt.to_le_bytes()];
        let bytes = phase.key().bytes().chain([0]).chain(name.bytes()).chain([0]);
        for byte in bytes.chain(numbers.into_iter().flatten()) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        TouchpointId::from_hash(mix(hash))
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

/// What is wrong with a text that should be an identity.
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

/// A source of new identities, random when its seed is.
#[derive(Clone, Debug)]
pub struct IdSource(u64);

impl IdSource {
    /// A source that starts from `seed`; equal seeds give equal identities.
    pub const fn new(seed: u64) -> IdSource {
        IdSource(seed)
    }

    /// Gives a new identity for which `taken` does not hold.
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

/// The finish of SplitMix64 (Steele, Lea and Flood, 2014).
fn mix(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}
