//! Finding a file: folders are walked, and what is typed filters or names it.

use std::io;
use std::mem;
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
#[derive(Debug)]
pub struct Browser {
    /// What is typed: part of a name, or a path.
    pub filter: LineInput,
    /// What stands in the folder; none until it was looked into.
    pub listing: Option<Listing>,
    /// The folder of a path that is typed, and what is known of it.
    beside: Option<(PathBuf, Beside)>,
    /// Which of the listed lines is chosen.
    pub chosen: usize,
    /// Whether it was walked to, and is not only the first.
    walked: bool,
    going: Going,
}

/// Whether one is on the way to another folder.
#[derive(Debug, Default)]
enum Going {
    #[default]
    Still,
    /// One is there when it was looked into; in a folder above, the one that was left is chosen.
    To { folder: PathBuf, from: Option<PathBuf> },
}

/// What is known of a folder that is typed.
#[derive(Debug)]
enum Beside {
    Looking,
    Known(Listing),
    Refused(io::Error),
}

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line<'a> {
    /// The folder above.
    Above(&'a Path),
    Entry(&'a Entry),
}

impl Browser {
    /// A list of the folder that the program runs in, with something typed already.
    fn new(typed: &str) -> Browser {
        let filter = LineInput::new(typed);
        Browser { filter, listing: None, beside: None, chosen: 0, walked: false, going: Going::Still }
    }

    /// The lines whose names hold every word that is typed, accents and case aside.
    pub fn listed(&self) -> Vec<Line<'_>> {
        let Some((listing, words)) = self.shown() else { return Vec::new() };
        let filter = fold(words);
        let words: Vec<&str> = filter.split_whitespace().collect();
        let above = listing.folder.parent().filter(|_| self.filter.text().is_empty()).map(Line::Above);
        let named = |entry: &&Entry| words.iter().all(|word| fold(&entry.name).contains(word));
        above.into_iter().chain(listing.entries.iter().filter(named).map(Line::Entry)).collect()
    }

    /// The folder whose names are listed, and what is typed of a name; none while it is not known.
    pub fn shown(&self) -> Option<(&Listing, &str)> {
        let (folder, name) = self.parts();
        if folder.is_empty() {
            return Some((self.listing.as_ref()?, name));
        }
        match self.beside()? {
            Beside::Known(listing) => Some((listing, name)),
            Beside::Looking | Beside::Refused(_) => None,
        }
    }

    /// The folder that is typed and cannot be looked into, and why.
    pub fn refused(&self) -> Option<(&str, &io::Error)> {
        match self.beside()? {
            Beside::Refused(error) => Some((self.parts().0, error)),
            Beside::Looking | Beside::Known(_) => None,
        }
    }

    /// What is known of the folder that is typed.
    fn beside(&self) -> Option<&Beside> {
        let folder = self.folder().join(self.parts().0);
        self.beside.as_ref().filter(|(path, _)| *path == folder).map(|(_, beside)| beside)
    }

    /// What is typed of a folder, with the slash behind it, and what of a name in it.
    fn parts(&self) -> (&str, &str) {
        let typed = self.filter.text().trim_start();
        typed.split_at(typed.rfind(std::path::is_separator).map_or(0, |at| at + 1))
    }

    fn folder(&self) -> &Path {
        self.listing.as_ref().map_or_else(|| Path::new(""), |listing| &listing.folder)
    }

    /// The chosen line.
    pub fn line(&self) -> Option<Line<'_>> {
        self.listed().get(self.chosen).copied()
    }

    /// Whether the chosen line is what is meant: not yet where only a folder is typed.
    pub fn is_meant(&self) -> bool {
        let (folder, name) = self.parts();
        self.walked || folder.is_empty() || !name.trim().is_empty()
    }

    /// The folder of the path that is typed; none on the way to another.
    fn asks_for(&self) -> Option<PathBuf> {
        let (folder, _) = self.parts();
        let is_here = matches!(self.going, Going::Still) && self.listing.is_some();
        (is_here && !folder.is_empty()).then(|| self.folder().join(folder))
    }

    /// Stays, and forgets what was asked: an answer that another one made useless never comes.
    fn stay(&mut self) {
        self.going = Going::Still;
        self.beside.take_if(|(_, beside)| matches!(beside, Beside::Looking));
    }

    /// Chooses the line that has just the name that is typed, else the first that is no folder above.
    fn begin(&mut self) {
        let name = self.parts().1.trim();
        let lines = self.listed();
        let exact = lines.iter().position(|line| matches!(line, Line::Entry(entry) if entry.name == name));
        let first = usize::from(lines.len() > 1 && matches!(lines.first(), Some(Line::Above(_))));
        self.chosen = exact.unwrap_or(first);
        self.walked = false;
    }

    /// Chooses a line of the list.
    pub(super) fn choose(&mut self, row: usize) {
        self.chosen = row;
        self.walked = true;
    }

    /// The path that is typed, from the folder that is shown.
    fn typed(&self) -> PathBuf {
        self.folder().join(self.filter.text().trim())
    }

    /// The map of that path, new or to be found: it has the ending of maps.
    fn named(&self) -> PathBuf {
        file::with_ending(self.typed())
    }
}

/// Opens the list of the folder that the program runs in, with something typed already.
pub(super) fn open(state: &mut State, typed: &str) -> Vec<Effect> {
    state.dialogs.push(Dialog::Browser(Browser::new(typed)));
    vec![here()]
}

/// Asks for what stands in the folder that the program runs in.
fn here() -> Effect {
    Effect::List { folder: PathBuf::from(".") }
}

/// Opens the list again as it was when `path` was chosen there, to be corrected; as it begins if it was named elsewhere.
pub(super) fn again(state: &mut State, path: &Path) -> Vec<Effect> {
    match state.browsed.take() {
        Some(mut browser) if browser.named() == *path => {
            browser.stay();
            let listed = browser.listing.as_ref().map(|listing| Effect::List { folder: listing.folder.clone() });
            state.dialogs.push(Dialog::Browser(*browser));
            vec![listed.unwrap_or_else(here)]
        }
        Some(_) | None => open(state, &path.to_string_lossy()),
    }
}

/// Takes in what stands in a folder; the list goes there only if that could be looked into.
pub(super) fn listed(state: &mut State, folder: &Path, outcome: io::Result<Listing>) -> Vec<Effect> {
    let Some(Dialog::Browser(browser)) = state.dialogs.last_mut() else { return Vec::new() };
    // What was clicked may be another line now.
    state.clicked = None;
    match (mem::take(&mut browser.going), outcome) {
        (Going::To { folder: goal, from }, Ok(listing)) if goal == *folder => {
            browser.filter = LineInput::default();
            let asked = arrive(browser, listing);
            let left = |line: &Line| matches!(line, Line::Entry(entry) if Some(&entry.path) == from.as_ref());
            browser.chosen = browser.listed().iter().position(left).unwrap_or(browser.chosen);
            return asked;
        }
        (Going::To { folder: goal, .. }, Err(error)) if goal == *folder => {
            let asked = if browser.listing.is_some() { ask(browser) } else { vec![here()] };
            tell(state, folder, &error);
            return asked;
        }
        (going @ Going::To { .. }, _) => browser.going = going,
        // What cannot be looked into may become a folder that can, while it is typed.
        (Going::Still, outcome) if browser.asks_for().as_deref() == Some(folder) => {
            browser.beside = Some((folder.to_path_buf(), outcome.map_or_else(Beside::Refused, Beside::Known)));
            browser.begin();
        }
        // Whoever was faster than the disk has gone on to another folder already.
        (Going::Still, _) if browser.listing.is_some() && browser.folder() != folder => {}
        (Going::Still, Ok(listing)) => return arrive(browser, listing),
        (Going::Still, Err(error)) => tell(state, folder, &error),
    }
    Vec::new()
}

/// Lists a folder, and goes along with what is typed there already.
fn arrive(browser: &mut Browser, listing: Listing) -> Vec<Effect> {
    browser.listing = Some(listing);
    follow(browser)
}

/// Tells why a folder is not listed.
fn tell(state: &mut State, folder: &Path, error: &io::Error) {
    let text = state.lang.cannot_search(&file::shown(folder), error);
    state.say(Tone::Failed, text);
}

/// Takes a key that is typed; one that deletes where nothing is typed goes to the folder above.
pub(super) fn press(browser: &mut Browser, pressed: KeyCombination) -> Vec<Effect> {
    let above = browser.listing.as_ref().and_then(|listing| listing.folder.parent()).map(Path::to_path_buf);
    if pressed == key!(backspace) && browser.filter.text().is_empty() {
        return above.map(|folder| walk(browser, folder)).into_iter().collect();
    }
    if browser.filter.press(pressed) { follow(browser) } else { Vec::new() }
}

/// Goes along with what was typed: to its folder, as soon as that is named, and to the first that it may mean there.
pub(super) fn follow(browser: &mut Browser) -> Vec<Effect> {
    browser.begin();
    ask(browser)
}

/// Asks for what stands in the folder that is typed, unless that is known or on its way.
fn ask(browser: &mut Browser) -> Vec<Effect> {
    let wanted = browser.asks_for().filter(|folder| browser.beside.as_ref().is_none_or(|(known, _)| known != folder));
    browser.beside = wanted.clone().map(|folder| (folder, Beside::Looking)).or(browser.beside.take());
    wanted.map(|folder| Effect::List { folder }).into_iter().collect()
}

/// Asks for what stands in another folder.
fn walk(browser: &mut Browser, folder: PathBuf) -> Effect {
    browser.stay();
    let from = browser.listing.as_ref().map(|listing| listing.folder.clone());
    browser.going = Going::To { folder: folder.clone(), from };
    Effect::List { folder }
}

/// Carries out a reply to the list.
pub(super) fn reply(state: &mut State, reply: Reply) -> Vec<Effect> {
    let Some(Dialog::Browser(browser)) = state.dialogs.last_mut() else { return Vec::new() };
    let count = browser.listed().len();
    match reply {
        Reply::Next | Reply::Previous if count == 0 => {}
        // The first step down from a folder that is typed is to its first line.
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
            if let Some(Line::Entry(entry)) = browser.line() {
                let slash = if entry.is_folder { "/" } else { "" };
                let completed = format!("{}{}{slash}", browser.parts().0, entry.name);
                browser.filter = LineInput::new(&completed);
                return follow(browser);
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
    let (path, is_folder) = match browser.line().filter(|_| browser.is_meant()) {
        Some(Line::Above(folder)) => (folder.to_path_buf(), true),
        Some(Line::Entry(entry)) => (entry.path.clone(), entry.is_folder),
        None if browser.filter.text().trim().is_empty() => return Vec::new(),
        None if browser.parts().1.trim().is_empty() => (browser.typed(), true),
        None => (browser.named(), false),
    };
    if is_folder {
        return vec![walk(browser, path)];
    }
    if let Some(Dialog::Browser(browser)) = state.dialogs.pop() {
        state.browsed = Some(Box::new(browser));
    }
    leave(state, Then::Open(path))
}
