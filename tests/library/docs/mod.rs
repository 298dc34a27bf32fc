//! The documents: generated parts are current, links lead somewhere, both languages say the same.

mod generated;
mod links;
mod translation;
