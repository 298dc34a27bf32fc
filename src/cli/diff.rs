//! `periplo diff`: the differences between two maps.

use super::args::DiffArgs;
use super::argument_checks::check_one_stdin;
use super::context::CommandContext;
use super::failure::Failure;
use super::outcome::Outcome;
use super::output::print_rendered;
use super::read_map::read_map;
use crate::map::differences;

/// Prints the differences between two maps.
pub(super) fn diff(arguments: &DiffArgs, context: &CommandContext) -> Result<Outcome, Failure> {
    check_one_stdin("diff", &[&arguments.old, &arguments.new])?;
    let old = read_map(&arguments.old, context)?;
    let new = read_map(&arguments.new, context)?;
    let differences = differences(&old, &new);
    print_rendered((arguments.format)(&differences, &context.text_layout()))?;
    Ok(if differences.is_empty() { Outcome::Done } else { Outcome::HasFindings })
}
