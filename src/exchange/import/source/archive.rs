//! The zip archive of a workbook: which kind of workbook it is, and how large it is when it is unpacked.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::exchange::import::grid::Grid;
use crate::lang::Lang;

/// The most bytes that a workbook may have when it is unpacked.
pub(crate) const MAX_UNPACKED: u64 = 512 << 20;
/// Deflate packs at most this many bytes into one.
const MAX_RATIO: u64 = 1_032;
/// The part of a file in which its first tag is looked for.
const HEAD: u64 = 4_096;
/// The fewest bytes of a shared text of a workbook, `<si/>`.
const SHORTEST_TEXT: u64 = 5;
/// The most tags of the shared texts; a plain text has four. The reader keeps all texts in memory.
const MAX_TEXT_TAGS: u64 = 16_000_000;

/// The kinds of workbooks that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WorkbookKind {
    Xlsx,
    Ods,
}

/// Why a workbook cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WorkbookFault {
    /// It is an old workbook (xls), or it is protected by a password; both are the same kind of file.
    OldOrProtected,
    Protected,
    /// It is a zip archive of something else.
    OtherArchive,
    TooLarge,
    Damaged,
}

impl WorkbookFault {
    /// Returns the sentence about the fault, and what to do.
    pub(crate) fn message(self, lang: &Lang) -> String {
        match self {
            WorkbookFault::OldOrProtected => lang.source_old_workbook(),
            WorkbookFault::Protected => lang.source_protected_workbook(),
            WorkbookFault::OtherArchive => lang.source_other_archive(),
            WorkbookFault::TooLarge => lang.source_large_workbook(),
            WorkbookFault::Damaged => lang.source_damaged_workbook(),
        }
    }
}

impl From<ZipError> for WorkbookFault {
    fn from(error: ZipError) -> WorkbookFault {
        let is_protected = matches!(error, ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED));
        if is_protected { WorkbookFault::Protected } else { WorkbookFault::Damaged }
    }
}

/// A sheet of a workbook.
pub(crate) struct Sheet {
    pub grid: Grid,
    pub is_hidden: bool,
}

/// Returns true if bytes begin like a zip archive or like an old workbook.
pub(crate) fn is_binary_workbook(bytes: &[u8]) -> bool {
    is_old(bytes) || bytes.starts_with(b"PK\x03\x04")
}

fn is_old(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xd0\xcf\x11\xe0")
}

/// Returns the kind of a workbook. Refuses one that is too large when it is unpacked.
pub(crate) fn check(bytes: &[u8]) -> Result<WorkbookKind, WorkbookFault> {
    if is_old(bytes) {
        return Err(WorkbookFault::OldOrProtected);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let has = |archive: &ZipArchive<_>, name: &str| archive.index_for_name(name).is_some();
    let kind = if has(&archive, "xl/workbook.xml") {
        WorkbookKind::Xlsx
    } else if has(&archive, "content.xml") && is_spreadsheet(&mut archive) {
        WorkbookKind::Ods
    } else {
        return Err(WorkbookFault::OtherArchive);
    };
    let (mut packed, mut unpacked) = (0_u64, 0_u64);
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index)?;
        if is_text(&part.name().unwrap_or_default()) {
            packed = packed.saturating_add(part.compressed_size());
            unpacked = unpacked.saturating_add(part.size());
        }
    }
    if unpacked > MAX_UNPACKED {
        return Err(WorkbookFault::TooLarge);
    }
    check_shared_texts(&mut archive)?;
    // The sizes in the archive may be wrong. A small archive cannot be too large.
    if packed.saturating_mul(MAX_RATIO) > MAX_UNPACKED {
        check_real_size(&mut archive)?;
    }
    Ok(kind)
}

/// Returns true if a part of a workbook is read; pictures are not.
fn is_text(name: &str) -> bool {
    name.ends_with(".xml") || name.ends_with(".rels")
}

/// Returns true if an archive is a spreadsheet of OpenDocument, and not a text or a presentation.
fn is_spreadsheet(archive: &mut ZipArchive<Cursor<&[u8]>>) -> bool {
    let mut mime = String::new();
    let part = archive.by_name("mimetype").ok();
    part.is_some_and(|part| part.take(100).read_to_string(&mut mime).is_ok())
        && mime.trim().ends_with("opendocument.spreadsheet")
}

/// Unpacks all parts until they are too large.
fn check_real_size(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), WorkbookFault> {
    let mut rest = MAX_UNPACKED;
    for index in 0..archive.len() {
        let part = archive.by_index(index)?;
        if is_text(&part.name().unwrap_or_default()) {
            let size = io::copy(&mut part.take(rest + 1), &mut io::sink()).map_err(|_| WorkbookFault::Damaged)?;
            rest = rest.checked_sub(size).ok_or(WorkbookFault::TooLarge)?;
        }
    }
    Ok(())
}

/// Refuses a count of shared texts that is larger than their part can hold, since the reader reserves memory for it, and
/// texts of too many tags.
fn check_shared_texts(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), WorkbookFault> {
    for index in 0..archive.len() {
        let mut part = archive.by_index(index)?;
        if part.name().unwrap_or_default().to_ascii_lowercase().ends_with("sharedstrings.xml") {
            let most = part.compressed_size().saturating_mul(MAX_RATIO) / SHORTEST_TEXT;
            let mut start = Vec::new();
            part.by_ref().take(HEAD).read_to_end(&mut start).map_err(|_| WorkbookFault::Damaged)?;
            let count = declared_count(&String::from_utf8_lossy(&start)).ok_or(WorkbookFault::Damaged)?;
            if count > most {
                return Err(WorkbookFault::Damaged);
            }
            if most > MAX_TEXT_TAGS && count_tags(&mut part)? > MAX_TEXT_TAGS {
                return Err(WorkbookFault::TooLarge);
            }
        }
    }
    Ok(())
}

/// Counts the tags in the rest of a part, as far as it is read.
fn count_tags(part: &mut impl Read) -> Result<u64, WorkbookFault> {
    let mut part = part.take(MAX_UNPACKED);
    let mut chunk = [0; 1 << 16];
    let mut count = 0;
    loop {
        match part.read(&mut chunk).map_err(|_| WorkbookFault::Damaged)? {
            0 => return Ok(count),
            length => count += chunk[..length].iter().filter(|&&byte| byte == b'<').count() as u64,
        }
    }
}

/// Returns the number of texts that the tag `sst` declares, 0 if it declares none; none if the tag is not found.
fn declared_count(start: &str) -> Option<u64> {
    let (before, tag) = start.split_once("sst")?;
    let (tag, _) = tag.split_once('>')?;
    if before.contains("<!") {
        return None;
    }
    let Some((_, count)) = tag.split_once("uniqueCount") else { return Some(0) };
    let count = count.trim_start_matches(|c: char| !c.is_ascii_digit());
    let digits = count.find(|c: char| !c.is_ascii_digit()).unwrap_or(count.len());
    if digits == 0 { Some(0) } else { count[..digits].parse().ok() }
}
