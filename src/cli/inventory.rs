//! `periplo inventory`: the touchpoints of files and folders, one row each.

use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::maps::{Found, find};
use super::setting::Setting;
use super::{Outcome, args, output, source};
use crate::exchange::inventory::{Filter, Row, rows};
use crate::exchange::{Cells, FORMATS, RenderInventory, csv};
use crate::map::JourneyMap;
use crate::store::disk;

/// Writes the inventory of all maps that can be read; the others are explained on standard error.
pub fn inventory(inventory: &args::Inventory, setting: &Setting) -> Result<Outcome, Failure> {
    let found = find(&inventory.paths);
    let mut format = inventory.format;
    if let Some(path) = inventory.output.as_deref().filter(|path| !source::is_stream(path)) {
        refuse_input(path, &found.files)?;
        if format.is_none() {
            format = named_like(path)?;
        }
        refuse_existing(path, inventory.force)?;
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

/// The format that a file's name ends like; none for a name without an ending.
fn named_like(output: &Path) -> Result<Option<RenderInventory>, Failure> {
    let Some(ending) = output.extension().filter(|ending| !ending.is_empty()) else { return Ok(None) };
    let known = || FORMATS.iter().filter(|format| format.inventory().is_some());
    if let Some(format) = known().find(|format| ending.eq_ignore_ascii_case(format.extension)) {
        return Ok(format.inventory());
    }
    let names: Vec<String> = known().map(|format| format!("{} (.{})", format.name, format.extension)).collect();
    let (ending, names) = (source::label(Path::new(ending)), names.join(", "));
    let message = format!("no format has names that end in .{ending}; choose one with --format: {names}");
    Err(Failure::WrongUse { command: "inventory", message })
}

/// Refuses to write over a map that is read, whatever it is called.
fn refuse_input(output: &Path, inputs: &[PathBuf]) -> Result<(), Failure> {
    let is_output = |input: &&PathBuf| !source::is_stream(input) && disk::is_same(output, input);
    let Some(input) = inputs.iter().find(is_output) else { return Ok(()) };
    let (output, input) = (source::label(output), source::label(input));
    let message = format!("{output} is the file of a map that is read ({input}); choose another file for --output");
    Err(Failure::WrongUse { command: "inventory", message })
}

/// Refuses before anything is read what would be refused after.
fn refuse_existing(path: &Path, force: bool) -> Result<(), Failure> {
    if !force && disk::is_taken(path) {
        return Err(Failure::OutputExists { file: source::label(path) });
    }
    Ok(())
}
