//! `periplo backups`: lists the old versions of a map that were kept when it was saved, or restores one.

use std::path::{Path, PathBuf};

use super::args::BackupsArgs;
use super::context::CommandContext;
use super::failure::Failure;
use super::messages::print_message;
use super::outcome::Outcome;
use super::output::{print_result, print_text, write_result};
use super::paths::{display_path, is_stdin, is_stdout, shell_quoted};
use crate::exchange::terminal_text::TextStyle;
use crate::map::width::{align_right, fill, width};
use crate::store::disk::{self, Backup};
use crate::store::{Loaded, OpenError};

/// Lists the old versions of a map, or restores one of them.
pub(super) fn backups(arguments: &BackupsArgs, context: &CommandContext) -> Result<Outcome, Failure> {
    let file = &arguments.file;
    if is_stdin(file) {
        let message = "old versions are those of a file; standard input (-) has none".to_owned();
        return Err(Failure::WrongUse { command: "backups", message });
    }
    let store = context.backups().ok_or(Failure::NoStateFolder)?;
    let unreadable = |error| Failure::Open { path: file.clone(), error: OpenError::Unreadable(error) };
    let versions = store.list(file).map_err(unreadable)?;
    if versions.is_empty() {
        return Err(Failure::NoVersions { file: display_path(file) });
    }
    let Some(number) = arguments.restore else { return list(&versions, context) };
    let Some(version) = number.checked_sub(1).and_then(|nth| versions.get(nth)) else {
        return Err(Failure::NoSuchVersion { file: display_path(file), number, count: versions.len() });
    };
    let bytes = disk::read_bytes(&version.path).map_err(|error| Failure::Open { path: version.path.clone(), error })?;
    let output = arguments.output.clone().unwrap_or_else(|| default_output(file, number));
    if is_stdout(&output) {
        print_result(&bytes)?;
        return Ok(Outcome::Done);
    }
    write_result(&output, &bytes, context.if_exists(arguments.force))?;
    let output = display_path(&output);
    print_message(&context.lang.version_restored(&output, &age(version, context), &shell_quoted(&output)));
    Ok(Outcome::Done)
}

/// Returns the path to which a version is restored without --output: in the same folder, with the version's number.
fn default_output(file: &Path, number: usize) -> PathBuf {
    let stem = file.file_stem().unwrap_or(file.as_os_str()).to_string_lossy();
    file.with_file_name(format!("{stem}-{number}.ron"))
}

fn age(version: &Backup, context: &CommandContext) -> String {
    // If the clock was set back, the version may be from the future. It then counts as new.
    context.lang.ago(context.now.duration_since(version.made_at).unwrap_or_default().as_secs())
}

fn list(versions: &[Backup], context: &CommandContext) -> Result<Outcome, Failure> {
    let mut rows = vec![context.lang.version_columns()];
    for (nth, version) in versions.iter().enumerate() {
        let (touchpoints, title) = match disk::load(&version.path) {
            Ok(Loaded { map, .. }) => (context.lang.number(map.len() as u128), map.header().title.to_string()),
            Err(_) => ("?".to_owned(), context.lang.version_unreadable()),
        };
        rows.push([(nth + 1).to_string(), age(version, context), touchpoints, title]);
    }
    let widest = |column: usize| rows.iter().map(|row| width(&row[column])).max().unwrap_or_default();
    let (numbers, ages, counts) = (widest(0), widest(1), widest(2));
    let titles = widest(3).min(context.width().saturating_sub(numbers + ages + counts + 6));
    let mut text = String::new();
    for (nth, [number, age, count, title]) in rows.iter().enumerate() {
        let cells = [align_right(number, numbers), fill(age, ages), align_right(count, counts), fill(title, titles)];
        let line = cells.join("  ");
        let line = line.trim_end();
        text += &if nth == 0 { context.colour.paint(TextStyle::Quiet, line) } else { line.to_owned() };
        text.push('\n');
    }
    print_text(&text)?;
    Ok(Outcome::Done)
}
