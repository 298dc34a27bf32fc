//! The table of actions: everything that a key, a click or the palette can ask for.

use crate::app::model::pane::SidePane;
use crate::app::model::parameter::{move_name, show_name, vote_name};
use crate::app::model::requirement::Requirement;
use crate::map::Direction;

pub use crate::app::model::parameter::{ConversionStep, Go, InputReply, Reply, RoomAct, TagEdit, Turn};

/// Makes the enum `Action` and its three properties from one table.
///
/// A row is: the variant with its parameter, the name, whether it changes the map, and what it requires to run.
macro_rules! actions {
    ($($variant:ident $(($parameter:ident: $type:ty))?, $name:expr, $change:ident, $requirement:expr;)+) => {
        /// An action of the program, whatever key is bound to it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Action {
            $($variant $(($type))?,)+
        }

        impl Action {
            /// The name in `keys.ron`, by which the interface also finds the action's label and description.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Action::$variant $(($parameter))? => $name,)+
                }
            }

            /// True if the action changes the map; it is refused in a read-only map.
            pub(crate) const fn changes_map(self) -> bool {
                match self {
                    $(Action::$variant { .. } => matches!(Change::$change, Change::Edits),)+
                }
            }

            /// What must hold so that the action can run.
            pub(crate) const fn requirement(self) -> Requirement {
                match self {
                    $(Action::$variant $(($parameter))? => {
                        $(let _ = $parameter;)?
                        $requirement
                    })+
                }
            }
        }
    };
}

/// Whether an action changes the map: the third column of the table.
enum Change {
    Edits,
    Keeps,
}

actions! {
    // Selecting and moving
    Go(go: Go),                          go.name(),              Keeps, Requirement::Movement(go);
    NextPane,                            "next-pane",            Keeps, Requirement::Nothing;
    Move(direction: Direction),          move_name(direction),   Edits, Requirement::Move(direction);
    Mark,                                "mark",                 Keeps, Requirement::Selection;
    MarkRange,                           "mark-range",           Keeps, Requirement::LastMarked;
    MarkAll,                             "mark-all",             Keeps, Requirement::Touchpoints;
    ClearBoard,                          "clear-board",          Keeps, Requirement::SomethingToClear;
    // Editing touchpoints and the map
    QuickEntry,                          "quick-entry",          Edits, Requirement::Nothing;
    EditTouchpoint,                      "edit-touchpoint",      Edits, Requirement::Targets;
    EditMap,                             "edit-map",             Edits, Requirement::Nothing;
    Change(edit: TagEdit),               edit.name(),            Edits, Requirement::TagEdit(edit);
    GiveReach,                           "give-reach",           Edits, Requirement::Targets;
    Delete,                              "delete",               Edits, Requirement::Targets;
    Copy,                                "copy",                 Keeps, Requirement::Targets;
    CopyText,                            "copy-text",            Keeps, Requirement::Targets;
    Paste,                               "paste",                Edits, Requirement::Clipboard;
    Duplicate,                           "duplicate",            Edits, Requirement::Targets;
    SettleConflict,                      "settle-conflict",      Edits, Requirement::ConflictNote;
    Undo,                                "undo",                 Edits, Requirement::Undo;
    Redo,                                "redo",                 Edits, Requirement::Redo;
    // Finding
    Search,                              "search",               Keeps, Requirement::Nothing;
    NextHit,                             "next-hit",             Keeps, Requirement::SearchOrFilter;
    PreviousHit,                         "previous-hit",         Keeps, Requirement::SearchOrFilter;
    Filter,                              "filter",               Keeps, Requirement::Nothing;
    HideRest,                            "hide-rest",            Keeps, Requirement::Filter;
    NextFinding,                         "next-finding",         Keeps, Requirement::Nothing;
    PreviousFinding,                     "previous-finding",     Keeps, Requirement::Nothing;
    NextUntagged,                        "next-untagged",        Keeps, Requirement::Nothing;
    Palette,                             "palette",              Keeps, Requirement::Nothing;
    // What is shown
    Show(pane: SidePane),                show_name(pane),        Keeps, Requirement::Nothing;
    ToggleCurve,                         "toggle-curve",         Keeps, Requirement::Nothing;
    ToggleDensity,                       "toggle-density",       Keeps, Requirement::Nothing;
    Widen,                               "widen",                Keeps, Requirement::Nothing;
    Themes,                              "themes",               Keeps, Requirement::Nothing;
    Repaint,                             "repaint",              Keeps, Requirement::Nothing;
    // What-if in the funnel
    AdjustConversion(step: ConversionStep), step.name(),         Keeps, Requirement::AdjustableConversion(step);
    GiveConversion,                      "give-conversion",      Keeps, Requirement::Conversion;
    BeginFunnel,                         "begin-funnel",         Keeps, Requirement::FunnelBeginning;
    ResetWhatIf,                         "put-back",             Keeps, Requirement::Nothing;
    ApplyWhatIf,                         "assume",               Edits, Requirement::WhatIf;
    // The review and the priorities
    CorrectFinding,                      "mend",                 Edits, Requirement::ListLine;
    SilenceFinding,                      "accept-finding",       Edits, Requirement::SilenceableFinding;
    RestoreFindings,                     "find-again",           Edits, Requirement::Silences;
    ToggleOneRule,                       "one-rule",             Keeps, Requirement::ListLine;
    AnswerPriority,                      "attend",               Edits, Requirement::ListLine;
    // The presentation and the timer
    Present,                             "present",              Keeps, Requirement::Nothing;
    Turn(turn: Turn),                    turn.name(),            Keeps, Requirement::Turn(turn);
    Enlarge,                             "enlarge",              Keeps, Requirement::Nothing;
    ToggleOnePhase,                      "one-phase",            Keeps, Requirement::PageOfOnePhase;
    ToggleOverview,                      "overview",             Keeps, Requirement::Nothing;
    ToggleRanking,                       "ranking",              Keeps, Requirement::Nothing;
    ToggleRoomPage,                      "room-page",            Keeps, Requirement::Nothing;
    BlackScreen,                         "black-screen",         Keeps, Requirement::Nothing;
    VoteDigit(digit: usize),             vote_name(digit),       Edits, Requirement::NumberedPage;
    GiveVote,                            "give-vote",            Edits, Requirement::Nothing;
    ForgetNumber,                        "forget-number",        Keeps, Requirement::Nothing;
    LeavePresentation,                   "leave-presentation",   Keeps, Requirement::Nothing;
    StartTimer,                          "countdown",            Keeps, Requirement::Nothing;
    StopTimer,                           "stop-countdown",       Keeps, Requirement::RunningTimer;
    // The room
    Share,                               "share",                Keeps, Requirement::FileForRoom;
    Room(act: RoomAct),                  act.name(),             Keeps, Requirement::Room(act);
    // The guided tour
    Tour,                                "tour",                 Keeps, Requirement::Nothing;
    SkipLesson,                          "skip-lesson",          Keeps, Requirement::Nothing;
    EndTour,                             "end-tour",             Keeps, Requirement::Nothing;
    // Files and the program
    Save,                                "save",                 Keeps, Requirement::Nothing;
    SaveAs,                              "save-as",              Keeps, Requirement::Nothing;
    Export,                              "export",               Keeps, Requirement::Nothing;
    Open,                                "open",                 Keeps, Requirement::Nothing;
    NewMap,                              "new-map",              Keeps, Requirement::Nothing;
    EditFile,                            "edit-file",            Keeps, Requirement::TextFile;
    ReadAgain,                           "read-again",           Keeps, Requirement::Nothing;
    Help,                                "help",                 Keeps, Requirement::Nothing;
    Quit,                                "quit",                 Keeps, Requirement::Nothing;
    // Dialogs, forms and lists
    Reply(reply: Reply),                 reply.name(),           Keeps, Requirement::Nothing;
}
