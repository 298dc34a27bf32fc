//! The options of the commands that list and change the touchpoints of a map.

use std::path::PathBuf;

use clap::Args;

use super::value_parsers::one_of_words;
use crate::map::Phase;
use crate::map::filter::PHASES;

#[derive(Debug, Args)]
pub(crate) struct ListArgs {
    /// Map to read
    #[arg(value_name = "MAP", value_hint = clap::ValueHint::FilePath)]
    pub map: PathBuf,

    /// Only touchpoints of this phase
    #[arg(long, value_name = "PHASE", value_parser = one_of_words(Phase::ALL, Phase::key, PHASES))]
    pub phase: Option<Phase>,
}

/// Where a touchpoint is put.
#[derive(Debug, Args)]
pub(crate) struct TargetArgs {
    /// Phase to put it into, at the end
    #[arg(long, value_name = "PHASE", value_parser = one_of_words(Phase::ALL, Phase::key, PHASES))]
    pub phase: Phase,

    /// Put it below the touchpoint with this id instead
    #[arg(long, value_name = "ID", conflicts_with = "first")]
    pub after: Option<String>,

    /// Put it at the beginning of the phase instead
    #[arg(long)]
    pub first: bool,
}

#[derive(Debug, Args)]
pub(crate) struct AddArgs {
    /// Map to change
    #[arg(value_name = "MAP", value_hint = clap::ValueHint::FilePath)]
    pub map: PathBuf,

    /// Line of quick entry, like "Compares fares @web =40000"
    #[arg(value_name = "TEXT", allow_hyphen_values = true)]
    pub text: String,

    #[command(flatten)]
    pub target: TargetArgs,

    /// Say what would be done, and write nothing
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Args)]
pub(crate) struct RemoveArgs {
    /// Map to change
    #[arg(value_name = "MAP", value_hint = clap::ValueHint::FilePath)]
    pub map: PathBuf,

    /// Id of the touchpoint, as `periplo list` shows it
    #[arg(value_name = "ID")]
    pub id: String,

    /// Say what would be done, and write nothing
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Args)]
pub(crate) struct MoveArgs {
    /// Map to change
    #[arg(value_name = "MAP", value_hint = clap::ValueHint::FilePath)]
    pub map: PathBuf,

    /// Id of the touchpoint, as `periplo list` shows it
    #[arg(value_name = "ID")]
    pub id: String,

    #[command(flatten)]
    pub target: TargetArgs,

    /// Say what would be done, and write nothing
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Args)]
pub(crate) struct SetArgs {
    /// Map to change
    #[arg(value_name = "MAP", value_hint = clap::ValueHint::FilePath)]
    pub map: PathBuf,

    /// Id of the touchpoint, as `periplo list` shows it
    #[arg(value_name = "ID")]
    pub id: String,

    /// Field and value, as in the inventory, like "reach=40000"; "FIELD=" empties the field, "FIELD=@-" reads standard
    /// input
    #[arg(value_name = "FIELD=VALUE", required = true)]
    pub values: Vec<String>,

    /// Say what would be done, and write nothing
    #[arg(long)]
    pub dry_run: bool,
}
