//! The dialogs: what is open in front of the screen and takes the keys.

pub mod answer;
pub mod browser;
pub mod command;
pub mod export;
pub mod filter;
pub mod filter_choices;
pub mod form;
pub mod help;
pub mod import;
pub mod import_counts;
pub mod import_map;
mod notes_keys;
pub mod palette;
pub mod prompt;
pub mod question;
pub mod quick_entry;
pub mod recovery;
pub mod share;
pub mod themes;

use crate::app::model::context::Context;
use crate::app::model::line::LineInput;
use browser::Browser;
use export::ExportDialog;
use filter::FilterDialog;
use form::Form;
use help::Help;
use import::ImportDialog;
use palette::Palette;
use prompt::Prompt;
use question::Question;
use quick_entry::QuickEntry;
use recovery::Recovery;
use share::ShareDialog;
use themes::Themes;

/// An open dialog with its state.
#[derive(Debug)]
pub enum Dialog {
    QuickEntry(QuickEntry),
    Form(Box<Form>),
    Prompt(Prompt),
    Export(ExportDialog),
    Import(Box<ImportDialog>),
    Browser(Browser),
    Filter(Box<FilterDialog>),
    Palette(Palette),
    Question(Question),
    Recovery(Box<Recovery>),
    Help(Help),
    Themes(Themes),
    Share(ShareDialog),
}

impl Dialog {
    /// The context in which the dialog's keys are looked up.
    pub fn context(&self) -> Context {
        match self {
            Dialog::QuickEntry(entry) => entry.context(),
            Dialog::Form(form) => form.context(),
            Dialog::Prompt(_) => Context::Prompt,
            Dialog::Export(_) => Context::Export,
            Dialog::Import(_) => Context::Import,
            Dialog::Browser(_) => Context::Browser,
            Dialog::Filter(dialog) => dialog.context(),
            Dialog::Palette(_) => Context::Palette,
            Dialog::Question(question) => question.context(),
            Dialog::Recovery(_) => Context::Recovery,
            Dialog::Help(_) => Context::Help,
            Dialog::Themes(_) => Context::Themes,
            Dialog::Share(_) => Context::Share,
        }
    }

    /// True if the dialog is a question that must be answered first.
    pub fn is_question(&self) -> bool {
        matches!(self, Dialog::Question(_) | Dialog::Recovery(_))
    }

    /// The line of text of the dialog, focused for typing; `None` if it has none or a form's field takes the text.
    pub(crate) fn focus_line(&mut self) -> Option<&mut LineInput> {
        match self {
            Dialog::QuickEntry(entry) => Some(&mut entry.line),
            Dialog::Prompt(prompt) => {
                prompt.is_proposal = false;
                Some(&mut prompt.line)
            }
            Dialog::Export(dialog) => Some(&mut dialog.line),
            Dialog::Browser(browser) => Some(&mut browser.filter),
            Dialog::Filter(dialog) => {
                dialog.chosen = None;
                Some(&mut dialog.line)
            }
            Dialog::Palette(palette) => Some(&mut palette.line),
            Dialog::Help(help) => Some(&mut help.filter),
            Dialog::Form(_)
            | Dialog::Question(_)
            | Dialog::Recovery(_)
            | Dialog::Themes(_)
            | Dialog::Share(_)
            | Dialog::Import(_) => None,
        }
    }

    /// The line of text of the dialog; `None` if it has none.
    pub fn line(&self) -> Option<&LineInput> {
        match self {
            Dialog::QuickEntry(entry) => Some(&entry.line),
            Dialog::Prompt(prompt) => Some(&prompt.line),
            Dialog::Export(dialog) => Some(&dialog.line),
            Dialog::Browser(browser) => Some(&browser.filter),
            Dialog::Filter(dialog) => Some(&dialog.line),
            Dialog::Palette(palette) => Some(&palette.line),
            Dialog::Help(help) => Some(&help.filter),
            Dialog::Form(_)
            | Dialog::Question(_)
            | Dialog::Recovery(_)
            | Dialog::Themes(_)
            | Dialog::Share(_)
            | Dialog::Import(_) => None,
        }
    }

    /// True if a double click on a row accepts it. Dialogs that write a file or change the map need a key.
    pub(crate) fn opens_rows_by_click(&self) -> bool {
        matches!(self, Dialog::Palette(_) | Dialog::Browser(_) | Dialog::Help(_) | Dialog::Themes(_))
    }
}
