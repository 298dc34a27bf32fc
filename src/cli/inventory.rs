//! `periplo inventory`: the touchpoints of files and folders, one row each.

use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::setting::Setting;
use super::{Outcome, args, output, source};
use crate::exchange::inventory::{Filter, Row, rows};
use crate::exchange::{Cells, FORMATS, Format, RenderInventory, csv};
use crate::map::JourneyMap;
use crate::store::disk;

/// Writes the inventory of all maps that can be read; the others are explained on standard error.
pub fn inventory(inventory: &args::Inventory, setting: &Setting) -> Result<Outcome, Failure> {
    if let Some(path) = &inventory.output {
        refuse_existing(path, inventory.force)?;
    }
    let (maps, outcome) = read_all(&inventory.paths, setting);
    if maps.is_empty() {
        // Nothing was read, so there is nothing to list, and no file is replaced by an empty one.
        return Ok(outcome);
    }
    let filter =
        Filter { phases: inventory.phase.clone(), kinds: inventory.kind.clone(), intents: inventory.intent.clone() };
    let wanted: Vec<Row> =
        maps.iter().flat_map(|(file, map)| rows(file, map)).filter(|row| filter.wants(row)).collect();
    let render = inventory.format.or_else(|| named_like(inventory.output.as_deref()?)).unwrap_or(csv::render);
    let cells = Cells { guarded: !inventory.no_guard };
    let bytes = render(&wanted, &cells).map_err(Failure::CannotExport)?;
    match &inventory.output {
        Some(path) => output::write(path, &bytes, inventory.force)?,
        None => output::print(&bytes)?,
    }
    Ok(outcome)
}

/// Reads all maps at these paths, each with what its file is called; says what cannot be read.
fn read_all(paths: &[PathBuf], setting: &Setting) -> (Vec<(String, JourneyMap)>, Outcome) {
    let mut maps = Vec::new();
    let mut outcome = Outcome::Done;
    let mut fail = |failure: Failure| {
        failure.report(setting);
        outcome = Outcome::Incomplete;
    };
    for path in paths {
        for file in files(path, &mut fail) {
            match source::read(&file, setting) {
                Err(failure) => fail(failure),
                Ok(map) => maps.push((source::label(&file), map)),
            }
        }
    }
    (maps, outcome)
}

/// The format that a file's name ends like.
fn named_like(output: &Path) -> Option<RenderInventory> {
    let extension = output.extension()?.to_str()?.to_ascii_lowercase();
    let mut alike = FORMATS.iter().filter(|format| format.extension == extension);
    alike.find_map(Format::inventory)
}

/// The files that a path stands for: itself, or the maps below it.
fn files(path: &Path, fail: &mut impl FnMut(Failure)) -> Vec<PathBuf> {
    if source::is_stream(path) || !path.is_dir() {
        return vec![path.to_owned()];
    }
    let found = disk::maps_below(path);
    if found.maps.is_empty() && found.unreadable.is_empty() {
        fail(Failure::NoMaps { folder: source::label(path) });
    }
    for (folder, error) in found.unreadable {
        let folder = source::label(&folder);
        fail(Failure::CannotSearch { folder, error });
    }
    found.maps
}

/// Refuses before anything is read what would be refused after.
fn refuse_existing(path: &Path, force: bool) -> Result<(), Failure> {
    if !force && !source::is_stream(path) && path.symlink_metadata().is_ok() {
        return Err(Failure::OutputExists { file: source::label(path) });
    }
    Ok(())
}
