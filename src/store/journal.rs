//! The text of a journal: what was changed and not saved, whose it is, and what it is based on.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::ron_text::{self, Parsed, options};
use super::{Comments, Fingerprint};
use crate::map::JourneyMap;
use crate::map::text::one_line;

/// The first line of every journal; another version of the layout gets another number.
pub(super) const OPENING: &str = "periplo journal 1";

/// A process that has a map open, and whose it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JournalOwner {
    pub user: String,
    pub host: String,
    pub process: u32,
}

impl JournalOwner {
    /// The line that says who it is.
    pub fn print(&self) -> Option<String> {
        ron::to_string(self).ok()
    }

    /// The owner whom a line names, with nothing in it that would command a terminal.
    pub fn parse(line: &str) -> Option<JournalOwner> {
        options().from_str(line).ok().map(JournalOwner::cleaned)
    }

    fn cleaned(self) -> JournalOwner {
        let clean = |text: &str| one_line(text).into_owned();
        JournalOwner { user: clean(&self.user), host: clean(&self.host), process: self.process }
    }
}

/// A map as it was changed, with what is needed to find and judge it after a crash.
#[derive(Clone, Debug, PartialEq)]
pub struct JournalRecord {
    pub owner: JournalOwner,
    /// The file of the map; none when it has not been saved yet.
    pub file: Option<PathBuf>,
    /// What the file held when the changes began.
    pub based_on: Option<Fingerprint>,
    /// The map before the changes, to merge them with those of others.
    pub base: Option<JourneyMap>,
    pub map: JourneyMap,
    pub comments: Comments,
}

/// What the second line of a journal says; the texts of both maps follow it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    owner: JournalOwner,
    file: Option<String>,
    based_on: Option<Fingerprint>,
    /// The mark of the text of the map before the changes.
    base: Fingerprint,
    /// The mark of the text of the map.
    map: Fingerprint,
}

/// Writes a journal; `base` and `map` are the texts of the map before and after the changes, the first may be empty.
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

/// Reads a journal; none when it was cut short, changed, or written by another version.
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
        owner: head.owner.cleaned(),
        file: head.file.map(PathBuf::from),
        based_on: head.based_on,
        base,
        map,
        comments,
    })
}
