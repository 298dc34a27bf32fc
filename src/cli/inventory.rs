//! `periplo inventory`: the touchpoints of files and folders, one row each.

use std::ops::ControlFlow::{self, Break, Continue};
use std::path::{Path, PathBuf};

use super::failure::{Failure, say};
use super::in_order::{cores, in_order};
use super::maps::find;
use super::output::Output;
use super::progress::Progress;
use super::setting::Setting;
use super::{Outcome, args, output, source};
use crate::exchange::inventory::{Row, rows};
use crate::exchange::{BufferedInventory, FormulaGuard, INVENTORIES, InventoryRenderer, StreamedInventory};
use crate::map::JourneyMap;
use crate::map::filter::{Filter, Term};
use crate::store::disk;

/// Writes the inventory of all maps that can be read; the others are explained on standard error.
pub fn inventory(inventory: &args::Inventory, setting: &Setting) -> Result<Outcome, Failure> {
    let found = find(&inventory.paths);
    let mut format = inventory.format;
    let file = inventory.output.as_deref().filter(|path| !source::is_stdout(path));
    if let Some(path) = file {
        output::refuse_input("inventory", path, &found.files)?;
        if format.is_none() {
            format = output::named_like("inventory", path, INVENTORIES)?;
        }
        if !disk::is_pipe_or_terminal(path) {
            output::refuse_existing(path, inventory.force)?;
            disk::remove_leftovers(path, setting.now);
        }
    }
    let format = format.unwrap_or(&INVENTORIES[0]);
    output::refuse_unguarded("inventory", inventory.no_guard, format, INVENTORIES)?;
    found.failures.iter().for_each(|failure| failure.report(setting));
    let phases = inventory.phase.iter().copied().map(Term::Phase);
    let kinds = inventory.kind.iter().copied().map(Term::Kind);
    let intents = inventory.intent.iter().copied().map(Term::Intent);
    let filter: Filter = phases.chain(kinds).chain(intents).collect();
    let listing = Listing { files: &found.files, file, force: inventory.force, filter, setting };
    let unread = match &format.render {
        InventoryRenderer::Streamed(pieces) => listing.in_pieces(pieces, FormulaGuard::unless(inventory.no_guard)),
        InventoryRenderer::Buffered(whole) => listing.whole(whole),
    };
    Ok(if unread? + found.failures.len() > 0 { Outcome::Incomplete } else { Outcome::Done })
}

/// What is listed, and where it goes.
struct Listing<'a> {
    files: &'a [PathBuf],
    /// Where it goes, if not to standard output.
    file: Option<&'a Path>,
    force: bool,
    filter: Filter,
    setting: &'a Setting,
}

impl Listing<'_> {
    /// Writes the rows of each map as soon as those of all before it are written; gives how many files were not read.
    fn in_pieces(&self, pieces: &StreamedInventory, guard: FormulaGuard) -> Result<usize, Failure> {
        let mut output = None;
        let mut is_first = true;
        let render = |file: &str, map: &JourneyMap| {
            let rows = self.rows(file, map);
            if rows.is_empty() { Ok(Vec::new()) } else { (pieces.rows)(&rows, guard) }
        };
        let unread = self.read(render, |piece| {
            let piece = piece.map_err(Failure::CannotExport)?;
            let head = if output.is_none() { (pieces.head)().map_err(Failure::CannotExport)? } else { Vec::new() };
            let output = match &mut output {
                Some(output) => output,
                // Where nothing is read, no file is replaced by an empty one.
                nothing => nothing.insert(Output::open(self.file, self.force)?),
            };
            let between = if is_first || piece.is_empty() { "" } else { pieces.between };
            is_first &= piece.is_empty();
            output.write(&[&head, between.as_bytes(), &piece])
        })?;
        if let Some(mut output) = output
            && output.write(&[pieces.tail.as_bytes()])?.is_continue()
        {
            output.finish()?;
        }
        Ok(unread)
    }

    /// Writes all rows when every map is read; gives how many files were not.
    fn whole(&self, whole: &BufferedInventory) -> Result<usize, Failure> {
        if !whole.is_text && self.file.is_none() {
            output::refuse_terminal("inventory")?;
        }
        let mut maps = Vec::new();
        let unread = self.read(
            |file, map| (file.to_owned(), map.clone()),
            |map| {
                maps.push(map);
                Ok(Continue(()))
            },
        )?;
        if maps.is_empty() {
            return Ok(unread);
        }
        let rows: Vec<Row> = maps.iter().flat_map(|(file, map)| self.rows(file, map)).collect();
        let lang = &self.setting.lang;
        let export = (whole.render)(&rows, lang).map_err(Failure::CannotExport)?;
        let mut output = Output::open(self.file, self.force)?;
        if output.write(&[&export.bytes])?.is_continue() {
            output.finish()?;
        }
        export.omissions.iter().for_each(|omission| say(&lang.cli_warning(omission)));
        Ok(unread)
    }

    /// The rows of a map that are wanted.
    fn rows<'m>(&self, file: &'m str, map: &'m JourneyMap) -> Vec<Row<'m>> {
        rows(file, map).filter(|row| self.filter.wants(row.phase, row.touchpoint, &[])).collect()
    }

    /// Reads all files on all cores, does `work` there with each map, and gives what comes of it to `take` in the files'
    /// order; says what cannot be read, and gives how many that were.
    fn read<T: Send>(
        &self,
        work: impl Fn(&str, &JourneyMap) -> T + Sync,
        mut take: impl FnMut(T) -> Result<ControlFlow<()>, Failure>,
    ) -> Result<usize, Failure> {
        let setting = self.setting;
        let mut progress = Progress::over(self.files.len(), self.file.is_none(), &setting.lang);
        let mut unread = 0;
        let mut end = Ok(());
        let read = |nth: usize| {
            let path = &self.files[nth];
            let loaded = source::load_quietly(path)?;
            let warning = source::warning_of_repeated(path, &loaded, setting);
            Ok((warning, work(&source::label(path), &loaded.map)))
        };
        in_order(self.files.len(), cores(), read, |read: Option<Result<_, Failure>>| {
            let Some(read) = read else {
                progress.look();
                return Continue(());
            };
            progress.advance();
            match read {
                Ok((warning, worked)) => {
                    if let Some(warning) = warning {
                        progress.aside(|| say(&warning));
                    }
                    take(worked).unwrap_or_else(|failure| {
                        end = Err(failure);
                        Break(())
                    })
                }
                Err(failure) => {
                    unread += 1;
                    progress.aside(|| failure.report(setting));
                    Continue(())
                }
            }
        });
        end.map(|()| unread)
    }
}
