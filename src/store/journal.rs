//! The text format of a journal: the unsaved changes of a map, who made them, and what they are based on.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::comments::Comments;
use super::fingerprint::Fingerprint;
use super::ron_dialect::options;
use super::ron_text::{self, Parsed};
use crate::map::JourneyMap;
use crate::map::text::one_line;

/// The first line of every journal. A changed layout needs another number.
pub(super) const OPENING: &str = "periplo journal 1";

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

/// The second line of a journal. The texts of both maps follow it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    owner: JournalOwner,
    file: Option<String>,
    based_on: Option<Fingerprint>,
    /// The fingerprint of the text of the map before the changes.
    base: Fingerprint,
    /// The fingerprint of the text of the map with the changes.
    map: Fingerprint,
}

/// Returns the text of a journal. `base` and `map` are the texts of the map before and with the changes; `base` may be
/// empty.
pub fn print(
    owner: &JournalOwner,
    file: Option<&Path>,
    based_on: Option<Fingerprint>,
    base: &str,
    map: &str,
) -> Result<String, ron::Error> {
    let head = Head {
        owner: owner.clone(),
        file: file.map(|path| path.to_string_lossy().into_owned()),
        based_on,
        base: Fingerprint::of(base.as_bytes()),
        map: Fingerprint::of(map.as_bytes()),
    };
    Ok(format!("{OPENING}\n{}\n{base}{map}", ron::to_string(&head)?))
}

/// Reads the head of a journal from the bytes at its beginning. Returns `None` if it has another layout, or is of a map
/// that was never saved.
pub(super) fn parse_head(start: &[u8]) -> Option<JournalHead> {
    let mut lines = start.split(|&byte| byte == b'\n').map(str::from_utf8);
    let (opening, head) = (lines.next()?.ok()?, lines.next()?.ok()?);
    let head: Head = options().from_str(head).ok().filter(|_| opening == OPENING)?;
    Some(JournalHead { file: head.file?.into(), based_on: head.based_on })
}

/// Reads a journal. Returns `None` if it was cut short, was changed, or has another layout.
pub fn parse(text: &str) -> Option<JournalRecord> {
    let (opening, rest) = text.split_once('\n')?;
    let (head, texts) = rest.split_once('\n')?;
    let head: Head = options().from_str(head).ok().filter(|_| opening == OPENING)?;
    let (base, map) = texts.split_at_checked(usize::try_from(head.base.length).ok()?)?;
    if Fingerprint::of(base.as_bytes()) != head.base || Fingerprint::of(map.as_bytes()) != head.map {
        return None;
    }
    let Parsed { map, comments, .. } = ron_text::parse(map).ok()?;
    let base = if base.is_empty() { None } else { Some(ron_text::parse(base).ok()?.map) };
    Some(JournalRecord {
        owner: head.owner.without_control_characters(),
        file: head.file.map(PathBuf::from),
        based_on: head.based_on,
        base,
        map,
        comments,
    })
}
