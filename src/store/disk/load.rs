//! Loads maps and settings from files.

use std::io::Read;
use std::ops::Range;
use std::path::Path;

use unicode_segmentation::UnicodeSegmentation;

use super::errors::OpenError;
use super::read::{FileText, decode, read_stream_bytes, read_text, read_text_unlocked};
use super::save_history::SaveHistory;
use crate::map::text::NAME_LIMIT;
use crate::map::{Header, JourneyMap, Name, Place};
use crate::store::comments::Comments;
use crate::store::config::{self, Configuration};
use crate::store::fault::{Fault, Problem};
use crate::store::fingerprint::Fingerprint;
use crate::store::locate::{MapLocation, locate};
use crate::store::ron_text::{self, Parsed};

/// A map with what is known about its file.
#[derive(Clone, Debug)]
pub struct Loaded {
    pub map: JourneyMap,
    /// Touchpoints whose id was already used by an earlier one; they got a new id.
    pub repeated_ids: Vec<Place>,
    /// The bytes of the text where each repeated id is written.
    pub repeated_id_spans: Vec<Range<usize>>,
    /// The fingerprint of the file's content, to notice later changes by other programs.
    pub fingerprint: Fingerprint,
    /// The saves that led to this content, to notice when another program writes an older one.
    pub history: SaveHistory,
    pub comments: Comments,
    pub read_only: bool,
    /// True if the file is empty. It is loaded as a new map.
    pub is_blank: bool,
}

/// Loads the map of a file.
pub fn load(path: &Path) -> Result<Loaded, OpenError> {
    load_with_text(path).map(|(loaded, _)| loaded)
}

/// Loads the map of a file. Returns the file's text too.
pub(crate) fn load_with_text(path: &Path) -> Result<(Loaded, String), OpenError> {
    with_history(path, read_text(path)?)
}

/// Loads the map of a file that this process has locked.
pub(super) fn load_unlocked(path: &Path) -> Result<Loaded, OpenError> {
    with_history(path, read_text_unlocked(path)?).map(|(loaded, _)| loaded)
}

fn with_history(path: &Path, file: FileText) -> Result<(Loaded, String), OpenError> {
    let (mut loaded, text) = parse(path, file)?;
    loaded.history = SaveHistory::of_file(path, loaded.fingerprint);
    Ok((loaded, text))
}

/// Loads a map from a stream, such as standard input. `name` is used as its path.
pub fn load_stream(name: &Path, stream: impl Read) -> Result<Loaded, OpenError> {
    load_stream_with_text(name, stream).map(|(loaded, _)| loaded)
}

/// Loads a map from a stream. Returns the text too.
pub(crate) fn load_stream_with_text(name: &Path, stream: impl Read) -> Result<(Loaded, String), OpenError> {
    parse(name, decode(read_stream_bytes(stream)?, false)?)
}

fn parse(path: &Path, file: FileText) -> Result<(Loaded, String), OpenError> {
    let FileText { text, fingerprint, read_only } = file;
    let is_blank = text.trim().is_empty();
    let parsed = if is_blank { new_map(path).ok_or_else(|| vec![empty_fault(&text)]) } else { ron_text::parse(&text) };
    let Parsed { map, repeated_ids, comments } = match parsed {
        Ok(parsed) => parsed,
        Err(faults) => return Err(OpenError::Invalid { text, faults }),
    };
    let history = SaveHistory::default();
    let ids = repeated_ids.iter().map(|&place| MapLocation::Field(place, "id"));
    let repeated_id_spans = if repeated_ids.is_empty() { Vec::new() } else { locate(&text, ids) };
    Ok((Loaded { map, repeated_ids, repeated_id_spans, fingerprint, history, comments, read_only, is_blank }, text))
}

/// Returns an empty map with the file's name as its title. Returns `None` if the name has no usable character.
fn new_map(path: &Path) -> Option<Parsed> {
    let stem = path.file_stem()?.to_string_lossy();
    let title: String = stem.graphemes(true).take(NAME_LIMIT).collect();
    let map = JourneyMap::new(Header::new(Name::new(&title).ok()?));
    Some(Parsed { map, repeated_ids: Vec::new(), comments: Comments::default() })
}

fn empty_fault(text: &str) -> Fault {
    Fault { span: 0..text.chars().next().map_or(0, char::len_utf8), problem: Problem::Empty }
}

/// Loads the settings of a file. Returns the valid ones, and the error if some are not. A missing file has no settings.
pub fn load_configuration(path: &Path) -> (Configuration, Option<OpenError>) {
    match read_settings_text(path) {
        Ok(text) => {
            let (configuration, faults) = config::parse(&text);
            let error = (!faults.is_empty()).then_some(OpenError::Invalid { text, faults });
            (configuration, error)
        }
        Err(error) => (Configuration::default(), Some(error)),
    }
}

/// Returns the text of a file of the configuration folder. The text of a missing file is empty.
pub fn read_settings_text(path: &Path) -> Result<String, OpenError> {
    match std::fs::metadata(path) {
        Ok(metadata) if metadata.is_file() && metadata.len() > config::SIZE_LIMIT => {
            Err(OpenError::TooLarge { size: metadata.len(), limit: config::SIZE_LIMIT })
        }
        Ok(_) | Err(_) => match read_text(path) {
            Ok(file) => Ok(file.text),
            Err(OpenError::NotFound) => Ok(String::new()),
            Err(error) => Err(error),
        },
    }
}
