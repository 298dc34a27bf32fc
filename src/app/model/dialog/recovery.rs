//! The recovery dialog: unsaved changes that another process left behind, shown touchpoint by touchpoint.

use crate::app::model::dialog::question::Question;
use crate::map::Difference;
use crate::map::merge::Merged;
use crate::store::disk::journal::AbandonedJournal;

/// Unsaved changes that another process left behind, merged with the map as it is now.
#[derive(Clone, Debug)]
pub struct Recovery {
    pub journal: AbandonedJournal,
    /// True if the file was changed after those changes were begun.
    pub is_stale: bool,
    pub(crate) merged: Merged,
    /// The differences that taking the changes would make.
    pub differences: Vec<Difference>,
    /// The first difference that is shown.
    pub top: usize,
}

/// Something to ask as soon as no dialog is open.
#[derive(Clone, Debug)]
pub enum Waiting {
    Ask(Question),
    Offer(Box<AbandonedJournal>),
}
