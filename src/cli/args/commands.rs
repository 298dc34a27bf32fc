//! The options of the commands that read, compare or create maps.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::Args;

use super::value_parsers::{one_of, renderer, title};
use crate::exchange::{
    DIFFERENCES, FINDINGS, FUNNELS, PRIORITIES, RenderDifferences, RenderFindings, RenderFunnel, RenderPriorities,
};
use crate::map::{Date, Name, Rule, WhatIfStep};
use crate::store::Template;

#[derive(Debug, Args)]
pub(crate) struct NewArgs {
    /// File to write
    #[arg(value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub file: PathBuf,

    /// Template to start from, in the language of --lang
    #[arg(long, value_name = "NAME", value_parser = one_of(Template::ALL, Template::name))]
    pub template: Option<Template>,

    /// Title of the map [default: the template's title, or the file's name]
    #[arg(long, value_name = "TEXT", value_parser = title)]
    pub title: Option<Name>,
}

#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    /// Maps to review; folders are searched recursively for files that end in .ron
    #[arg(value_name = "FILE", required = true, value_hint = clap::ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,

    /// Format to write
    #[arg(long, default_value = "text", value_parser = renderer(FINDINGS))]
    pub format: RenderFindings,

    /// Exit with 1 also if there is a warning
    #[arg(long)]
    pub strict: bool,

    /// Day on which actions count as overdue, like 2026-12-15 [default: today]
    #[arg(long, value_name = "DATE")]
    pub today: Option<Date>,

    /// Only findings of this rule; separate several with commas
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = one_of(Rule::ALL, Rule::key))]
    pub rule: Vec<Rule>,
}

#[derive(Debug, Args)]
pub(crate) struct FunnelArgs {
    /// Map to read
    #[arg(value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub file: PathBuf,

    /// Format to write
    #[arg(long, default_value = "text", value_parser = renderer(FUNNELS))]
    pub format: RenderFunnel,

    /// Begin the funnel at the step at this position; the steps before it are shown as leading in
    #[arg(long, value_name = "POSITION")]
    pub from: Option<NonZeroUsize>,

    /// Also show the funnel as if the step at this position had this conversion: 3=40 for 40 percent, 3=+5 for five
    /// points more; can be given for several steps
    #[arg(long, value_name = "POSITION=PERCENT")]
    pub what_if: Vec<WhatIfStep>,
}

#[derive(Debug, Args)]
pub(crate) struct PrioritiesArgs {
    /// Map to read
    #[arg(value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub file: PathBuf,

    /// Begin the funnel at the step at this position; losses before it do not count
    #[arg(long, value_name = "POSITION")]
    pub from: Option<NonZeroUsize>,

    /// Format to write
    #[arg(long, default_value = "text", value_parser = renderer(PRIORITIES))]
    pub format: RenderPriorities,
}

#[derive(Debug, Args)]
pub(crate) struct DiffArgs {
    /// Old map
    #[arg(value_name = "A", value_hint = clap::ValueHint::FilePath)]
    pub old: PathBuf,

    /// New map
    #[arg(value_name = "B", value_hint = clap::ValueHint::FilePath)]
    pub new: PathBuf,

    /// Format to write
    #[arg(long, default_value = "text", value_parser = renderer(DIFFERENCES))]
    pub format: RenderDifferences,
}

#[derive(Debug, Args)]
pub(crate) struct MergeArgs {
    /// Common ancestor of both maps; an empty or missing file counts as an empty map
    #[arg(value_name = "BASE", value_hint = clap::ValueHint::FilePath)]
    pub base: PathBuf,

    /// Our map; the result replaces it
    #[arg(value_name = "OURS", value_hint = clap::ValueHint::FilePath)]
    pub ours: PathBuf,

    /// Their map
    #[arg(value_name = "THEIRS", value_hint = clap::ValueHint::FilePath)]
    pub theirs: PathBuf,

    /// File to write instead of OURS
    #[arg(short, long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub output: Option<PathBuf>,

    /// Overwrite the file of --output if it exists
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Args)]
pub(crate) struct BackupsArgs {
    /// Map whose old versions are meant; the file itself may be missing
    #[arg(value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub file: PathBuf,

    /// Restore the version with this number to a new file; 1 is the newest
    #[arg(long, value_name = "NUMBER")]
    pub restore: Option<usize>,

    /// File to restore to [default: FILE's name with the number, in the same folder]
    #[arg(short, long, value_name = "FILE", requires = "restore", value_hint = clap::ValueHint::FilePath)]
    pub output: Option<PathBuf>,

    /// Overwrite the file of --output if it exists; its content is kept as an old version
    #[arg(long, requires = "restore")]
    pub force: bool,
}
