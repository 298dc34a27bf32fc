//! The journey as data and its rules: pure values that know nothing of files, screens or languages.

pub mod balance;
pub mod catalogue;
pub mod channel;
pub mod document;
pub mod edit;
pub mod entry;
pub mod funnel;
pub mod id;
pub mod journey;
pub mod number;
pub mod phase;
pub mod place;
pub mod regroup;
pub mod search;
pub mod step;
pub mod tags;
pub mod text;
pub mod touchpoint;
pub mod width;

pub use document::{Document, Revision};
pub use edit::{Edit, Refused};
pub use funnel::Funnel;
pub use id::{IdSource, TouchpointId};
pub use journey::{Header, JourneyMap};
pub use phase::Phase;
pub use place::Place;
pub use tags::{Agent, Contact, Emotion, Evidence, Intent, Kind};
pub use text::{Line, Name, Notes, TextFault};
pub use touchpoint::Touchpoint;
