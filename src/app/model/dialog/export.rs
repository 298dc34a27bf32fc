//! Writing the map as a document: the dialog, what is asked of the world for it, and what its answers mean.

use std::path::{Path, PathBuf};

use crokey::KeyCombination;

use crate::app::model::line::{LineInput, TooLong};
use crate::exchange::{DOCUMENTS, ExportError, Format, RenderDocument};
use crate::lang::Language;
use crate::map::JourneyMap;
use crate::store::SaveError;

/// The format of which the terminal's clipboard is given a text.
pub(crate) const COPIED: &str = "markdown";

/// The bytes that any terminal takes for its clipboard: a hundred thousand characters of base 64.
pub const COPY_LIMIT: usize = 74_994;

/// A format of documents.
pub type Document = &'static Format<RenderDocument>;

/// What can be chosen: a format for a file, or the clipboard.
#[derive(Clone, Copy, Debug)]
pub enum Choice {
    File(Document),
    Clipboard(Document),
}

impl Choice {
    /// Everything that can be chosen, in order.
    pub fn all() -> impl Iterator<Item = Choice> {
        let copied = DOCUMENTS.iter().filter(|format| format.name == COPIED);
        DOCUMENTS.iter().map(Choice::File).chain(copied.map(Choice::Clipboard))
    }

    /// The format that is written.
    pub fn format(self) -> Document {
        match self {
            Choice::File(format) | Choice::Clipboard(format) => format,
        }
    }

    pub(crate) fn is(self, other: Choice) -> bool {
        match (self, other) {
            (Choice::File(one), Choice::File(other)) | (Choice::Clipboard(one), Choice::Clipboard(other)) => {
                one.name == other.name
            }
            (Choice::File(_), Choice::Clipboard(_)) | (Choice::Clipboard(_), Choice::File(_)) => false,
        }
    }
}

/// What a document would be: its bytes, and what of the map is not in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weight {
    pub bytes: usize,
    pub lost: Vec<String>,
}

/// The dialog that asks for a format and a file.
#[derive(Clone, Debug)]
pub struct ExportDialog {
    /// Which choice is picked.
    pub picked: usize,
    pub line: LineInput,
    /// What each choice would be, as far as that is known.
    pub weights: Vec<Option<Weight>>,
}

impl ExportDialog {
    pub(crate) fn new(choice: Choice, path: &Path) -> ExportDialog {
        let line = LineInput::new(&path.to_string_lossy());
        let picked = Choice::all().position(|each| each.is(choice)).unwrap_or_default();
        ExportDialog { picked, line, weights: vec![None; Choice::all().count()] }
    }

    /// What is picked.
    pub fn choice(&self) -> Option<Choice> {
        Choice::all().nth(self.picked)
    }

    /// Takes a key that types or edits, where a file is asked for.
    pub(crate) fn press(&mut self, key: KeyCombination) {
        if matches!(self.choice(), Some(Choice::File(_))) {
            self.line.press(key);
        }
    }

    /// Puts pasted text in, where a file is asked for; too much is refused whole.
    pub(crate) fn insert(&mut self, text: &str) -> Result<(), TooLong> {
        match self.choice() {
            Some(Choice::File(_)) => self.line.insert(text),
            Some(Choice::Clipboard(_)) | None => Ok(()),
        }
    }

    /// Picks a choice; a name that ends like a document follows it.
    pub(crate) fn pick(&mut self, nth: usize) {
        self.picked = nth;
        let path = PathBuf::from(self.line.text());
        if let Some(choice) = self.choice().filter(|_| document_named(&path).is_some()) {
            self.line = LineInput::new(&path.with_extension(choice.format().extension()).to_string_lossy());
        }
    }
}

/// Where a document goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// Nowhere: it is only weighed.
    DryRun,
    /// Into a file, over what may be there if somebody said so.
    File { path: PathBuf, over: bool },
    /// Into the terminal's clipboard.
    Clipboard,
}

/// A map that is to be written as a document.
#[derive(Clone, Debug)]
pub struct Job {
    pub format: Document,
    pub map: JourneyMap,
    pub language: Language,
    /// The map's own file, over which nothing else is written.
    pub own: Option<PathBuf>,
    pub to: Destination,
}

/// A document as it was made.
#[derive(Clone, Debug)]
pub struct Made {
    pub weight: Weight,
    /// The document itself, for the clipboard.
    pub text: Option<String>,
}

/// Why no document was made.
#[derive(Debug)]
pub enum ExportFault {
    /// The file is that of the map.
    Own,
    Unmade(ExportError),
    Unsaved(SaveError),
}

/// The format of the documents whose files end like this one.
pub(crate) fn document_named(path: &Path) -> Option<&'static Format<RenderDocument>> {
    let ending = path.extension()?;
    Format::with_ending(DOCUMENTS, ending)
}
