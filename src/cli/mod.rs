//! The command line: arguments in, results on standard output, all else on standard error, an exit code.

mod args;
mod backups;
mod check;
mod completions;
mod config;
mod conflicts;
mod diff;
mod export;
mod failure;
mod funnel;
mod import;
mod in_order;
mod into;
mod inventory;
mod man;
mod maps;
mod merge;
mod new;
mod open;
mod output;
mod preferences;
mod priorities;
mod progress;
mod setting;
mod source;
mod templates;
mod unfinished;

use std::ffi::OsString;
use std::mem::take;
use std::process::ExitCode;

use clap::builder::Styles;
use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};

use args::{Arguments, Command};
use setting::Setting;

use crate::app::model::msg::Opening;
use crate::map::text::{is_dropped, visible};

/// How a command ended when it could do its work at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Done,
    /// The result is there, and on standard error stands what is missing from it.
    Incomplete,
    /// The result is there, and something was found: differences, conflicts or warnings.
    Found,
    /// A signal of this number ended the program.
    Signal(i32),
}

impl Outcome {
    fn exit_code(self) -> ExitCode {
        match self {
            Outcome::Done => ExitCode::SUCCESS,
            Outcome::Incomplete | Outcome::Found => ExitCode::FAILURE,
            Outcome::Signal(number) => ExitCode::from(u8::try_from(128 + number).unwrap_or(1)),
        }
    }
}

/// Runs the program with the arguments, the environment and the streams of this process.
pub fn run() -> ExitCode {
    let given: Vec<OsString> = std::env::args_os().collect();
    let arguments = match parse(&given) {
        Ok(arguments) => arguments,
        Err(refusal) => {
            tell(&refusal, is_hostile(&given));
            return ExitCode::from(u8::try_from(refusal.exit_code()).unwrap_or(2));
        }
    };
    let setting = Setting::read(&arguments);
    // The editor says itself what is wrong with the configuration, and so does the command that looks for it.
    if !matches!(arguments.command, None | Some(Command::Tour(_) | Command::Config { .. })) {
        setting.report_configuration();
    }
    let outcome = match arguments.command {
        None => open::open(arguments.file.map_or(Opening::Start, Opening::Map), &setting),
        Some(Command::Tour(_)) => open::open(Opening::Tour, &setting),
        Some(Command::New(new)) => new::new(&new, &setting),
        Some(Command::Templates) => templates::templates(&setting),
        Some(Command::Check(check)) => check::check(&check, &setting),
        Some(Command::Funnel(funnel)) => funnel::funnel(&funnel, &setting),
        Some(Command::Priorities(priorities)) => priorities::priorities(&priorities, &setting),
        Some(Command::Inventory(inventory)) => inventory::inventory(&inventory, &setting),
        Some(Command::Export(export)) => export::export(&export, &setting),
        Some(Command::Import(import)) => import::import(&import, &setting),
        Some(Command::Diff(diff)) => diff::diff(&diff, &setting),
        Some(Command::Merge(merge)) => merge::run(&merge, &setting),
        Some(Command::Backups(backups)) => backups::backups(&backups, &setting),
        Some(Command::Config { command }) => config::config(command, &setting),
        Some(Command::Completions { shell }) => completions::completions(shell),
        Some(Command::Man) => man::man(),
    };
    match outcome {
        Ok(outcome) => outcome.exit_code(),
        Err(failure) => {
            failure.report(&setting);
            failure.exit_code()
        }
    }
}

/// Whether arguments hold what would command a terminal when they are quoted.
fn is_hostile(given: &[OsString]) -> bool {
    given.iter().any(|argument| argument.to_string_lossy().chars().any(is_dropped))
}

/// Tells why arguments are refused, or the help that was asked for.
fn tell(refusal: &clap::Error, hostile: bool) {
    if hostile && refusal.use_stderr() {
        let said = refusal.render().ansi().to_string();
        let lines: Vec<_> = said.trim_end().split('\n').map(visible).collect();
        return failure::say(&lines.join("\n"));
    }
    // Nobody is left to be told when this stream is closed.
    let _ = refusal.print();
}

fn parse(given: &[OsString]) -> Result<Arguments, clap::Error> {
    let mut command = Arguments::command().color(args::help_colour(given));
    if is_hostile(given) {
        // In a text without looks of its own, those that came with the arguments are known.
        command = command.styles(Styles::plain());
    }
    let matches = command.try_get_matches_from_mut(given)?;
    let mut arguments = Arguments::from_arg_matches(&matches)?;
    if let Some(Command::Tour(looks)) = &mut arguments.command {
        arguments.looks = take(looks).or(take(&mut arguments.looks));
    }
    let opens = matches!(arguments.command, None | Some(Command::Tour(_)));
    if arguments.command.is_some() && arguments.file.is_some() {
        let message = "FILE opens the editor and does not go with a command";
        return Err(command.error(ErrorKind::ArgumentConflict, message));
    }
    if arguments.looks.is_some() && !opens {
        let message = "--theme, --ascii and --no-mouse are for the editor; of all commands they go with tour alone";
        return Err(command.error(ErrorKind::ArgumentConflict, message));
    }
    if arguments.file.as_deref().is_some_and(source::is_stdin) {
        let message = "the editor opens files; standard input (-) goes with commands";
        return Err(command.error(ErrorKind::ValueValidation, message));
    }
    Ok(arguments)
}
