//! `periplo inventory`: the touchpoints of files and folders, one row each.

use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::setting::Setting;
use super::{Outcome, args, output, pending, source};
use crate::exchange::inventory::{Filter, Row, rows};
use crate::exchange::{Cells, Render};
use crate::map::JourneyMap;

/// Writes the inventory of all maps that can be read; the others are explained on standard error.
pub fn inventory(inventory: &args::Inventory, setting: &Setting) -> Result<Outcome, Failure> {
    if let Some(path) = &inventory.output {
        refuse_existing(path, inventory.force)?;
    }
    let mut maps: Vec<(String, JourneyMap)> = Vec::new();
    let mut outcome = Outcome::Done;
    for path in &inventory.paths {
        let files = files(path).unwrap_or_else(|failure| {
            failure.report(setting);
            outcome = Outcome::Incomplete;
            Vec::new()
        });
        for file in files {
            match source::read(&file, setting) {
                Ok(map) => maps.push((source::label(&file), map)),
                Err(failure) => {
                    failure.report(setting);
                    outcome = Outcome::Incomplete;
                }
            }
        }
    }
    let filter = Filter {
        phases: inventory.phase.clone(),
        kinds: inventory.kind.clone(),
        intents: inventory.intent.clone(),
    };
    let wanted: Vec<Row> = maps
        .iter()
        .flat_map(|(file, map)| rows(file, map))
        .filter(|row| filter.wants(row))
        .collect();
    let bytes = match inventory.format.render {
        Render::Inventory(render) => render(
            &wanted,
            &Cells {
                guarded: !inventory.no_guard,
            },
        )
        .map_err(Failure::CannotExport)?,
        // The arguments take formats of the inventory only.
        Render::Funnel(_) => Vec::new(),
    };
    match &inventory.output {
        Some(path) => output::write(path, &bytes, inventory.force)?,
        None => output::print(&bytes)?,
    }
    Ok(outcome)
}

/// The files that a path stands for: itself, or the maps below it.
fn files(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if source::is_stream(path) || !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let files = pending::maps_below(path).map_err(|error| Failure::CannotRead {
        file: source::label(path),
        error,
    })?;
    if files.is_empty() {
        return Err(Failure::NoMaps {
            folder: source::label(path),
        });
    }
    Ok(files)
}

/// Refuses before anything is read what would be refused after.
fn refuse_existing(path: &Path, force: bool) -> Result<(), Failure> {
    if !force && !source::is_stream(path) && path.symlink_metadata().is_ok() {
        return Err(Failure::OutputExists {
            file: source::label(path),
        });
    }
    Ok(())
}
