//! `periplo merge`: three versions of a map made one, as a merge driver of git or by hand.

use std::path::Path;

use super::conflicts;
use super::failure::Failure;
use super::setting::Setting;
use super::source::{self, is_stdin, label};
use super::{Outcome, args, output};
use crate::exchange::inventory::STREAM;
use crate::map::{Header, JourneyMap, Merged, Name, merge};
use crate::store::{Comments, Fingerprint, Loaded, OpenError, disk, ron_text};

/// Merges theirs into ours; where they do not agree, ours is in place and theirs in the notes.
pub fn run(merge: &args::Merge, setting: &Setting) -> Result<Outcome, Failure> {
    source::refuse_two_streams("merge", &[&merge.base, &merge.ours, &merge.theirs])?;
    let (base, base_comments) = base(&merge.base, setting)?;
    let Side { map: ours, comments: our_comments, seen } = side(&merge.ours, &base, setting)?;
    let Side { map: theirs, comments: their_comments, .. } = side(&merge.theirs, &base, setting)?;
    let Merged { mut map, conflicts } = self::merge(&base, &ours, &theirs);
    let comments = Comments::merge((&base, &base_comments), (&ours, &our_comments), (&theirs, &their_comments));
    let untold = conflicts::annotate(&mut map, &conflicts, &setting.lang);
    save(merge, &map, &comments, &seen)?;
    conflicts::tell(&conflicts, &untold, &setting.lang);
    Ok(if conflicts.is_empty() { Outcome::Done } else { Outcome::Found })
}

/// One of the two maps, the comments in its file, and the mark of the file.
struct Side {
    map: JourneyMap,
    comments: Comments,
    seen: Fingerprint,
}

/// The map from which both were made, with its comments; empty when there is none.
fn base(path: &Path, setting: &Setting) -> Result<(JourneyMap, Comments), Failure> {
    let blank = || (JourneyMap::new(Header::new(Name::placeholder())), Comments::default());
    match source::load(path, setting) {
        Ok(Loaded { fingerprint: Fingerprint { length: 0, .. }, .. }) => Ok(blank()),
        Ok(Loaded { map, comments, .. }) => Ok((map, comments)),
        Err(Failure::Open { error: OpenError::NotFound, .. }) => Ok(blank()),
        Err(failure) => Err(failure),
    }
}

/// Reads one side; of an empty file, what it says of itself is what the base says.
fn side(path: &Path, base: &JourneyMap, setting: &Setting) -> Result<Side, Failure> {
    let Loaded { map, comments, fingerprint: seen, .. } = source::load(path, setting)?;
    let map = if seen.length == 0 { JourneyMap::new(Header::clone(base.header())) } else { map };
    Ok(Side { map, comments, seen })
}

/// Puts the result where it belongs: over ours as it was read, or where it was asked for.
fn save(merge: &args::Merge, map: &JourneyMap, comments: &Comments, seen: &Fingerprint) -> Result<(), Failure> {
    let wanted = merge.output.as_deref().or(is_stdin(&merge.ours).then_some(Path::new(STREAM)));
    match wanted {
        Some(path) => {
            let text = ron_text::print(map, comments)
                .map_err(|error| Failure::CannotWriteResult(std::io::Error::other(error)))?;
            output::write(path, text.as_bytes(), merge.force)
        }
        None => {
            let saved = disk::save(&merge.ours, map, comments, Some(seen), None);
            saved.map(drop).map_err(|error| Failure::Save { file: label(&merge.ours), error })
        }
    }
}
