//! The guided tour: lessons on a scratch map; the program notices when each is done.

use std::path::PathBuf;

use crate::app::model::action::{Action, ConversionStep, Go, Reply, TagEdit, Turn};
use crate::app::model::context::Context;
use crate::app::model::pane::SidePane;
use crate::map::{Direction, JourneyMap, Kind, Place};

/// A lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lesson {
    /// Go to another phase.
    GoToPhase,
    /// Add a touchpoint with one line.
    Add,
    /// Tag its kind and intent.
    Tag,
    /// Mark a critical moment.
    Critical,
    /// Move a touchpoint.
    Move,
    /// Undo a change.
    Undo,
    /// Enter a reach.
    Reach,
    /// Try out a what-if conversion.
    WhatIf,
    /// Open the review.
    Review,
    /// Start the presentation.
    Present,
    /// Open the export dialog.
    Export,
    /// The tour is over.
    End,
}

/// A part of a lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LessonPart {
    /// Run one of these actions in this context.
    Do(Context, &'static [Action]),
    /// Type an example line.
    Type,
    /// Type a plausible reach.
    Number,
}

impl LessonPart {
    /// The context of the part.
    pub const fn context(self) -> Context {
        match self {
            LessonPart::Do(context, _) => context,
            LessonPart::Type => Context::QuickEntry,
            LessonPart::Number => Context::Prompt,
        }
    }
}

impl Lesson {
    /// All lessons, in order.
    pub const ALL: [Lesson; 12] = [
        Lesson::GoToPhase,
        Lesson::Add,
        Lesson::Tag,
        Lesson::Critical,
        Lesson::Move,
        Lesson::Undo,
        Lesson::Reach,
        Lesson::WhatIf,
        Lesson::Review,
        Lesson::Present,
        Lesson::Export,
        Lesson::End,
    ];

    /// The name in the interface's messages.
    pub const fn key(self) -> &'static str {
        match self {
            Lesson::GoToPhase => "look",
            Lesson::Add => "add",
            Lesson::Tag => "tag",
            Lesson::Critical => "critical",
            Lesson::Move => "move",
            Lesson::Undo => "undo",
            Lesson::Reach => "count",
            Lesson::WhatIf => "suppose",
            Lesson::Review => "review",
            Lesson::Present => "present",
            Lesson::Export => "export",
            Lesson::End => "end",
        }
    }

    /// Returns the parts, in order.
    pub const fn parts(self) -> &'static [LessonPart] {
        use Action::{Change, Move, Show};
        use Context::{Board, Export, Funnel, Presentation, Prompt, QuickEntry, Review};
        match self {
            Lesson::GoToPhase => &[LessonPart::Do(Board, &[Action::Go(Go::Right)])],
            Lesson::Add => &[
                LessonPart::Do(Board, &[Action::QuickEntry]),
                LessonPart::Type,
                LessonPart::Do(QuickEntry, &[Action::Reply(Reply::Add)]),
                LessonPart::Do(QuickEntry, &[Action::Reply(Reply::Leave)]),
            ],
            Lesson::Tag => &[
                LessonPart::Do(
                    Board,
                    &[
                        Change(TagEdit::Kind(Kind::Online)),
                        Change(TagEdit::Kind(Kind::Offline)),
                        Change(TagEdit::Kind(Kind::Product)),
                    ],
                ),
                LessonPart::Do(Board, &[Change(TagEdit::Intent)]),
            ],
            Lesson::Critical => &[LessonPart::Do(Board, &[Change(TagEdit::Critical)])],
            Lesson::Move => &[LessonPart::Do(
                Board,
                &[Move(Direction::Down), Move(Direction::Up), Move(Direction::Left), Move(Direction::Right)],
            )],
            Lesson::Undo => &[LessonPart::Do(Board, &[Action::Undo])],
            Lesson::Reach => &[
                LessonPart::Do(Board, &[Action::GiveReach]),
                LessonPart::Number,
                LessonPart::Do(Prompt, &[Action::Reply(Reply::Accept)]),
            ],
            Lesson::WhatIf => &[
                LessonPart::Do(Board, &[Action::NextPane]),
                LessonPart::Do(Funnel, &[Action::Go(Go::Down)]),
                LessonPart::Do(Funnel, &[Action::AdjustConversion(ConversionStep::Up)]),
                LessonPart::Do(Funnel, &[Action::ResetWhatIf]),
            ],
            Lesson::Review => &[
                LessonPart::Do(Board, &[Show(SidePane::Review)]),
                LessonPart::Do(Review, &[Action::Go(Go::Down)]),
                LessonPart::Do(Review, &[Show(SidePane::Review)]),
            ],
            Lesson::Present => &[
                LessonPart::Do(Board, &[Action::Present]),
                LessonPart::Do(Presentation, &[Action::Turn(Turn::Next)]),
                LessonPart::Do(Presentation, &[Action::LeavePresentation]),
            ],
            Lesson::Export => &[
                LessonPart::Do(Board, &[Action::Export]),
                LessonPart::Do(Export, &[Action::Reply(Reply::Next)]),
                LessonPart::Do(Export, &[Action::Reply(Reply::Leave)]),
            ],
            Lesson::End => &[LessonPart::Do(Board, &[Action::Help, Action::Palette, Action::EditTouchpoint])],
        }
    }
}

/// The state of the tour.
#[derive(Clone, Debug)]
pub struct Tour {
    /// The index of the current lesson.
    pub(crate) nth: usize,
    /// The lesson that was just finished; `None` if it was skipped.
    pub finished: Option<Lesson>,
    /// True if a lesson was skipped.
    pub(crate) has_skipped: bool,
    /// True once the screen of the lesson was opened; the lesson is done when it is closed.
    pub(crate) was_open: bool,
    /// The smallest number of redoable changes since the lesson began.
    pub(crate) redo_count: usize,
    /// The file that was open before the tour.
    pub(crate) from: Option<PathBuf>,
    /// The map and the selection when the lesson began.
    pub(crate) map: JourneyMap,
    pub(crate) place: Place,
}

impl Tour {
    /// Returns the current lesson.
    pub fn lesson(&self) -> Lesson {
        Lesson::ALL.get(self.nth).copied().unwrap_or(Lesson::End)
    }

    /// Returns the name of the current lesson's texts. The end has other words for those who skipped lessons.
    pub(crate) fn text_key(&self) -> &'static str {
        let lesson = self.lesson();
        if lesson == Lesson::End && self.has_skipped { "end-skipped" } else { lesson.key() }
    }

    /// Returns the number of the lesson, from 1, and the number of lessons.
    pub(crate) fn position(&self) -> (usize, usize) {
        (self.nth + 1, Lesson::ALL.len() - 1)
    }
}
