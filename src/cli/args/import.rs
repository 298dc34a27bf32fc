//! The arguments of `periplo import`.

use std::path::PathBuf;

use clap::Args;

use super::row;
use crate::exchange::import::ReadMap;
use crate::exchange::mermaid::section_phases::{self, SectionPhases};
use crate::exchange::{Format, IMPORTS};

#[derive(Debug, Args)]
pub struct Import {
    /// File to read
    #[arg(value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub file: PathBuf,

    /// Format of FILE [default: the one of its name]
    #[arg(long, value_parser = row(IMPORTS))]
    pub format: Option<&'static Format<ReadMap>>,

    /// Map to write
    #[arg(short, long, value_name = "MAP", required_unless_present = "into", conflicts_with = "into")]
    #[arg(value_hint = clap::ValueHint::FilePath)]
    pub output: Option<PathBuf>,

    /// Overwrite the map of --output when it exists; what it holds is kept as an old version
    #[arg(long, conflicts_with = "into")]
    pub force: bool,

    /// Map to bring up to date; without --base, shows what would change
    #[arg(long, value_name = "MAP", value_hint = clap::ValueHint::FilePath)]
    pub into: Option<PathBuf>,

    /// With --into, the map that FILE was made from, so that what was changed in both is told apart
    #[arg(long, value_name = "MAP", requires = "into", conflicts_with = "output")]
    #[arg(value_hint = clap::ValueHint::FilePath)]
    pub base: Option<PathBuf>,

    /// With --into, make the changes that are shown
    #[arg(long, requires = "into", conflicts_with = "output")]
    pub yes: bool,

    /// With --into, delete touchpoints that FILE does not have
    #[arg(long, requires = "into", conflicts_with = "output")]
    pub delete_missing: bool,

    /// Title or file of the map that is wanted, when FILE is an inventory of several
    #[arg(long, value_name = "TITLE")]
    pub map: Option<String>,

    /// Phases of a diagram's sections, like "Search=before,Pay=during"; the others are known by their names
    #[arg(long, value_name = "SECTION=PHASE,...", value_parser = section_phases::parse)]
    pub phases: Option<SectionPhases>,

    /// Write nothing when there is anything to warn of
    #[arg(long)]
    pub strict: bool,

    /// Take a ' in front of a formula in csv as a part of the text, as --no-guard wrote it
    #[arg(long)]
    pub no_guard: bool,
}
