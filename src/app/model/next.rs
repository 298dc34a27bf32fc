//! What a handler returns: effects to carry out now, and what `update` runs next.

use std::net::IpAddr;
use std::path::PathBuf;

use crate::app::model::action::Action;
use crate::app::model::effect::{Effect, Target};
use crate::app::model::leave_to::LeaveTo;
use crate::app::model::room::round::Dots;
use crate::app::model::screen::IfMissing;
use crate::app::model::session::SaveTrigger;
use crate::app::model::start::Offer;
use crate::map::Conflict;
use crate::map::conflict::ConflictSide;
use crate::map::losses::Losses;
use crate::store::conflict_note::ConflictNote;

/// What a handler asks for.
///
/// Handlers of different submodules never call each other: they name what comes next, and `update` runs it.
#[derive(Debug, Default)]
pub struct Next {
    pub effects: Vec<Effect>,
    pub then: Option<Then>,
}

/// What `update` runs after a handler.
#[derive(Debug)]
pub enum Then {
    Action(Action),
    Step(Step),
}

/// Something that a handler asks another submodule to do, and that no key is bound to.
#[derive(Debug)]
pub enum Step {
    /// Leaves the map; asks first if it has unsaved changes.
    Leave(LeaveTo),
    /// Leaves the map and gives up its unsaved changes.
    LeaveUnsaved(LeaveTo),
    /// Reads a file.
    Open {
        path: PathBuf,
        if_missing: IfMissing,
    },
    /// Opens the preview of a file of another kind.
    Import {
        path: PathBuf,
    },
    /// Pastes a text that is no path of a file.
    PasteText(String),
    /// Begins a map with what the preview shows.
    BeginImported,
    ShowStart,
    /// Begins with a line of the start screen.
    Begin(Offer),
    BeginTour,
    /// Opens the file list with a typed name or path.
    OpenBrowser {
        typed: String,
    },
    /// Shows the file list again as it was when `path` was chosen in it.
    ReopenBrowser {
        path: PathBuf,
    },
    Save,
    /// Repeats the save of a live map at once.
    RepeatLiveSave,
    /// Turns live editing on or off.
    ToggleLive,
    /// Saves, then leaves the map.
    SaveThenLeave(LeaveTo),
    /// Saves in a file that the user named.
    SaveAs {
        typed: PathBuf,
        trigger: SaveTrigger,
    },
    /// Writes a copy into a file that the user named.
    WriteCopy(PathBuf),
    /// Writes a copy over a file, as the user confirmed.
    OverwriteCopy(PathBuf),
    SaveTo {
        path: PathBuf,
        target: Target,
    },
    /// Puts one side's value into the map.
    SettleConflict(Box<Conflict>, ConflictSide),
    /// Takes one side of a conflict that a merge left in notes.
    SettleNote(Box<ConflictNote>, ConflictSide),
    /// Keeps a conflict open; the next save asks about it again.
    PostponeConflict(Box<Conflict>),
    /// Puts back into the map what another program took out of the file.
    BringBack(Box<Losses>),
    /// Leaves that out of the map.
    LeaveOut,
    /// Deletes the unsaved changes that another process left behind.
    DiscardRecovery,
    /// Opens the room at an address of the machine.
    OpenRoom(IpAddr),
    /// Begins a vote in the room.
    BeginVote(Dots),
    /// Puts what waits in the room onto the board.
    LetIn,
    /// Takes over what waited in a room that another run left behind.
    TakeOverRoom,
    /// Deletes that.
    DiscardRoom,
    /// Gives the selected step a what-if conversion, 0 … 1.
    SetConversion(f64),
    /// Selects a line of the list beside the columns.
    SelectLine(usize),
    /// Estimates the size and losses of the chosen export.
    EstimateExport,
}

impl Next {
    pub(crate) fn nothing() -> Next {
        Next::default()
    }

    pub(crate) fn effect(effect: Effect) -> Next {
        Next { effects: vec![effect], then: None }
    }

    pub fn action(action: Action) -> Next {
        Next { effects: Vec::new(), then: Some(Then::Action(action)) }
    }

    pub(crate) fn step(step: Step) -> Next {
        Next { effects: Vec::new(), then: Some(Then::Step(step)) }
    }

    /// The same, followed by a step.
    pub fn then(self, step: Step) -> Next {
        Next { then: Some(Then::Step(step)), ..self }
    }
}

impl From<Option<Effect>> for Next {
    fn from(effect: Option<Effect>) -> Next {
        Next { effects: effect.into_iter().collect(), then: None }
    }
}
