//! Thin stand-ins for what other rooms will offer; each goes when its owner is there.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use atomic_write_file::AtomicWriteFile;

use crate::lang::{Lang, Language};
use crate::map::JourneyMap;
use crate::store::{Fault, Problem, SaveError, ron_text};

/// What the editor starts with.
#[expect(dead_code, reason = "read by the editor")]
pub struct Options {
    pub lang: Lang,
    /// The map to open; none for the start screen.
    pub file: Option<PathBuf>,
    /// Makes the identities of new touchpoints random.
    pub seed: u64,
    pub colour: bool,
    pub mouse: bool,
}

/// Runs the editor until it is left.
pub fn run(_: Options) -> io::Result<()> {
    Ok(())
}

/// The language that the configuration names.
pub fn configured_language(_: Option<&Path>) -> Option<Language> {
    None
}

/// The faults of a file, drawn.
pub fn picture(_: &Lang, file: &str, _: &str, faults: &[Fault], _: bool) -> String {
    let lines = faults.iter().map(|fault| match &fault.problem {
        Problem::Syntax(words) => format!("error: {file}: {words}\n"),
        Problem::NewerFormat(format) => format!("error: {file}: format {format}\n"),
    });
    lines.collect()
}

/// The maps below a folder, in a stable order.
pub fn maps_below(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<io::Result<_>>()?;
    entries.sort();
    let mut maps = Vec::new();
    for path in entries {
        if path.is_dir() {
            maps.extend(maps_below(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "ron") {
            maps.push(path);
        }
    }
    Ok(maps)
}

/// Writes a map to a file that is not there yet.
pub fn create_map(path: &Path, map: &JourneyMap) -> Result<(), SaveError> {
    let text = ron_text::print(map).map_err(|error| SaveError::Unwritable(io::Error::other(error)))?;
    create(path, text.as_bytes()).map_err(SaveError::Unwritable)
}

/// Writes a file that is not there yet.
pub fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Replaces a file in one piece, or writes it when it is not there.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = AtomicWriteFile::open(path)?;
    file.write_all(bytes)?;
    file.commit()
}
