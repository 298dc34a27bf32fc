//! What can be meant: every act that a key, a click or a line of the help can ask for.

use crate::app::model::board::SidePane;
use crate::map::{Direction, Kind};

/// A way to go over the board.
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

/// What a single key changes of a touchpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TagEdit {
    /// Tags it with a kind, or takes that tag off.
    Kind(Kind),
    /// Goes through the intents and none.
    Intent,
    Critical,
    /// Joins it to the one above, or separates it.
    Alternative,
    BetterEmotion,
    WorseEmotion,
    MoreVotes,
    FewerVotes,
}

/// How far a supposed conversion goes up or down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lift {
    Up,
    Down,
    FarUp,
    FarDown,
}

impl Lift {
    /// The percentage points.
    pub const fn points(self) -> f64 {
        match self {
            Lift::Up => 1.0,
            Lift::Down => -1.0,
            Lift::FarUp => 5.0,
            Lift::FarDown => -5.0,
        }
    }
}

/// A way to go through a presentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Turn {
    /// To the next step; the whole funnel comes behind the last one before the buyers.
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

/// What can be said to a list, a form, a line or a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reply {
    /// Takes what is chosen or written.
    Accept,
    /// Begins with, or does, what is chosen.
    Choose,
    /// Takes the line and stays for the next.
    Add,
    /// Goes back, asking first where something would be lost.
    Leave,
    Next,
    Previous,
    NextChoice,
    PreviousChoice,
    /// Writes the chosen completion.
    Complete,
    /// Answers that what would be lost is to be kept.
    Keep,
    /// Answers that it may be lost.
    Discard,
}

/// An act of the program, whatever key is bound to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    // Moving over the board
    Go(Go),
    NextPane,
    // Touchpoints
    QuickEntry,
    EditTouchpoint,
    EditMap,
    Shift(Direction),
    Change(TagEdit),
    GiveReach,
    Delete,
    Copy,
    /// Copies touchpoints as text, for other programs.
    CopyText,
    Paste,
    Duplicate,
    Mark,
    /// Marks all from the one marked last to here.
    MarkRange,
    /// Marks all that the filter wants.
    MarkAll,
    Undo,
    Redo,
    // Finding
    Search,
    NextHit,
    PreviousHit,
    ClearBoard,
    Filter,
    /// Hides what the filter does not want, or shows it again.
    HideRest,
    NextFinding,
    PreviousFinding,
    NextUntagged,
    Palette,
    // What is shown
    ToggleCurve,
    ToggleDensity,
    /// Gives the phase that one is in nearly all the width, or all three the same again.
    Widen,
    /// Opens the list of themes.
    Themes,
    // The guided tour
    Tour,
    SkipLesson,
    EndTour,
    /// Shows something beside the columns, or the funnel again.
    Show(SidePane),
    // The presentation
    Present,
    Turn(Turn),
    /// Shows the step that one is at as large cards, or opens its fields.
    Enlarge,
    ToggleOnePhase,
    ToggleOverview,
    ToggleRanking,
    Blacken,
    /// Begins the countdown, stands still, or goes on.
    Countdown,
    StopCountdown,
    /// Gives a vote to the touchpoint with the number after this one.
    Vote(usize),
    LeavePresentation,
    // What-if
    Lift(Lift),
    GiveConversion,
    PutBack,
    Assume,
    // The review and the priorities
    Mend,
    Accept,
    FindAgain,
    OneRule,
    Attend,
    // The file and the program
    Save,
    SaveAs,
    /// Writes the map as a document.
    Export,
    Help,
    Quit,
    // The start screen
    Open,
    NewMap,
    // A file that cannot be opened
    EditFile,
    ReadAgain,
    // Lists, forms, lines and questions
    Reply(Reply),
}

/// The names of the votes that numbers give.
const VOTES: [&str; 9] = ["vote-1", "vote-2", "vote-3", "vote-4", "vote-5", "vote-6", "vote-7", "vote-8", "vote-9"];

impl Action {
    /// The action's name in the key table and in the words of the interface.
    pub const fn key(self) -> &'static str {
        match self {
            Action::Go(Go::Left) => "left",
            Action::Go(Go::Right) => "right",
            Action::Go(Go::Up) => "up",
            Action::Go(Go::Down) => "down",
            Action::Go(Go::First) => "first",
            Action::Go(Go::Last) => "last",
            Action::Go(Go::PageUp) => "page-up",
            Action::Go(Go::PageDown) => "page-down",
            Action::NextPane => "next-pane",
            Action::QuickEntry => "quick-entry",
            Action::EditTouchpoint => "edit-touchpoint",
            Action::EditMap => "edit-map",
            Action::Shift(Direction::Left) => "move-left",
            Action::Shift(Direction::Right) => "move-right",
            Action::Shift(Direction::Up) => "move-up",
            Action::Shift(Direction::Down) => "move-down",
            Action::Change(TagEdit::Kind(Kind::Online)) => "tag-online",
            Action::Change(TagEdit::Kind(Kind::Offline)) => "tag-offline",
            Action::Change(TagEdit::Kind(Kind::Product)) => "tag-product",
            Action::Change(TagEdit::Intent) => "cycle-intent",
            Action::Change(TagEdit::Critical) => "toggle-critical",
            Action::Change(TagEdit::BetterEmotion) => "raise-emotion",
            Action::Change(TagEdit::WorseEmotion) => "lower-emotion",
            Action::Change(TagEdit::MoreVotes) => "add-vote",
            Action::Change(TagEdit::FewerVotes) => "remove-vote",
            Action::GiveReach => "give-reach",
            Action::Change(TagEdit::Alternative) => "toggle-alternative",
            Action::Delete => "delete",
            Action::Copy => "copy",
            Action::CopyText => "copy-text",
            Action::Paste => "paste",
            Action::Duplicate => "duplicate",
            Action::Mark => "mark",
            Action::MarkRange => "mark-range",
            Action::MarkAll => "mark-all",
            Action::Undo => "undo",
            Action::Redo => "redo",
            Action::Search => "search",
            Action::NextHit => "next-hit",
            Action::PreviousHit => "previous-hit",
            Action::ClearBoard => "clear-board",
            Action::Filter => "filter",
            Action::HideRest => "hide-rest",
            Action::NextFinding => "next-finding",
            Action::PreviousFinding => "previous-finding",
            Action::NextUntagged => "next-untagged",
            Action::Palette => "palette",
            Action::ToggleCurve => "toggle-curve",
            Action::ToggleDensity => "toggle-density",
            Action::Widen => "widen",
            Action::Themes => "themes",
            Action::Tour => "tour",
            Action::SkipLesson => "skip-lesson",
            Action::EndTour => "end-tour",
            Action::Show(SidePane::Funnel) => "show-funnel",
            Action::Show(SidePane::Review) => "show-review",
            Action::Show(SidePane::Balance) => "show-balance",
            Action::Show(SidePane::Priorities) => "show-priorities",
            Action::Present => "present",
            Action::Turn(Turn::Next) => "next-step",
            Action::Turn(Turn::Previous) => "previous-step",
            Action::Turn(Turn::Down) => "next-touchpoint",
            Action::Turn(Turn::Up) => "previous-touchpoint",
            Action::Turn(Turn::First) => "first-step",
            Action::Turn(Turn::Last) => "last-step",
            Action::Turn(Turn::NextPhase) => "next-phase",
            Action::Turn(Turn::PreviousPhase) => "previous-phase",
            Action::Enlarge => "enlarge",
            Action::ToggleOnePhase => "one-phase",
            Action::ToggleOverview => "overview",
            Action::ToggleRanking => "ranking",
            Action::Blacken => "black-screen",
            Action::Countdown => "countdown",
            Action::StopCountdown => "stop-countdown",
            Action::Vote(nth) => VOTES[nth % VOTES.len()],
            Action::LeavePresentation => "leave-presentation",
            Action::Lift(Lift::Up) => "raise-conversion",
            Action::Lift(Lift::Down) => "lower-conversion",
            Action::Lift(Lift::FarUp) => "raise-conversion-more",
            Action::Lift(Lift::FarDown) => "lower-conversion-more",
            Action::GiveConversion => "give-conversion",
            Action::PutBack => "put-back",
            Action::Assume => "assume",
            Action::Mend => "mend",
            Action::Accept => "accept-finding",
            Action::FindAgain => "find-again",
            Action::OneRule => "one-rule",
            Action::Attend => "attend",
            Action::Save => "save",
            Action::SaveAs => "save-as",
            Action::Export => "export",
            Action::Help => "help",
            Action::Quit => "quit",
            Action::Open => "open",
            Action::NewMap => "new-map",
            Action::EditFile => "edit-file",
            Action::ReadAgain => "read-again",
            Action::Reply(Reply::Accept) => "accept",
            Action::Reply(Reply::Choose) => "choose",
            Action::Reply(Reply::Add) => "add",
            Action::Reply(Reply::Leave) => "leave",
            Action::Reply(Reply::Next) => "next",
            Action::Reply(Reply::Previous) => "previous",
            Action::Reply(Reply::NextChoice) => "next-choice",
            Action::Reply(Reply::PreviousChoice) => "previous-choice",
            Action::Reply(Reply::Complete) => "complete",
            Action::Reply(Reply::Keep) => "keep",
            Action::Reply(Reply::Discard) => "discard",
        }
    }
}
