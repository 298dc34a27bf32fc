//! `periplo diff`: what differs between two maps.

use super::failure::Failure;
use super::output::print;
use super::setting::Setting;
use super::{Outcome, args, source};
use crate::exchange::TextLayout;
use crate::map::differences;

/// Writes the differences of two maps to standard output.
pub fn diff(diff: &args::Diff, setting: &Setting) -> Result<Outcome, Failure> {
    source::refuse_two_streams("diff", &[&diff.old, &diff.new])?;
    let old = source::read(&diff.old, setting)?;
    let new = source::read(&diff.new, setting)?;
    let differences = differences(&old, &new);
    let layout = TextLayout { lang: &setting.lang, width: setting.width(), colour: setting.colour };
    print(&(diff.format)(&differences, &layout).map_err(Failure::CannotExport)?)?;
    Ok(if differences.is_empty() { Outcome::Done } else { Outcome::Found })
}
