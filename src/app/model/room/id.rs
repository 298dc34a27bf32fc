//! The ids of participants and of what they write.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The most characters of a sender's id for a contribution.
const CONTRIBUTION_ID_LIMIT: usize = 64;

/// The text is not such an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an id")]
pub struct RoomIdError;

/// The id of a participant: 128 random bits made by the host, and known to this participant only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClientId(u128);

impl ClientId {
    /// Returns the id made of these random bytes.
    pub const fn new(random: [u8; 16]) -> ClientId {
        ClientId(u128::from_be_bytes(random))
    }
}

impl fmt::Display for ClientId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl FromStr for ClientId {
    type Err = RoomIdError;

    fn from_str(text: &str) -> Result<ClientId, RoomIdError> {
        let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        if text.len() != 32 || !text.bytes().all(is_digit) {
            return Err(RoomIdError);
        }
        u128::from_str_radix(text, 16).map(ClientId).map_err(|_| RoomIdError)
    }
}

/// The id that a sender gives a contribution, so that one that is sent twice counts once.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContributionId(Box<str>);

impl fmt::Display for ContributionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for ContributionId {
    type Err = RoomIdError;

    fn from_str(text: &str) -> Result<ContributionId, RoomIdError> {
        let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        if text.is_empty() || text.len() > CONTRIBUTION_ID_LIMIT || !text.bytes().all(is_allowed) {
            return Err(RoomIdError);
        }
        Ok(ContributionId(text.into()))
    }
}

/// Reads and writes an id as its text.
macro_rules! as_text {
    ($($id:ident),+) => {
        $(impl Serialize for $id {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $id {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<$id, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        })+
    };
}

as_text!(ClientId, ContributionId);
