//! The command line: runs commands, prints results to standard output and messages to standard error.

mod actions;
mod args;
mod argument_checks;
mod backups;
mod check;
mod completions;
mod config;
mod conflicts;
mod context;
mod diff;
mod edit;
mod environment;
mod export;
mod failure;
mod find_maps;
mod foreign_file;
mod funnel;
mod git;
mod import;
mod import_into;
mod inventory;
mod list;
mod man;
mod measure;
mod merge;
mod merging_save;
mod messages;
mod mistyped_command;
mod new;
mod open;
mod outcome;
mod output;
mod parallel;
mod paths;
mod pending_file;
mod preferences;
mod priorities;
mod progress;
mod progress_line;
mod read_map;
mod read_maps;
mod set;
mod templates;

use std::ffi::OsString;
use std::io::{self, Write};
use std::mem::take;
use std::process::ExitCode;

use clap::builder::Styles;
use clap::{CommandFactory, FromArgMatches};

use args::{CommandArgs, ProgramArgs};
use context::CommandContext;
use failure::Failure;
use mistyped_command::{MistypedCommand, mistyped_command};
use outcome::Outcome;

use crate::app::model::msg::Opening;
use crate::app::model::room::effect::RoomSettings;
use crate::lang::{Lang, Language};
use crate::map::text::{has_unsafe_chars, without_unsafe_chars};
use crate::store::disk;

/// The exit code for arguments that cannot be used.
const WRONG_ARGUMENTS: u8 = 2;

/// Runs the program with the arguments, environment and streams of this process. Returns its exit code.
pub fn run() -> ExitCode {
    disk::report_size_limit();
    let given = with_help_option(std::env::args_os().collect());
    let arguments = match parse(&given) {
        Ok(arguments) => arguments,
        Err(WrongArguments::Clap(error)) => return print_parser_output(&error, has_control_characters(&given)),
        Err(WrongArguments::Sentence(sentence)) => {
            messages::print_message(&sentence);
            return ExitCode::from(WRONG_ARGUMENTS);
        }
    };
    let context = CommandContext::new(&arguments);
    // The editor shows errors of the configuration itself, and `periplo config` prints them.
    if !matches!(
        arguments.command,
        None | Some(CommandArgs::Tour(_) | CommandArgs::Share(_) | CommandArgs::Config { .. })
    ) {
        context.report_configuration();
    }
    match run_command(arguments, &context) {
        Ok(outcome) => outcome.exit_code(),
        Err(failure) => {
            failure.report(&context);
            failure.exit_code()
        }
    }
}

fn run_command(arguments: ProgramArgs, context: &CommandContext) -> Result<Outcome, Failure> {
    let Some(command) = arguments.command else {
        return open::open(arguments.file.map_or(Opening::Start, Opening::Map), context);
    };
    match command {
        CommandArgs::New(arguments) => new::new(&arguments, context),
        CommandArgs::Tour(_) => open::open(Opening::Tour, context),
        CommandArgs::Share(arguments) => {
            let room = RoomSettings {
                port: arguments.port,
                hosts: arguments.hosts,
                address: arguments.address,
                opens_at_once: true,
            };
            open::open_with_room(Opening::Map(arguments.file), room, context)
        }
        CommandArgs::Templates => templates::templates(context),
        CommandArgs::Check(arguments) => check::check(&arguments, context),
        CommandArgs::List(arguments) => list::list(&arguments, context),
        CommandArgs::Add(arguments) => edit::add(&arguments, context),
        CommandArgs::Set(arguments) => set::set(&arguments, context),
        CommandArgs::Remove(arguments) => edit::remove(&arguments, context),
        CommandArgs::Move(arguments) => edit::move_to(&arguments, context),
        CommandArgs::Funnel(arguments) => funnel::funnel(&arguments, context),
        CommandArgs::Priorities(arguments) => priorities::priorities(&arguments, context),
        CommandArgs::Actions(arguments) => actions::actions(&arguments, context),
        CommandArgs::Inventory(arguments) => inventory::inventory(&arguments, context),
        CommandArgs::Export(arguments) => export::export(&arguments, context),
        CommandArgs::Import(arguments) => import::import(&arguments, context),
        CommandArgs::Measure(arguments) => measure::measure(&arguments, context),
        CommandArgs::Diff(arguments) => diff::diff(&arguments, context),
        CommandArgs::Merge(arguments) => merge::merge(&arguments, context),
        CommandArgs::Git { command } => git::git(command, context),
        CommandArgs::Backups(arguments) => backups::backups(&arguments, context),
        CommandArgs::Config { command } => config::config(command, context),
        CommandArgs::Completions { shell } => completions::completions(shell),
        CommandArgs::Man => man::man(),
    }
}

/// Returns true if arguments contain control characters, which must not reach the terminal when they are quoted.
fn has_control_characters(given: &[OsString]) -> bool {
    given.iter().any(|argument| has_unsafe_chars(&argument.to_string_lossy()))
}

/// Prints the help that was asked for, or why the arguments are wrong. Returns the exit code.
fn print_parser_output(error: &clap::Error, has_control_characters: bool) -> ExitCode {
    if !error.use_stderr() {
        let printed = error.print().and_then(|()| io::stdout().flush());
        return match printed {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                // The help is in English too: another language is known only from valid arguments.
                let lang = Lang::new(Language::English);
                messages::print_message(&lang.cli_error(&lang.cli_cannot_write_result(&error)));
                ExitCode::FAILURE
            }
            // A reader that has closed the pipe is not a failure.
            Ok(()) | Err(_) => ExitCode::SUCCESS,
        };
    }
    if has_control_characters {
        let text = error.render().ansi().to_string();
        let lines: Vec<_> = text.trim_end().split('\n').map(without_unsafe_chars).collect();
        messages::print_message(&lines.join("\n"));
    } else {
        // If the stream is closed, nobody can read the text.
        let _ = error.print();
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(WRONG_ARGUMENTS))
}

/// Why the arguments cannot be used.
enum WrongArguments {
    /// What clap found, or the help that was asked for.
    Clap(clap::Error),
    /// A message in the user's language.
    Sentence(String),
}

impl From<clap::Error> for WrongArguments {
    fn from(error: clap::Error) -> WrongArguments {
        WrongArguments::Clap(error)
    }
}

/// Turns `periplo help COMMAND` into `periplo COMMAND --help`.
fn with_help_option(mut given: Vec<OsString>) -> Vec<OsString> {
    if given.get(1).is_some_and(|word| word == "help") {
        given.remove(1);
        given.push("--help".into());
    }
    given
}

fn parse(given: &[OsString]) -> Result<ProgramArgs, WrongArguments> {
    let mut command = ProgramArgs::command().color(args::colour_choice(given));
    if has_control_characters(given) {
        // Without styles of clap's own, every escape sequence in its output comes from the arguments.
        command = command.styles(Styles::plain());
    }
    command.build();
    if let Some(MistypedCommand { word, meant }) = mistyped_command(given, &command) {
        let lang = lang_of(given, &command);
        let word = &without_unsafe_chars(word);
        let sentence = match meant {
            Some(meant) => lang.cli_mistyped_command(word, meant),
            None => lang.cli_unknown_command(word),
        };
        return Err(WrongArguments::Sentence(lang.cli_error(&sentence)));
    }
    let matches = command.try_get_matches_from_mut(given)?;
    let mut arguments = ProgramArgs::from_arg_matches(&matches)?;
    let mut file = arguments.file.clone();
    let own = match &mut arguments.command {
        Some(CommandArgs::Tour(editor)) => Some(take(editor)),
        Some(CommandArgs::Share(share)) => {
            file = file.or(Some(share.file.clone()));
            Some(take(&mut share.editor))
        }
        Some(_) | None => None,
    };
    let opens_editor = arguments.command.is_none() || own.is_some();
    if let Some(own) = own {
        arguments.editor = own.or(take(&mut arguments.editor));
    }
    let refusal = if arguments.command.is_some() && arguments.file.is_some() {
        Lang::cli_file_with_command
    } else if arguments.editor.is_given() && !opens_editor {
        Lang::cli_editor_option_with_command
    } else if file.as_deref().is_some_and(paths::is_stdin) {
        Lang::cli_editor_with_stdin
    } else {
        return Ok(arguments);
    };
    let lang = lang_of(given, &command);
    Err(WrongArguments::Sentence(lang.cli_error(&refusal(&lang))))
}

/// Returns the language of messages about arguments that are not valid as a whole.
fn lang_of(given: &[OsString], command: &clap::Command) -> Lang {
    let option = |name: &str| args::last_value(given, name).map(|value| format!("{name}={value}"));
    let known = std::iter::once("periplo".to_owned()).chain(option("--lang")).chain(option("--config"));
    let matches =
        command.clone().try_get_matches_from(known).or_else(|_| command.clone().try_get_matches_from(["periplo"]));
    let arguments = matches.and_then(|matches| ProgramArgs::from_arg_matches(&matches));
    arguments.map_or_else(|_| Lang::new(Language::English), |arguments| CommandContext::new(&arguments).lang)
}
