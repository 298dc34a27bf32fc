//! Export: the dialog for format and file, and the results of exports.

use std::path::{Path, PathBuf};

use crokey::KeyCombination;

use crate::app::model::line::{LineInput, TooLong};
use crate::exchange::{DOCUMENTS, ExportError, Format, RenderDocument};
use crate::lang::Language;
use crate::map::JourneyMap;
use crate::store::SaveError;

/// The format for the terminal's clipboard.
pub(crate) const COPIED: &str = "markdown";

/// The most bytes that all terminals take for their clipboard: 100,000 characters of base 64.
pub const COPY_LIMIT: usize = 74_994;

/// A format for exports.
pub(crate) type DocumentFormat = &'static Format<RenderDocument>;

/// A line of the dialog: a format for a file, or the clipboard.
#[derive(Clone, Copy, Debug)]
pub enum ExportChoice {
    File(DocumentFormat),
    Clipboard(DocumentFormat),
}

impl ExportChoice {
    /// Returns all lines, in order.
    pub fn all() -> impl Iterator<Item = ExportChoice> {
        let copied = DOCUMENTS.iter().filter(|format| format.name == COPIED);
        DOCUMENTS.iter().map(ExportChoice::File).chain(copied.map(ExportChoice::Clipboard))
    }

    /// Returns the format.
    pub fn format(self) -> DocumentFormat {
        match self {
            ExportChoice::File(format) | ExportChoice::Clipboard(format) => format,
        }
    }

    pub(crate) fn is(self, other: ExportChoice) -> bool {
        match (self, other) {
            (ExportChoice::File(one), ExportChoice::File(other))
            | (ExportChoice::Clipboard(one), ExportChoice::Clipboard(other)) => one.name == other.name,
            (ExportChoice::File(_), ExportChoice::Clipboard(_))
            | (ExportChoice::Clipboard(_), ExportChoice::File(_)) => false,
        }
    }
}

/// The size of an export, and what the format leaves out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportEstimate {
    pub bytes: usize,
    pub omissions: Vec<String>,
}

/// The dialog for format and file.
#[derive(Clone, Debug)]
pub struct ExportDialog {
    /// Returns the chosen line.
    pub chosen: usize,
    pub line: LineInput,
    /// The estimates, one for each line, as far as they are known.
    pub estimates: Vec<Option<ExportEstimate>>,
}

impl ExportDialog {
    pub fn new(choice: ExportChoice, path: &Path) -> ExportDialog {
        let line = LineInput::new(&path.to_string_lossy());
        let chosen = ExportChoice::all().position(|each| each.is(choice)).unwrap_or_default();
        ExportDialog { chosen, line, estimates: vec![None; ExportChoice::all().count()] }
    }

    /// Returns the chosen line.
    pub fn choice(&self) -> Option<ExportChoice> {
        ExportChoice::all().nth(self.chosen)
    }

    /// Types a key into the file name; ignored for the clipboard.
    pub(crate) fn press(&mut self, key: KeyCombination) {
        if matches!(self.choice(), Some(ExportChoice::File(_))) {
            self.line.press(key);
        }
    }

    /// Inserts pasted text into the file name; a text that is too long is refused as a whole.
    pub(crate) fn insert(&mut self, text: &str) -> Result<(), TooLong> {
        match self.choice() {
            Some(ExportChoice::File(_)) => self.line.insert(text),
            Some(ExportChoice::Clipboard(_)) | None => Ok(()),
        }
    }

    /// Chooses a line; the ending of the file name changes with the format.
    pub(crate) fn pick(&mut self, nth: usize) {
        self.chosen = nth;
        let path = PathBuf::from(self.line.text());
        if let Some(choice) = self.choice().filter(|_| document_named(&path).is_some()) {
            self.line = LineInput::new(&path.with_extension(choice.format().extension()).to_string_lossy());
        }
    }
}

/// Where an export goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// Nowhere: only its size and losses are wanted.
    DryRun,
    /// Into a file; `over` overwrites an existing one.
    File { path: PathBuf, over: bool },
    /// To the terminal's clipboard.
    Clipboard,
}

/// An export to carry out.
#[derive(Clone, Debug)]
pub struct ExportJob {
    pub format: DocumentFormat,
    pub map: JourneyMap,
    pub language: Language,
    /// The map's own file, which an export must not overwrite.
    pub own: Option<PathBuf>,
    pub to: Destination,
}

/// The result of an export.
#[derive(Clone, Debug)]
pub struct ExportOutput {
    pub estimate: ExportEstimate,
    /// The text, for the clipboard.
    pub text: Option<String>,
}

/// Why an export failed.
#[derive(Debug)]
pub enum ExportFault {
    /// The file is the map's own file.
    Own,
    Unmade(ExportError),
    Unsaved(SaveError),
}

/// Returns the export format with the ending of a path.
pub(crate) fn document_named(path: &Path) -> Option<&'static Format<RenderDocument>> {
    let ending = path.extension()?;
    Format::with_ending(DOCUMENTS, ending)
}
