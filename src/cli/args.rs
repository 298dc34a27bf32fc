//! The arguments of every command; their help is the program's manual.

mod choices;
mod import;
mod looks;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PathBufValueParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Args, ColorChoice, CommandFactory, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::exchange::terminal_text::ColourMode;
use crate::exchange::{
    DIFFERENCES, DOCUMENTS, FINDINGS, FUNNELS, Format, INVENTORIES, InventoryRenderer, PRIORITIES, RenderDifferences,
    RenderDocument, RenderFindings, RenderFunnel, RenderPriorities,
};
use crate::lang::Language;
use crate::map::entry::{INTENTS, KINDS};
use crate::map::filter::PHASES;
use crate::map::{Intent, Kind, Name, Phase, Rule, WhatIfStep};
use crate::store::{Template, disk};

use choices::{format, keyed, row, spoken};
pub use import::Import;
pub use looks::Looks;

/// Maps every point at which a customer touches a company: before, during and after the purchase.
///
/// `periplo FILE` opens a journey map in the editor; a file that is not there is created when it is first saved. Without
/// FILE, a start screen offers the maps that were open lately, an empty map, templates and a file to open. The commands
/// below work without a terminal.
#[derive(Debug, Parser)]
#[command(
    name = "periplo",
    version,
    about = "Customer journey maps in the terminal",
    long_about,
    max_term_width = 100,
    disable_help_subcommand = true,
    after_long_help = AFTER_HELP
)]
pub struct Arguments {
    /// Map to open in the editor
    #[arg(value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub file: Option<PathBuf>,

    #[command(flatten)]
    pub looks: Looks,

    #[command(flatten)]
    pub common: Common,

    #[command(subcommand)]
    pub command: Option<Command>,
}

const AFTER_HELP: &str = "\
`-` as a file is standard input or standard output. Results go to standard output, all else to standard error.

Exit codes: 0 done; 1 failed, a file is invalid, or differences, conflicts or (with --strict) warnings were found; 2 wrong use; 128 + n ended by \
signal n, 129 also when the terminal was closed.

Environment: LC_ALL, LC_MESSAGES and LANG choose the language where --lang does not, and --ascii where they name \
another encoding than UTF-8; NO_COLOR, when not empty, turns colours off where --color or --theme does not turn them on; VISUAL, or else EDITOR, is the editor for files that cannot be opened.";

/// What every command takes.
#[derive(Debug, Args)]
#[command(next_help_heading = "Everywhere")]
pub struct Common {
    /// Language of what Periplo says; this help is in English
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = language())]
    pub lang: Option<Language>,

    /// Folder with the configuration
    #[arg(long, global = true, value_name = "DIR", value_hint = clap::ValueHint::DirPath, value_parser = folder())]
    pub config: Option<PathBuf>,

    /// When to use colours
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: ColorChoice,
}

/// What Periplo does besides opening a map.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write a new map, empty or from a template; refuses an existing file
    New(New),
    /// Learn the editor in two minutes, on a map to play with
    Tour(Looks),
    /// List the bundled templates
    Templates,
    /// Review maps by the rules of the method; exit 1 when a file is invalid
    ///
    /// Each finding is one line, with its place for an editor to go to, what to do, and once a file the method's reason.
    Check(Check),
    /// Show how many customers are left at each step and how likely they are to buy
    Funnel(Funnel),
    /// Rank the touchpoints by how urgent it is to act on them, each with its reasons
    Priorities(Priorities),
    /// List touchpoints over files and folders, one row each
    Inventory(Inventory),
    /// Write one map as a document for people or for another program
    Export(Export),
    /// Read a map from another format, and tell what could not be kept
    ///
    /// With --into, brings an existing map up to date: touchpoints are known by their ids, and what FILE has no column for
    /// stays as it is.
    Import(Import),
    /// Show what differs between two maps, touchpoint by touchpoint; exit 1 when something does
    Diff(Diff),
    /// Merge two maps that were made from one, touchpoint by touchpoint; exit 1 when there are conflicts
    ///
    /// The result is written into OURS. Where both sides changed the same, each in its own way, ours stays in place and
    /// theirs is written into the notes of the touchpoint, so that the map still opens.
    ///
    /// As a merge driver of git: a line `*.ron merge=periplo` in .gitattributes, and once on each machine
    /// git config --global merge.periplo.driver "periplo merge %O %A %B"
    Merge(Merge),
    /// List the old versions of a map that were kept when it was saved, or bring one back
    Backups(Backups),
    /// Show the configuration: where it is, what holds, and what is wrong with it
    Config {
        #[command(subcommand)]
        command: ConfigCommand,
    },
    /// Write completions for a shell to standard output
    Completions {
        /// Shell that they are for
        shell: Shell,
    },
    /// Write the manual page to standard output
    Man,
}

/// What can be asked of the configuration.
#[derive(Clone, Copy, Debug, Subcommand)]
pub enum ConfigCommand {
    /// Print the paths of config.ron and keys.ron, whether they are there or not
    Path,
    /// Print the settings that hold, each with where it comes from, as they are written in config.ron
    Show,
    /// Print the keys that hold, with what they do, as they are written in keys.ron
    Keys,
    /// Look for faults in config.ron and keys.ron; exit 1 when there are some
    Check,
}

#[derive(Debug, Args)]
pub struct New {
    /// File to write
    #[arg(value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub file: PathBuf,

    /// Template to start from, in the language of --lang
    #[arg(long, value_name = "NAME", value_parser = template())]
    pub template: Option<Template>,

    /// Title of the map [default: the template's title, or the file's name]
    #[arg(long, value_name = "TEXT", value_parser = title)]
    pub title: Option<Name>,
}

#[derive(Debug, Args)]
pub struct Check {
    /// Maps to review; folders are searched, with all below them, for files that end in .ron
    #[arg(value_name = "FILE", required = true, value_hint = clap::ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,

    /// Format to write
    #[arg(long, default_value = "text", value_parser = format(FINDINGS))]
    pub format: RenderFindings,

    /// Exit 1 also when there is a warning
    #[arg(long)]
    pub strict: bool,

    /// Only findings of this rule; several are joined with commas
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = keyed(Rule::ALL, Rule::key))]
    pub rule: Vec<Rule>,
}

#[derive(Debug, Args)]
pub struct Funnel {
    /// Map to read
    #[arg(value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub file: PathBuf,

    /// Format to write
    #[arg(long, default_value = "text", value_parser = format(FUNNELS))]
    pub format: RenderFunnel,

    /// Also show what would be if that percentage came through at the step of that position, as 3=40, or as 3=+5 for
    /// five points more; can be given for several steps
    #[arg(long, value_name = "POSITION=PERCENT")]
    pub what_if: Vec<WhatIfStep>,
}

#[derive(Debug, Args)]
pub struct Priorities {
    /// Map to read
    #[arg(value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub file: PathBuf,

    /// Format to write
    #[arg(long, default_value = "text", value_parser = format(PRIORITIES))]
    pub format: RenderPriorities,
}

#[derive(Debug, Args)]
pub struct Inventory {
    /// Maps to read; folders are searched, with all below them, for files that end in .ron
    #[arg(value_name = "PATH", required = true, value_hint = clap::ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,

    /// Format to write [default: the one of --output's name, or csv]
    #[arg(long, value_parser = row(INVENTORIES))]
    pub format: Option<&'static Format<InventoryRenderer>>,

    /// File to write instead of standard output
    #[arg(short, long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub output: Option<PathBuf>,

    /// Overwrite the file of --output when it exists
    #[arg(long)]
    pub force: bool,

    /// Only touchpoints of this phase; several are joined with commas
    #[arg(long, value_delimiter = ',', value_parser = spoken(Phase::ALL, Phase::key, PHASES))]
    pub phase: Vec<Phase>,

    /// Only touchpoints of this kind; several are joined with commas
    #[arg(long, value_delimiter = ',', value_parser = spoken(Kind::ALL, Kind::key, &KINDS))]
    pub kind: Vec<Kind>,

    /// Only touchpoints of this intent; several are joined with commas
    #[arg(long, value_delimiter = ',', value_parser = spoken(Intent::ALL, Intent::key, &INTENTS))]
    pub intent: Vec<Intent>,

    /// In csv and tsv, leave text that a spreadsheet would compute as it is, without ' in front
    #[arg(long)]
    pub no_guard: bool,
}

#[derive(Debug, Args)]
pub struct Export {
    /// Map to read
    #[arg(value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub file: PathBuf,

    /// Format to write [default: the one of --output's name]
    #[arg(long, required_unless_present = "output", value_parser = row(DOCUMENTS))]
    pub format: Option<&'static Format<RenderDocument>>,

    /// File to write instead of standard output
    #[arg(short, long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub output: Option<PathBuf>,

    /// Overwrite the file of --output when it exists
    #[arg(long)]
    pub force: bool,

    /// In csv, leave text that a spreadsheet would compute as it is, without ' in front
    #[arg(long)]
    pub no_guard: bool,
}

#[derive(Debug, Args)]
pub struct Diff {
    /// Map as it was
    #[arg(value_name = "A", value_hint = clap::ValueHint::FilePath)]
    pub old: PathBuf,

    /// Map as it is
    #[arg(value_name = "B", value_hint = clap::ValueHint::FilePath)]
    pub new: PathBuf,

    /// Format to write
    #[arg(long, default_value = "text", value_parser = format(DIFFERENCES))]
    pub format: RenderDifferences,
}

#[derive(Debug, Args)]
pub struct Merge {
    /// Map from which both were made; a file that is empty or not there is an empty map
    #[arg(value_name = "BASE", value_hint = clap::ValueHint::FilePath)]
    pub base: PathBuf,

    /// Our map, replaced by the result
    #[arg(value_name = "OURS", value_hint = clap::ValueHint::FilePath)]
    pub ours: PathBuf,

    /// Their map
    #[arg(value_name = "THEIRS", value_hint = clap::ValueHint::FilePath)]
    pub theirs: PathBuf,

    /// File to write instead of OURS
    #[arg(short, long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub output: Option<PathBuf>,

    /// Overwrite the file of --output when it exists
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Args)]
pub struct Backups {
    /// Map whose versions are meant; it need not be there any more
    #[arg(value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub file: PathBuf,

    /// Bring back the version of this number, 1 being the newest, in a new file
    #[arg(long, value_name = "NUMBER")]
    pub restore: Option<usize>,

    /// File to write the version to [default: FILE's name with the number, beside it]
    #[arg(short, long, value_name = "FILE", requires = "restore", value_hint = clap::ValueHint::FilePath)]
    pub output: Option<PathBuf>,

    /// Overwrite the file of --output when it exists; what it holds is kept as a version of its own
    #[arg(long, requires = "restore")]
    pub force: bool,
}

fn template() -> impl TypedValueParser<Value = Template> {
    keyed(Template::ALL, Template::name)
}

fn language() -> impl TypedValueParser<Value = Language> {
    keyed(Language::ALL, Language::code)
}

fn title(raw: &str) -> Result<Name, String> {
    Name::new(raw).map_err(|fault| format!("a title is {fault}"))
}

fn folder() -> impl TypedValueParser<Value = PathBuf> {
    let existing = |path: PathBuf| {
        if disk::is_folder(&path) { Ok(path) } else { Err("there is no such folder") }
    };
    PathBufValueParser::new().try_map(existing)
}

/// Says that the arguments of a command are refused, as the parser says it.
pub fn refusal(command: &str, message: &str, colour: ColourMode) -> String {
    let mut program = Arguments::command();
    program.build();
    let refused = match program.find_subcommand_mut(command) {
        Some(command) => command.error(ErrorKind::ValueValidation, message),
        None => program.error(ErrorKind::ValueValidation, message),
    };
    let said = refused.render();
    let said = if colour == ColourMode::Coloured { said.ansi().to_string() } else { said.to_string() };
    said.trim_end().to_owned()
}

/// The colour of help and of refused arguments, found before the arguments are understood.
pub fn help_colour(given: &[OsString]) -> ColorChoice {
    let mut given = given.iter().filter_map(|argument| argument.to_str());
    let mut choice = None;
    while let Some(argument) = given.next() {
        match argument.strip_prefix("--color") {
            Some("") => choice = given.next(),
            Some(value) => choice = value.strip_prefix('='),
            None => {}
        }
    }
    choice.and_then(|choice| ColorChoice::from_str(choice, false).ok()).unwrap_or(ColorChoice::Auto)
}
