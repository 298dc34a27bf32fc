//! Finding a file: folders are walked, and what is typed filters or names it.

use std::io;
use std::path::{Path, PathBuf};

use crokey::{KeyCombination, key};

use super::action::Reply;
use super::effect::Effect;
use super::file;
use super::leave::{Then, leave};
use super::line::LineInput;
use super::state::{Dialog, State, Tone};
use crate::map::text::fold;
use crate::store::disk::{Entry, Listing};

/// The list of a folder, to find a map in.
#[derive(Clone, Debug)]
pub struct Browser {
    /// What is typed: part of a name, or a path.
    pub filter: LineInput,
    /// What stands in the folder; none until it was looked into.
    pub listing: Option<Listing>,
    /// Which of the listed lines is chosen.
    pub chosen: usize,
    /// The folder that was left upwards, to be chosen in the one above.
    from: Option<PathBuf>,
    /// The folder that one went to and that is still being looked into.
    awaited: Option<PathBuf>,
}

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line<'a> {
    /// The folder above.
    Above(&'a Path),
    Entry(&'a Entry),
}

impl Browser {
    /// The lines whose names hold every word that is typed, accents and case aside.
    pub fn listed(&self) -> Vec<Line<'_>> {
        let Some(listing) = &self.listing else { return Vec::new() };
        let filter = fold(self.filter.text());
        let words: Vec<&str> = filter.split_whitespace().collect();
        let above = listing.folder.parent().filter(|_| words.is_empty()).map(Line::Above);
        let named = |entry: &&Entry| words.iter().all(|word| fold(&entry.name).contains(word));
        above.into_iter().chain(listing.entries.iter().filter(named).map(Line::Entry)).collect()
    }

    /// The chosen line.
    pub fn line(&self) -> Option<Line<'_>> {
        self.listed().get(self.chosen).copied()
    }

    /// Whether what is typed is more than part of a name.
    fn is_path(&self) -> bool {
        self.filter.text().contains(['/', '\\']) || self.listed().is_empty()
    }

    /// The path that is typed, from the folder that is shown.
    fn typed(&self) -> PathBuf {
        let typed = self.filter.text().trim();
        self.listing.as_ref().map_or_else(|| PathBuf::from(typed), |listing| listing.folder.join(typed))
    }
}

/// Opens the list of the folder that the program runs in, with something typed already.
pub(super) fn open(state: &mut State, typed: &str) -> Vec<Effect> {
    let filter = LineInput::new(typed);
    state.dialogs.push(Dialog::Browser(Browser { filter, listing: None, chosen: 0, from: None, awaited: None }));
    vec![Effect::List { folder: PathBuf::from(".") }]
}

/// Takes in what stands in a folder; the list goes there only if that could be looked into.
pub(super) fn listed(state: &mut State, folder: &Path, outcome: io::Result<Listing>) {
    let Some(Dialog::Browser(browser)) = state.dialogs.last_mut() else { return };
    // Whoever was faster than the disk has gone on to another folder already.
    if browser.awaited.as_ref().is_some_and(|awaited| awaited.as_path() != folder) {
        return;
    }
    match outcome {
        Ok(listing) => {
            browser.listing = Some(listing);
            if browser.awaited.take().is_some() {
                browser.filter = LineInput::default();
            }
            let from = browser.from.take();
            let lines = browser.listed();
            let left = |line: &Line| matches!(line, Line::Entry(entry) if Some(&entry.path) == from.as_ref());
            let first = usize::from(lines.len() > 1 && matches!(lines.first(), Some(Line::Above(_))));
            browser.chosen = lines.iter().position(left).unwrap_or(first);
        }
        Err(error) => {
            browser.from = None;
            browser.awaited = None;
            let text = state.lang.cannot_search(&file::shown(folder), &error);
            state.say(Tone::Failed, text);
        }
    }
}

/// Takes a key that is typed; one that deletes where nothing is typed goes to the folder above.
pub(super) fn press(browser: &mut Browser, pressed: KeyCombination) -> Vec<Effect> {
    let above = browser.listing.as_ref().and_then(|listing| listing.folder.parent()).map(Path::to_path_buf);
    if pressed == key!(backspace) && browser.filter.text().is_empty() {
        return above.map(|folder| walk(browser, folder)).into_iter().collect();
    }
    if browser.filter.press(pressed) {
        browser.chosen = 0;
    }
    Vec::new()
}

/// Asks for what stands in another folder.
fn walk(browser: &mut Browser, folder: PathBuf) -> Effect {
    browser.from = browser.listing.as_ref().map(|listing| listing.folder.clone());
    browser.awaited = Some(folder.clone());
    Effect::List { folder }
}

/// Carries out a reply to the list.
pub(super) fn reply(state: &mut State, reply: Reply) -> Vec<Effect> {
    let Some(Dialog::Browser(browser)) = state.dialogs.last_mut() else { return Vec::new() };
    let count = browser.listed().len();
    match reply {
        Reply::Next => browser.chosen = (browser.chosen + 1).min(count.saturating_sub(1)),
        Reply::Previous => browser.chosen = browser.chosen.saturating_sub(1),
        Reply::Leave if !browser.filter.text().is_empty() => {
            browser.filter = LineInput::default();
            browser.chosen = 0;
        }
        Reply::Leave | Reply::Discard => {
            state.dialogs.pop();
        }
        Reply::Complete => {
            if let Some(Line::Entry(entry)) = browser.line() {
                browser.filter = LineInput::new(&entry.name);
                browser.chosen = 0;
            }
        }
        Reply::Accept | Reply::Choose | Reply::Add | Reply::Keep => return choose(state),
        Reply::NextChoice | Reply::PreviousChoice => {}
    }
    Vec::new()
}

/// Goes into the chosen folder or opens the chosen map, else what is typed.
fn choose(state: &mut State) -> Vec<Effect> {
    let Some(Dialog::Browser(browser)) = state.dialogs.last_mut() else { return Vec::new() };
    if !browser.filter.text().trim().is_empty() && browser.is_path() {
        let path = browser.typed();
        if browser.filter.text().ends_with(['/', '\\']) {
            return vec![walk(browser, path)];
        }
        state.dialogs.pop();
        return leave(state, Then::Open(path));
    }
    let path = match browser.line() {
        None => return Vec::new(),
        Some(Line::Above(folder)) => {
            let folder = folder.to_path_buf();
            return vec![walk(browser, folder)];
        }
        Some(Line::Entry(entry)) if entry.is_folder => {
            let folder = entry.path.clone();
            return vec![walk(browser, folder)];
        }
        Some(Line::Entry(entry)) => entry.path.clone(),
    };
    state.dialogs.pop();
    leave(state, Then::Open(path))
}
