//! The table of reasons why an action cannot run.

use crate::app::model::action::Action;
use crate::app::model::pane::SidePane;
use crate::app::model::parameter::{ConversionStep, RoomAct, TagEdit};
use crate::map::Direction;

/// Makes the enum `Reason`, its names and the suggested actions, from one table.
macro_rules! reasons {
    ($($reason:ident, $name:literal, [$($action:expr),*];)+) => {
        /// Why an action cannot run now.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Reason {
            $($reason,)+
        }

        impl Reason {
            pub const ALL: &[Reason] = &[$(Reason::$reason,)+];

            /// The name by which the interface finds the sentence.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Reason::$reason => $name,)+
                }
            }

            /// The actions whose keys the sentence names.
            pub const fn suggested_actions(self) -> &'static [Action] {
                match self {
                    $(Reason::$reason => &[$($action),*],)+
                }
            }
        }
    };
}

reasons! {
    NothingSelected, "nothing-selected", [Action::QuickEntry];
    NothingToUndo, "nothing-to-undo", [];
    NothingToRedo, "nothing-to-redo", [Action::Undo];
    NothingCopied, "nothing-copied", [Action::Copy];
    NoConflict, "no-conflict", [Action::Show(SidePane::Review)];
    NothingSearched, "nothing-searched", [Action::Search, Action::Filter];
    NothingFiltered, "nothing-filtered", [Action::Filter];
    NothingMarked, "nothing-marked", [Action::Mark, Action::MarkRange];
    NothingToClear, "nothing-to-clear", [];
    FirstOfPhase, "first-of-phase", [];
    FirstPhase, "first-phase", [Action::Move(Direction::Right)];
    LastPhase, "last-phase", [Action::Move(Direction::Left)];
    AtTop, "at-top", [Action::Move(Direction::Down)];
    AtBottom, "at-bottom", [Action::Move(Direction::Up)];
    NoVotes, "no-votes", [Action::Change(TagEdit::MoreVotes)];
    BestEmotion, "best-emotion", [Action::Change(TagEdit::WorseEmotion)];
    WorstEmotion, "worst-emotion", [Action::Change(TagEdit::BetterEmotion)];
    ReadOnly, "read-only", [Action::SaveAs];
    NotAText, "not-a-text", [Action::ReadAgain];
    AfterPurchase, "after-purchase", [];
    BeforeFunnel, "before-funnel", [Action::BeginFunnel];
    NoReach, "no-reach", [Action::GiveReach];
    FirstReach, "first-reach", [];
    NobodyBefore, "nobody-before", [];
    ConversionAtLimit, "end-of-shares", [];
    NoFunnelBeginning, "no-funnel-beginning", [];
    NoWhatIf, "nothing-supposed", [
        Action::AdjustConversion(ConversionStep::Up),
        Action::AdjustConversion(ConversionStep::Down)
    ];
    NothingListed, "nothing-listed", [];
    LineWithoutTouchpoint, "line-without-touchpoint", [Action::NextPane];
    NotSilenceable, "not-acceptable", [];
    NothingSilenced, "nothing-accepted", [];
    NoFurtherPage, "nothing-further", [Action::LeavePresentation];
    NotNumbered, "not-numbered", [Action::ToggleOverview];
    NotByPhase, "not-by-phase", [Action::Enlarge];
    NoTimer, "nothing-counted", [Action::StartTimer];
    NoFileForRoom, "no-file-for-room", [Action::SaveAs];
    RoomClosed, "room-closed", [Action::Share];
    RoomHidden, "room-hidden", [Action::Room(RoomAct::Reveal)];
    DotsHidden, "dots-hidden", [Action::Room(RoomAct::Reveal)];
    NothingWaits, "nothing-waits", [];
    NothingToReveal, "nothing-to-reveal", [];
}
