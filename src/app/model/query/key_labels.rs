//! The current keys of actions, as sentences name them.

use crate::app::model::action::{Action, InputReply, Reply};
use crate::app::model::context::Context;
use crate::app::model::dialog::question::Question;
use crate::app::model::reason::Reason;
use crate::app::model::state::State;

impl State {
    /// Returns the first key of an action: in the current context, else behind the dialogs, else anywhere.
    ///
    /// An action without a key is named by its label, by which the palette finds it.
    pub fn key_label(&self, action: Action) -> String {
        let mut contexts = [self.context(), self.base_context()].into_iter().chain(Context::ALL);
        contexts
            .find_map(|context| self.key_label_in(context, action))
            .unwrap_or_else(|| self.lang.action(action.name()))
    }

    /// Returns the first key of an action in a context.
    pub(crate) fn key_label_in(&self, context: Context, action: Action) -> Option<String> {
        self.keys.keys(context, action).next().map(|key| self.lang.key(key))
    }

    /// Returns the keys that take a row of the preview of a file for its previous and its next meaning.
    pub(crate) fn meaning_keys(&self) -> [String; 2] {
        [InputReply::PreviousMeaning, InputReply::NextMeaning]
            .map(|reply| self.key_label(Action::Reply(Reply::Input(reply))))
    }

    /// Returns the keys that the box of a question shows for an answer.
    pub(crate) fn answer_keys(&self, question: &Question, reply: Reply) -> Vec<String> {
        // If no answer leaves the question, the key that leaves also gives another answer.
        let also_leaves = reply != Reply::Leave && reply == question.answer_of_leave();
        let replies = [Some(reply), also_leaves.then_some(Reply::Leave)].into_iter().flatten();
        replies.filter_map(|reply| self.key_label_in(question.context(), Action::Reply(reply))).collect()
    }

    /// Returns the sentence for a reason, with the keys that help.
    pub fn refusal_text(&self, reason: Reason) -> String {
        let keys = reason.suggested_actions().iter().map(|&action| (action.name(), self.key_label(action)));
        self.lang.why_not(reason.name(), keys.collect())
    }
}
