//! The lines of the map in the preview of a file: its touchpoints by phase, and below them those that will not be in it.

use super::import::{ImportDialog, ImportTarget};
use super::import_counts::ImportCounts;
use crate::exchange::import::proposal::{ListedTouchpoint, Proposal};
use crate::map::Phase;

/// Touchpoints that are listed below the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportList {
    /// The rows that match no touchpoint of the open map and are not added.
    Unmatched,
    /// The touchpoints that the user left out.
    Excluded,
    /// The touchpoints of the open map that are not in the file.
    Gone,
}

/// A line of the map as it will be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportMapLine {
    Phase(Phase),
    /// A touchpoint by its phase and its position there.
    Touchpoint(Phase, usize),
    /// The heading of a list below the map.
    Heading(ImportList),
    /// A touchpoint of such a list, by its index.
    Listed(ImportList, usize),
}

impl ImportList {
    const ALL: [ImportList; 3] = [ImportList::Unmatched, ImportList::Excluded, ImportList::Gone];

    /// Returns the touchpoints of the list.
    pub fn of(self, proposal: &Proposal) -> &[ListedTouchpoint] {
        match self {
            ImportList::Unmatched if proposal.adds_unmatched => &[],
            ImportList::Unmatched => &proposal.unmatched,
            ImportList::Excluded => &proposal.excluded,
            ImportList::Gone => &proposal.gone,
        }
    }
}

impl ImportDialog {
    /// Returns how many lines the map as it will be takes.
    pub(crate) fn map_line_count(&self) -> usize {
        if self.target == ImportTarget::Reaches {
            return self.counts.as_ref().map_or(0, |counts| counts.lines.len());
        }
        let Some(proposal) = self.shown_proposal() else { return 0 };
        let below = ImportList::ALL.map(|list| list.of(proposal).len()).into_iter();
        Phase::ALL.len() + proposal.map.len() + below.filter(|&count| count > 0).map(|count| count + 1).sum::<usize>()
    }

    /// Returns a line of the map as it will be.
    pub(crate) fn map_line_at(&self, nth: usize) -> Option<ImportMapLine> {
        let proposal = self.shown_proposal()?;
        let mut first = 0;
        for phase in Phase::ALL {
            let count = proposal.map.phase(phase).len();
            if nth == first {
                return Some(ImportMapLine::Phase(phase));
            }
            if nth <= first + count {
                return Some(ImportMapLine::Touchpoint(phase, nth - first - 1));
            }
            first += 1 + count;
        }
        for list in ImportList::ALL {
            let count = list.of(proposal).len();
            if count > 0 && nth <= first + count {
                return Some(match (nth - first).checked_sub(1) {
                    None => ImportMapLine::Heading(list),
                    Some(nth) => ImportMapLine::Listed(list, nth),
                });
            }
            first += if count > 0 { count + 1 } else { 0 };
        }
        None
    }

    /// Returns the selected line of the map as it will be.
    pub fn chosen_map_line(&self) -> Option<ImportMapLine> {
        self.map_line_at(self.map_line)
    }

    /// Returns true if the user changed what parts of the file were taken for, or left some out.
    pub(crate) fn has_corrections(&self) -> bool {
        let choices = &self.choices;
        let has_pairs = self.counts.as_ref().is_some_and(ImportCounts::has_choices);
        choices.shape.is_some()
            || choices.has_headings.is_some()
            || self.is_phase_chosen
            || has_pairs
            || !choices.columns.is_empty()
            || !choices.same_columns.is_empty()
            || !choices.phases.is_empty()
            || !choices.filters.is_empty()
            || !choices.tags.is_empty()
            || !choices.colours.is_empty()
            || !choices.left_out.is_empty()
            || !choices.added.is_empty()
    }
}
