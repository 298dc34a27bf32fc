//! Keys as sentences name them: those in force, also after the user has changed them.

use crate::app::model::action::{Action, Lift, TagEdit};
use crate::app::model::context::Context;
use crate::app::model::reason::Reason;
use crate::app::model::state::State;
use crate::map::Direction;

impl State {
    /// The first key for an action: where one is now, else behind what stands in front, else anywhere; an action without a
    /// key is told by its name, by which it is found among all actions.
    pub fn key(&self, action: Action) -> String {
        let mut contexts = [self.context(), self.ground()].into_iter().chain(Context::ALL);
        contexts.find_map(|context| self.key_in(context, action)).unwrap_or_else(|| self.lang.action(action.key()))
    }

    /// The first key for an action there; none where it has none.
    pub fn key_in(&self, context: Context, action: Action) -> Option<String> {
        self.keys.keys(context, action).next().map(|key| self.lang.key(key))
    }

    /// Why an action cannot be done now, and the keys that lead further.
    pub fn why_not(&self, reason: Reason) -> String {
        let keys = reason.ways_out().iter().map(|&action| (action.key(), self.key(action)));
        self.lang.why_not(reason.key(), keys.collect())
    }
}

impl Reason {
    /// The actions whose keys the sentence names.
    pub const fn ways_out(self) -> &'static [Action] {
        match self {
            Reason::NothingSelected => &[Action::QuickEntry],
            Reason::NothingToRedo => &[Action::Undo],
            Reason::NothingCopied => &[Action::Copy],
            Reason::NothingSearched => &[Action::Search, Action::Filter],
            Reason::FirstPhase => &[Action::Shift(Direction::Right)],
            Reason::AtBottom => &[Action::Shift(Direction::Up)],
            Reason::LastPhase => &[Action::Shift(Direction::Left)],
            Reason::AtTop => &[Action::Shift(Direction::Down)],
            Reason::NoVotes => &[Action::Change(TagEdit::MoreVotes)],
            Reason::BestEmotion => &[Action::Change(TagEdit::WorseEmotion)],
            Reason::WorstEmotion => &[Action::Change(TagEdit::BetterEmotion)],
            Reason::NothingSupposed => &[Action::Lift(Lift::Up), Action::Lift(Lift::Down)],
            Reason::ReadOnly => &[Action::SaveAs],
            Reason::NothingFurther => &[Action::LeavePresentation],
            Reason::NotNumbered => &[Action::ToggleOverview],
            Reason::NothingCounted => &[Action::Countdown],
            Reason::NothingFiltered => &[Action::Filter],
            Reason::NothingMarked => &[Action::Mark, Action::MarkRange],
            Reason::NotAText => &[Action::ReadAgain],
            Reason::NotByPhase => &[Action::Enlarge],
            Reason::NothingToUndo
            | Reason::FirstOfPhase
            | Reason::StillOpening
            | Reason::NoConversion
            | Reason::NothingListed
            | Reason::NotAcceptable
            | Reason::NothingAccepted
            | Reason::NothingToClear
            | Reason::EndOfShares => &[],
        }
    }
}
