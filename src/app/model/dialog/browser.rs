//! The file list: folders are opened, and the typed text filters the list or names a file.

use std::io;
use std::path::{Path, PathBuf};

use crate::app::model::file_name::with_ending;
use crate::app::model::line::LineInput;
use crate::map::text::fold;
use crate::store::disk::{FolderEntry, Listing};

/// The file list.
#[derive(Debug)]
pub struct Browser {
    /// The typed text: a part of a name, or a path.
    pub filter: LineInput,
    /// The content of the folder; `None` until it was read.
    pub listing: Option<Listing>,
    /// The folder of a typed path, and what is known about it.
    pub(crate) beside: Option<(PathBuf, TypedFolder)>,
    /// Returns the chosen line.
    pub chosen: usize,
    /// True if the user chose the line.
    pub(crate) walked: bool,
    pub(crate) going: FolderRequest,
}

/// Whether another folder was asked for.
#[derive(Debug, Default)]
pub(crate) enum FolderRequest {
    #[default]
    Still,
    /// The list goes to `folder` when it was read. In a parent folder, the folder that was left is chosen.
    To { folder: PathBuf, from: Option<PathBuf> },
}

/// What is known about a typed folder.
#[derive(Debug)]
pub(crate) enum TypedFolder {
    Looking,
    Known(Listing),
    Refused(io::Error),
}

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BrowserLine<'a> {
    /// The parent folder.
    Above(&'a Path),
    Entry(&'a FolderEntry),
}

impl Browser {
    /// A list of the working directory, with a text typed already.
    pub fn new(typed: &str) -> Browser {
        let filter = LineInput::new(typed);
        Browser { filter, listing: None, beside: None, chosen: 0, walked: false, going: FolderRequest::Still }
    }

    /// Returns the lines whose names contain all typed words, ignoring case and accents.
    pub fn listed(&self) -> Vec<BrowserLine<'_>> {
        let Some((listing, words)) = self.shown() else { return Vec::new() };
        let filter = fold(words);
        let words: Vec<&str> = filter.split_whitespace().collect();
        let above = listing.folder.parent().filter(|_| self.filter.text().is_empty()).map(BrowserLine::Above);
        let named = |entry: &&FolderEntry| words.iter().all(|word| fold(&entry.name).contains(word));
        above.into_iter().chain(listing.entries.iter().filter(named).map(BrowserLine::Entry)).collect()
    }

    /// Returns the listed folder and the typed part of a name; `None` while the folder is unknown.
    pub fn shown(&self) -> Option<(&Listing, &str)> {
        let (folder, name) = self.parts();
        if folder.is_empty() {
            return Some((self.listing.as_ref()?, name));
        }
        match self.beside()? {
            TypedFolder::Known(listing) => Some((listing, name)),
            TypedFolder::Looking | TypedFolder::Refused(_) => None,
        }
    }

    /// Returns the typed folder and the error, if it cannot be read.
    pub(crate) fn refused(&self) -> Option<(&str, &io::Error)> {
        match self.beside()? {
            TypedFolder::Refused(error) => Some((self.parts().0, error)),
            TypedFolder::Looking | TypedFolder::Known(_) => None,
        }
    }

    /// Returns what is known about the typed folder.
    pub(crate) fn beside(&self) -> Option<&TypedFolder> {
        let folder = self.folder().join(self.parts().0);
        self.beside.as_ref().filter(|(path, _)| *path == folder).map(|(_, beside)| beside)
    }

    /// Splits the typed text into a folder with its slash and a name in it.
    pub(crate) fn parts(&self) -> (&str, &str) {
        let typed = self.filter.text().trim_start();
        typed.split_at(typed.rfind(std::path::is_separator).map_or(0, |at| at + 1))
    }

    pub(crate) fn folder(&self) -> &Path {
        self.listing.as_ref().map_or_else(|| Path::new(""), |listing| &listing.folder)
    }

    /// Returns the chosen line.
    pub fn line(&self) -> Option<BrowserLine<'_>> {
        self.listed().get(self.chosen).copied()
    }

    /// Returns true if Enter opens the chosen line; false while only a folder is typed.
    pub(crate) fn is_meant(&self) -> bool {
        let (folder, name) = self.parts();
        self.walked || folder.is_empty() || !name.trim().is_empty()
    }

    /// Returns the folder of the typed path; `None` while another folder is being read.
    pub(crate) fn asks_for(&self) -> Option<PathBuf> {
        let (folder, _) = self.parts();
        let is_here = matches!(self.going, FolderRequest::Still) && self.listing.is_some();
        (is_here && !folder.is_empty()).then(|| self.folder().join(folder))
    }

    /// Stops waiting for a folder: a request that was replaced is never answered.
    pub(crate) fn stay(&mut self) {
        self.going = FolderRequest::Still;
        self.beside.take_if(|(_, beside)| matches!(beside, TypedFolder::Looking));
    }

    /// Chooses the line with exactly the typed name, or the first one that is not the parent folder.
    pub(crate) fn begin(&mut self) {
        let name = self.parts().1.trim();
        let lines = self.listed();
        let exact = lines.iter().position(|line| matches!(line, BrowserLine::Entry(entry) if entry.name == name));
        let first = usize::from(lines.len() > 1 && matches!(lines.first(), Some(BrowserLine::Above(_))));
        self.chosen = exact.unwrap_or(first);
        self.walked = false;
    }

    /// Chooses a line.
    pub(crate) fn choose(&mut self, row: usize) {
        self.chosen = row;
        self.walked = true;
    }

    /// Returns the typed path, relative to the shown folder.
    pub(crate) fn typed(&self) -> PathBuf {
        self.folder().join(self.filter.text().trim())
    }

    /// Returns the typed path with the ending of maps.
    pub(crate) fn named(&self) -> PathBuf {
        with_ending(self.typed())
    }
}
