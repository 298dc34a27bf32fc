//! A value of any closed set, so that the same code reads, writes and shows all sets.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Agent, Contact, Effort, Evidence, Intent, Kind};

/// Declares [`ChoiceSet`] and [`Choice`] from the list of the sets.
macro_rules! choices {
    ($($set:ident),+) => {
        /// One of the closed sets.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum ChoiceSet {
            $($set),+
        }

        /// One value of one of the closed sets.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Choice {
            $($set($set)),+
        }

        impl ChoiceSet {
            /// All sets.
            pub const ALL: [ChoiceSet; [$(stringify!($set)),+].len()] = [$(ChoiceSet::$set),+];

            /// Returns the values of the set, in their usual order.
            pub fn choices(self) -> Vec<Choice> {
                match self {
                    $(ChoiceSet::$set => $set::ALL.map(Choice::$set).into()),+
                }
            }

            /// Returns the names of the values in map files.
            pub(crate) const fn names(self) -> &'static [&'static str] {
                match self {
                    $(ChoiceSet::$set => &$set::NAMES),+
                }
            }

            /// Reads a value of the set, which may be missing.
            pub(super) fn read<'de, D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<Choice>, D::Error> {
                match self {
                    $(ChoiceSet::$set => Ok(Option::<$set>::deserialize(deserializer)?.map(Choice::$set))),+
                }
            }
        }

        impl Choice {
            /// Returns the name in machine formats.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Choice::$set(value) => value.key()),+
                }
            }

            /// Returns the set that the value belongs to.
            pub(crate) const fn set(self) -> ChoiceSet {
                match self {
                    $(Choice::$set(_) => ChoiceSet::$set),+
                }
            }

            /// Returns the name in map files.
            pub(crate) const fn name(self) -> &'static str {
                match self {
                    $(Choice::$set(value) => value.name()),+
                }
            }
        }

        impl Serialize for Choice {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Choice::$set(value) => value.serialize(serializer)),+
                }
            }
        }

        $(impl From<$set> for Choice {
            fn from(value: $set) -> Choice {
                Choice::$set(value)
            }
        }

        impl TryFrom<Choice> for $set {
            type Error = WrongSet;

            fn try_from(choice: Choice) -> Result<$set, WrongSet> {
                if let Choice::$set(value) = choice { Ok(value) } else { Err(WrongSet) }
            }
        })+
    };
}

choices!(Kind, Intent, Contact, Agent, Evidence, Effort);

/// The error for a choice that belongs to another set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongSet;

impl ChoiceSet {
    /// Returns the value of a field that nobody filled in; none if such a field is unknown.
    pub fn default(self) -> Option<Choice> {
        match self {
            ChoiceSet::Evidence => Some(Evidence::default().into()),
            ChoiceSet::Kind | ChoiceSet::Intent | ChoiceSet::Contact | ChoiceSet::Agent | ChoiceSet::Effort => None,
        }
    }
}
