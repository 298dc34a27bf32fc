//! The table of keys for dispatch, footer, help, remapping and the documented key list.

use std::borrow::Cow;

use crokey::KeyCombination;

use crate::app::model::action::Action;
use crate::app::model::context::Context;

/// Whether the footer shows a binding; it has no space for all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    Shown,
    Hidden,
}

/// Keys bound to an action in a context.
#[derive(Clone, Debug, PartialEq)]
pub struct Binding {
    pub context: Context,
    pub keys: Cow<'static, [KeyCombination]>,
    pub action: Action,
    pub hint: Hint,
}

/// The current bindings: those of the table, with the user's own keys.
#[derive(Clone, Debug, PartialEq)]
pub struct Keymap {
    pub(crate) bindings: Vec<Binding>,
}

impl Keymap {
    /// Returns the bindings of a context, in order.
    pub fn bindings(&self, context: Context) -> impl Iterator<Item = &Binding> {
        self.bindings.iter().filter(move |binding| binding.context == context)
    }

    /// Returns the bindings of a context, followed by those of its parent.
    pub(crate) fn all(&self, context: Context) -> impl Iterator<Item = &Binding> {
        let of_parent = context.parent().map(|parent| self.bindings(parent));
        self.bindings(context).chain(of_parent.into_iter().flatten())
    }

    /// Returns the action of a key in a context.
    pub fn action(&self, context: Context, key: KeyCombination) -> Option<Action> {
        self.all(context).find(|binding| binding.keys.contains(&key)).map(|binding| binding.action)
    }

    /// Returns all bound actions of a context, each once, in the order of the bindings.
    pub(crate) fn actions(&self, context: Context) -> Vec<Action> {
        let mut actions = Vec::new();
        for binding in self.all(context) {
            if !actions.contains(&binding.action) {
                actions.push(binding.action);
            }
        }
        actions
    }

    /// Returns the bindings to show in a context: its own, then those of its parent whose first key is not bound to
    /// something else here.
    pub fn shown(&self, context: Context) -> impl Iterator<Item = &Binding> {
        let is_free = move |binding: &&Binding| {
            binding.keys.first().is_none_or(|key| !self.bindings(context).any(|own| own.keys.contains(key)))
        };
        let of_parent = context.parent().map(|parent| self.bindings(parent).filter(is_free));
        self.bindings(context).chain(of_parent.into_iter().flatten())
    }

    /// Returns the keys of an action in a context, in order.
    pub fn keys(&self, context: Context, wanted: Action) -> impl Iterator<Item = KeyCombination> {
        let all = self.all(context).flat_map(|binding| binding.keys.iter());
        all.copied().filter(move |&key| self.action(context, key) == Some(wanted))
    }
}
