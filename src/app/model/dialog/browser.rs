//! Finding a file: folders are walked, and what is typed filters or names it.

use std::io;
use std::path::{Path, PathBuf};

use crate::app::model::file_name::with_ending;
use crate::app::model::line::LineInput;
use crate::map::text::fold;
use crate::store::disk::{FolderEntry, Listing};

/// The list of a folder, to find a map in.
#[derive(Debug)]
pub struct Browser {
    /// What is typed: part of a name, or a path.
    pub filter: LineInput,
    /// What stands in the folder; none until it was looked into.
    pub listing: Option<Listing>,
    /// The folder of a path that is typed, and what is known of it.
    pub(crate) beside: Option<(PathBuf, Beside)>,
    /// Which of the listed lines is chosen.
    pub chosen: usize,
    /// Whether it was walked to, and is not only the first.
    pub(crate) walked: bool,
    pub(crate) going: Going,
}

/// Whether one is on the way to another folder.
#[derive(Debug, Default)]
pub(crate) enum Going {
    #[default]
    Still,
    /// One is there when it was looked into; in a folder above, the one that was left is chosen.
    To { folder: PathBuf, from: Option<PathBuf> },
}

/// What is known of a folder that is typed.
#[derive(Debug)]
pub(crate) enum Beside {
    Looking,
    Known(Listing),
    Refused(io::Error),
}

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line<'a> {
    /// The folder above.
    Above(&'a Path),
    Entry(&'a FolderEntry),
}

impl Browser {
    /// A list of the folder that the program runs in, with something typed already.
    pub(crate) fn new(typed: &str) -> Browser {
        let filter = LineInput::new(typed);
        Browser { filter, listing: None, beside: None, chosen: 0, walked: false, going: Going::Still }
    }

    /// The lines whose names hold every word that is typed, accents and case aside.
    pub fn listed(&self) -> Vec<Line<'_>> {
        let Some((listing, words)) = self.shown() else { return Vec::new() };
        let filter = fold(words);
        let words: Vec<&str> = filter.split_whitespace().collect();
        let above = listing.folder.parent().filter(|_| self.filter.text().is_empty()).map(Line::Above);
        let named = |entry: &&FolderEntry| words.iter().all(|word| fold(&entry.name).contains(word));
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
    pub(crate) fn beside(&self) -> Option<&Beside> {
        let folder = self.folder().join(self.parts().0);
        self.beside.as_ref().filter(|(path, _)| *path == folder).map(|(_, beside)| beside)
    }

    /// What is typed of a folder, with the slash behind it, and what of a name in it.
    pub(crate) fn parts(&self) -> (&str, &str) {
        let typed = self.filter.text().trim_start();
        typed.split_at(typed.rfind(std::path::is_separator).map_or(0, |at| at + 1))
    }

    pub(crate) fn folder(&self) -> &Path {
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
    pub(crate) fn asks_for(&self) -> Option<PathBuf> {
        let (folder, _) = self.parts();
        let is_here = matches!(self.going, Going::Still) && self.listing.is_some();
        (is_here && !folder.is_empty()).then(|| self.folder().join(folder))
    }

    /// Stays, and forgets what was asked: an answer that another one made useless never comes.
    pub(crate) fn stay(&mut self) {
        self.going = Going::Still;
        self.beside.take_if(|(_, beside)| matches!(beside, Beside::Looking));
    }

    /// Chooses the line that has just the name that is typed, else the first that is no folder above.
    pub(crate) fn begin(&mut self) {
        let name = self.parts().1.trim();
        let lines = self.listed();
        let exact = lines.iter().position(|line| matches!(line, Line::Entry(entry) if entry.name == name));
        let first = usize::from(lines.len() > 1 && matches!(lines.first(), Some(Line::Above(_))));
        self.chosen = exact.unwrap_or(first);
        self.walked = false;
    }

    /// Chooses a line of the list.
    pub(crate) fn choose(&mut self, row: usize) {
        self.chosen = row;
        self.walked = true;
    }

    /// The path that is typed, from the folder that is shown.
    pub(crate) fn typed(&self) -> PathBuf {
        self.folder().join(self.filter.text().trim())
    }

    /// The map of that path, new or to be found: it has the ending of maps.
    pub(crate) fn named(&self) -> PathBuf {
        with_ending(self.typed())
    }
}
