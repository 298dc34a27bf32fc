//! The help: every binding of a context, filtered as one types; Enter runs the chosen one.

use super::action::Reply;
use super::effect::Effect;
use super::keymap::{Binding, Context, Keymap};
use super::line::LineInput;
use super::perform::perform;
use super::state::{Dialog, State};
use crate::lang::Lang;
use crate::map::text::fold;

/// The help for a context.
#[derive(Clone, Debug)]
pub struct Help {
    pub context: Context,
    pub filter: LineInput,
    /// Which of the listed bindings is chosen.
    pub chosen: usize,
}

impl Help {
    /// The help for a context, with nothing filtered.
    pub fn new(context: Context) -> Help {
        Help { context, filter: LineInput::default(), chosen: 0 }
    }

    /// The bindings that hold every word of the filter in their keys or in what they say.
    pub fn listed<'k>(&self, lang: &Lang, keymap: &'k Keymap) -> Vec<&'k Binding> {
        let filter = fold(self.filter.text());
        let words: Vec<&str> = filter.split_whitespace().collect();
        let holds = |binding: &&Binding| {
            let keys = binding.keys.iter().map(|&key| lang.key(key)).collect::<Vec<_>>().join(" ");
            let label = lang.action(binding.action.key());
            let text = fold(&format!("{keys} {label} {}", lang.action_about(binding.action.key())));
            words.iter().all(|word| text.contains(word))
        };
        keymap.shown(self.context).filter(holds).collect()
    }
}

/// Carries out a reply to the help.
pub(super) fn reply(state: &mut State, reply: Reply) -> Vec<Effect> {
    let Some(Dialog::Help(help)) = state.dialogs.last_mut() else {
        return Vec::new();
    };
    let listed = help.listed(&state.lang, &state.keys);
    match reply {
        Reply::Next => help.chosen = (help.chosen + 1).min(listed.len().saturating_sub(1)),
        Reply::Previous => help.chosen = help.chosen.saturating_sub(1),
        Reply::Leave if !help.filter.text().is_empty() => *help = Help::new(help.context),
        Reply::Accept | Reply::Choose | Reply::Keep => {
            let action = listed.get(help.chosen.min(listed.len().saturating_sub(1))).map(|binding| binding.action);
            state.dialogs.pop();
            if let Some(action) = action {
                return perform(state, action);
            }
        }
        Reply::Leave | Reply::Discard => {
            state.dialogs.pop();
        }
        Reply::Add | Reply::NextChoice | Reply::PreviousChoice | Reply::Complete => {}
    }
    Vec::new()
}
