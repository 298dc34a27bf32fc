//! `periplo completions`: completions for a shell.

use clap::CommandFactory;
use clap_complete::Shell;

use super::args::ProgramArgs;
use super::failure::Failure;
use super::outcome::Outcome;
use super::output::print_result;

/// Prints the completions for a shell.
pub(super) fn completions(shell: Shell) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut ProgramArgs::command(), "periplo", &mut script);
    print_result(&script)?;
    Ok(Outcome::Done)
}
