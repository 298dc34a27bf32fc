//! Reads the bytes and the text of regular files up to a size limit.

use std::fs::Metadata;
use std::io::{self, Read};
use std::path::Path;

use super::errors::{NotAFile, OpenError};
use super::nonblocking::open_to_read;
use super::write_lock::lock_to_read;
use crate::store::fingerprint::Fingerprint;
use crate::store::ron_dialect::split_byte_order_mark;

/// The largest file that is read, 256 MiB.
pub const SIZE_LIMIT: u64 = 256 << 20;

/// The text of a file, with its fingerprint.
pub(super) struct FileText {
    /// The text without a byte-order mark.
    pub text: String,
    /// The fingerprint of the whole content.
    pub fingerprint: Fingerprint,
    pub read_only: bool,
}

/// Reads the bytes of a regular file.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, OpenError> {
    read_with_metadata(path).map(|(bytes, _)| bytes)
}

/// Reads a stream to its end.
pub(crate) fn read_stream_bytes(stream: impl Read) -> Result<Vec<u8>, OpenError> {
    let mut bytes = Vec::new();
    // The limit is checked again here because a file may grow while it is read.
    let count = stream.take(SIZE_LIMIT + 1).read_to_end(&mut bytes).map_err(open_error)?;
    match count as u64 {
        0..=SIZE_LIMIT => Ok(bytes),
        size => Err(OpenError::TooLarge { size, limit: SIZE_LIMIT }),
    }
}

/// Reads the text of a regular file, not while another process writes it in place.
pub(super) fn read_text(path: &Path) -> Result<FileText, OpenError> {
    let _lock = lock_to_read(path);
    read_text_unlocked(path)
}

/// Reads the text of a regular file that this process has locked.
pub(super) fn read_text_unlocked(path: &Path) -> Result<FileText, OpenError> {
    let (bytes, metadata) = read_with_metadata(path)?;
    decode(bytes, metadata.permissions().readonly())
}

/// Decodes UTF-8. A zero byte is an error too.
pub(super) fn decode(bytes: Vec<u8>, read_only: bool) -> Result<FileText, OpenError> {
    let fingerprint = Fingerprint::of(&bytes);
    let mut text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return Err(not_text(error.as_bytes(), error.utf8_error().valid_up_to())),
    };
    if let Some(at) = text.find('\0') {
        return Err(not_text(text.as_bytes(), at));
    }
    let (mark_length, _) = split_byte_order_mark(&text);
    text.drain(..mark_length);
    Ok(FileText { text, fingerprint, read_only })
}

fn not_text(bytes: &[u8], at: usize) -> OpenError {
    let before = String::from_utf8_lossy(&bytes[..at]);
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    OpenError::NotText { line: before.matches('\n').count() + 1, column: before[line..].chars().count() + 1 }
}

/// Reads a file after checking that it is a regular file: reading a pipe or a device might block or never end.
fn read_with_metadata(path: &Path) -> Result<(Vec<u8>, Metadata), OpenError> {
    check_file(std::fs::metadata(path).map_err(open_error)?)?;
    let file = open_to_read(path).map_err(open_error)?;
    // Another file may have taken its place since the first check.
    let metadata = check_file(file.metadata().map_err(open_error)?)?;
    Ok((read_stream_bytes(file)?, metadata))
}

fn check_file(metadata: Metadata) -> Result<Metadata, OpenError> {
    if let Some(other) = NotAFile::of(&metadata) {
        return Err(OpenError::NotAFile(other));
    }
    match metadata.len() {
        0..=SIZE_LIMIT => Ok(metadata),
        size => Err(OpenError::TooLarge { size, limit: SIZE_LIMIT }),
    }
}

fn open_error(error: io::Error) -> OpenError {
    if error.kind() == io::ErrorKind::NotFound {
        OpenError::NotFound
    } else if is_link_loop(&error) {
        OpenError::Unreadable(io::ErrorKind::TooManyLinks.into())
    } else {
        OpenError::Unreadable(error)
    }
}

/// True if the error is about a loop of symbolic links.
#[cfg(unix)]
fn is_link_loop(error: &io::Error) -> bool {
    rustix::io::Errno::from_io_error(error) == Some(rustix::io::Errno::LOOP)
}

#[cfg(not(unix))]
fn is_link_loop(_: &io::Error) -> bool {
    false
}
