//! Keys and pastes: looked up in the key table, or typed into the active dialog.

use std::time::Duration;

use crokey::KeyCombination;
use crossterm::event::{KeyCode, KeyModifiers};

use crate::app::board::{change, filter, quick_entry};
use crate::app::dialogs::{browser, import, prompt, question, reach_paste};
use crate::app::input::availability::refusal;
use crate::app::model::action::{Action, TagEdit};
use crate::app::model::context::Context;
use crate::app::model::dialog::Dialog;
use crate::app::model::message::Tone;
use crate::app::model::next::Next;
use crate::app::model::opening::TypedAhead;
use crate::app::model::pasted::Pasted;
use crate::app::model::screen::Screen;
use crate::app::model::state::{RefusedNumber, State};
use crate::app::show::presentation;
use crate::map::text::{is_latin, is_unsafe_char};

/// How long a pause may be between the keys of a number whose line was refused.
const NUMBER_PAUSE: Duration = Duration::from_secs(2);

/// Handles a key press.
pub(super) fn press(state: &mut State, key: KeyCombination) -> Next {
    state.note_input();
    if drops_number(state, key) {
        return Next::nothing();
    }
    state.message = None;
    state.clicked = None;
    if state.ignores_answers() {
        let text = state.lang.key_too_early();
        state.say(Tone::Refused, text);
        return Next::nothing();
    }
    if state.dialogs.is_empty() {
        state.show.timer.acknowledge();
        // On a black screen, the user cannot see what a key does: it only ends the black screen.
        if state.show.end_black_screen() {
            return Next::nothing();
        }
    }
    let on_tour = || state.show.tour.as_ref().and_then(|_| state.keys.action(Context::Tour, key));
    // The key that paints the screen anew does so everywhere.
    let repaints = || state.keys.action(Context::Board, key).filter(|action| *action == Action::Repaint);
    if let Some(action) = state.keys.action(state.context(), key).or_else(on_tour).or_else(repaints) {
        give_typed_vote(state, action);
        return Next::action(action);
    }
    if state.context() == Context::Opening {
        state.opening.typed.push(TypedAhead::Key(key));
        return Next::nothing();
    }
    match state.dialogs.last_mut() {
        Some(Dialog::QuickEntry(entry)) => entry.press(key),
        Some(Dialog::Form(form)) => {
            if !form.press(key) && form.context() == Context::Choice {
                say_meaningless(state, key);
            }
        }
        Some(Dialog::Filter(_)) => filter::press(state, key),
        Some(Dialog::Palette(palette)) => {
            palette.line.press(key);
            palette.chosen = 0;
        }
        Some(Dialog::Prompt(prompt)) => {
            prompt.press(key);
            prompt::refresh_search(state);
        }
        Some(Dialog::Export(dialog)) => dialog.press(key),
        Some(Dialog::Browser(browser)) => return browser::press(browser, key),
        Some(Dialog::Help(help)) => {
            let before = help.filter.text().to_owned();
            help.filter.press(key);
            // A key that only moves the cursor leaves the selection where it is.
            if before != help.filter.text() {
                help.chosen = 0;
            }
        }
        Some(Dialog::Question(_) | Dialog::Recovery(_) | Dialog::Themes(_) | Dialog::Share(_) | Dialog::Import(_))
        | None => say_meaningless(state, key),
    }
    Next::nothing()
}

/// Handles a letter of another alphabet. Where text is typed it is that letter. Elsewhere it is the key of a US keyboard in
/// its place, unless the letter itself is bound to an action.
pub(super) fn press_on_layout(state: &mut State, typed: KeyCombination, latin: KeyCombination) -> Next {
    let context = state.context();
    if context == Context::Opening {
        state.opening.typed.push(TypedAhead::OtherLayoutKey { typed, latin });
        return Next::nothing();
    }
    let is_typed = context.takes_text() || state.keys.action(context, typed).is_some();
    press(state, if is_typed { typed } else { latin })
}

/// Returns true if the key belongs to a number whose line was refused, such as the 5 and Enter of `=5`. It is no command
/// then, and the refusal stays on the screen.
fn drops_number(state: &mut State, key: KeyCombination) -> bool {
    let Some(number) = state.refused_number.take().filter(|number| state.now < number.until) else { return false };
    if !(key.modifiers - KeyModifiers::SHIFT).is_empty() {
        return false;
    }
    let code = key.codes.first();
    let begins = matches!(code, KeyCode::Char('0'..='9' | '.' | ',' | '+' | '-'));
    let continues = begins || number.has_begun && matches!(code, KeyCode::Char('%' | ' ') | KeyCode::Backspace);
    if continues {
        state.refused_number = Some(RefusedNumber { until: state.now + NUMBER_PAUSE, has_begun: true });
    }
    continues || number.has_begun && matches!(code, KeyCode::Enter | KeyCode::Esc)
}

/// Remembers that the line for a number was refused: the number will be typed all the same.
pub(super) fn expect_refused_number(state: &mut State) {
    state.refused_number = Some(RefusedNumber { until: state.now + NUMBER_PAUSE, has_begun: false });
}

/// Gives the vote for a typed number before another action runs.
fn give_typed_vote(state: &mut State, action: Action) {
    let is_about_number = matches!(action, Action::VoteDigit(_) | Action::GiveVote | Action::ForgetNumber);
    if !is_about_number && presentation::select_typed(state) {
        change::change(state, TagEdit::MoreVotes);
    }
}

/// Says that a key means nothing here, and which keys help. A character that cannot be shown is passed over.
fn say_meaningless(state: &mut State, key: KeyCombination) {
    let KeyCode::Char(letter) = key.codes.first() else {
        question::say_keys(state);
        return;
    };
    if is_unsafe_char(*letter) {
        return;
    }
    let name = state.lang.key(key);
    let [help, palette] = [Action::Help, Action::Palette].map(|action| state.key_label(action));
    let is_dialog = !state.dialogs.is_empty();
    // Who types this outside the funnel goes on with a number.
    if *letter == '=' && !is_dialog {
        expect_refused_number(state);
    }
    let text = if state.context() == Context::Choice {
        state.lang.letter_in_choice(&name)
    } else if letter.is_alphabetic() && !is_latin(*letter) {
        if is_dialog { state.lang.letter_of_other_layout(&name) } else { state.lang.key_of_other_layout(&name, &help) }
    } else if is_dialog {
        question::say_keys(state);
        return;
    } else {
        state.lang.key_means_nothing(&name, &help, &palette)
    };
    state.say(Tone::Refused, text);
}

/// Handles pasted text: on the board it makes touchpoints, in a dialog it is inserted.
pub(super) fn paste(state: &mut State, text: &str) -> Next {
    state.note_input();
    state.message = None;
    state.clicked = None;
    state.show.end_black_screen();
    if state.context() == Context::Opening {
        state.opening.typed.push(TypedAhead::Paste(text.to_owned()));
        return Next::nothing();
    }
    if !takes_content(state) {
        return insert(state, text);
    }
    match Pasted::of(text, &state.lang) {
        Pasted::Path(path) if !has_typed(state) => import::open_dropped(state, path, text),
        Pasted::Content(format) => import::open_pasted(state, text, format),
        Pasted::Path(_) | Pasted::Text => insert(state, text),
    }
}

/// Returns true if a pasted file or table is taken in: on the screens, and in quick entry.
fn takes_content(state: &State) -> bool {
    matches!(state.dialogs.as_slice(), [] | [Dialog::QuickEntry(_)])
}

/// Returns true if the line of quick entry has a text.
fn has_typed(state: &State) -> bool {
    matches!(state.dialogs.last(), Some(Dialog::QuickEntry(entry)) if !entry.line.text().is_empty())
}

/// Inserts a pasted text where the cursor is; on the board it makes touchpoints.
pub(super) fn insert(state: &mut State, text: &str) -> Next {
    let is_on_board = state.dialogs.is_empty() && matches!(state.screen, Screen::Board);
    if is_on_board && !text.trim().is_empty() {
        if let Some(reason) = refusal(state, Action::QuickEntry) {
            let text = state.refusal_text(reason);
            state.say(Tone::Refused, text);
            return Next::nothing();
        }
        quick_entry::open(state);
        if quick_entry::makes_touchpoints(text) {
            quick_entry::paste_lines(state, text);
            state.dialogs.pop();
            return Next::nothing();
        }
    }
    if reach_paste::paste(state, text) {
        return Next::nothing();
    }
    let inserted = match state.dialogs.last_mut() {
        Some(Dialog::QuickEntry(_)) if quick_entry::makes_touchpoints(text) => {
            quick_entry::paste_lines(state, text);
            return Next::nothing();
        }
        Some(Dialog::QuickEntry(entry)) => entry.insert(text.trim_end()),
        Some(Dialog::Form(form)) => {
            let row = form.focus;
            form.rows[row].paste(text)
        }
        Some(Dialog::Filter(dialog)) => dialog.line.insert(text.trim()),
        Some(Dialog::Palette(palette)) => palette.line.insert(text.trim()),
        Some(Dialog::Prompt(prompt)) => prompt.paste(text.trim()),
        Some(Dialog::Export(dialog)) => dialog.insert(text.trim()),
        Some(Dialog::Browser(browser)) => browser.filter.insert(text.trim()),
        Some(Dialog::Help(help)) => help.filter.insert(text.trim()),
        Some(Dialog::Question(_) | Dialog::Recovery(_) | Dialog::Themes(_) | Dialog::Share(_) | Dialog::Import(_))
        | None => Ok(()),
    };
    if let Err(too_long) = inserted {
        let text = state.lang.paste_too_long(too_long.found);
        state.say(Tone::Refused, text);
    }
    refresh_typed(state)
}

/// Updates what depends on the text of the active dialog's line.
pub(super) fn refresh_typed(state: &mut State) -> Next {
    prompt::refresh_search(state);
    filter::apply_typed(state);
    match state.dialogs.last_mut() {
        Some(Dialog::Browser(browser)) => browser::refresh(browser),
        Some(_) | None => Next::nothing(),
    }
}
