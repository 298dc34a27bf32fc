//! `periplo backups`: the old versions of a map that were kept when it was saved.

use std::path::{Path, PathBuf};

use super::failure::{Failure, say, typed};
use super::output::{print, write};
use super::setting::Setting;
use super::source::{is_stdin, is_stdout, label};
use super::{Outcome, args};
use crate::exchange::terminal_text::TextStyle;
use crate::map::width::{fill, width};
use crate::store::disk::{self, Backup};
use crate::store::{Loaded, OpenError};

/// Lists the old versions of a map, or brings one back.
pub fn backups(backups: &args::Backups, setting: &Setting) -> Result<Outcome, Failure> {
    if is_stdin(&backups.file) {
        let message = "old versions are those of a file; standard input (-) has none".to_owned();
        return Err(Failure::WrongUse { command: "backups", message });
    }
    let kept = setting.backups().ok_or(Failure::NoStateFolder)?;
    let unreadable = |error| Failure::Open { file: label(&backups.file), error: OpenError::Unreadable(error) };
    let versions = kept.list(&backups.file).map_err(unreadable)?;
    if versions.is_empty() {
        return Err(Failure::NoVersions { file: label(&backups.file) });
    }
    let Some(number) = backups.restore else { return list(&versions, setting) };
    let Some(version) = number.checked_sub(1).and_then(|nth| versions.get(nth)) else {
        return Err(Failure::NoSuchVersion { file: label(&backups.file), number, count: versions.len() });
    };
    let bytes = disk::read_bytes(&version.path).map_err(|error| Failure::Open { file: label(&version.path), error })?;
    let output = backups.output.clone().unwrap_or_else(|| beside(&backups.file, number));
    if is_stdout(&output) {
        print(&bytes)?;
        return Ok(Outcome::Done);
    }
    if backups.force {
        // What is to be overwritten may be had again; that it cannot be kept stops nobody who insists.
        kept.back_up(&output).ok();
    }
    write(&output, &bytes, backups.force)?;
    let file = label(&output);
    say(&setting.lang.version_restored(&file, &age(version, setting), &typed(&file)));
    Ok(Outcome::Done)
}

/// The file beside another that one of its versions is brought back to.
fn beside(file: &Path, number: usize) -> PathBuf {
    let stem = file.file_stem().unwrap_or(file.as_os_str()).to_string_lossy();
    file.with_file_name(format!("{stem}-{number}.ron"))
}

fn age(version: &Backup, setting: &Setting) -> String {
    // A clock that was set back makes nothing younger than now.
    setting.lang.ago(setting.now.duration_since(version.made_at).unwrap_or_default().as_secs())
}

fn list(versions: &[Backup], setting: &Setting) -> Result<Outcome, Failure> {
    let mut rows = vec![setting.lang.version_columns()];
    for (nth, version) in versions.iter().enumerate() {
        let (touchpoints, title) = match disk::load(&version.path) {
            Ok(Loaded { map, .. }) => (setting.lang.number(map.len() as u128), map.header().title.to_string()),
            Err(_) => ("?".to_owned(), setting.lang.version_unreadable()),
        };
        rows.push([(nth + 1).to_string(), age(version, setting), touchpoints, title]);
    }
    let widest = |column: usize| rows.iter().map(|row| width(&row[column])).max().unwrap_or_default();
    let (numbers, ages, counts) = (widest(0), widest(1), widest(2));
    let titles = widest(3).min(setting.width().saturating_sub(numbers + ages + counts + 6));
    let right = |text: &str, cells: usize| format!("{:1$}{text}", "", cells.saturating_sub(width(text)));
    let mut text = String::new();
    for (nth, [number, age, count, title]) in rows.iter().enumerate() {
        let cells = [right(number, numbers), fill(age, ages), right(count, counts), fill(title, titles)];
        let line = cells.join("  ");
        text += &if nth == 0 {
            setting.colour.paint(TextStyle::Quiet, line.trim_end())
        } else {
            line.trim_end().to_owned()
        };
        text.push('\n');
    }
    print(text.as_bytes())?;
    Ok(Outcome::Done)
}
