//! Checks of arguments that clap cannot make, before a command reads or writes anything.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::paths::{display_path, is_stdin};
use crate::exchange::Format;
use crate::store::{SaveError, disk};

/// Refuses to read several maps from standard input.
pub(super) fn check_one_stdin(command: &'static str, paths: &[&Path]) -> Result<(), Failure> {
    if paths.iter().filter(|path| is_stdin(path)).count() < 2 {
        return Ok(());
    }
    let message = "standard input (-) holds one map; name files for the others".to_owned();
    Err(Failure::WrongUse { command, message })
}

/// Refuses to print binary data on a terminal.
pub(super) fn check_no_terminal(command: &'static str) -> Result<(), Failure> {
    if io::stdout().is_terminal() {
        let message = "this format is no text for a terminal; name a file with --output".to_owned();
        return Err(Failure::WrongUse { command, message });
    }
    Ok(())
}

/// Refuses to overwrite a map that the command reads, even if its path is written differently.
pub(super) fn check_not_an_input(command: &'static str, output: &Path, inputs: &[PathBuf]) -> Result<(), Failure> {
    let is_output = |input: &&PathBuf| !is_stdin(input) && disk::is_same(output, input);
    let Some(input) = inputs.iter().find(is_output) else { return Ok(()) };
    let (output, input) = (display_path(output), display_path(input));
    let message = format!("{output} is the file of a map that is read ({input}); choose another file for --output");
    Err(Failure::WrongUse { command, message })
}

/// Refuses an output that exists, unless `force` is set, and one that is not a file. Without this check, writing would fail
/// later.
pub(super) fn check_can_write(path: &Path, force: bool) -> Result<(), Failure> {
    if let Some(other) = disk::not_a_file(path) {
        return Err(Failure::Save { file: display_path(path), error: SaveError::NotAFile(other) });
    }
    if !force && disk::path_exists(path) {
        return Err(Failure::OutputExists { file: display_path(path) });
    }
    Ok(())
}

/// Refuses the given options of tables for formats whose cells are never guarded against formulas.
pub(super) fn check_table_options<R>(
    command: &'static str,
    options: &[(bool, &str)],
    format: &Format<R>,
    formats: &'static [Format<R>],
) -> Result<(), Failure> {
    let Some((_, option)) = options.iter().find(|(is_given, _)| *is_given && !format.has_guard) else {
        return Ok(());
    };
    let guarded: Vec<&str> = formats.iter().filter(|each| each.has_guard).map(|each| each.name).collect();
    let (cells, name) = (guarded.join(" and "), format.name);
    let message = format!("{option} is for the cells of {cells}, and this is {name}; leave it out");
    Err(Failure::WrongUse { command, message })
}

/// Returns the format that a file's ending names; none for a name without an ending. Refuses an unknown ending.
pub(super) fn format_of_file_name<R>(
    command: &'static str,
    file: &Path,
    formats: &'static [Format<R>],
) -> Result<Option<&'static Format<R>>, Failure> {
    let Some(ending) = file.extension().filter(|ending| !ending.is_empty()) else { return Ok(None) };
    if let Some(format) = Format::with_ending(formats, ending) {
        return Ok(Some(format));
    }
    let names: Vec<String> =
        formats.iter().map(|format| format!("{} (.{})", format.name, format.extension())).collect();
    let (ending, names) = (display_path(Path::new(ending)), names.join(", "));
    let message = format!("no format has names that end in .{ending}; choose one with --format: {names}");
    Err(Failure::WrongUse { command, message })
}
