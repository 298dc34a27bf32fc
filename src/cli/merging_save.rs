//! Saves a map over the file that it was made from, together with what others saved in that file meanwhile.

use std::path::Path;

use super::conflicts::add_conflict_notes;
use super::context::CommandContext;
use super::failure::Failure;
use super::paths::display_path;
use super::read_map::load_map_silently;
use crate::lang::Lang;
use crate::map::{Conflict, JourneyMap, Merged, merge};
use crate::store::{Comments, Fingerprint, SaveError, disk};

/// A map with its comments.
#[derive(Clone)]
pub(super) struct CommentedMap {
    pub map: JourneyMap,
    pub comments: Comments,
}

impl CommentedMap {
    fn sides(&self) -> (&JourneyMap, &Comments) {
        (&self.map, &self.comments)
    }
}

/// Saves a map over the file that it was made from. `read` is what the file held, with this fingerprint.
///
/// If others have saved meanwhile, both are merged and saved again. Returns the conflicts of those merges: our side is in
/// the map, and theirs in the notes.
pub(super) fn save_merging(
    path: &Path,
    (read, fingerprint): (&CommentedMap, Fingerprint),
    changed: CommentedMap,
    context: &CommandContext,
) -> Result<Vec<Conflict>, Failure> {
    let failure = |error| Failure::Save { file: display_path(path), error };
    let save = |changed: &CommentedMap, expected: &Fingerprint| {
        disk::save(path, &changed.map, &changed.comments, Some(expected), context.backups().as_ref()).map(drop)
    };
    let load = || {
        let now = load_map_silently(path)?;
        // A blank file is not a map that somebody emptied, but one that a program stopped writing.
        let held = CommentedMap { map: now.map, comments: now.comments };
        if now.is_blank { Err(failure(SaveError::ChangedOutside)) } else { Ok((held, now.fingerprint)) }
    };
    let saved = merge_until_saved((read.clone(), fingerprint), changed, &context.lang, (save, load))?;
    saved.map_err(failure)
}

/// Saves, and as long as others save first, loads what they saved, merges and saves again. The outer error is that of
/// loading, the inner one that of saving.
fn merge_until_saved<E>(
    (mut read, mut expected): (CommentedMap, Fingerprint),
    mut ours: CommentedMap,
    lang: &Lang,
    (mut save, mut load): (
        impl FnMut(&CommentedMap, &Fingerprint) -> Result<(), SaveError>,
        impl FnMut() -> Result<(CommentedMap, Fingerprint), E>,
    ),
) -> Result<Result<Vec<Conflict>, SaveError>, E> {
    let mut conflicts = Vec::new();
    for _ in 0..disk::MERGE_ATTEMPTS {
        match save(&ours, &expected) {
            Ok(()) => return Ok(Ok(conflicts)),
            Err(SaveError::ChangedOutside) => {}
            Err(error) => return Ok(Err(error)),
        }
        let (theirs, fingerprint) = load()?;
        expected = fingerprint;
        let Merged { mut map, conflicts: mut new } = merge(&read.map, &ours.map, &theirs.map);
        add_conflict_notes(&mut map, &new, lang);
        conflicts.append(&mut new);
        let comments = Comments::merge(read.sides(), ours.sides(), theirs.sides());
        ours = CommentedMap { map, comments };
        read = theirs;
    }
    Ok(Err(SaveError::Busy))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;
    use crate::map::{Edit, Header, Name, Phase, Place, Touchpoint, TouchpointId};

    fn name(text: &str) -> Name {
        Name::new(text).expect("a name")
    }

    /// Returns the map with one more touchpoint.
    fn with_one_more(held: &CommentedMap, text: &str) -> CommentedMap {
        let mut held = held.clone();
        let id = TouchpointId::derived(Phase::Before, &name(text), 0, 0);
        let at = Place::new(Phase::Before, 0);
        held.map.apply(Edit::Add { at, touchpoints: vec![Touchpoint::new(id, name(text))] }).expect("added");
        held
    }

    /// Saves a map after others saved it this many times, each adding a touchpoint. Returns the outcome, the number of
    /// tries and the last content.
    fn save_after(others: usize) -> (Result<Vec<Conflict>, SaveError>, usize, CommentedMap) {
        let map = JourneyMap::new(Header::new(name("Shop")));
        let start = CommentedMap { map, comments: Comments::default() };
        let ours = with_one_more(&start, "Ours");
        let (mut tries, mut last, mut held) = (0, start.clone(), start.clone());
        let (mut loads, fingerprint) = (0, Fingerprint::of(b""));
        let save = |changed: &CommentedMap, _: &Fingerprint| {
            tries += 1;
            last = changed.clone();
            if tries > others { Ok(()) } else { Err(SaveError::ChangedOutside) }
        };
        let load = || {
            loads += 1;
            held = with_one_more(&held, &format!("Theirs {loads}"));
            Ok::<_, SaveError>((held.clone(), fingerprint))
        };
        let lang = Lang::new(Language::English);
        let saved = merge_until_saved((start, fingerprint), ours, &lang, (save, load)).expect("loaded");
        (saved, tries, last)
    }

    #[test]
    fn the_fiftieth_try_saves_what_all_others_saved_before() {
        let (saved, tries, last) = save_after(49);
        assert_eq!((saved.expect("saved"), tries, last.map.len()), (Vec::new(), 50, 50));
        assert!(last.map.touchpoints().any(|(_, each)| &*each.name == "Ours"));
    }

    #[test]
    fn a_file_that_others_write_fifty_times_is_busy() {
        let (saved, tries, _) = save_after(usize::MAX);
        assert!(matches!(saved, Err(SaveError::Busy)), "{saved:?}");
        assert_eq!(tries, 50);
    }
}
