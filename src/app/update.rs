//! The one door: every message comes through here, and nothing else changes the state.

use std::collections::HashSet;

use crokey::KeyCombination;

use crate::app::board::{filter, quick_entry};
use crate::app::dialogs::{browser, export, prompt};
use crate::app::input::availability::refusal;
use crate::app::input::pointer;
use crate::app::model::action::Action;
use crate::app::model::context::Context;
use crate::app::model::dialog::prompt::Wish;
use crate::app::model::effect::Effect;
use crate::app::model::line::LineInput;
use crate::app::model::msg::{Msg, Opening};
use crate::app::model::start::Offer;
use crate::app::model::state::{Dialog, Screen, State, Tone};
use crate::app::perform::perform;
use crate::app::session::{file, journal, outside, recovery, start, unreadable};
use crate::app::show::{presentation, tour};
use crate::map::entry::Entry;
use crate::map::{TextError, Touchpoint};

/// Takes a message in and gives what is to be done in the world.
pub fn update(state: &mut State, msg: Msg) -> Vec<Effect> {
    let revision = state.document.revision();
    let mut effects = match msg {
        Msg::Key(key) => press(state, key),
        Msg::Paste(text) => {
            state.message = None;
            state.clicked = None;
            presentation::light(state);
            paste(state, &text)
        }
        Msg::Pointer(pointer) => pointer::point(state, pointer),
        Msg::Tick(now) => {
            state.now = state.now.max(now);
            pointer::tick(state);
            if state.timer.tick(state.now) { vec![Effect::Ring] } else { Vec::new() }
        }
        Msg::Drawn(viewport) => {
            state.viewport = viewport;
            return Vec::new();
        }
        Msg::Begin(Opening::Map(path)) => file::open(state, path, true),
        Msg::Begin(Opening::Tour) => {
            tour::begin(state);
            Vec::new()
        }
        Msg::Begin(Opening::Start) => {
            if !state.settings.start_screen {
                start::begin(state, Offer::NewMap);
            }
            vec![Effect::FindRecent, Effect::FindUnsaved]
        }
        Msg::Opened { path, outcome, found } => file::opened(state, path, outcome, found),
        Msg::Differs { path } => outside::look(state, path),
        Msg::Outside { path, outcome } => outside::changed(state, path, outcome),
        Msg::Previewed { path, map } => {
            start::previewed(state, path, map);
            Vec::new()
        }
        Msg::Unsaved(found) => {
            recovery::found(state, found);
            Vec::new()
        }
        Msg::Recent(recent) => {
            start::found(state, recent);
            Vec::new()
        }
        Msg::Listed { folder, outcome } => browser::listed(state, &folder, outcome),
        Msg::NotNoted(error) => {
            let text = state.lang.journal_failed(&error);
            state.say(Tone::Failed, text);
            Vec::new()
        }
        Msg::Edited { path, outcome } => unreadable::edited(state, path, outcome),
        Msg::Exported { job, outcome } => export::exported(state, *job, outcome),
        Msg::Saved { path, revision, outcome } => file::saved(state, path, revision, outcome),
    };
    if !state.dialogs.is_empty() {
        state.board.drag = None;
    }
    effects.extend(outside::take_in(state));
    effects.extend(recovery::ask(state));
    effects.extend(start::preview(state));
    state.refresh();
    tour::follow(state);
    if revision != state.document.revision() {
        filter::tell_hidden(state);
    }
    journal::follow(state, &mut effects);
    effects
}

fn press(state: &mut State, key: KeyCombination) -> Vec<Effect> {
    state.message = None;
    state.clicked = None;
    if state.dialogs.is_empty() {
        state.timer.see();
        // Whoever pressed this saw nothing of what it would do.
        if presentation::light(state) {
            return Vec::new();
        }
    }
    let on_tour = || state.tour.as_ref().and_then(|_| state.keys.action(Context::Tour, key));
    if let Some(action) = state.keys.action(state.context(), key).or_else(on_tour) {
        return perform(state, action);
    }
    match state.dialogs.last_mut() {
        Some(Dialog::QuickEntry(line)) => {
            line.line.press(key);
            line.chosen = 0;
        }
        Some(Dialog::Form(form)) => {
            form.press(key);
        }
        Some(Dialog::Filter(_)) => filter::press(state, key),
        Some(Dialog::Palette(palette)) => {
            palette.line.press(key);
            palette.chosen = 0;
        }
        Some(Dialog::Prompt(prompt)) => {
            prompt.press(key);
            follow_search(state);
        }
        Some(Dialog::Dispatch(dispatch)) => dispatch.press(key),
        Some(Dialog::Browser(browser)) => return browser::press(browser, key),
        Some(Dialog::Help(help)) => {
            help.filter.press(key);
            help.chosen = 0;
        }
        Some(Dialog::Question(_) | Dialog::Recovery(_) | Dialog::Themes(_)) | None => {}
    }
    Vec::new()
}

/// Shows the first find while the words to find are still being typed.
fn follow_search(state: &mut State) {
    if let Some(Dialog::Prompt(typed)) = state.dialogs.last()
        && let Wish::Search { from, .. } = typed.wish
    {
        let text = typed.line.text().to_owned();
        prompt::seek(&mut state.board, &state.document, &text, from);
    }
}

fn paste(state: &mut State, text: &str) -> Vec<Effect> {
    if state.dialogs.is_empty() && matches!(state.screen, Screen::Board) && !text.trim().is_empty() {
        if let Some(reason) = refusal(state, Action::QuickEntry) {
            let text = state.why_not(reason);
            state.say(Tone::Refused, text);
            return Vec::new();
        }
        quick_entry::open(state);
        if is_several(text) {
            paste_lines(state, text);
            // What was pasted on the board ends on the board.
            state.dialogs.pop();
            return Vec::new();
        }
    }
    let outcome = match state.dialogs.last_mut() {
        Some(Dialog::QuickEntry(line)) => {
            if is_several(text) {
                paste_lines(state, text);
                return Vec::new();
            }
            line.line.insert(text.trim_end())
        }
        Some(Dialog::Form(form)) => {
            let row = form.focus;
            form.rows[row].paste(text)
        }
        Some(Dialog::Filter(filtering)) => filtering.line.insert(text.trim()),
        Some(Dialog::Palette(palette)) => palette.line.insert(text.trim()),
        Some(Dialog::Prompt(prompt)) => {
            if std::mem::take(&mut prompt.fresh) {
                prompt.line = LineInput::default();
            }
            prompt.line.insert(text.trim())
        }
        Some(Dialog::Dispatch(dispatch)) => dispatch.insert(text.trim()),
        Some(Dialog::Browser(browser)) => browser.filter.insert(text.trim()),
        Some(Dialog::Help(help)) => help.filter.insert(text.trim()),
        Some(Dialog::Question(_) | Dialog::Recovery(_) | Dialog::Themes(_)) | None => Ok(()),
    };
    if let Err(too_long) = outcome {
        let text = state.lang.paste_too_long(too_long.found);
        state.say(Tone::Refused, text);
    }
    follow_search(state);
    filter::follow(state);
    match state.dialogs.last_mut() {
        Some(Dialog::Browser(browser)) => browser::follow(browser),
        Some(_) | None => Vec::new(),
    }
}

/// Makes one touchpoint of each pasted line, in one change; one line that cannot be taken refuses them all.
fn paste_lines(state: &mut State, text: &str) {
    let Some(Dialog::QuickEntry(line)) = state.dialogs.last() else { return };
    let (typed, position, at) = (line.line.text(), line.line.position(), line.at);
    let whole = format!("{}{text}{}", &typed[..position], &typed[position..]);
    let mut made = Vec::<Touchpoint>::new();
    let mut fault: Option<(usize, TextError)> = None;
    let mut taken: HashSet<_> = state.map().touchpoints().map(|(_, each)| each.id).collect();
    for (number, line) in whole.lines().flat_map(|line| line.split('\r')).enumerate() {
        let line = without_bullet(line);
        if line.is_empty() {
            continue;
        }
        let id = state.ids.fresh(|id| taken.contains(&id));
        taken.insert(id);
        match Entry::parse(line).touchpoint(id) {
            Ok(touchpoint) => made.push(touchpoint),
            Err(found) => {
                fault = Some((number + 1, found));
                break;
            }
        }
    }
    if let Some((number, fault)) = fault {
        let text = state.lang.pasted_line_fault(number, fault);
        state.say(Tone::Refused, text);
        return;
    }
    let count = made.len();
    if quick_entry::add(state, at, made) {
        let text = state.lang.pasted(count);
        state.say(Tone::Done, text);
    }
}

/// Whether a paste has several lines.
fn is_several(text: &str) -> bool {
    text.trim().contains(['\n', '\r'])
}

/// A pasted line without the mark or number that lists have in front of their items.
fn without_bullet(line: &str) -> &str {
    let line = line.trim();
    let marked = ["-", "*", "•", "–"].iter().find_map(|bullet| line.strip_prefix(bullet));
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = (number.len() < line.len()).then(|| number.strip_prefix(['.', ')'])).flatten();
    match marked.or(numbered) {
        Some(rest) if rest.starts_with(' ') => rest.trim_start(),
        Some(_) | None => line,
    }
}
