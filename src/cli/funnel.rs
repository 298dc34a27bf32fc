//! `periplo funnel`: the funnel of one map.

use super::failure::Failure;
use super::output::print;
use super::setting::Setting;
use super::{Outcome, args, source};
use crate::exchange::{Layout, Render};

/// Writes the funnel of a map to standard output.
pub fn funnel(funnel: &args::Funnel, setting: &Setting) -> Result<Outcome, Failure> {
    let map = source::read(&funnel.file, setting)?;
    let layout = Layout {
        lang: &setting.lang,
        width: setting.width(),
        ink: setting.ink,
    };
    match funnel.format.render {
        Render::Funnel(render) => print(&render(&map, &layout).map_err(Failure::CannotExport)?)?,
        // The arguments take formats of the funnel only.
        Render::Inventory(_) => {}
    }
    Ok(Outcome::Done)
}
