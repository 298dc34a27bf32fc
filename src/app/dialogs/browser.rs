//! The file list: folders are opened, and the typed text filters the list or names a file.

use std::path::{Path, PathBuf};
use std::{io, mem};

use crokey::{KeyCombination, key};

use crate::app::model::action::{InputReply, Reply};
use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::browser::{Browser, BrowserLine, FolderRequest, TypedFolder};
use crate::app::model::effect::Effect;
use crate::app::model::file_name::{is_importable, shown};
use crate::app::model::leave_to::LeaveTo;
use crate::app::model::line::LineInput;
use crate::app::model::message::Tone;
use crate::app::model::next::{Next, Step};
use crate::app::model::state::State;
use crate::store::disk::Listing;

/// Opens the list of the working directory, with a typed text.
pub fn open(state: &mut State, typed: &str) -> Next {
    state.dialogs.push(Dialog::Browser(Browser::new(typed)));
    Next::effect(list_working_directory())
}

fn list_working_directory() -> Effect {
    Effect::List { folder: PathBuf::from(".") }
}

/// Opens the list again as it was when `path` was chosen in it; a path from elsewhere is typed into a new list.
pub(crate) fn reopen(state: &mut State, path: &Path) -> Next {
    match state.recall.browser.take() {
        Some(mut browser) if browser.typed_file() == *path => {
            browser.cancel_requests();
            let listed = browser.listing.as_ref().map(|listing| Effect::List { folder: listing.folder.clone() });
            state.dialogs.push(Dialog::Browser(*browser));
            Next::effect(listed.unwrap_or_else(list_working_directory))
        }
        Some(_) | None => open(state, &path.to_string_lossy()),
    }
}

/// Handles the content of a folder; a folder that cannot be read does not replace the list.
pub fn listed(state: &mut State, folder: &Path, outcome: io::Result<Listing>) -> Next {
    let Some(Dialog::Browser(browser)) = state.dialogs.last_mut() else { return Next::nothing() };
    // The clicked line may be another one now.
    state.clicked = None;
    match (mem::take(&mut browser.request), outcome) {
        (FolderRequest::Pending { folder: requested, from }, Ok(listing)) if requested == *folder => {
            browser.filter = LineInput::default();
            let next = show_listing(browser, listing);
            let is_previous =
                |line: &BrowserLine| matches!(line, BrowserLine::Entry(entry) if Some(&entry.path) == from.as_ref());
            browser.chosen = browser.listed().iter().position(is_previous).unwrap_or(browser.chosen);
            return next;
        }
        (FolderRequest::Pending { folder: requested, .. }, Err(error)) if requested == *folder => {
            let next = if browser.listing.is_some() {
                request_typed_folder(browser)
            } else {
                Next::effect(list_working_directory())
            };
            say_unreadable(state, folder, &error);
            return next;
        }
        (pending @ FolderRequest::Pending { .. }, _) => browser.request = pending,
        // A folder that cannot be read may be the beginning of another name.
        (FolderRequest::None, outcome) if browser.wanted_folder().as_deref() == Some(folder) => {
            browser.typed_folder =
                Some((folder.to_path_buf(), outcome.map_or_else(TypedFolder::Unreadable, TypedFolder::Known)));
            browser.choose_match();
        }
        // The list shows another folder by now.
        (FolderRequest::None, _) if browser.listing.is_some() && browser.folder() != folder => {}
        (FolderRequest::None, Ok(listing)) => return show_listing(browser, listing),
        (FolderRequest::None, Err(error)) => say_unreadable(state, folder, &error),
    }
    Next::nothing()
}

/// Shows the content of a folder, filtered by the typed text.
fn show_listing(browser: &mut Browser, listing: Listing) -> Next {
    browser.listing = Some(listing);
    refresh(browser)
}

/// Says why a folder cannot be listed.
fn say_unreadable(state: &mut State, folder: &Path, error: &io::Error) {
    let text = state.lang.cli_cannot_search(&shown(folder), error);
    state.say(Tone::Failed, text);
}

/// Types a key; Backspace in an empty line goes to the parent folder.
pub(crate) fn press(browser: &mut Browser, pressed: KeyCombination) -> Next {
    let parent = browser.listing.as_ref().and_then(|listing| listing.folder.parent()).map(Path::to_path_buf);
    if pressed == key!(backspace) && browser.filter.text().is_empty() {
        return parent.map(|folder| request_folder(browser, folder)).into();
    }
    if browser.filter.press(pressed) { refresh(browser) } else { Next::nothing() }
}

/// Updates the list for the typed text and requests the folder in it.
pub(crate) fn refresh(browser: &mut Browser) -> Next {
    browser.choose_match();
    request_typed_folder(browser)
}

/// Requests the content of the typed folder, unless it is known or was requested.
fn request_typed_folder(browser: &mut Browser) -> Next {
    let wanted =
        browser.wanted_folder().filter(|folder| browser.typed_folder.as_ref().is_none_or(|(known, _)| known != folder));
    browser.typed_folder =
        wanted.clone().map(|folder| (folder, TypedFolder::Requested)).or(browser.typed_folder.take());
    wanted.map(|folder| Effect::List { folder }).into()
}

/// Requests another folder; the list shows it once it was read.
fn request_folder(browser: &mut Browser, folder: PathBuf) -> Effect {
    browser.cancel_requests();
    let from = browser.listing.as_ref().map(|listing| listing.folder.clone());
    browser.request = FolderRequest::Pending { folder: folder.clone(), from };
    Effect::List { folder }
}

/// Handles a reply to the list.
pub(crate) fn reply(state: &mut State, reply: Reply) -> Next {
    let Some(Dialog::Browser(browser)) = state.dialogs.last_mut() else { return Next::nothing() };
    let count = browser.listed().len();
    match reply {
        Reply::Next | Reply::Previous if count == 0 => {}
        // In a typed folder, the first step selects the first line.
        Reply::Next if !browser.opens_line() => browser.is_line_chosen = true,
        Reply::Next => browser.chosen = (browser.chosen + 1).min(count - 1),
        Reply::Previous => browser.chosen = browser.chosen.saturating_sub(1),
        Reply::Leave | Reply::Discard => {
            state.dialogs.pop();
        }
        Reply::Input(InputReply::Complete) => {
            if let Some(BrowserLine::Entry(entry)) = browser.chosen_line() {
                let slash = if entry.is_folder { "/" } else { "" };
                let completed = format!("{}{}{slash}", browser.split_typed().0, entry.name);
                browser.filter = LineInput::new(&completed);
                return refresh(browser);
            }
        }
        Reply::Accept | Reply::Choose | Reply::Add | Reply::Keep => return choose(state),
        Reply::GoOn | Reply::Input(_) => {}
    }
    Next::nothing()
}

/// Opens the chosen folder or file, or the typed one.
fn choose(state: &mut State) -> Next {
    let Some(Dialog::Browser(browser)) = state.dialogs.last_mut() else { return Next::nothing() };
    let (path, is_folder) = match browser.chosen_line().filter(|_| browser.opens_line()) {
        Some(BrowserLine::Parent(folder)) => (folder.to_path_buf(), true),
        Some(BrowserLine::Entry(entry)) => (entry.path.clone(), entry.is_folder),
        None if browser.filter.text().trim().is_empty() => return Next::nothing(),
        None if browser.split_typed().1.trim().is_empty() => (browser.typed_path(), true),
        None => (browser.typed_file(), false),
    };
    if is_folder {
        return Next::effect(request_folder(browser, path));
    }
    if let Some(Dialog::Browser(browser)) = state.dialogs.pop() {
        state.recall.browser = Some(Box::new(browser));
    }
    Next::step(if is_importable(&path) { Step::Import { path } } else { Step::Leave(LeaveTo::Open(path)) })
}
