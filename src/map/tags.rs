//! The small closed sets of answers that a touchpoint is tagged with.

use serde::{Deserialize, Deserializer, Serialize};

/// The world in which a touchpoint happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Kind {
    Online,
    Offline,
    Product,
}

impl Kind {
    /// Every kind, in the order of their keys.
    pub const ALL: [Kind; 3] = [Kind::Online, Kind::Offline, Kind::Product];

    /// The kind's name in machine formats.
    pub const fn key(self) -> &'static str {
        match self {
            Kind::Online => "online",
            Kind::Offline => "offline",
            Kind::Product => "product",
        }
    }
}

/// Whether the company plans and carries out the touchpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Intent {
    Intentional,
    Unintentional,
}

impl Intent {
    /// Every intent.
    pub const ALL: [Intent; 2] = [Intent::Intentional, Intent::Unintentional];

    /// The intent's name in machine formats.
    pub const fn key(self) -> &'static str {
        match self {
            Intent::Intentional => "intentional",
            Intent::Unintentional => "unintentional",
        }
    }
}

/// Whether the customer deals with the company itself or only hears of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Contact {
    Direct,
    Indirect,
}

impl Contact {
    /// Both forms of contact.
    pub const ALL: [Contact; 2] = [Contact::Direct, Contact::Indirect];

    /// The contact's name in machine formats.
    pub const fn key(self) -> &'static str {
        match self {
            Contact::Direct => "direct",
            Contact::Indirect => "indirect",
        }
    }
}

/// Who stands on the company's side of a touchpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Agent {
    Person,
    Machine,
}

impl Agent {
    /// Both agents.
    pub const ALL: [Agent; 2] = [Agent::Person, Agent::Machine];

    /// The agent's name in machine formats.
    pub const fn key(self) -> &'static str {
        match self {
            Agent::Person => "person",
            Agent::Machine => "machine",
        }
    }
}

/// Where a reach comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Evidence {
    #[default]
    Assumed,
    Reported,
    Measured,
}

impl Evidence {
    /// Every degree of evidence, from the weakest.
    pub const ALL: [Evidence; 3] = [Evidence::Assumed, Evidence::Reported, Evidence::Measured];

    /// The evidence's name in machine formats.
    pub const fn key(self) -> &'static str {
        match self {
            Evidence::Assumed => "assumed",
            Evidence::Reported => "reported",
            Evidence::Measured => "measured",
        }
    }
}

/// How the customer feels at a touchpoint, from −2 (bad) to 2 (good).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Emotion(i8);

impl Emotion {
    /// Every emotion, from the worst.
    pub const ALL: [Emotion; 5] = [Emotion(-2), Emotion(-1), Emotion(0), Emotion(1), Emotion(2)];

    /// The emotion of that value, if it lies in −2 … 2.
    pub const fn new(value: i64) -> Option<Emotion> {
        match value {
            -2..=2 => Some(Emotion(value as i8)),
            _ => None,
        }
    }

    /// The emotion's value, −2 … 2.
    pub const fn value(self) -> i8 {
        self.0
    }

    /// The emotion's face, as written in quick entry.
    pub const fn face(self) -> &'static str {
        match self.0 {
            i8::MIN..=-2 => ":'(",
            -1 => ":(",
            0 => ":|",
            1 => ":)",
            2..=i8::MAX => ":D",
        }
    }
}

impl<'de> Deserialize<'de> for Emotion {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Emotion, D::Error> {
        let value = i64::deserialize(deserializer)?;
        Emotion::new(value).ok_or_else(|| {
            serde::de::Error::invalid_value(serde::de::Unexpected::Signed(value), &"a whole number from -2 to 2")
        })
    }
}
