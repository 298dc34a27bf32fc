//! Undo and redo of the user's own changes while others change the map too.

use std::collections::BTreeSet;

use periplo::map::{Document, Edit, IdSource, JourneyMap, Touchpoint, TouchpointId, merge};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::merge::{RandomEdit, edit, map, random_edit};

/// What the user or others do.
#[derive(Clone, Debug)]
enum Act {
    User(RandomEdit),
    Others(RandomEdit),
    Undo,
    Redo,
    Save,
}

fn acts(saves: u32) -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        6 => random_edit().prop_map(Act::User),
        6 => random_edit().prop_map(Act::Others),
        2 => Just(Act::Undo),
        2 => Just(Act::Redo),
        saves => Just(Act::Save),
    ];
    vec(act, 1..12)
}

/// A document, the file that others change, and the touchpoints that the user changed.
struct Played {
    document: Document,
    file: JourneyMap,
    touched: BTreeSet<TouchpointId>,
}

/// Makes the changes of the user in a document and those of others in the file, and takes these into the document.
fn play(base: &JourneyMap, acts: &[Act]) -> Played {
    let (mut document, mut file) = (Document::new(base.clone()), base.clone());
    let (mut our_ids, mut their_ids) = (IdSource::new(11), IdSource::new(12));
    let mut touched = BTreeSet::new();
    for act in acts {
        match act {
            Act::User(random) => {
                let Some(edit) = edit(document.map(), random, &mut our_ids) else { continue };
                touched.extend(touchpoints_of(&edit));
                // An edit that changes nothing is rejected.
                let _ = document.commit(edit);
            }
            Act::Others(random) => {
                let before = file.clone();
                let edit = edit(&file, random, &mut their_ids);
                if edit.is_some_and(|edit| file.apply(edit).is_ok()) {
                    let merged = merge(&before, document.map(), &file);
                    document.take_in(&before, &file, merged);
                }
            }
            Act::Undo => drop(document.undo()),
            Act::Redo => drop(document.redo()),
            Act::Save => file = document.map().clone(),
        }
    }
    Played { document, file, touched }
}

fn touchpoints_of(edit: &Edit) -> Vec<TouchpointId> {
    match edit {
        Edit::Add { touchpoints, .. } | Edit::Replace(touchpoints) => touchpoints.iter().map(|each| each.id).collect(),
        Edit::Delete(ids) | Edit::Move { ids, .. } | Edit::MoveUp(ids) | Edit::MoveDown(ids) => ids.clone(),
        Edit::SetHeader(_) | Edit::ReplaceMap(_) => Vec::new(),
    }
}

proptest! {
    #[test]
    fn undoing_all_changes_of_the_user_leaves_those_of_the_others(base in map(), acts in acts(0)) {
        let Played { mut document, file, .. } = play(&base, &acts);
        while document.undo().is_some() {}
        prop_assert_eq!(document.map(), &file);
    }

    #[test]
    fn redoing_all_gives_the_map_back(base in map(), acts in acts(2)) {
        let mut document = play(&base, &acts).document;
        while document.redo().is_some() {}
        let before = document.map().clone();
        while document.undo().is_some() {}
        while document.redo().is_some() {}
        prop_assert_eq!(document.map(), &before);
    }

    #[test]
    fn undo_leaves_what_the_user_never_touched_as_it_is_in_the_file(base in map(), acts in acts(3)) {
        let Played { mut document, file, touched } = play(&base, &acts);
        while document.undo().is_some() {}
        let untouched = |map: &JourneyMap| -> Vec<_> {
            let all = map.touchpoints().filter(|(_, each)| !touched.contains(&each.id));
            let all = all.map(|(place, each)| {
                (each.id, place.phase, Touchpoint { with_previous: false, ..Touchpoint::clone(each) })
            });
            let mut all: Vec<_> = all.collect();
            all.sort_by_key(|(id, ..)| *id);
            all
        };
        prop_assert_eq!(untouched(document.map()), untouched(&file));
    }
}
