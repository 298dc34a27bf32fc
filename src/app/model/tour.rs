//! The guided tour: one thing to do after the other on a map to play with, each noticed when it is done.

use std::path::PathBuf;

use crate::app::model::action::{Action, ConversionStep, Go, Reply, TagEdit, Turn};
use crate::app::model::context::Context;
use crate::app::model::pane::SidePane;
use crate::map::{Direction, JourneyMap, Kind, Place};

/// A thing to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lesson {
    /// Going to another phase.
    Look,
    /// Making a touchpoint with one line.
    Add,
    /// Saying its kind and its intent.
    Tag,
    /// Marking a critical moment.
    Critical,
    /// Moving a touchpoint.
    Move,
    /// Taking that back.
    Undo,
    /// Saying how many customers get somewhere.
    Count,
    /// Asking what would be if more of them came through.
    Suppose,
    /// Looking at what the review finds.
    Review,
    /// Showing the map to the room.
    Present,
    /// Seeing what the map can become.
    Export,
    /// Nothing is left to do here.
    End,
}

/// A part of a lesson, as its row of keys shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// One of these actions is done in this context.
    Do(Context, &'static [Action]),
    /// An example of a line is typed.
    Type,
    /// A number of customers is typed that makes sense here.
    Number,
}

impl Part {
    /// Where it is done.
    pub const fn context(self) -> Context {
        match self {
            Part::Do(context, _) => context,
            Part::Type => Context::QuickEntry,
            Part::Number => Context::Prompt,
        }
    }
}

impl Lesson {
    /// Every lesson, in order.
    pub const ALL: [Lesson; 12] = [
        Lesson::Look,
        Lesson::Add,
        Lesson::Tag,
        Lesson::Critical,
        Lesson::Move,
        Lesson::Undo,
        Lesson::Count,
        Lesson::Suppose,
        Lesson::Review,
        Lesson::Present,
        Lesson::Export,
        Lesson::End,
    ];

    /// The lesson's name in the words of the interface.
    pub const fn key(self) -> &'static str {
        match self {
            Lesson::Look => "look",
            Lesson::Add => "add",
            Lesson::Tag => "tag",
            Lesson::Critical => "critical",
            Lesson::Move => "move",
            Lesson::Undo => "undo",
            Lesson::Count => "count",
            Lesson::Suppose => "suppose",
            Lesson::Review => "review",
            Lesson::Present => "present",
            Lesson::Export => "export",
            Lesson::End => "end",
        }
    }

    /// What to do, one after the other.
    pub const fn parts(self) -> &'static [Part] {
        use Action::{Change, Move, Show};
        use Context::{Board, Export, Funnel, Presentation, Prompt, QuickEntry, Review};
        match self {
            Lesson::Look => &[Part::Do(Board, &[Action::Go(Go::Right)])],
            Lesson::Add => &[
                Part::Do(Board, &[Action::QuickEntry]),
                Part::Type,
                Part::Do(QuickEntry, &[Action::Reply(Reply::Add)]),
                Part::Do(QuickEntry, &[Action::Reply(Reply::Leave)]),
            ],
            Lesson::Tag => &[
                Part::Do(
                    Board,
                    &[
                        Change(TagEdit::Kind(Kind::Online)),
                        Change(TagEdit::Kind(Kind::Offline)),
                        Change(TagEdit::Kind(Kind::Product)),
                    ],
                ),
                Part::Do(Board, &[Change(TagEdit::Intent)]),
            ],
            Lesson::Critical => &[Part::Do(Board, &[Change(TagEdit::Critical)])],
            Lesson::Move => &[Part::Do(
                Board,
                &[Move(Direction::Down), Move(Direction::Up), Move(Direction::Left), Move(Direction::Right)],
            )],
            Lesson::Undo => &[Part::Do(Board, &[Action::Undo])],
            Lesson::Count => &[
                Part::Do(Board, &[Action::GiveReach]),
                Part::Number,
                Part::Do(Prompt, &[Action::Reply(Reply::Accept)]),
            ],
            Lesson::Suppose => &[
                Part::Do(Board, &[Action::NextPane]),
                Part::Do(Funnel, &[Action::Go(Go::Down)]),
                Part::Do(Funnel, &[Action::AdjustConversion(ConversionStep::Up)]),
                Part::Do(Funnel, &[Action::ResetWhatIf]),
            ],
            Lesson::Review => &[
                Part::Do(Board, &[Show(SidePane::Review)]),
                Part::Do(Review, &[Action::Go(Go::Down)]),
                Part::Do(Review, &[Show(SidePane::Review)]),
            ],
            Lesson::Present => &[
                Part::Do(Board, &[Action::Present]),
                Part::Do(Presentation, &[Action::Turn(Turn::Next)]),
                Part::Do(Presentation, &[Action::LeavePresentation]),
            ],
            Lesson::Export => &[
                Part::Do(Board, &[Action::Export]),
                Part::Do(Export, &[Action::Reply(Reply::Next)]),
                Part::Do(Export, &[Action::Reply(Reply::Leave)]),
            ],
            Lesson::End => &[Part::Do(Board, &[Action::Help, Action::Palette, Action::EditTouchpoint])],
        }
    }
}

/// How far the tour is.
#[derive(Clone, Debug)]
pub struct Tour {
    pub(crate) nth: usize,
    /// The lesson that was done last, until the next one is skipped.
    pub praised: Option<Lesson>,
    /// Whether what the lesson leads to was seen; it is done when that was left.
    pub(crate) was_there: bool,
    /// The fewest changes that could be redone since the lesson began.
    pub(crate) undone: usize,
    /// The file of the map that one came from.
    pub(crate) from: Option<PathBuf>,
    /// The map and the place when the lesson began.
    pub(crate) map: JourneyMap,
    pub(crate) place: Place,
}

impl Tour {
    /// The lesson that one is at.
    pub fn lesson(&self) -> Lesson {
        Lesson::ALL.get(self.nth).copied().unwrap_or(Lesson::End)
    }

    /// Which lesson that is, from 1, and how many there are before the end.
    pub fn position(&self) -> (usize, usize) {
        (self.nth + 1, Lesson::ALL.len() - 1)
    }
}
