//! An item in the report of `periplo check`: a finding, or a fault of a file that is not a map.

use std::sync::Arc;

use crate::map::{Phase, Rule, TouchpointId};

/// A finding in a file, or a fault of a file that cannot be read as a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckItem {
    /// The file, as the reader calls it.
    pub file: Arc<str>,
    pub kind: CheckItemKind,
    /// What is wrong and what to do.
    pub message: String,
    /// Line and column, both from 1, the column in characters; none if unknown.
    pub position: Option<(usize, usize)>,
}

/// The kind of a check item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckItemKind {
    /// The file cannot be read as a map.
    InvalidFile,
    Finding {
        rule: Rule,
        phase: Option<Phase>,
        /// The touchpoint of the finding, with its name.
        touchpoint: Option<(TouchpointId, String)>,
    },
}

impl CheckItem {
    /// Returns the rule of a finding; none for a file that cannot be read.
    pub(crate) const fn rule(&self) -> Option<Rule> {
        match self.kind {
            CheckItemKind::InvalidFile => None,
            CheckItemKind::Finding { rule, .. } => Some(rule),
        }
    }
}
