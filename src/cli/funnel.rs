//! `periplo funnel`: the funnel of a map, and what-if results.

use std::num::NonZeroUsize;

use super::args::FunnelArgs;
use super::context::CommandContext;
use super::failure::Failure;
use super::outcome::Outcome;
use super::output::print_rendered;
use super::read_map::read_map;
use crate::exchange::FunnelReport;
use crate::map::what_if::WhatIfError;
use crate::map::{Funnel, JourneyMap, what_if};

/// Prints the funnel of a map.
pub(super) fn funnel(arguments: &FunnelArgs, context: &CommandContext) -> Result<Outcome, Failure> {
    let map = read_map(&arguments.file, context)?;
    let funnel = funnel_beginning_at(&map, arguments.from)?;
    let steps = &arguments.what_if;
    let outcome = if steps.is_empty() { None } else { Some(what_if(&funnel, steps).map_err(Failure::WhatIf)?) };
    let what_if = outcome.as_ref().map(|outcome| (steps.as_slice(), outcome));
    let report = FunnelReport { map: &map, funnel: &funnel, what_if };
    print_rendered((arguments.format)(&report, &context.text_layout()))?;
    Ok(Outcome::Done)
}

/// Computes the funnel of a map from the step at a position on; positions count from 1.
pub(super) fn funnel_beginning_at(map: &JourneyMap, from: Option<NonZeroUsize>) -> Result<Funnel, Failure> {
    let begin = from.map_or(0, |position| position.get() - 1);
    let funnel = Funnel::beginning_at(map, begin);
    if begin > 0 && begin >= funnel.steps.len() {
        return Err(Failure::WhatIf(WhatIfError::NoSuchStep { position: begin + 1, steps: funnel.steps.len() }));
    }
    if funnel.buyers.is_none() && begin > 0 && Funnel::of(map).buyers.is_some() {
        return Err(Failure::NoReachFrom { position: begin + 1 });
    }
    Ok(funnel)
}
