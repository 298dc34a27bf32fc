//! `periplo funnel`: the funnel of one map, and what it would be.

use super::failure::Failure;
use super::output::print;
use super::setting::Setting;
use super::{Outcome, args, source};
use crate::exchange::{FunnelReport, TextLayout};
use crate::map::{Funnel, what_if};

/// Writes the funnel of a map to standard output.
pub fn funnel(arguments: &args::Funnel, setting: &Setting) -> Result<Outcome, Failure> {
    let map = source::read(&arguments.file, setting)?;
    let funnel = Funnel::of(&map);
    let supposed = &arguments.what_if;
    let would = if supposed.is_empty() { None } else { Some(what_if(&funnel, supposed).map_err(Failure::WhatIf)?) };
    let what_if = would.as_ref().map(|outcome| (supposed.as_slice(), outcome));
    let layout = TextLayout { lang: &setting.lang, width: setting.width(), colour: setting.colour };
    let shown = FunnelReport { map: &map, funnel: &funnel, what_if };
    print(&(arguments.format)(&shown, &layout).map_err(Failure::CannotExport)?)?;
    Ok(Outcome::Done)
}
