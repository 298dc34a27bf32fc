//! Remapping: the keys of `keys.ron` replace those of the table; a key that cannot be used is reported.

use std::borrow::Cow;
use std::ops::Range;

use crokey::KeyCombination;

use crate::app::input::key_name as name;
use crate::app::input::key_table::BINDINGS;
use crate::app::model::action::{Action, Reply};
use crate::app::model::context::Context;
use crate::app::model::keymap::{Binding, Keymap};
use crate::app::model::line::types_or_deletes;
use crate::map::text::visible_chars;
use crate::store::keys::{ContextActions, KeyOverride};
use crate::store::{Fault, Problem, keys};

/// A valid override: the keys for a binding of the table.
struct Resolved {
    binding: usize,
    keys: Vec<KeyCombination>,
    /// The byte range of each key in the text.
    spans: Vec<Range<usize>>,
}

/// Reads the text of `keys.ron` and returns the bindings and all faults.
pub fn remapped(text: &str) -> (Keymap, Vec<Fault>) {
    let (overrides, mut faults) = keys::parse(text, &context_actions());
    let mut resolved = Vec::new();
    for key_override in &overrides {
        match resolve(key_override) {
            Ok(valid) => resolved.push(valid),
            Err(found) => faults.extend(found),
        }
    }
    // Two overrides may swap keys, so conflicts are looked for after all are applied.
    let mut keymap = keymap_with(&resolved);
    while let Some((nth, fault)) = last_conflict(&resolved, &keymap) {
        faults.push(fault);
        resolved.remove(nth);
        keymap = keymap_with(&resolved);
    }
    while let Some((nth, fault)) = last_covered_way_out(&resolved, &keymap) {
        faults.push(fault);
        resolved.remove(nth);
        keymap = keymap_with(&resolved);
    }
    faults.sort_by_key(|fault| (fault.span.start, fault.span.end));
    (keymap, faults)
}

/// Returns the contexts with the names of their actions.
fn context_actions() -> Vec<ContextActions> {
    let actions = |context| BINDINGS.iter().filter(move |binding| binding.context == context);
    let known = Context::ALL.map(|context| ContextActions {
        context: context.name(),
        actions: actions(context).map(|binding| binding.action.name()).collect(),
    });
    known.into()
}

/// Finds the binding of an override and parses its keys.
fn resolve(key_override: &KeyOverride) -> Result<Resolved, Vec<Fault>> {
    let is_named = |binding: &Binding| {
        (binding.context.name(), binding.action.name()) == (key_override.context, key_override.action)
    };
    let found = BINDINGS.iter().enumerate().find(|(_, binding)| is_named(binding));
    let Some((nth, binding)) = found else { return Err(Vec::new()) };
    let mut resolved = Resolved { binding: nth, keys: Vec::new(), spans: Vec::new() };
    let mut faults = Vec::new();
    for (written, span) in &key_override.keys {
        match key(binding.context, written) {
            Ok(key) if resolved.keys.contains(&key) => {}
            Ok(key) => {
                resolved.keys.push(key);
                resolved.spans.push(span.clone());
            }
            Err(problem) => faults.push(Fault { span: span.clone(), problem }),
        }
    }
    if key_override.keys.is_empty() && is_way_out(binding.context, binding.action) {
        faults.push(Fault {
            span: key_override.span.clone(),
            problem: Problem::NeedsKey { action: key_override.action },
        });
    }
    if faults.is_empty() { Ok(resolved) } else { Err(faults) }
}

/// Parses a key name, if the key can be bound in the context.
fn key(context: Context, written: &str) -> Result<KeyCombination, Problem> {
    let shown = |(_, c, stays): (usize, char, bool)| if stays { c.to_string() } else { c.escape_unicode().to_string() };
    let found = || visible_chars(written).take(40).map(shown).collect();
    match name::parse(written) {
        None => Err(Problem::UnknownKey { found: found(), suggestion: name::suggest_key(written) }),
        Some(key) if !name::is_sent(key) => Err(Problem::UnsentKey { key: found() }),
        Some(key) if context.takes_text() && types_or_deletes(key) => Err(Problem::TypedKey { key: found() }),
        Some(key) => Ok(key),
    }
}

/// Returns true if the user could not leave the context without a key for this action, or only by saving.
fn is_way_out(context: Context, action: Action) -> bool {
    let leaves =
        matches!(action, Action::Quit | Action::Reply(Reply::Leave) | Action::LeavePresentation | Action::EndTour);
    leaves || (matches!(context, Context::Question | Context::Confirmation) && action == Action::Reply(Reply::Discard))
}

/// Returns the keymap with these overrides applied.
fn keymap_with(overrides: &[Resolved]) -> Keymap {
    let mut keymap = Keymap::default();
    for resolved in overrides {
        keymap.bindings[resolved.binding].keys = Cow::Owned(resolved.keys.clone());
    }
    keymap
}

/// Returns the last override of a pane or of a state of a line that covers every key that leaves it, with its fault.
///
/// The usual keys cover no way out for good: after them, the pane or the state has ended.
fn last_covered_way_out(overrides: &[Resolved], keymap: &Keymap) -> Option<(usize, Fault)> {
    let is_covered = |context: Context, parent: Context| {
        let ways_out = keymap.bindings(parent).filter(|binding| is_way_out(context, binding.action));
        let covered = ways_out.filter(|binding| keymap.keys(context, binding.action).next().is_none());
        covered.map(|binding| binding.action).next()
    };
    let is_usual = |resolved: &Resolved| resolved.keys == *BINDINGS[resolved.binding].keys;
    overrides.iter().enumerate().rev().filter(|(_, resolved)| !is_usual(resolved)).find_map(|(nth, resolved)| {
        let context = keymap.bindings[resolved.binding].context;
        let parent = context.parent()?;
        let action = is_covered(context, parent)?;
        let taken = |key: &&KeyCombination| {
            keymap.bindings(parent).any(|binding| binding.action == action && binding.keys.contains(key))
        };
        let key = resolved.keys.iter().position(|key| taken(&key))?;
        let problem = Problem::NeedsKey { action: action.name() };
        Some((nth, Fault { span: resolved.spans[key].clone(), problem }))
    })
}

/// Returns the last override whose key is bound to something else in the same context, with its fault.
fn last_conflict(overrides: &[Resolved], keymap: &Keymap) -> Option<(usize, Fault)> {
    let conflicts = overrides.iter().enumerate().rev().filter_map(|(nth, resolved)| {
        let own = &keymap.bindings[resolved.binding];
        resolved.keys.iter().zip(&resolved.spans).find_map(|(key, span)| {
            let mut others = keymap.bindings(own.context).filter(|other| other.action != own.action);
            let action = others.find(|other| other.keys.contains(key))?.action.name();
            let problem = Problem::TakenKey { key: name::name(*key), action };
            Some((nth, Fault { span: span.clone(), problem }))
        })
    });
    conflicts.into_iter().next()
}
