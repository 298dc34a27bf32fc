//! Live editing: turning it on and off, and saving changes as soon as they are due.

use crate::app::model::action::Action;
use crate::app::model::effect::{Effect, WatchPace};
use crate::app::model::live::{LiveStatus, Unsaved};
use crate::app::model::message::Tone;
use crate::app::model::next::{Next, Step};
use crate::app::model::state::State;
use crate::app::session::save;

/// Turns live editing on or off. A map without a file needs a name first.
pub(crate) fn toggle(state: &mut State) -> Next {
    if state.is_scratch_map() {
        let text = state.lang.live_not_in_tour();
        state.say(Tone::Refused, text);
        return Next::nothing();
    }
    state.settings.live = !state.settings.live;
    state.session.live.failed = None;
    let (lang, is_read_only) = (&state.lang, state.session.is_read_only());
    let text = match state.live_status() {
        LiveStatus::Off => lang.live_off(&state.key_label(Action::Save)),
        LiveStatus::NoFile => lang.live_needs_file(),
        LiveStatus::On | LiveStatus::Paused | LiveStatus::Failing if is_read_only => lang.live_read_only(),
        LiveStatus::On | LiveStatus::Paused | LiveStatus::Failing => lang.live_on(),
    };
    state.say(Tone::Done, text);
    match state.live_status() {
        LiveStatus::NoFile => save::ask_for_file(state),
        // The save asks the questions about others' changes or a lost file.
        LiveStatus::Paused => return Next::step(Step::Save),
        LiveStatus::Off | LiveStatus::On | LiveStatus::Failing => {}
    }
    Next::nothing()
}

/// Saves the live map if its changes have waited long enough.
pub(crate) fn save_if_due(state: &mut State) -> Next {
    note_unsaved(state);
    let is_due = state.live_save_at().is_some_and(|at| at <= state.now);
    if is_due { save::save_unasked(state) } else { Next::nothing() }
}

/// Saves the live map at once, if it has unsaved changes.
pub(crate) fn save_now(state: &mut State) -> Next {
    note_unsaved(state);
    if state.live_save_at().is_some() { save::save_unasked(state) } else { Next::nothing() }
}

/// Notes when the unsaved changes were made.
fn note_unsaved(state: &mut State) {
    let (revision, now) = (state.session.document.revision(), state.now);
    let is_unsaved = state.is_unsaved();
    let live = &mut state.session.live;
    live.unsaved = match live.unsaved.filter(|_| is_unsaved) {
        None if !is_unsaved => None,
        None => Some(Unsaved { since: now, last: (revision, now) }),
        Some(Unsaved { last: (last, _), since }) if last != revision => Some(Unsaved { since, last: (revision, now) }),
        unsaved @ Some(_) => unsaved,
    };
}

/// Sets how often the open file is checked: more often while the map is live.
pub(crate) fn sync_watch_pace(state: &mut State) -> Option<Effect> {
    let pace = match state.live_status() {
        LiveStatus::Off | LiveStatus::NoFile => WatchPace::Normal,
        LiveStatus::On | LiveStatus::Paused | LiveStatus::Failing => WatchPace::Live,
    };
    let has_changed = state.watch_pace != pace;
    state.watch_pace = pace;
    has_changed.then_some(Effect::SetWatchPace(pace))
}
