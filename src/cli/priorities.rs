//! `periplo priorities`: the touchpoints of one map, the most urgent first.

use super::failure::Failure;
use super::output::print;
use super::setting::Setting;
use super::{Outcome, args, source};
use crate::exchange::TextLayout;

/// Writes the touchpoints of a map, as they are ranked, to standard output.
pub fn priorities(priorities: &args::Priorities, setting: &Setting) -> Result<Outcome, Failure> {
    let map = source::read(&priorities.file, setting)?;
    let layout = TextLayout { lang: &setting.lang, width: setting.width(), colour: setting.colour };
    print(&(priorities.format)(&map, &layout).map_err(Failure::CannotExport)?)?;
    Ok(Outcome::Done)
}
