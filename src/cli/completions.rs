//! `periplo completions`: completions for a shell.

use clap::CommandFactory;
use clap_complete::Shell;

use super::Outcome;
use super::args::Arguments;
use super::failure::Failure;
use super::output::print;

/// Writes the completions of a shell to standard output.
pub fn completions(shell: Shell) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "periplo", &mut script);
    print(&script)?;
    Ok(Outcome::Done)
}
