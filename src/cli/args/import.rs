//! The options of `periplo import`.

use std::path::PathBuf;

use clap::Args;

use super::value_parsers::format;
use crate::exchange::import::ReadMap;
use crate::exchange::mermaid::section_phases::{self, SectionPhases};
use crate::exchange::{Format, IMPORTS};

#[derive(Debug, Args)]
pub(crate) struct ImportArgs {
    /// File to read
    #[arg(value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub file: PathBuf,

    /// Format of FILE [default: from its name]
    #[arg(long, value_parser = format(IMPORTS))]
    pub format: Option<&'static Format<ReadMap>>,

    /// Map to write
    #[arg(short, long, value_name = "MAP", required_unless_present = "into", conflicts_with = "into")]
    #[arg(value_hint = clap::ValueHint::FilePath)]
    pub output: Option<PathBuf>,

    /// Overwrite the map of --output if it exists; its content is kept as an old version
    #[arg(long, conflicts_with = "into")]
    pub force: bool,

    /// Map to update; without --base, only shows what would change
    #[arg(long, value_name = "MAP", value_hint = clap::ValueHint::FilePath)]
    pub into: Option<PathBuf>,

    /// With --into, the map that FILE was exported from, so that changes on both sides can be told apart
    #[arg(long, value_name = "MAP", requires = "into", conflicts_with = "output")]
    #[arg(value_hint = clap::ValueHint::FilePath)]
    pub base: Option<PathBuf>,

    /// With --into, make the changes that are shown
    #[arg(long, requires = "into", conflicts_with = "output")]
    pub yes: bool,

    /// With --into, also add rows whose ids belong to another program or another map
    #[arg(long, requires = "into", conflicts_with = "output")]
    pub add_new: bool,

    /// With --into, delete touchpoints that are not in FILE
    #[arg(long, requires = "into", conflicts_with = "output")]
    pub delete_missing: bool,

    /// Title or file of the map to read, if FILE is an inventory of several maps
    #[arg(long, value_name = "TITLE")]
    pub map: Option<String>,

    /// Number or title of the journey diagram to read, if FILE has several
    #[arg(long, value_name = "NUMBER|TITLE")]
    pub diagram: Option<String>,

    /// Phases of a diagram's sections, like "Search=before,Pay=during"; other sections are recognised by their names
    #[arg(long, value_name = "SECTION=PHASE,...", value_parser = section_phases::parse)]
    pub phases: Option<SectionPhases>,

    /// Write nothing if there is any warning
    #[arg(long)]
    pub strict: bool,

    /// In csv, keep a ' in front of a formula as part of the text; for files written with --no-guard
    #[arg(long)]
    pub no_guard: bool,
}
