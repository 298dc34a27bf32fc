//! Export: the dialog for format and file, and the results of exports.

use std::path::{Path, PathBuf};

use crokey::KeyCombination;

use crate::app::model::line::{LineInput, TooLong};
use crate::exchange::{DOCUMENTS, ExportError, Format, RenderDocument};
use crate::lang::Language;
use crate::map::JourneyMap;
use crate::store::SaveError;

/// The name of the format for the terminal's clipboard.
const CLIPBOARD_FORMAT: &str = "markdown";

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
        let clipboard = DOCUMENTS.iter().filter(|format| format.name == CLIPBOARD_FORMAT);
        DOCUMENTS.iter().map(ExportChoice::File).chain(clipboard.map(ExportChoice::Clipboard))
    }

    /// Returns the format.
    pub fn format(self) -> DocumentFormat {
        match self {
            ExportChoice::File(format) | ExportChoice::Clipboard(format) => format,
        }
    }

    fn is_same(self, other: ExportChoice) -> bool {
        let is_same_place = matches!(self, ExportChoice::File(_)) == matches!(other, ExportChoice::File(_));
        is_same_place && self.format().name == other.format().name
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
    /// The index of the chosen line.
    pub chosen: usize,
    pub line: LineInput,
    /// The estimates, one for each line, as far as they are known.
    pub estimates: Vec<Option<ExportEstimate>>,
}

impl ExportDialog {
    pub fn new(choice: ExportChoice, path: &Path) -> ExportDialog {
        let line = LineInput::new(&path.to_string_lossy());
        let chosen = ExportChoice::all().position(|each| each.is_same(choice)).unwrap_or_default();
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

    /// Inserts pasted text into the file name; a text that is too long is not inserted at all.
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
        if let Some(choice) = self.choice().filter(|_| format_by_ending(&path).is_some()) {
            self.line = LineInput::new(&path.with_extension(choice.format().extension()).to_string_lossy());
        }
    }
}

/// Where an export goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// Nowhere: only the estimate is wanted.
    DryRun,
    /// Into a file; an existing one is replaced only if `overwrite` is set.
    File { path: PathBuf, overwrite: bool },
    /// To the terminal's clipboard.
    Clipboard,
}

/// An export to carry out.
#[derive(Clone, Debug)]
pub struct ExportJob {
    pub format: DocumentFormat,
    pub map: JourneyMap,
    /// The index of the step where the funnel begins.
    pub begin: usize,
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
    OwnFile,
    NotRendered(ExportError),
    NotWritten(SaveError),
}

/// Returns the export format for the ending of a path.
pub(crate) fn format_by_ending(path: &Path) -> Option<DocumentFormat> {
    let ending = path.extension()?;
    Format::with_ending(DOCUMENTS, ending)
}
