//! `periplo funnel`: the funnel of one map.

use super::failure::Failure;
use super::output::print;
use super::setting::Setting;
use super::{Outcome, args, source};
use crate::exchange::Layout;

/// Writes the funnel of a map to standard output.
pub fn funnel(funnel: &args::Funnel, setting: &Setting) -> Result<Outcome, Failure> {
    let map = source::read(&funnel.file, setting)?;
    let layout = Layout { lang: &setting.lang, width: setting.width(), ink: setting.ink };
    print(&(funnel.format)(&map, &layout).map_err(Failure::CannotExport)?)?;
    Ok(Outcome::Done)
}
