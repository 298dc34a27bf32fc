//! Merges the comments of a map that was changed on two sides.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Comments;
use super::comment_text::CommentText;
use super::file_lines::{CommentAnchor, file_lines};
use super::line_comments::LineComments;
use crate::map::{JourneyMap, TouchpointId};

impl Comments {
    /// Merges the comments of two sides, line by line. Each side is given with its map.
    ///
    /// If one side changed the comments of a line, its comments are taken. If both did, ours come first, and their new
    /// ones follow. If one side deleted a touchpoint, the other side's comments are kept: the merged map may have it.
    pub fn merge(
        base: (&JourneyMap, &Comments),
        ours: (&JourneyMap, &Comments),
        theirs: (&JourneyMap, &Comments),
    ) -> Comments {
        let (our_touchpoints, their_touchpoints) = (touchpoints(ours.0), touchpoints(theirs.0));
        // Ours are not placed for our map, so that undo still restores the comments that were read.
        let sides = [base.1.for_map(base.0), ours.1.clone(), theirs.1.for_map(theirs.0)];
        let anchors: BTreeSet<&CommentAnchor> = sides.iter().flat_map(|side| side.0.keys()).collect();
        let mut merged = BTreeMap::new();
        for anchor in anchors {
            let [base, ours, theirs] = sides.each_ref().map(|side| side.0.get(anchor).cloned().unwrap_or_default());
            let is_deleted_by =
                |touchpoints: &BTreeSet<TouchpointId>| anchor.touchpoint().is_some_and(|id| !touchpoints.contains(&id));
            let mut comments = if is_deleted_by(&their_touchpoints) || base == theirs {
                ours
            } else if is_deleted_by(&our_touchpoints) || base == ours {
                theirs
            } else {
                merge_line(&base, ours, theirs)
            };
            comments.tidy(anchor);
            if !comments.is_empty() {
                merged.insert(anchor.clone(), comments);
            }
        }
        Comments(Arc::new(merged))
    }
}

fn touchpoints(map: &JourneyMap) -> BTreeSet<TouchpointId> {
    file_lines(map).filter_map(|line| line.anchor.touchpoint()).collect()
}

/// Merges the comments of a line that both sides changed.
fn merge_line(base: &LineComments, ours: LineComments, theirs: LineComments) -> LineComments {
    let texts =
        [base, &ours, &theirs].map(|side| side.texts().map(CommentText::from).collect::<BTreeSet<CommentText>>());
    let [in_base, in_ours, in_theirs] = &texts;
    // A comment that one side deleted is dropped; every other comment must be in the result.
    let is_kept = |comment: &CommentText| in_theirs.contains(comment) || !in_base.contains(comment);
    let is_new = |comment: &CommentText| !in_ours.contains(comment) && !in_base.contains(comment);
    let merge_lists = |ours: Vec<CommentText>, theirs: Vec<CommentText>| -> Vec<CommentText> {
        let kept = ours.into_iter().filter(|comment| comment.is_empty() || is_kept(comment));
        kept.chain(theirs.into_iter().filter(|comment| !comment.is_empty() && is_new(comment))).collect()
    };
    let inside = if ours.inside == base.inside { theirs.inside } else { ours.inside };
    let mut merged = LineComments {
        above: merge_lists(ours.above, theirs.above),
        trailing: merge_lists(ours.trailing, theirs.trailing),
        inside,
    };
    let present: BTreeSet<CommentText> = merged.texts().map(CommentText::from).collect();
    let wanted =
        in_ours.iter().filter(|comment| is_kept(comment)).chain(in_theirs.iter().filter(|comment| is_new(comment)));
    merged.above.extend(wanted.filter(|comment| !present.contains(*comment)).cloned());
    merged
}
