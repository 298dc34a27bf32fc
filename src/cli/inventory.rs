//! `periplo inventory`: the touchpoints of files and folders, one row each.

use std::ops::ControlFlow::Continue;
use std::path::{Path, PathBuf};

use super::args::InventoryArgs;
use super::argument_checks::{
    check_can_write, check_no_terminal, check_not_an_input, check_table_options, format_of_file_name,
};
use super::context::CommandContext;
use super::failure::Failure;
use super::find_maps::find_maps;
use super::messages::print_message;
use super::outcome::Outcome;
use super::output::{ResultWriter, table_reader};
use super::paths::is_stdout;
use super::read_maps::MapFiles;
use crate::exchange::inventory::{InventoryRow, rows};
use crate::exchange::{
    BufferedInventory, FormulaGuard, INVENTORIES, InventoryRenderer, StreamedInventory, TableOptions, TableStyle,
};
use crate::map::JourneyMap;
use crate::map::filter::{Filter, Term};
use crate::store::disk;

/// Writes the inventory of all maps that can be read, and reports the others on standard error.
pub(super) fn inventory(arguments: &InventoryArgs, context: &CommandContext) -> Result<Outcome, Failure> {
    let found = find_maps(&arguments.paths);
    let mut format = arguments.format;
    let output = arguments.output.as_deref().filter(|path| !is_stdout(path));
    if let Some(path) = output {
        check_not_an_input("inventory", path, &found.files)?;
        if format.is_none() {
            format = format_of_file_name("inventory", path, INVENTORIES)?;
        }
        if !disk::is_pipe_or_terminal(path) {
            check_can_write(path, arguments.force)?;
            disk::remove_leftovers(path, context.now);
        }
    }
    let format = format.unwrap_or(&INVENTORIES[0]);
    let table_options = [(arguments.no_guard, "--no-guard"), (arguments.machine, "--machine")];
    check_table_options("inventory", &table_options, format, INVENTORIES)?;
    found.failures.iter().for_each(|failure| failure.report(context));
    let phases = arguments.phase.iter().copied().map(Term::Phase);
    let kinds = arguments.kind.iter().copied().map(Term::Kind);
    let intents = arguments.intent.iter().copied().map(Term::Intent);
    let filter: Filter = phases.chain(kinds).chain(intents).collect();
    let job = InventoryJob { files: &found.files, output, force: arguments.force, filter, context };
    let unread_count = match &format.convert {
        InventoryRenderer::Streamed(format) => {
            let reader = table_reader(output, arguments.machine);
            let table = TableOptions { reader, guard: FormulaGuard::unless(arguments.no_guard) };
            job.write_streamed(format, &TableStyle::new(table, &context.lang))
        }
        InventoryRenderer::Buffered(format) => job.write_buffered(format),
    };
    Ok(if unread_count? + found.failures.len() > 0 { Outcome::Incomplete } else { Outcome::Done })
}

/// The files of an inventory, its filter and its output.
struct InventoryJob<'a> {
    files: &'a [PathBuf],
    /// The file to write; none for standard output.
    output: Option<&'a Path>,
    force: bool,
    filter: Filter,
    context: &'a CommandContext,
}

impl InventoryJob<'_> {
    /// Writes the rows of each map as soon as it is read. Returns how many files could not be read.
    fn write_streamed(&self, format: &StreamedInventory, style: &TableStyle) -> Result<usize, Failure> {
        let mut writer = None;
        let mut is_first = true;
        let render = |file: &str, map: &JourneyMap| {
            let rows = self.rows(file, map);
            if rows.is_empty() { Ok(Vec::new()) } else { (format.rows)(&rows, style) }
        };
        let unread_count = self.files().read(render, |part| {
            let part = part.map_err(Failure::CannotExport)?;
            let head = if writer.is_none() { (format.head)(style).map_err(Failure::CannotExport)? } else { Vec::new() };
            let writer = match &mut writer {
                Some(writer) => writer,
                // The output is opened only now: if no map can be read, no file is replaced by an empty one.
                unopened => unopened.insert(ResultWriter::open(self.output, self.context.if_exists(self.force))?),
            };
            let separator = if is_first || part.is_empty() { "" } else { format.between };
            is_first &= part.is_empty();
            writer.write(&[&head, separator.as_bytes(), &part])
        })?;
        if let Some(mut writer) = writer
            && writer.write(&[format.tail.as_bytes()])?.is_continue()
        {
            writer.finish()?;
        }
        Ok(unread_count)
    }

    /// Writes all rows once every map is read. Returns how many files could not be read.
    fn write_buffered(&self, format: &BufferedInventory) -> Result<usize, Failure> {
        if !format.is_text && self.output.is_none() {
            check_no_terminal("inventory")?;
        }
        let mut maps = Vec::new();
        let unread_count = self.files().read(
            |file, map| (file.to_owned(), map.clone()),
            |map| {
                maps.push(map);
                Ok(Continue(()))
            },
        )?;
        if maps.is_empty() {
            return Ok(unread_count);
        }
        let rows: Vec<InventoryRow> = maps.iter().flat_map(|(file, map)| self.rows(file, map)).collect();
        let lang = &self.context.lang;
        let export = (format.render)(&rows, lang).map_err(Failure::CannotExport)?;
        let mut writer = ResultWriter::open(self.output, self.context.if_exists(self.force))?;
        if writer.write(&[&export.bytes])?.is_continue() {
            writer.finish()?;
        }
        export.omissions.iter().for_each(|omission| print_message(&lang.cli_warning(omission)));
        Ok(unread_count)
    }

    fn files(&self) -> MapFiles<'_> {
        MapFiles { files: self.files, prints_result: self.output.is_none(), context: self.context }
    }

    /// Returns the rows of a map that match the filter.
    fn rows<'m>(&self, file: &'m str, map: &'m JourneyMap) -> Vec<InventoryRow<'m>> {
        rows(file, map).filter(|row| self.filter.matches(row.phase, row.touchpoint, &[])).collect()
    }
}
