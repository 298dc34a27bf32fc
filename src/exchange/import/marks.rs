//! Marks of quick entry and named texts that say something about a touchpoint of a list.

use super::cell;
use super::row::{ReadRow, add_notes};
use super::shape::heading::{meaning, named_text};
use super::shape::role::Role;
use super::vocabulary::{Vocabulary, column_of};
use crate::map::entry::Entry;
use crate::map::field;

/// Sets the field that a text such as `channel: web` names; one that is not understood goes into the notes.
pub(crate) fn set_attribute(read: &mut ReadRow, text: &str, words: &Vocabulary) {
    let of_role = |role: Role| {
        let fields = field::TOUCHPOINT.iter().filter(|field| field.key != "name");
        fields.into_iter().find(|field| column_of(field).is_some_and(|column| role.is_field(column)))
    };
    let found = named_text(text).and_then(|(name, value)| {
        let field = of_role(meaning(name, words)?.role)?;
        Some((field, cell::value(field.kind, value, words).ok()?))
    });
    match found.filter(|(field, _)| !read.marked_fields.contains(&field.key)) {
        Some((field, value)) => {
            field.set(&mut read.touchpoint, value);
            read.marked_fields.push(field.key);
        }
        None => add_notes(&mut read.touchpoint, &[text.to_owned()]),
    }
}

/// Sets what the marks of a line of quick entry say.
pub(crate) fn set(read: &mut ReadRow, mark: &Entry) {
    let said = [
        ("kind", mark.kind.is_some()),
        ("intent", mark.intent.is_some()),
        ("channel", mark.channel.is_some()),
        ("reach", mark.reach.is_some()),
        ("emotion", mark.emotion.is_some()),
        ("critical", mark.critical),
    ];
    read.marked_fields.extend(said.into_iter().filter(|(_, is_said)| *is_said).map(|(key, _)| key));
    let touchpoint = &mut read.touchpoint;
    let (kind, intent) = mark.suggestion();
    touchpoint.kind = mark.kind.or(kind).or(touchpoint.kind);
    touchpoint.intent = mark.intent.or(intent).or(touchpoint.intent);
    touchpoint.channel = mark.channel.clone().or(touchpoint.channel.take());
    touchpoint.reach = mark.reach.or(touchpoint.reach);
    touchpoint.emotion = mark.emotion.or(touchpoint.emotion);
    touchpoint.critical |= mark.critical;
}
