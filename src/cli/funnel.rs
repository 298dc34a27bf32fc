//! `periplo funnel`: the funnel of a map, and what-if results.

use super::args::FunnelArgs;
use super::context::CommandContext;
use super::failure::Failure;
use super::outcome::Outcome;
use super::output::print_rendered;
use super::read_map::read_map;
use crate::exchange::FunnelReport;
use crate::map::{Funnel, what_if};

/// Prints the funnel of a map.
pub(super) fn funnel(arguments: &FunnelArgs, context: &CommandContext) -> Result<Outcome, Failure> {
    let map = read_map(&arguments.file, context)?;
    let funnel = Funnel::of(&map);
    let steps = &arguments.what_if;
    let outcome = if steps.is_empty() { None } else { Some(what_if(&funnel, steps).map_err(Failure::WhatIf)?) };
    let what_if = outcome.as_ref().map(|outcome| (steps.as_slice(), outcome));
    let report = FunnelReport { map: &map, funnel: &funnel, what_if };
    print_rendered((arguments.format)(&report, &context.text_layout()))?;
    Ok(Outcome::Done)
}
