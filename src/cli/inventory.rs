//! `periplo inventory`: the touchpoints of files and folders, one row each.

use super::failure::Failure;
use super::maps::{Found, find};
use super::setting::Setting;
use super::{Outcome, args, output, source};
use crate::exchange::inventory::{Filter, Row, rows};
use crate::exchange::{Cells, INVENTORIES, csv};
use crate::map::JourneyMap;

/// Writes the inventory of all maps that can be read; the others are explained on standard error.
pub fn inventory(inventory: &args::Inventory, setting: &Setting) -> Result<Outcome, Failure> {
    let found = find(&inventory.paths);
    let mut format = inventory.format;
    if let Some(path) = inventory.output.as_deref().filter(|path| !source::is_stream(path)) {
        output::refuse_input("inventory", path, &found.files)?;
        if format.is_none() {
            format = output::named_like("inventory", path, INVENTORIES)?;
        }
        output::refuse_existing(path, inventory.force)?;
    }
    let (maps, outcome) = read_all(found, setting);
    if maps.is_empty() {
        // Nothing was read, so there is nothing to list, and no file is replaced by an empty one.
        return Ok(outcome);
    }
    let filter =
        Filter { phases: inventory.phase.clone(), kinds: inventory.kind.clone(), intents: inventory.intent.clone() };
    let wanted: Vec<Row> =
        maps.iter().flat_map(|(file, map)| rows(file, map)).filter(|row| filter.wants(row)).collect();
    let render = format.unwrap_or(csv::render);
    let cells = Cells { guarded: !inventory.no_guard };
    let bytes = render(&wanted, &cells).map_err(Failure::CannotExport)?;
    match &inventory.output {
        Some(path) => output::write(path, &bytes, inventory.force)?,
        None => output::print(&bytes)?,
    }
    Ok(outcome)
}

/// Reads all maps, each with what its file is called; says what cannot be read.
fn read_all(found: Found, setting: &Setting) -> (Vec<(String, JourneyMap)>, Outcome) {
    let mut maps = Vec::new();
    let mut outcome = Outcome::Done;
    let mut fail = |failure: Failure| {
        failure.report(setting);
        outcome = Outcome::Incomplete;
    };
    found.failures.into_iter().for_each(&mut fail);
    for file in found.files {
        match source::read(&file, setting) {
            Err(failure) => fail(failure),
            Ok(map) => maps.push((source::label(&file), map)),
        }
    }
    (maps, outcome)
}
