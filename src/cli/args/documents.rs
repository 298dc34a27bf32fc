//! The options of `periplo export` and `periplo inventory`.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::Args;

use super::value_parsers::{format, one_of_words};
use crate::exchange::{DOCUMENTS, Format, INVENTORIES, InventoryRenderer, RenderDocument};
use crate::map::entry::{INTENTS, KINDS};
use crate::map::filter::PHASES;
use crate::map::{Intent, Kind, Phase};

#[derive(Debug, Args)]
pub(crate) struct ExportArgs {
    /// Map to read
    #[arg(value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub file: PathBuf,

    /// Format to write [default: from the name of --output]
    #[arg(long, required_unless_present = "output", value_parser = format(DOCUMENTS))]
    pub format: Option<&'static Format<RenderDocument>>,

    /// File to write instead of standard output
    #[arg(short, long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub output: Option<PathBuf>,

    /// In html, markdown and svg, begin the funnel at the step at this position; the steps before it are shown as
    /// leading in
    #[arg(long, value_name = "POSITION")]
    pub from: Option<NonZeroUsize>,

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

#[derive(Debug, Args)]
pub(crate) struct InventoryArgs {
    /// Maps to read; folders are searched recursively for files that end in .ron
    #[arg(value_name = "PATH", required = true, value_hint = clap::ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,

    /// Format to write [default: from the name of --output, or csv]
    #[arg(long, value_parser = format(INVENTORIES))]
    pub format: Option<&'static Format<InventoryRenderer>>,

    /// File to write instead of standard output
    #[arg(short, long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub output: Option<PathBuf>,

    /// Overwrite the file of --output if it exists
    #[arg(long)]
    pub force: bool,

    /// Only touchpoints of this phase; separate several with commas
    #[arg(long, value_delimiter = ',', value_parser = one_of_words(Phase::ALL, Phase::key, PHASES))]
    pub phase: Vec<Phase>,

    /// Only touchpoints of this kind; separate several with commas
    #[arg(long, value_delimiter = ',', value_parser = one_of_words(Kind::ALL, Kind::key, &KINDS))]
    pub kind: Vec<Kind>,

    /// Only touchpoints of this intent; separate several with commas
    #[arg(long, value_delimiter = ',', value_parser = one_of_words(Intent::ALL, Intent::key, &INTENTS))]
    pub intent: Vec<Intent>,

    /// In csv, write for a program even to a file: no byte-order mark, commas, English headings and words
    #[arg(long)]
    pub machine: bool,

    /// In csv and tsv, write text that a spreadsheet would take for a formula unchanged, without ' in front
    #[arg(long)]
    pub no_guard: bool,
}
