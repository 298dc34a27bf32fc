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
    pub(crate) typed_folder: Option<(PathBuf, TypedFolder)>,
    /// The index of the chosen line.
    pub chosen: usize,
    /// True if the user chose that line; false if the program did.
    pub(crate) is_line_chosen: bool,
    pub(crate) request: FolderRequest,
}

/// Whether another folder was requested.
#[derive(Debug, Default)]
pub(crate) enum FolderRequest {
    #[default]
    None,
    /// The list shows `folder` once it was read. In a parent folder, the folder `from` is chosen.
    Pending { folder: PathBuf, from: Option<PathBuf> },
}

/// What is known about a typed folder.
#[derive(Debug)]
pub(crate) enum TypedFolder {
    Requested,
    Known(Listing),
    Unreadable(io::Error),
}

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BrowserLine<'a> {
    /// The parent folder.
    Parent(&'a Path),
    Entry(&'a FolderEntry),
}

impl Browser {
    /// A list of the working directory, with a typed text.
    pub fn new(typed: &str) -> Browser {
        let filter = LineInput::new(typed);
        Browser {
            filter,
            listing: None,
            typed_folder: None,
            chosen: 0,
            is_line_chosen: false,
            request: FolderRequest::None,
        }
    }

    /// Returns the lines whose names contain all typed words, ignoring case and accents.
    pub fn listed(&self) -> Vec<BrowserLine<'_>> {
        let Some((listing, words)) = self.shown() else { return Vec::new() };
        let filter = fold(words);
        let words: Vec<&str> = filter.split_whitespace().collect();
        let parent = listing.folder.parent().filter(|_| self.filter.text().is_empty()).map(BrowserLine::Parent);
        let matches = |entry: &&FolderEntry| words.iter().all(|word| fold(&entry.name).contains(word));
        parent.into_iter().chain(listing.entries.iter().filter(matches).map(BrowserLine::Entry)).collect()
    }

    /// Returns the listed folder and the typed part of a name; `None` while the folder is unknown.
    pub fn shown(&self) -> Option<(&Listing, &str)> {
        let (folder, name) = self.split_typed();
        if folder.is_empty() {
            return Some((self.listing.as_ref()?, name));
        }
        match self.known_typed_folder()? {
            TypedFolder::Known(listing) => Some((listing, name)),
            TypedFolder::Requested | TypedFolder::Unreadable(_) => None,
        }
    }

    /// Returns the typed folder with the error if it cannot be read.
    pub(crate) fn unreadable_folder(&self) -> Option<(&str, &io::Error)> {
        match self.known_typed_folder()? {
            TypedFolder::Unreadable(error) => Some((self.split_typed().0, error)),
            TypedFolder::Requested | TypedFolder::Known(_) => None,
        }
    }

    /// Returns what is known about the typed folder.
    fn known_typed_folder(&self) -> Option<&TypedFolder> {
        let folder = self.folder().join(self.split_typed().0);
        self.typed_folder.as_ref().filter(|(path, _)| *path == folder).map(|(_, known)| known)
    }

    /// Splits the typed text into a folder with its slash and a name in it.
    pub(crate) fn split_typed(&self) -> (&str, &str) {
        let typed = self.filter.text().trim_start();
        typed.split_at(typed.rfind(std::path::is_separator).map_or(0, |at| at + 1))
    }

    /// Returns the listed folder; an empty path until it was read.
    pub(crate) fn folder(&self) -> &Path {
        self.listing.as_ref().map_or_else(|| Path::new(""), |listing| &listing.folder)
    }

    /// Returns the chosen line.
    pub fn chosen_line(&self) -> Option<BrowserLine<'_>> {
        self.listed().get(self.chosen).copied()
    }

    /// Returns true if Enter opens the chosen line; false while only a folder is typed.
    pub(crate) fn opens_line(&self) -> bool {
        let (folder, name) = self.split_typed();
        self.is_line_chosen || folder.is_empty() || !name.trim().is_empty()
    }

    /// Returns the folder of the typed path, to be listed; `None` while another folder is being read.
    pub(crate) fn wanted_folder(&self) -> Option<PathBuf> {
        let (folder, _) = self.split_typed();
        let is_here = matches!(self.request, FolderRequest::None) && self.listing.is_some();
        (is_here && !folder.is_empty()).then(|| self.folder().join(folder))
    }

    /// Forgets the requested folders: a request that was replaced is never answered.
    pub(crate) fn cancel_requests(&mut self) {
        self.request = FolderRequest::None;
        self.typed_folder.take_if(|(_, known)| matches!(known, TypedFolder::Requested));
    }

    /// Chooses the line with exactly the typed name, or the first one that is not the parent folder.
    pub(crate) fn choose_match(&mut self) {
        let name = self.split_typed().1.trim();
        let lines = self.listed();
        let exact = lines.iter().position(|line| matches!(line, BrowserLine::Entry(entry) if entry.name == name));
        let first = usize::from(lines.len() > 1 && matches!(lines.first(), Some(BrowserLine::Parent(_))));
        self.chosen = exact.unwrap_or(first);
        self.is_line_chosen = false;
    }

    /// Chooses a line for the user.
    pub(crate) fn choose(&mut self, row: usize) {
        self.chosen = row;
        self.is_line_chosen = true;
    }

    /// Returns the typed path, relative to the shown folder.
    pub(crate) fn typed_path(&self) -> PathBuf {
        self.folder().join(self.filter.text().trim())
    }

    /// Returns the typed path with the ending of maps.
    pub(crate) fn typed_file(&self) -> PathBuf {
        with_ending(self.typed_path())
    }
}
