//! Keys as sentences name them: those in force, also after the user has changed them.

use crate::app::model::action::Action;
use crate::app::model::context::Context;
use crate::app::model::requirement::Reason;
use crate::app::model::state::State;

impl State {
    /// The first key for an action: where one is now, else behind what stands in front, else anywhere; an action without a
    /// key is told by its name, by which it is found among all actions.
    pub fn key(&self, action: Action) -> String {
        let mut contexts = [self.context(), self.ground()].into_iter().chain(Context::ALL);
        contexts.find_map(|context| self.key_in(context, action)).unwrap_or_else(|| self.lang.action(action.name()))
    }

    /// The first key for an action there; none where it has none.
    pub fn key_in(&self, context: Context, action: Action) -> Option<String> {
        self.keys.keys(context, action).next().map(|key| self.lang.key(key))
    }

    /// Why an action cannot be done now, and the keys that lead further.
    pub fn why_not(&self, reason: Reason) -> String {
        let keys = reason.ways_out().iter().map(|&action| (action.name(), self.key(action)));
        self.lang.why_not(reason.name(), keys.collect())
    }
}
