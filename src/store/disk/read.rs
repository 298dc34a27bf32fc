//! Reading files: only regular ones, of a sane size, in UTF-8.

use std::fs::Metadata;
use std::io::{self, Read};
use std::path::Path;

use super::nonblocking::to_read;
use super::{Fingerprint, Loaded, NotAFile, OpenError, SIZE_LIMIT};
use crate::map::journey::Header;
use crate::map::text::NAME_LIMIT;
use crate::map::{JourneyMap, Name};
use crate::store::config::{self, Configuration};
use crate::store::locate::{MapLocation, locate};
use crate::store::ron_text::{self, Parsed};
use crate::store::{Comments, Fault, Problem};
use unicode_segmentation::UnicodeSegmentation;

/// A file's text and what is known of the file.
struct Content {
    text: String,
    fingerprint: Fingerprint,
    read_only: bool,
}

/// Reads the map in a file.
pub fn load(path: &Path) -> Result<Loaded, OpenError> {
    load_with_text(path).map(|(loaded, _)| loaded)
}

/// Reads the map in a file, with the text that it was read from.
pub fn load_with_text(path: &Path) -> Result<(Loaded, String), OpenError> {
    loaded(path, content(path)?)
}

/// Reads the bytes of a file, whatever they are.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, OpenError> {
    bytes(path).map(|(bytes, _)| bytes)
}

/// Reads the bytes that a stream holds, whatever they are.
pub fn read_stream_bytes(stream: impl Read) -> Result<Vec<u8>, OpenError> {
    limited(stream)
}

/// Reads the map that a stream holds, like standard input; `name` stands for its path.
pub fn load_stream(name: &Path, stream: impl Read) -> Result<Loaded, OpenError> {
    load_stream_with_text(name, stream).map(|(loaded, _)| loaded)
}

/// Reads the map that a stream holds, with the text that it was read from.
pub fn load_stream_with_text(name: &Path, stream: impl Read) -> Result<(Loaded, String), OpenError> {
    loaded(name, text(limited(stream)?, false)?)
}

fn loaded(path: &Path, content: Content) -> Result<(Loaded, String), OpenError> {
    let Content { text, fingerprint, read_only } = content;
    let is_blank = text.trim().is_empty();
    let parsed = if is_blank { titled(path).ok_or_else(|| vec![empty(&text)]) } else { ron_text::parse(&text) };
    let Parsed { map, repeated_ids, comments } = match parsed {
        Ok(parsed) => parsed,
        Err(faults) => return Err(OpenError::Invalid { text, faults }),
    };
    let ids = repeated_ids.iter().map(|&place| MapLocation::Field(place, "id"));
    let repeated_id_spans = if repeated_ids.is_empty() { Vec::new() } else { locate(&text, ids) };
    Ok((Loaded { map, repeated_ids, repeated_id_spans, fingerprint, comments, read_only, is_blank }, text))
}

/// Reads the settings in a file: gives what can be used of them, and what is wrong; a file that is not there asks for
/// nothing.
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

/// Reads the text of a file of the configuration, which is empty where there is no file.
pub fn read_settings_text(path: &Path) -> Result<String, OpenError> {
    match std::fs::metadata(path) {
        Ok(metadata) if metadata.is_file() && metadata.len() > config::SIZE_LIMIT => {
            Err(OpenError::TooLarge { size: metadata.len(), limit: config::SIZE_LIMIT })
        }
        Ok(_) | Err(_) => match content(path) {
            Ok(content) => Ok(content.text),
            Err(OpenError::NotFound) => Ok(String::new()),
            Err(error) => Err(error),
        },
    }
}

/// A new map with the file's name as title.
fn titled(path: &Path) -> Option<Parsed> {
    let stem = path.file_stem()?.to_string_lossy();
    let title: String = stem.graphemes(true).take(NAME_LIMIT).collect();
    let map = JourneyMap::new(Header::new(Name::new(&title).ok()?));
    Some(Parsed { map, repeated_ids: Vec::new(), comments: Comments::default() })
}

fn empty(text: &str) -> Fault {
    Fault { span: 0..text.chars().next().map_or(0, char::len_utf8), problem: Problem::Empty }
}

fn content(path: &Path) -> Result<Content, OpenError> {
    let (bytes, metadata) = bytes(path)?;
    text(bytes, metadata.permissions().readonly())
}

fn text(bytes: Vec<u8>, read_only: bool) -> Result<Content, OpenError> {
    let fingerprint = Fingerprint::of(&bytes);
    let mut text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return Err(not_text(error.as_bytes(), error.utf8_error().valid_up_to())),
    };
    if let Some(at) = text.find('\0') {
        return Err(not_text(text.as_bytes(), at));
    }
    let (mark, _) = ron_text::without_mark(&text);
    text.drain(..mark);
    Ok(Content { text, fingerprint, read_only })
}

fn not_text(bytes: &[u8], at: usize) -> OpenError {
    let before = String::from_utf8_lossy(&bytes[..at]);
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    OpenError::NotText { line: before.matches('\n').count() + 1, column: before[line..].chars().count() + 1 }
}

/// The bytes of a regular file of a sane size; nothing else is opened, since that might wait or never end.
pub(super) fn bytes(path: &Path) -> Result<(Vec<u8>, Metadata), OpenError> {
    checked(std::fs::metadata(path).map_err(refused)?)?;
    let file = to_read(path).map_err(refused)?;
    let metadata = checked(file.metadata().map_err(refused)?)?;
    Ok((limited(file)?, metadata))
}

fn limited(stream: impl Read) -> Result<Vec<u8>, OpenError> {
    let mut bytes = Vec::new();
    // A file may grow while it is read.
    let taken = stream.take(SIZE_LIMIT + 1).read_to_end(&mut bytes).map_err(refused)?;
    match taken as u64 {
        0..=SIZE_LIMIT => Ok(bytes),
        size => Err(OpenError::TooLarge { size, limit: SIZE_LIMIT }),
    }
}

fn checked(metadata: Metadata) -> Result<Metadata, OpenError> {
    if let Some(other) = not_a_file(&metadata) {
        return Err(OpenError::NotAFile(other));
    }
    match metadata.len() {
        0..=SIZE_LIMIT => Ok(metadata),
        size => Err(OpenError::TooLarge { size, limit: SIZE_LIMIT }),
    }
}

pub(super) fn not_a_file(metadata: &Metadata) -> Option<NotAFile> {
    if metadata.is_file() {
        None
    } else if metadata.is_dir() {
        Some(NotAFile::Folder)
    } else {
        Some(NotAFile::Special)
    }
}

fn refused(error: io::Error) -> OpenError {
    if error.kind() == io::ErrorKind::NotFound {
        OpenError::NotFound
    } else if in_a_circle(&error) {
        OpenError::Unreadable(io::ErrorKind::TooManyLinks.into())
    } else {
        OpenError::Unreadable(error)
    }
}

/// Whether the system gave up following symbolic links.
#[cfg(unix)]
fn in_a_circle(error: &io::Error) -> bool {
    rustix::io::Errno::from_io_error(error) == Some(rustix::io::Errno::LOOP)
}

#[cfg(not(unix))]
fn in_a_circle(_: &io::Error) -> bool {
    false
}
