//! What actions require to run.

use crate::app::model::parameter::{ConversionStep, Go, RoomAct, TagEdit, Turn};
use crate::map::Direction;

/// What must hold so that an action can run; `input/availability.rs` checks it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Requirement {
    Nothing,
    /// A selected touchpoint.
    Selection,
    /// Marked touchpoints or a selected one.
    Targets,
    /// Touchpoints in the map.
    Touchpoints,
    LastMarked,
    Movement(Go),
    Move(Direction),
    TagEdit(TagEdit),
    Clipboard,
    /// A conflict that a merge left in the notes of the selected touchpoint or of the map.
    ConflictNote,
    Undo,
    Redo,
    SearchOrFilter,
    Filter,
    SomethingToClear,
    Conversion,
    AdjustableConversion(ConversionStep),
    /// A step at which the funnel can begin.
    FunnelBeginning,
    WhatIf,
    ListLine,
    SilenceableFinding,
    Silences,
    Turn(Turn),
    PageOfOnePhase,
    /// A page of the presentation with numbers for voting.
    NumberedPage,
    RunningTimer,
    /// A file beside which the room keeps what was sent to it.
    FileForRoom,
    Room(RoomAct),
    /// A file that could not be opened, but that an editor can read.
    TextFile,
}
