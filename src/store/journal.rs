//! The text format of a journal: the unsaved changes of a map, who made them, and what they are based on.

mod change;

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use change::apply_changes;
pub use change::print_change;
pub(crate) use change::print_replacements;

use super::comments::Comments;
use super::fingerprint::Fingerprint;
use super::ron_dialect::options;
use super::ron_text::{self, Parsed};
use crate::map::text::one_line;
use crate::map::{Header, JourneyMap};

/// The first line of every journal. A changed layout needs another number.
pub(super) const OPENING: &str = "periplo journal 2";
/// The first line of a journal without the text of the map before the changes: that is in the file, as long as the file
/// has the fingerprint that the journal is based on.
const OPENING_IN_FILE: &str = "periplo journal 3";
/// The first line of the journals of earlier programs, which hold two whole maps. They are read, but not written.
const OPENING_1: &str = "periplo journal 1";

/// A process that has a map open, and its user.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JournalOwner {
    pub user: String,
    pub host: String,
    /// The process id.
    pub process: u32,
}

impl JournalOwner {
    /// Returns the owner as one line of RON.
    pub fn print(&self) -> Option<String> {
        ron::to_string(self).ok()
    }

    /// Reads an owner from a line. Removes control characters.
    pub fn parse(line: &str) -> Option<JournalOwner> {
        options().from_str(line).ok().map(JournalOwner::without_control_characters)
    }

    fn without_control_characters(self) -> JournalOwner {
        let clean = |text: &str| one_line(text).into_owned();
        JournalOwner { user: clean(&self.user), host: clean(&self.host), process: self.process }
    }
}

/// The content of a journal.
#[derive(Clone, Debug, PartialEq)]
pub struct JournalRecord {
    pub owner: JournalOwner,
    /// The file of the map, or `None` if the map was never saved.
    pub file: Option<PathBuf>,
    /// The fingerprint of the file when the changes began.
    pub based_on: Option<Fingerprint>,
    /// The map before the changes, for merging with the changes of others.
    pub base: Option<JourneyMap>,
    /// The map with the changes.
    pub map: JourneyMap,
    pub comments: Comments,
}

/// What the head of a journal says about its map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct JournalHead {
    /// The file of the map.
    pub file: PathBuf,
    /// The fingerprint of the file when the changes began.
    pub based_on: Option<Fingerprint>,
}

/// The second line of a journal. The text of the map before the changes follows it, then the changes.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    owner: JournalOwner,
    file: Option<String>,
    based_on: Option<Fingerprint>,
    /// The fingerprint of the text of the map before the changes.
    base: Fingerprint,
    /// In version 1, the fingerprint of the text of the map with the changes, which stands in place of the changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    map: Option<Fingerprint>,
}

/// Returns the text of a journal, with one change. More changes can be appended to it.
pub fn print(record: &JournalRecord) -> Result<String, ron::Error> {
    let JournalRecord { base, map, comments, .. } = record;
    let change = match base {
        Some(base) => print_change(base, map, comments)?,
        None => print_change(&JourneyMap::new(Header::clone(map.header())), map, comments)?,
    };
    Ok(print_base(record)? + &change)
}

/// Returns the text of a journal up to the changes. Without a change it cannot be read.
pub(crate) fn print_base(record: &JournalRecord) -> Result<String, ron::Error> {
    let text = record.base.as_ref().map_or_else(String::new, |base| ron_text::print(base, &record.comments));
    print_head(record, OPENING, text)
}

/// Returns the text of a journal with one change to the map in the file, which must be the base of the record and have no
/// comments.
pub(crate) fn print_on_file(record: &JournalRecord, base: &JourneyMap) -> Result<String, ron::Error> {
    let head = print_head(record, OPENING_IN_FILE, String::new())?;
    Ok(head + &print_change(base, &record.map, &record.comments)?)
}

fn print_head(record: &JournalRecord, opening: &str, mut text: String) -> Result<String, ron::Error> {
    let JournalRecord { owner, file, based_on, .. } = record;
    let head = Head {
        owner: owner.clone(),
        file: file.as_ref().map(|path| path.to_string_lossy().into_owned()),
        based_on: *based_on,
        base: Fingerprint::of(text.as_bytes()),
        map: None,
    };
    text.insert_str(0, &format!("{opening}\n{}\n", ron::to_string(&head)?));
    Ok(text)
}

/// Reads the head of a journal from the bytes at its beginning. Returns `None` if it has another layout, or is of a map
/// that was never saved.
pub(super) fn parse_head(start: &[u8]) -> Option<JournalHead> {
    let (head, _) = split_head(start)?;
    Some(JournalHead { file: head.file?.into(), based_on: head.based_on })
}

/// Reads a journal that holds the text of the map before the changes, if there was one.
pub fn parse(bytes: &[u8]) -> Option<JournalRecord> {
    parse_with(bytes, |_, _| None)
}

/// Reads a journal with its changes up to the first that was cut short or damaged. Returns `None` if no change is whole, if
/// the map before the changes is damaged, or if the journal has another layout.
///
/// `read` reads the map of a file, if the file has this fingerprint.
pub(crate) fn parse_with(
    bytes: &[u8],
    read: impl FnOnce(&Path, Fingerprint) -> Option<(JourneyMap, Comments)>,
) -> Option<JournalRecord> {
    let (head, rest) = split_head(bytes)?;
    let (base, changes) = take_text(rest, head.base)?;
    let base = if bytes.starts_with(OPENING_IN_FILE.as_bytes()) {
        Some(read(Path::new(head.file.as_ref()?), head.based_on?)?)
    } else if base.is_empty() {
        None
    } else {
        ron_text::parse(base).ok().map(|Parsed { map, comments, .. }| Some((map, comments)))?
    };
    let (map, comments) = match head.map {
        Some(fingerprint) => take_text(changes, fingerprint)
            .filter(|(_, rest)| rest.is_empty())
            .and_then(|(text, _)| ron_text::parse(text).ok())
            .map(|Parsed { map, comments, .. }| (map, comments))?,
        None => apply_changes(base.as_ref(), changes)?,
    };
    Some(JournalRecord {
        owner: head.owner.without_control_characters(),
        file: head.file.map(PathBuf::from),
        based_on: head.based_on,
        base: base.map(|(map, _)| map),
        map,
        comments,
    })
}

/// Returns the head of a journal, and what follows it.
fn split_head(bytes: &[u8]) -> Option<(Head, &[u8])> {
    let mut lines = bytes.splitn(3, |&byte| byte == b'\n');
    let (opening, head) = (lines.next()?, str::from_utf8(lines.next()?).ok()?);
    let head: Head = options().from_str(head).ok()?;
    let expected: &[&str] = if head.map.is_some() { &[OPENING_1] } else { &[OPENING, OPENING_IN_FILE] };
    expected.iter().any(|each| opening == each.as_bytes()).then_some((head, lines.next()?))
}

/// Takes the text with this fingerprint from the beginning. Returns `None` if another text is there.
fn take_text(bytes: &[u8], fingerprint: Fingerprint) -> Option<(&str, &[u8])> {
    let (text, rest) = bytes.split_at_checked(usize::try_from(fingerprint.length).ok()?)?;
    if Fingerprint::of(text) != fingerprint {
        return None;
    }
    Some((str::from_utf8(text).ok()?, rest))
}
