//! The closed sets of values that a touchpoint is tagged with.

use serde::{Deserialize, Deserializer, Serialize};

/// Declares an enum with its names: each variant is written as `Variant` in map files and as its key in other formats.
macro_rules! closed_set {
    ($(#[$about:meta])* $set:ident { $($(#[$default:meta])? $value:ident = $key:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum $set {
            $($(#[$default])? $value),+
        }

        impl $set {
            /// All values, in their usual order.
            pub const ALL: [$set; [$($key),+].len()] = [$($set::$value),+];

            /// The names in map files, in the order of `ALL`.
            pub(crate) const NAMES: [&'static str; $set::ALL.len()] = [$(stringify!($value)),+];

            /// Returns the name in map files.
            pub(crate) const fn name(self) -> &'static str {
                match self {
                    $($set::$value => stringify!($value)),+
                }
            }

            /// Returns the name in machine formats.
            pub const fn key(self) -> &'static str {
                match self {
                    $($set::$value => $key),+
                }
            }
        }
    };
}

closed_set! {
    /// The environment in which a touchpoint takes place.
    Kind { Online = "online", Offline = "offline", Product = "product" }
}

closed_set! {
    /// Whether the company plans the touchpoint.
    Intent { Intentional = "intentional", Unintentional = "unintentional" }
}

closed_set! {
    /// Whether the customer deals with the company itself or only hears of it.
    Contact { Direct = "direct", Indirect = "indirect" }
}

closed_set! {
    /// Who acts for the company.
    Agent { Person = "person", Machine = "machine" }
}

closed_set! {
    /// Where a reach comes from, the weakest source first.
    #[derive(Default)]
    Evidence { #[default] Assumed = "assumed", Reported = "reported", Measured = "measured" }
}

closed_set! {
    /// What an action costs the company, the least first.
    Effort { Small = "small", Medium = "medium", Large = "large" }
}

/// How the customer feels at a touchpoint, from −2 (bad) to 2 (good).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Emotion(i8);

impl Emotion {
    /// All emotions, the worst first.
    pub const ALL: [Emotion; 5] = [Emotion(-2), Emotion(-1), Emotion(0), Emotion(1), Emotion(2)];

    /// Returns the emotion of a value from −2 to 2.
    pub const fn new(value: i64) -> Option<Emotion> {
        match value {
            -2..=2 => Some(Emotion(value as i8)),
            _ => None,
        }
    }

    /// Returns the value, from −2 to 2.
    pub const fn value(self) -> i8 {
        self.0
    }

    /// Returns the face that stands for the emotion in quick entry.
    pub(crate) const fn face(self) -> &'static str {
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
