//! `update`: the only function that changes the state.

use crate::app::board::filter;
use crate::app::dialogs::{browser, export, import};
use crate::app::input::pointer;
use crate::app::model::effect::Effect;
use crate::app::model::file_name::is_importable;
use crate::app::model::message::Tone;
use crate::app::model::msg::{Msg, Opening};
use crate::app::model::next::{Next, Then};
use crate::app::model::opening::TypedAhead;
use crate::app::model::screen::{IfMissing, Screen};
use crate::app::model::session::OutsideContent;
use crate::app::model::start::Offer;
use crate::app::model::state::State;
use crate::app::panes::{self, list};
use crate::app::perform::perform;
use crate::app::session::{copy, journal, live, open, outside, overwritten, recovery, room, save, start, unreadable};
use crate::app::show::{presentation, tour};
use crate::app::step::run_step;
use crate::app::typing;

/// Handles a message and returns the effects to carry out.
pub fn update(state: &mut State, msg: Msg) -> Vec<Effect> {
    if let Msg::Drawn(viewport) = msg {
        state.viewport = viewport;
        return Vec::new();
    }
    let revision = state.session.document.revision();
    let next = handle(state, msg);
    let mut effects = run(state, next);
    if !state.dialogs.is_empty() {
        state.board.drag = None;
    }
    for follow_up in [outside::merge_waiting, recovery::ask_next, start::request_preview, live::save_if_due] {
        let next = follow_up(state);
        effects.extend(run(state, next));
    }
    state.refresh();
    list::sync_selection(state);
    panes::room::sync_selection(state);
    tour::advance(state);
    state.refresh_preview();
    let is_changed = revision != state.session.document.revision();
    if is_changed {
        filter::warn_if_hidden(state);
    }
    effects.extend(room::sync(state, is_changed));
    journal::sync_journal(state, &mut effects);
    effects.extend(live::sync_watch_pace(state));
    effects.extend(type_ahead(state));
    effects
}

/// Handles what was typed while a file was being read, if its map is on the board now. What was typed before something
/// else appeared, such as a question, was not meant for it and is dropped.
fn type_ahead(state: &mut State) -> Vec<Effect> {
    if matches!(state.screen, Screen::Opening { .. }) {
        return Vec::new();
    }
    let typed = std::mem::take(&mut state.opening.typed);
    if !matches!(state.screen, Screen::Board) || !state.dialogs.is_empty() {
        return Vec::new();
    }
    let inputs = typed.into_iter().map(|input| match input {
        TypedAhead::Key(key) => Msg::Key(key),
        TypedAhead::OtherLayoutKey { typed, latin } => Msg::OtherLayoutKey { typed, latin },
        TypedAhead::Paste(text) => Msg::Paste(text),
    });
    inputs.flat_map(|input| update(state, input)).collect()
}

/// Runs what a handler asks for until nothing is left, and returns all effects in order.
fn run(state: &mut State, mut next: Next) -> Vec<Effect> {
    let mut effects = next.effects;
    while let Some(then) = next.then {
        next = match then {
            Then::Action(action) => perform(state, action),
            Then::Step(step) => run_step(state, step),
        };
        effects.append(&mut next.effects);
    }
    effects
}

/// Finds the handler for a message.
fn handle(state: &mut State, msg: Msg) -> Next {
    match msg {
        Msg::Key(key) => return typing::press(state, key),
        Msg::OtherLayoutKey { typed, latin } => return typing::press_on_layout(state, typed, latin),
        Msg::Paste(text) => return typing::paste(state, &text),
        Msg::Pointer(pointer) => return pointer::handle(state, pointer),
        Msg::Tick(now) => {
            state.now = state.now.max(now);
            pointer::scroll_at_edge(state);
            let effects = state.show.timer.tick(state.now).then_some(Effect::Ring).into_iter().collect();
            return Next { effects, ..presentation::give_due_vote(state) };
        }
        Msg::Begin(opening) => return begin(state, opening),
        Msg::Opened { path, outcome, found } => return open::opened(state, path, outcome, found),
        Msg::FileChanged { path } => return outside::reread(state, path),
        Msg::FileReread { path, outcome, written } => {
            // The content may wait until it can be merged.
            let written = written.map(|written| written.since_start(state.now));
            return outside::changed(state, path, OutsideContent { outcome, written });
        }
        Msg::Listed { folder, outcome } => return browser::listed(state, &folder, outcome),
        Msg::Edited { path, outcome } => return unreadable::edited(state, path, outcome),
        Msg::Exported { job, outcome } => return export::exported(state, *job, outcome),
        Msg::Interpreted { number, outcome } => return import::interpreted(state, number, outcome),
        Msg::Room(msg) => return room::handle(state, msg),
        Msg::Copied { count, by } => export::copied(state, count, by),
        Msg::Saved { path, revision, outcome } => return save::saved(state, path, revision, outcome),
        Msg::CopyWritten { path, outcome } => return copy::written(state, path, outcome),
        Msg::VersionKept { path, outcome } => overwritten::version_kept(state, &path, &outcome),
        Msg::Previewed { path, map } => start::previewed(state, path, map),
        Msg::Unsaved(found) => recovery::found(state, found),
        Msg::Recent(recent) => return start::found_recent(state, recent),
        Msg::Orphans(orphans) => start::found_orphans(state, orphans),
        // Already handled in `update`.
        Msg::Drawn(_) => {}
        Msg::WindowTooLarge { drawn: (columns, rows) } => {
            let text = state.lang.window_too_large(&state.lang.number(columns.into()), &state.lang.number(rows.into()));
            state.say(Tone::Refused, text);
        }
        Msg::JournalFailed(error) => {
            let text = state.lang.journal_failed(&error);
            state.say(Tone::Failed, text);
            state.is_journal_failing = true;
        }
        Msg::JournalNeedsMap => journal::write_anew(state),
        Msg::JournalRestored => {
            state.is_journal_failing = false;
            let text = state.lang.journal_restored();
            state.say(Tone::Done, text);
        }
    }
    Next::nothing()
}

fn begin(state: &mut State, opening: Opening) -> Next {
    match opening {
        Opening::Map(path) if is_importable(&path) => {
            let next = start::show(state);
            let import = import::open_file(state, path);
            Next { effects: next.effects.into_iter().chain(import.effects).collect(), then: None }
        }
        Opening::Map(path) => open::open(state, path, IfMissing::NewMap),
        Opening::Tour => {
            tour::begin(state);
            Next::nothing()
        }
        Opening::Start => {
            if !state.settings.start_screen {
                start::begin(state, Offer::NewMap);
            }
            Next { effects: vec![Effect::FindRecent, Effect::FindUnsaved], then: None }
        }
    }
}
