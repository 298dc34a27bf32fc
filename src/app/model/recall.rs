//! What the user chose before, to be offered again.

use crate::app::model::action::Action;
use crate::app::model::dialog::browser::Browser;
use crate::app::model::dialog::export::ExportChoice;
use crate::app::model::dialog::form::Form;
use crate::app::model::line_history::LineHistory;

/// Earlier choices.
#[derive(Debug, Default)]
pub struct Recall {
    /// Actions run from the palette, the latest first.
    pub actions: Vec<Action>,
    /// The file list from which a file was opened last.
    pub browser: Option<Box<Browser>>,
    /// What was chosen in the last export.
    pub export: Option<ExportChoice>,
    /// The lines that were typed.
    pub lines: LineHistory,
    /// The form whose changes were discarded last.
    pub form: Option<Box<Form>>,
}
