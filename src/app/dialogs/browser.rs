//! The file list: folders are opened, and the typed text filters the list or names a file.

use std::path::{Path, PathBuf};
use std::{io, mem};

use crokey::{KeyCombination, key};

use crate::app::model::action::Reply;
use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::browser::{Browser, BrowserLine, FolderRequest, TypedFolder};
use crate::app::model::effect::Effect;
use crate::app::model::file_name::shown;
use crate::app::model::leave_to::LeaveTo;
use crate::app::model::line::LineInput;
use crate::app::model::message::Tone;
use crate::app::model::next::{Next, Step};
use crate::app::model::state::State;
use crate::store::disk::Listing;

/// Opens the list of the working directory, with a text typed already.
pub fn open(state: &mut State, typed: &str) -> Next {
    state.dialogs.push(Dialog::Browser(Browser::new(typed)));
    Next::effect(here())
}

/// Asks for the content of the working directory.
fn here() -> Effect {
    Effect::List { folder: PathBuf::from(".") }
}

/// Opens the list again as it was when `path` was chosen in it; a path from elsewhere is typed into a new list.
pub(crate) fn reopen(state: &mut State, path: &Path) -> Next {
    match state.recall.browser.take() {
        Some(mut browser) if browser.named() == *path => {
            browser.stay();
            let listed = browser.listing.as_ref().map(|listing| Effect::List { folder: listing.folder.clone() });
            state.dialogs.push(Dialog::Browser(*browser));
            Next::effect(listed.unwrap_or_else(here))
        }
        Some(_) | None => open(state, &path.to_string_lossy()),
    }
}

/// Handles the content of a folder; the list goes there only if the folder could be read.
pub fn listed(state: &mut State, folder: &Path, outcome: io::Result<Listing>) -> Next {
    let Some(Dialog::Browser(browser)) = state.dialogs.last_mut() else { return Next::nothing() };
    // The line that was clicked may be another one now.
    state.clicked = None;
    match (mem::take(&mut browser.going), outcome) {
        (FolderRequest::To { folder: goal, from }, Ok(listing)) if goal == *folder => {
            browser.filter = LineInput::default();
            let asked = arrive(browser, listing);
            let left =
                |line: &BrowserLine| matches!(line, BrowserLine::Entry(entry) if Some(&entry.path) == from.as_ref());
            browser.chosen = browser.listed().iter().position(left).unwrap_or(browser.chosen);
            return asked;
        }
        (FolderRequest::To { folder: goal, .. }, Err(error)) if goal == *folder => {
            let asked = if browser.listing.is_some() { ask(browser) } else { Next::effect(here()) };
            tell(state, folder, &error);
            return asked;
        }
        (going @ FolderRequest::To { .. }, _) => browser.going = going,
        // A folder that cannot be read may be the beginning of another name.
        (FolderRequest::Still, outcome) if browser.asks_for().as_deref() == Some(folder) => {
            browser.beside =
                Some((folder.to_path_buf(), outcome.map_or_else(TypedFolder::Refused, TypedFolder::Known)));
            browser.begin();
        }
        // The user has gone on to another folder already.
        (FolderRequest::Still, _) if browser.listing.is_some() && browser.folder() != folder => {}
        (FolderRequest::Still, Ok(listing)) => return arrive(browser, listing),
        (FolderRequest::Still, Err(error)) => tell(state, folder, &error),
    }
    Next::nothing()
}

/// Lists a folder, filtered by the typed text.
fn arrive(browser: &mut Browser, listing: Listing) -> Next {
    browser.listing = Some(listing);
    refresh(browser)
}

/// Says why a folder cannot be listed.
fn tell(state: &mut State, folder: &Path, error: &io::Error) {
    let text = state.lang.cli_cannot_search(&shown(folder), error);
    state.say(Tone::Failed, text);
}

/// Types a key; Backspace in an empty line goes to the parent folder.
pub(crate) fn press(browser: &mut Browser, pressed: KeyCombination) -> Next {
    let above = browser.listing.as_ref().and_then(|listing| listing.folder.parent()).map(Path::to_path_buf);
    if pressed == key!(backspace) && browser.filter.text().is_empty() {
        return above.map(|folder| walk(browser, folder)).into();
    }
    if browser.filter.press(pressed) { refresh(browser) } else { Next::nothing() }
}

/// Updates the list for the typed text and asks for the folder in it.
pub(crate) fn refresh(browser: &mut Browser) -> Next {
    browser.begin();
    ask(browser)
}

/// Asks for the content of the typed folder, unless it is known or was asked for.
fn ask(browser: &mut Browser) -> Next {
    let wanted = browser.asks_for().filter(|folder| browser.beside.as_ref().is_none_or(|(known, _)| known != folder));
    browser.beside = wanted.clone().map(|folder| (folder, TypedFolder::Looking)).or(browser.beside.take());
    wanted.map(|folder| Effect::List { folder }).into()
}

/// Asks for the content of another folder.
fn walk(browser: &mut Browser, folder: PathBuf) -> Effect {
    browser.stay();
    let from = browser.listing.as_ref().map(|listing| listing.folder.clone());
    browser.going = FolderRequest::To { folder: folder.clone(), from };
    Effect::List { folder }
}

/// Handles a reply to the list.
pub(crate) fn reply(state: &mut State, reply: Reply) -> Next {
    let Some(Dialog::Browser(browser)) = state.dialogs.last_mut() else { return Next::nothing() };
    let count = browser.listed().len();
    match reply {
        Reply::Next | Reply::Previous if count == 0 => {}
        // In a typed folder, the first step selects the first line.
        Reply::Next if !browser.is_meant() => browser.walked = true,
        Reply::Next => browser.chosen = (browser.chosen + 1).min(count - 1),
        Reply::Previous => browser.chosen = browser.chosen.saturating_sub(1),
        Reply::Leave if !browser.filter.text().is_empty() => {
            browser.filter = LineInput::default();
            browser.begin();
        }
        Reply::Leave | Reply::Discard => {
            state.dialogs.pop();
        }
        Reply::Complete => {
            if let Some(BrowserLine::Entry(entry)) = browser.line() {
                let slash = if entry.is_folder { "/" } else { "" };
                let completed = format!("{}{}{slash}", browser.parts().0, entry.name);
                browser.filter = LineInput::new(&completed);
                return refresh(browser);
            }
        }
        Reply::Accept | Reply::Choose | Reply::Add | Reply::Keep => return choose(state),
        Reply::NextChoice | Reply::PreviousChoice => {}
    }
    Next::nothing()
}

/// Opens the chosen folder or file, or the typed one.
fn choose(state: &mut State) -> Next {
    let Some(Dialog::Browser(browser)) = state.dialogs.last_mut() else { return Next::nothing() };
    let (path, is_folder) = match browser.line().filter(|_| browser.is_meant()) {
        Some(BrowserLine::Above(folder)) => (folder.to_path_buf(), true),
        Some(BrowserLine::Entry(entry)) => (entry.path.clone(), entry.is_folder),
        None if browser.filter.text().trim().is_empty() => return Next::nothing(),
        None if browser.parts().1.trim().is_empty() => (browser.typed(), true),
        None => (browser.named(), false),
    };
    if is_folder {
        return Next::effect(walk(browser, path));
    }
    if let Some(Dialog::Browser(browser)) = state.dialogs.pop() {
        state.recall.browser = Some(Box::new(browser));
    }
    Next::step(Step::Leave(LeaveTo::Open(path)))
}
