//! Edits by a single key: tags, emotion, votes, alternatives, deletion.

use crate::app::model::action::{Action, TagEdit};
use crate::app::model::board::Deletion;
use crate::app::model::commit::{commit, commit_in_place};
use crate::app::model::message::Tone;
use crate::app::model::presentation::Page;
use crate::app::model::state::State;
use crate::map::field::of_touchpoint;
use crate::map::{Edit, Emotion, Intent, Kind, Touchpoint};

/// Applies a tag edit to the target touchpoints.
pub(crate) fn change(state: &mut State, edit: TagEdit) {
    let old: Vec<Touchpoint> = state.targets().into_iter().map(|(_, each)| Touchpoint::clone(each)).collect();
    let mut new = old.clone();
    match edit {
        TagEdit::Kind(kind) => toggle_kind(&mut new, kind),
        TagEdit::Intent => {
            let next = match old.first().and_then(|first| first.intent) {
                None => Some(Intent::Intentional),
                Some(Intent::Intentional) => Some(Intent::Unintentional),
                Some(Intent::Unintentional) => None,
            };
            new.iter_mut().for_each(|each| each.intent = next);
        }
        TagEdit::Critical => {
            let critical = !old.iter().all(|each| each.critical);
            new.iter_mut().for_each(|each| each.critical = critical);
        }
        TagEdit::Alternative => {
            let joined = !old.iter().all(|each| each.with_previous);
            new.iter_mut().for_each(|each| each.with_previous = joined);
        }
        TagEdit::BetterEmotion => new.iter_mut().for_each(|each| each.emotion = shifted(each.emotion, 1)),
        TagEdit::WorseEmotion => new.iter_mut().for_each(|each| each.emotion = shifted(each.emotion, -1)),
        TagEdit::MoreVotes => new.iter_mut().for_each(|each| each.votes = each.votes.saturating_add(1)),
        TagEdit::FewerVotes => new.iter_mut().for_each(|each| each.votes = each.votes.saturating_sub(1)),
    }
    let changed: Vec<Touchpoint> =
        new.into_iter().zip(old).filter(|(new, old)| new != old).map(|(new, _)| new).collect();
    let count = changed.len();
    if !commit_in_place(state, Edit::Replace(changed)) {
        return;
    }
    if !state.board.marked.is_empty() {
        let text = state.lang.marked_changed(count, &state.key_label(Action::ClearBoard));
        state.say(Tone::Done, text);
    } else if state.show.presentation.is_some_and(|presentation| presentation.page != Page::Step) {
        say_value(state, edit);
    }
}

/// Deletes the target touchpoints.
pub(crate) fn delete(state: &mut State) {
    let targets = state.targets();
    let name = targets.first().map(|(_, each)| each.name.to_string()).unwrap_or_default();
    let ids: Vec<_> = targets.into_iter().map(|(_, each)| each.id).collect();
    let count = ids.len();
    let before = state.board.deletion.take().filter(|last| last.revision == state.session.document.revision());
    if !commit(state, Edit::Delete(ids)) {
        return;
    }
    state.select_visible();
    let undo = state.key_label(Action::Undo);
    // The key may have been pressed twice by habit: both deletions are named.
    let text = match &before {
        Some(before) if count == 1 => state.lang.deleted_again(&before.name, &name, &undo),
        Some(_) | None => state.lang.deleted(count, &name, &undo),
    };
    state.say(Tone::Done, text);
    let revision = state.session.document.revision();
    state.board.deletion = (count == 1).then_some(Deletion { name, revision });
}

/// Says the new value of the selected touchpoint, for pages without cards.
fn say_value(state: &mut State, edit: TagEdit) {
    let key = match edit {
        TagEdit::Kind(_) => "kind",
        TagEdit::Intent => "intent",
        TagEdit::Critical => "critical",
        TagEdit::Alternative => "with_previous",
        TagEdit::BetterEmotion | TagEdit::WorseEmotion => "emotion",
        TagEdit::MoreVotes | TagEdit::FewerVotes => "votes",
    };
    let selected = state.board.selected().and_then(|id| state.map().touchpoint(id));
    if let Some((field, touchpoint)) = of_touchpoint(key).zip(selected) {
        let text = state.lang.field_changed(&touchpoint.name, key, &field.get(touchpoint));
        state.say(Tone::Done, text);
    }
}

/// Sets the kind of all touchpoints, or removes it if all have it.
fn toggle_kind(touchpoints: &mut [Touchpoint], kind: Kind) {
    let all_have_it = touchpoints.iter().all(|each| each.kind == Some(kind));
    touchpoints.iter_mut().for_each(|each| each.kind = (!all_have_it).then_some(kind));
}

/// Returns the emotion raised or lowered by `by`; an unknown emotion counts as neutral.
fn shifted(emotion: Option<Emotion>, by: i64) -> Option<Emotion> {
    let value = emotion.map_or(0, |emotion| i64::from(emotion.value()));
    Emotion::new((value + by).clamp(-2, 2))
}
