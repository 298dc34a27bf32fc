//! Marks of quick entry that say something about a touchpoint of a file.

use super::row::ReadRow;
use crate::map::entry::Entry;

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
