//! The actions of any number of maps: what will be done about touchpoints, by whom and by when.

pub(crate) mod calendar;
pub(crate) mod csv;
pub(crate) mod json;
pub(crate) mod markdown;
pub(crate) mod text;
pub(crate) mod xlsx;

use std::cmp::Reverse;

use super::exporter::{ExportError, Exported, TextLayout};
use super::inventory::{Cell, STREAM, Word};
use super::table_style::TableOptions;
use crate::map::text::fold;
use crate::map::{Choice, Date, Effort, Funnel, JourneyMap, Phase, Place, Priorities, TouchpointId};

/// Writes a list of actions.
pub type RenderActions = fn(&ActionReport) -> Result<Exported, ExportError>;

/// A format of lists of actions.
#[derive(Clone, Copy, Debug)]
pub struct ActionRenderer {
    pub render: RenderActions,
    /// True if the format is text, which a terminal can show.
    pub is_text: bool,
}

/// The action for one touchpoint.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedAction {
    /// The title of the map.
    pub map: String,
    /// The path of the map file as the user wrote it, or [`STREAM`].
    pub file: String,
    pub id: TouchpointId,
    pub phase: Phase,
    /// The name of the touchpoint.
    pub touchpoint: String,
    pub action: String,
    pub owner: Option<String>,
    pub due: Option<Date>,
    pub effort: Option<Effort>,
    /// The score of the touchpoint among the priorities of its map, 0 … 1; none if too little is known.
    pub score: Option<f64>,
}

/// Which actions are listed.
#[derive(Clone, Debug, Default)]
pub struct ActionFilter {
    /// The owner, whatever the case and the accents.
    pub owner: Option<String>,
    /// The day before which an action must be due.
    pub due_before: Option<Date>,
}

/// A list of actions, with what is needed to write it.
#[derive(Clone, Copy)]
pub struct ActionReport<'a> {
    /// The actions in the order of [`sort`].
    pub actions: &'a [PlannedAction],
    /// The current day; without it, nothing is overdue.
    pub today: Option<Date>,
    /// When the list is written, in seconds since 1970.
    pub written: u64,
    pub layout: TextLayout<'a>,
    pub table: TableOptions,
}

/// Returns the actions of a map that match the filter, in the journey's order.
pub fn planned_actions(file: &str, map: &JourneyMap, filter: &ActionFilter) -> Vec<PlannedAction> {
    let mut actions: Vec<(Place, PlannedAction)> = map
        .touchpoints()
        .filter_map(|(place, touchpoint)| {
            let action = PlannedAction {
                map: map.header().title.to_string(),
                file: file.to_owned(),
                id: touchpoint.id,
                phase: place.phase,
                touchpoint: touchpoint.name.to_string(),
                action: touchpoint.action.as_ref()?.to_string(),
                owner: touchpoint.owner.as_ref().map(ToString::to_string),
                due: touchpoint.due,
                effort: touchpoint.effort,
                score: None,
            };
            filter.matches(&action).then_some((place, action))
        })
        .collect();
    if !actions.is_empty() {
        let mut ranked = Priorities::of(map, &Funnel::of(map)).ranked;
        ranked.sort_by_key(|priority| priority.place);
        for (place, action) in &mut actions {
            let found = ranked.binary_search_by_key(place, |priority| priority.place);
            action.score = found.ok().map(|at| ranked[at].score);
        }
    }
    actions.into_iter().map(|(_, action)| action).collect()
}

/// Sorts actions by owner, then by date, then by score. Those without owner come last, and so do those without date among
/// the actions of an owner.
pub fn sort(actions: &mut [PlannedAction]) {
    actions.sort_by_cached_key(|action| {
        let owner = action.owner_key();
        let millionths = Reverse(action.score.map(|score| (score * 1e6).round() as u64));
        (owner.is_none(), owner, action.due.is_none(), action.due, millionths)
    });
}

impl ActionFilter {
    fn matches(&self, action: &PlannedAction) -> bool {
        let is_owner = self.owner.as_ref().is_none_or(|owner| action.owner_key() == Some(fold(owner.trim())));
        is_owner && self.due_before.is_none_or(|day| action.due.is_some_and(|due| due < day))
    }
}

impl PlannedAction {
    /// Returns the owner as it is compared: without case and accents.
    fn owner_key(&self) -> Option<String> {
        self.owner.as_deref().map(fold)
    }
}

impl<'a> ActionReport<'a> {
    /// Returns the actions of each owner.
    pub(crate) fn groups(&self) -> impl Iterator<Item = &'a [PlannedAction]> + use<'a> {
        self.actions.chunk_by(|one, other| one.owner_key() == other.owner_key())
    }

    /// Returns true if the action is due before today.
    pub(crate) fn is_overdue(&self, action: &PlannedAction) -> bool {
        action.due.zip(self.today).is_some_and(|(due, today)| due < today)
    }

    /// Returns true if the actions are of several maps, so that each has to name its map.
    pub(crate) fn has_several_maps(&self) -> bool {
        self.actions.iter().any(|action| action.file != self.actions[0].file)
    }
}

/// A column of the tables, with its name in machine formats.
pub(crate) struct ActionColumn {
    pub name: &'static str,
    pub cell: for<'a> fn(&'a PlannedAction) -> Cell<'a>,
}

/// The columns, in the order that all tables share; the keys of JSON are the same.
pub(crate) const COLUMNS: [ActionColumn; 10] = [
    ActionColumn { name: "map", cell: |action| text_cell(&action.map) },
    ActionColumn {
        name: "file",
        cell: |action| if action.file == STREAM { Cell::Word(Word::Stream) } else { text_cell(&action.file) },
    },
    ActionColumn { name: "id", cell: |action| Cell::Id(action.id) },
    ActionColumn { name: "phase", cell: |action| Cell::Word(Word::Phase(action.phase)) },
    ActionColumn { name: "touchpoint", cell: |action| text_cell(&action.touchpoint) },
    ActionColumn { name: "action", cell: |action| text_cell(&action.action) },
    ActionColumn { name: "owner", cell: |action| action.owner.as_deref().map_or(Cell::Unknown, text_cell) },
    ActionColumn {
        name: "due",
        cell: |action| action.due.map_or(Cell::Unknown, |due| Cell::Text(due.to_string().into())),
    },
    ActionColumn {
        name: "effort",
        cell: |action| action.effort.map_or(Cell::Unknown, |effort| Cell::Word(Word::Choice(Choice::Effort(effort)))),
    },
    ActionColumn { name: "score", cell: |action| action.score.map_or(Cell::Unknown, Cell::Share) },
];

fn text_cell(text: &str) -> Cell<'_> {
    Cell::Text(text.into())
}
