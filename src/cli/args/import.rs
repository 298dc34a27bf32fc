//! The options of `periplo import`.

use std::path::PathBuf;

use clap::Args;

use super::import_values::{column, filter, mark, shape};
use super::value_parsers::format;
use crate::exchange::import::shape::choices::Shape;
use crate::exchange::import::shape::role::Role;
use crate::exchange::import::source::SourceFormat;
use crate::exchange::mermaid::section_phases::{self, SectionPhases};
use crate::exchange::{Format, IMPORTS};
use crate::map::entry::Entry;

#[derive(Debug, Args)]
pub(crate) struct ImportArgs {
    /// File to read
    #[arg(value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub file: PathBuf,

    /// Format of FILE [default: from its name and its content]
    #[arg(long, value_parser = format(IMPORTS))]
    pub format: Option<&'static Format<SourceFormat>>,

    /// Map to write; needed unless --into or --dry-run is given
    #[arg(short, long, value_name = "MAP", conflicts_with = "into")]
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

    /// With --into, also add rows that match no touchpoint of the map; they are listed with ?
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

    /// Phases of stages, like "Search=before,Pay=during"; other stages are recognised by their names
    #[arg(long, value_name = "NAME=PHASE,...", value_parser = section_phases::parse)]
    pub phases: Option<SectionPhases>,

    /// What the rows of a table are [default: found by its content]
    #[arg(long, value_name = "SHAPE", value_parser = shape())]
    pub shape: Option<Shape>,

    /// What a column holds, like "Sticker=touchpoint", "Total=none" or "Sales=step"; may be repeated
    #[arg(long = "column", value_name = "HEADING=FIELD", value_parser = column)]
    pub columns: Vec<(String, Role)>,

    /// Read only rows with this value, like "month=2026-03"; may be repeated
    #[arg(long = "where", value_name = "HEADING=VALUE", value_parser = filter)]
    pub filters: Vec<(String, String)>,

    /// What a tag of a card means, as marks of quick entry, like "quote=#unint"; may be repeated
    #[arg(long = "tag", value_name = "WORD=MARK", value_parser = mark)]
    pub tags: Vec<(String, Entry)>,

    /// What a colour of a card means, like "#FCF281=#unint"; may be repeated
    #[arg(long = "colour", value_name = "COLOUR=MARK", value_parser = mark)]
    pub colours: Vec<(String, Entry)>,

    /// Name or number of the sheet or table to read, if FILE has several [default: the first one with a journey]
    #[arg(long, value_name = "NAME|NUMBER")]
    pub sheet: Option<String>,

    /// Write nothing; only show what would be read
    #[arg(long)]
    pub dry_run: bool,

    /// Write nothing if there is any warning, or if anything had to be guessed
    #[arg(long)]
    pub strict: bool,

    /// In csv, keep a ' in front of a formula as part of the text; for files written with --no-guard
    #[arg(long)]
    pub no_guard: bool,
}
