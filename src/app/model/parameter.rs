//! The parameters of actions: directions, edits and replies.

use crate::app::model::pane::SidePane;
use crate::map::{Direction, Kind};

/// A movement of the selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Go {
    Left,
    Right,
    Up,
    Down,
    First,
    Last,
    PageUp,
    PageDown,
}

/// What a single key changes in a touchpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TagEdit {
    /// Sets the kind, or removes it if it is set already.
    Kind(Kind),
    /// Goes to the next intent: intentional, unintentional, none.
    Intent,
    Critical,
    /// Joins the touchpoint to the step above, or separates it.
    Alternative,
    BetterEmotion,
    WorseEmotion,
    MoreVotes,
    FewerVotes,
}

/// A change of a what-if conversion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ConversionStep {
    Up,
    Down,
    FarUp,
    FarDown,
}

/// A movement in the presentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Turn {
    /// To the next step; after the last step before the buyers, to the whole funnel.
    Next,
    Previous,
    /// To the next touchpoint, also among the alternatives of a step.
    Down,
    Up,
    First,
    Last,
    NextPhase,
    PreviousPhase,
}

/// A reply to the active dialog or list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reply {
    /// Takes what is typed or chosen.
    Accept,
    /// Opens or toggles what is chosen.
    Choose,
    /// Takes the line and stays for the next one.
    Add,
    /// Goes back; asks first if something would be lost.
    Leave,
    Next,
    Previous,
    /// Acts in the line or the field that has the cursor.
    Input(InputReply),
    /// Keeps what would be lost.
    Keep,
    /// Gives up what would be lost.
    Discard,
    /// Goes back to what the question is about.
    GoOn,
}

/// A reply to a line, to a field, or to a row of the preview of a file. Other dialogs ignore it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InputReply {
    NextChoice,
    PreviousChoice,
    /// Inserts the chosen completion.
    Complete,
    /// Goes to the end of the next phase.
    NextPhase,
    PreviousPhase,
    /// Brings back what was discarded.
    Recall,
    /// Undoes the last words typed in the line.
    UndoTyping,
    /// Takes the row for the next of its meanings.
    NextMeaning,
    PreviousMeaning,
    /// Takes the row for what was guessed again.
    PutBack,
    /// Leaves the column out.
    LeaveOut,
    /// Adds the rows that match no touchpoint, or leaves them out.
    AddUnmatched,
    /// Takes the file into the open map, or into a new one.
    OtherTarget,
    /// Goes to the other list of the dialog.
    OtherList,
    /// Takes in the file as it is shown.
    TakeIn,
}

/// What the facilitator does in the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RoomAct {
    /// Takes the selected contributions onto the board.
    Take,
    /// Takes all that wait.
    TakeAll,
    Decline,
    /// Shows everybody what was written, or the votes.
    Reveal,
    /// Begins a round in which nobody sees what others write, or ends the hiding of one.
    Collect,
    /// Asks for the dots of a vote and begins it.
    Vote,
    /// Lets contributions go straight onto the board, or no longer.
    OpenDoors,
    /// Lets nobody else join, or everybody again.
    Lock,
    /// Makes a new link and drops everybody.
    NewLink,
    Close,
}

impl RoomAct {
    pub const fn name(self) -> &'static str {
        match self {
            RoomAct::Take => "room-take",
            RoomAct::TakeAll => "room-take-all",
            RoomAct::Decline => "room-decline",
            RoomAct::Reveal => "room-reveal",
            RoomAct::Collect => "room-collect",
            RoomAct::Vote => "room-vote",
            RoomAct::OpenDoors => "room-open-doors",
            RoomAct::Lock => "room-lock",
            RoomAct::NewLink => "room-new-link",
            RoomAct::Close => "room-close",
        }
    }

    /// True if it changes the map.
    pub(crate) const fn changes_map(self) -> bool {
        matches!(self, RoomAct::Take | RoomAct::TakeAll | RoomAct::Reveal | RoomAct::OpenDoors)
    }
}

impl Go {
    pub const fn name(self) -> &'static str {
        match self {
            Go::Left => "left",
            Go::Right => "right",
            Go::Up => "up",
            Go::Down => "down",
            Go::First => "first",
            Go::Last => "last",
            Go::PageUp => "page-up",
            Go::PageDown => "page-down",
        }
    }
}

impl TagEdit {
    pub const fn name(self) -> &'static str {
        match self {
            TagEdit::Kind(Kind::Online) => "tag-online",
            TagEdit::Kind(Kind::Offline) => "tag-offline",
            TagEdit::Kind(Kind::Product) => "tag-product",
            TagEdit::Intent => "cycle-intent",
            TagEdit::Critical => "toggle-critical",
            TagEdit::Alternative => "toggle-alternative",
            TagEdit::BetterEmotion => "raise-emotion",
            TagEdit::WorseEmotion => "lower-emotion",
            TagEdit::MoreVotes => "add-vote",
            TagEdit::FewerVotes => "remove-vote",
        }
    }
}

impl ConversionStep {
    /// The change in percentage points.
    pub(crate) const fn points(self) -> f64 {
        match self {
            ConversionStep::Up => 1.0,
            ConversionStep::Down => -1.0,
            ConversionStep::FarUp => 5.0,
            ConversionStep::FarDown => -5.0,
        }
    }

    pub const fn name(self) -> &'static str {
        match self {
            ConversionStep::Up => "raise-conversion",
            ConversionStep::Down => "lower-conversion",
            ConversionStep::FarUp => "raise-conversion-more",
            ConversionStep::FarDown => "lower-conversion-more",
        }
    }
}

impl Turn {
    pub const fn name(self) -> &'static str {
        match self {
            Turn::Next => "next-step",
            Turn::Previous => "previous-step",
            Turn::Down => "next-touchpoint",
            Turn::Up => "previous-touchpoint",
            Turn::First => "first-step",
            Turn::Last => "last-step",
            Turn::NextPhase => "next-phase",
            Turn::PreviousPhase => "previous-phase",
        }
    }
}

impl Reply {
    pub const fn name(self) -> &'static str {
        match self {
            Reply::Accept => "accept",
            Reply::Choose => "choose",
            Reply::Add => "add",
            Reply::Leave => "leave",
            Reply::Next => "next",
            Reply::Previous => "previous",
            Reply::Input(InputReply::NextChoice) => "next-choice",
            Reply::Input(InputReply::PreviousChoice) => "previous-choice",
            Reply::Input(InputReply::Complete) => "complete",
            Reply::Keep => "keep",
            Reply::Discard => "discard",
            Reply::Input(InputReply::NextPhase) => "entry-next-phase",
            Reply::Input(InputReply::PreviousPhase) => "entry-previous-phase",
            Reply::GoOn => "go-on",
            Reply::Input(InputReply::Recall) => "recall",
            Reply::Input(InputReply::UndoTyping) => "undo-typing",
            Reply::Input(InputReply::NextMeaning) => "next-meaning",
            Reply::Input(InputReply::PreviousMeaning) => "previous-meaning",
            Reply::Input(InputReply::PutBack) => "guess-again",
            Reply::Input(InputReply::LeaveOut) => "leave-out",
            Reply::Input(InputReply::AddUnmatched) => "add-unmatched",
            Reply::Input(InputReply::OtherTarget) => "other-target",
            Reply::Input(InputReply::OtherList) => "other-list",
            Reply::Input(InputReply::TakeIn) => "take-in",
        }
    }
}

/// The name of the action that moves touchpoints in a direction.
pub(crate) const fn move_name(direction: Direction) -> &'static str {
    match direction {
        Direction::Left => "move-left",
        Direction::Right => "move-right",
        Direction::Up => "move-up",
        Direction::Down => "move-down",
    }
}

/// The name of the action that shows a pane.
pub(crate) const fn show_name(pane: SidePane) -> &'static str {
    match pane {
        SidePane::Funnel => "show-funnel",
        SidePane::Review => "show-review",
        SidePane::Balance => "show-balance",
        SidePane::Priorities => "show-priorities",
        SidePane::Room => "show-room",
    }
}

/// The name of the action that types a digit of the number of a touchpoint, for a vote.
pub(crate) const fn vote_name(digit: usize) -> &'static str {
    const NAMES: [&str; 10] =
        ["vote-0", "vote-1", "vote-2", "vote-3", "vote-4", "vote-5", "vote-6", "vote-7", "vote-8", "vote-9"];
    NAMES[digit % NAMES.len()]
}
