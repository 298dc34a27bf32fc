//! The arguments of the command line. Their doc comments are the text of `--help` and of the manual page.

mod actions;
mod commands;
mod documents;
mod edit;
mod editor;
mod import;
mod import_values;
mod measure;
mod share;
mod value_parsers;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{Args, ColorChoice, CommandFactory, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::exchange::terminal_text::ColourMode;
use crate::lang::Language;

pub(crate) use actions::ActionsArgs;
pub(crate) use commands::{BackupsArgs, CheckArgs, DiffArgs, FunnelArgs, MergeArgs, NewArgs, PrioritiesArgs};
pub(crate) use documents::{ExportArgs, InventoryArgs};
pub(crate) use edit::{AddArgs, ListArgs, MoveArgs, RemoveArgs, SetArgs, TargetArgs};
pub(crate) use editor::EditorArgs;
pub(crate) use import::ImportArgs;
pub(crate) use measure::MeasureArgs;
pub(crate) use share::ShareArgs;
use value_parsers::{folder, one_of};

/// Maps every touchpoint of a customer with a company: before, during and after the purchase.
///
/// `periplo FILE` opens a journey map in the editor; if there is no such file, the first save creates it. Without FILE,
/// the start screen offers recent maps, an empty map, templates and a file to open. The commands below work without a
/// terminal.
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
pub(crate) struct ProgramArgs {
    /// Map to open in the editor
    #[arg(value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub file: Option<PathBuf>,

    #[command(flatten)]
    pub editor: EditorArgs,

    #[command(flatten)]
    pub common: CommonArgs,

    #[command(subcommand)]
    pub command: Option<CommandArgs>,
}

const AFTER_HELP: &str = "\
As a file, `-` means standard input or standard output. Results go to standard output, messages to standard error.

Exit codes: 0 done; 1 failed, a file is invalid, or differences, conflicts or (with --strict) warnings were found; 2 wrong use; 128 + n ended by \
signal n, 129 also if the terminal was closed.

Environment: LC_ALL, LC_MESSAGES and LANG choose the language without --lang. LC_ALL, LC_CTYPE and LANG turn on --ascii if they name \
an encoding other than UTF-8. NO_COLOR, if not empty, turns colours off unless --color or --theme turns them on. VISUAL, or else EDITOR, is the text editor for files that cannot be opened.";

/// The options of every command.
#[derive(Debug, Args)]
#[command(next_help_heading = "Everywhere")]
pub(crate) struct CommonArgs {
    /// Language of Periplo's messages; this help is in English only
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = one_of(Language::ALL, Language::code))]
    pub lang: Option<Language>,

    /// Folder of the configuration
    #[arg(long, global = true, value_name = "DIR", value_hint = clap::ValueHint::DirPath, value_parser = folder())]
    pub config: Option<PathBuf>,

    /// When to use colours
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: ColorChoice,
}

/// A command, with its arguments.
#[derive(Debug, Subcommand)]
pub(crate) enum CommandArgs {
    /// Create a map, empty or from a template; refuses an existing file
    New(NewArgs),
    /// Learn the editor in two minutes, on a practice map
    Tour(EditorArgs),
    /// Open a map in the editor, and a room for telephones: people scan a code, write touchpoints and vote
    ///
    /// Nothing is sent elsewhere: telephones in the same network talk to this computer, without encryption. The room ends
    /// with the editor.
    Share(ShareArgs),
    /// List the bundled templates
    Templates,
    /// Review maps by the rules of the method; exit 1 if a file is invalid
    ///
    /// Each finding is one line with its position in the file and what to do about it. The first finding of each rule in a
    /// file is followed by the reason for the rule.
    Check(CheckArgs),
    /// List the touchpoints of a map with their ids, in numbered lines of words
    List(ListArgs),
    /// Add a touchpoint to a map, written as in quick entry, and print its id
    ///
    /// The map may be open in the editor or changed by others: what they saved is kept.
    Add(AddArgs),
    /// Change fields of a touchpoint; with a fault in one of them, none is changed
    Set(SetArgs),
    /// Remove a touchpoint from a map
    Remove(RemoveArgs),
    /// Move a touchpoint to another place of a map
    Move(MoveArgs),
    /// Show how many customers are left at each step and how likely they are to buy
    Funnel(FunnelArgs),
    /// Rank the touchpoints by how urgently they need action, with the reasons
    Priorities(PrioritiesArgs),
    /// List the touchpoints of files and folders, one row each
    Inventory(InventoryArgs),
    /// List what will be done about the touchpoints of files and folders: each owner's actions, the earliest first
    Actions(ActionsArgs),
    /// Export a map as a document or for another program
    Export(ExportArgs),
    /// Read a map from another format, and report what could not be kept
    ///
    /// With --into, updates an existing map: touchpoints are matched by their ids, or by their names if FILE has no ids.
    /// Fields for which FILE has no column stay unchanged.
    Import(ImportArgs),
    /// Put the counts of a table into a map, as the reaches of its touchpoints; exit 1 if no row fits
    ///
    /// A row is known by the id of a touchpoint, by its metric or by its name. Without --yes, only shows old and new
    /// reaches.
    Measure(MeasureArgs),
    /// Show the differences between two maps, touchpoint by touchpoint; exit 1 if there are any
    Diff(DiffArgs),
    /// Merge two maps with a common ancestor, touchpoint by touchpoint; exit 1 if there are conflicts
    ///
    /// The result is written to OURS. Where both sides made different changes to the same thing, our change stays and theirs
    /// is written to the notes of the touchpoint, so that the map can still be opened.
    ///
    /// `periplo git setup` makes it the merge driver of git.
    Merge(MergeArgs),
    /// Set up git for maps
    Git {
        #[command(subcommand)]
        command: GitArgs,
    },
    /// List the old versions of a map, which are kept when it is saved, or restore one
    Backups(BackupsArgs),
    /// Show the configuration: its location, the settings and keys in force, and its errors
    Config {
        #[command(subcommand)]
        command: ConfigArgs,
    },
    /// Write shell completions to standard output
    Completions {
        /// Shell to write them for
        shell: Shell,
    },
    /// Write the manual page to standard output
    Man,
}

/// A command about git.
#[derive(Clone, Copy, Debug, Subcommand)]
pub(crate) enum GitArgs {
    /// Have git merge the maps of this repository touchpoint by touchpoint, with `periplo merge`
    ///
    /// Shows what it will write, and asks: a merge driver in the configuration of the repository, and the line
    /// `*.ron merge=periplo` in .gitattributes. Everybody who merges runs it once in their copy.
    Setup {
        /// Write without asking
        #[arg(long)]
        yes: bool,
    },
}

/// A command about the configuration.
#[derive(Clone, Copy, Debug, Subcommand)]
pub(crate) enum ConfigArgs {
    /// Print the paths of config.ron and keys.ron, whether or not the files exist
    Path,
    /// Print the settings in force in the format of config.ron, each with its origin
    Show,
    /// Print the keys in force in the format of keys.ron, each with what it does
    Keys,
    /// Look for errors in config.ron and keys.ron; exit 1 if there are any
    Check,
}

/// Returns clap's error message about the arguments of a command.
pub(super) fn usage_error(command: &str, message: &str, colour: ColourMode) -> String {
    let mut program = ProgramArgs::command();
    program.build();
    let error = match program.find_subcommand_mut(command) {
        Some(command) => command.error(ErrorKind::ValueValidation, message),
        None => program.error(ErrorKind::ValueValidation, message),
    };
    let text = error.render();
    let text = if colour == ColourMode::Coloured { text.ansi().to_string() } else { text.to_string() };
    text.trim_end().to_owned()
}

/// Returns the value of `--color` in unparsed arguments. Help and errors of the parser need it before the arguments are
/// parsed.
pub(super) fn colour_choice(given: &[OsString]) -> ColorChoice {
    last_value(given, "--color")
        .and_then(|choice| ColorChoice::from_str(choice, false).ok())
        .unwrap_or(ColorChoice::Auto)
}

/// Returns the last value of an option in arguments that need not be valid.
pub(super) fn last_value<'a>(given: &'a [OsString], option: &str) -> Option<&'a str> {
    let mut given = given.iter().filter_map(|argument| argument.to_str());
    let mut last = None;
    while let Some(argument) = given.next() {
        match argument.strip_prefix(option) {
            Some("") => last = given.next(),
            Some(value) => last = value.strip_prefix('=').or(last),
            None => {}
        }
    }
    last
}
