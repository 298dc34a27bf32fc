//! The only file that touches files: reading maps, and replacing them so that no file is ever torn.

use std::io::Write;
use std::path::Path;

use atomic_write_file::AtomicWriteFile;

use super::fault::Fault;
use super::ron_text;
use crate::map::{JourneyMap, Place};

/// A map as it came from its file.
#[derive(Clone, Debug)]
pub struct Loaded {
    pub map: JourneyMap,
    /// Touchpoints whose identity an earlier one has; they were given another.
    pub repeated: Vec<Place>,
    /// What the file was like.
    pub fingerprint: Fingerprint,
}

/// What a file was like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fingerprint {}

/// Why a file could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("no such file")]
    NotFound,
    #[error("{0}")]
    Unreadable(std::io::Error),
    /// The file's text is not a map.
    #[error("the file is not a map")]
    Invalid { text: String, faults: Vec<Fault> },
}

/// Why a map was not saved; the file is as it was.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    #[error("{0}")]
    Unwritable(std::io::Error),
    #[error("exists")]
    Exists,
    #[error("changed")]
    ChangedOutside,
}

/// Reads the map in a file.
pub fn load(path: &Path) -> Result<Loaded, OpenError> {
    let text = std::fs::read_to_string(path).map_err(OpenError::Unreadable)?;
    let parsed = ron_text::parse(&text).map_err(|faults| OpenError::Invalid { text, faults })?;
    Ok(Loaded { fingerprint: Fingerprint {},
        map: parsed.map,
        repeated: parsed.repeated,
    })
}

/// Replaces the file by one that holds this map, and waits until the disk has it.
pub fn save(path: &Path, map: &JourneyMap) -> Result<(), SaveError> {
    let text = ron_text::print(map).map_err(|error| SaveError::Unwritable(std::io::Error::other(error)))?;
    let mut file = AtomicWriteFile::open(path).map_err(SaveError::Unwritable)?;
    file.write_all(text.as_bytes()).map_err(SaveError::Unwritable)?;
    file.commit().map_err(SaveError::Unwritable)
}

pub fn create(path: &Path, map: &JourneyMap) -> Result<Fingerprint, SaveError> {
    if path.exists() { return Err(SaveError::Exists); }
    save(path, map)?; Ok(Fingerprint {})
}
pub fn save_over(path: &Path, map: &JourneyMap, _e: Option<&Fingerprint>) -> Result<Fingerprint, SaveError> {
    save(path, map)?; Ok(Fingerprint {})
}
