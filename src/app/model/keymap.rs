//! The one table of keys: it feeds dispatch, footer, help, remapping and the documented key list.

use std::borrow::Cow;

use crokey::KeyCombination;

use crate::app::model::action::Action;
use crate::app::model::context::Context;

/// How much a binding matters in the footer, where there is not room for all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    Shown,
    Hidden,
}

/// Keys that mean an action in a context.
#[derive(Clone, Debug, PartialEq)]
pub struct Binding {
    pub context: Context,
    pub keys: Cow<'static, [KeyCombination]>,
    pub action: Action,
    pub hint: Hint,
}

/// The bindings in force: those of the table, with the keys that the user wants.
#[derive(Clone, Debug, PartialEq)]
pub struct Keymap {
    pub(crate) bindings: Vec<Binding>,
}

impl Keymap {
    /// The bindings of a context, in order.
    pub fn bindings(&self, context: Context) -> impl Iterator<Item = &Binding> {
        self.bindings.iter().filter(move |binding| binding.context == context)
    }

    /// The bindings of a context, and behind them those of the board that it is part of.
    pub(crate) fn all(&self, context: Context) -> impl Iterator<Item = &Binding> {
        let around = context.is_part_of_board().then(|| self.bindings(Context::Board));
        self.bindings(context).chain(around.into_iter().flatten())
    }

    /// What a key means in a context, if anything.
    pub fn action(&self, context: Context, key: KeyCombination) -> Option<Action> {
        self.all(context).find(|binding| binding.keys.contains(&key)).map(|binding| binding.action)
    }

    /// All actions that keys mean in a context, each once, in the order of the bindings.
    pub fn actions(&self, context: Context) -> Vec<Action> {
        let mut actions = Vec::new();
        for binding in self.all(context) {
            if !actions.contains(&binding.action) {
                actions.push(binding.action);
            }
        }
        actions
    }

    /// The bindings to show in a context: its own first, then those of the board that it is part of, but for those whose
    /// first key means something else here.
    pub fn shown(&self, context: Context) -> impl Iterator<Item = &Binding> {
        let is_free = move |binding: &&Binding| {
            binding.keys.first().is_none_or(|key| !self.bindings(context).any(|own| own.keys.contains(key)))
        };
        let around = context.is_part_of_board().then(|| self.bindings(Context::Board).filter(is_free));
        self.bindings(context).chain(around.into_iter().flatten())
    }

    /// The keys that mean an action in a context, in order.
    pub fn keys(&self, context: Context, wanted: Action) -> impl Iterator<Item = KeyCombination> {
        let all = self.all(context).flat_map(|binding| binding.keys.iter());
        all.copied().filter(move |&key| self.action(context, key) == Some(wanted))
    }
}
