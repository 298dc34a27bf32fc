//! The options of `periplo actions`.

use std::path::PathBuf;

use clap::Args;

use super::value_parsers::format;
use crate::exchange::actions::ActionRenderer;
use crate::exchange::{ACTIONS, Format};
use crate::map::Date;

#[derive(Debug, Args)]
pub(crate) struct ActionsArgs {
    /// Maps to read; folders are searched recursively for files that end in .ron
    #[arg(value_name = "PATH", required = true, value_hint = clap::ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,

    /// Format to write [default: from the name of --output, or text]
    #[arg(long, value_parser = format(ACTIONS))]
    pub format: Option<&'static Format<ActionRenderer>>,

    /// Only actions of this owner; case and accents do not matter
    #[arg(long, value_name = "NAME")]
    pub owner: Option<String>,

    /// Only actions that are due before this day, like 2026-12-15
    #[arg(long, value_name = "DATE")]
    pub due_before: Option<Date>,

    /// Day on which actions count as overdue, like 2026-12-15 [default: today]
    #[arg(long, value_name = "DATE")]
    pub today: Option<Date>,

    /// File to write instead of standard output
    #[arg(short, long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub output: Option<PathBuf>,

    /// Overwrite the file of --output if it exists
    #[arg(long)]
    pub force: bool,

    /// In csv, write for a program even to a file: no byte-order mark, commas, English headings and words
    #[arg(long)]
    pub machine: bool,

    /// In csv, write text that a spreadsheet would take for a formula unchanged, without ' in front
    #[arg(long)]
    pub no_guard: bool,
}
