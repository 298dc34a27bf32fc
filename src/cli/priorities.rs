//! `periplo priorities`: the touchpoints of a map, the most urgent first.

use super::args::PrioritiesArgs;
use super::context::CommandContext;
use super::failure::Failure;
use super::funnel::funnel_beginning_at;
use super::outcome::Outcome;
use super::output::print_rendered;
use super::read_map::read_map;

/// Prints the touchpoints of a map in the order of their priority.
pub(super) fn priorities(arguments: &PrioritiesArgs, context: &CommandContext) -> Result<Outcome, Failure> {
    let map = read_map(&arguments.file, context)?;
    let funnel = funnel_beginning_at(&map, arguments.from)?;
    print_rendered((arguments.format)(&map, &funnel, &context.text_layout()))?;
    Ok(Outcome::Done)
}
