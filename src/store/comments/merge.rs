//! The comments of a map that was changed on two sides.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::file_lines::{CommentAnchor, file_lines};
use super::{CommentText, Comments, LineComments};
use crate::map::{JourneyMap, TouchpointId};

impl Comments {
    /// The comments of a map that was changed on two sides, each side given with its comments.
    ///
    /// What one side alone changed is taken from it; where both did, ours comes first and what is new in theirs
    /// follows. A touchpoint that one side took out keeps the comments of the other, should the merged map have it.
    pub fn merge(
        base: (&JourneyMap, &Comments),
        ours: (&JourneyMap, &Comments),
        theirs: (&JourneyMap, &Comments),
    ) -> Comments {
        let (our_touchpoints, their_touchpoints) = (touchpoints(ours.0), touchpoints(theirs.0));
        // Ours is merged as it is kept, so that undoing still leads back to what was read.
        let sides = [base.1.for_map(base.0), ours.1.clone(), theirs.1.for_map(theirs.0)];
        let anchors: BTreeSet<&CommentAnchor> = sides.iter().flat_map(|side| side.0.keys()).collect();
        let mut merged = BTreeMap::new();
        for anchor in anchors {
            let [base, ours, theirs] = sides.each_ref().map(|side| side.0.get(anchor).cloned().unwrap_or_default());
            let mut around = if !has(&their_touchpoints, anchor) || base == theirs {
                ours
            } else if !has(&our_touchpoints, anchor) || base == ours {
                theirs
            } else {
                both(&base, ours, theirs)
            };
            around.tidy(anchor);
            if !around.is_empty() {
                merged.insert(anchor.clone(), around);
            }
        }
        Comments(Arc::new(merged))
    }
}

fn touchpoints(map: &JourneyMap) -> BTreeSet<TouchpointId> {
    file_lines(map).filter_map(|stand| stand.touchpoint.map(|touchpoint| touchpoint.id)).collect()
}

/// Whether a side has the line, as far as it is a touchpoint's.
fn has(touchpoints: &BTreeSet<TouchpointId>, anchor: &CommentAnchor) -> bool {
    match anchor {
        CommentAnchor::Touchpoint(id) => touchpoints.contains(id),
        CommentAnchor::Attribute
        | CommentAnchor::Opening
        | CommentAnchor::Field(_)
        | CommentAnchor::Objective(_)
        | CommentAnchor::ListEnd(_)
        | CommentAnchor::Closing
        | CommentAnchor::End => true,
    }
}

/// The comments of a line at which both sides changed some.
fn both(base: &LineComments, ours: LineComments, theirs: LineComments) -> LineComments {
    let said =
        [base, &ours, &theirs].map(|side| side.remarks().map(CommentText::from).collect::<BTreeSet<CommentText>>());
    let [in_base, in_ours, in_theirs] = &said;
    // What one side took out is out; all else must be somewhere in the end.
    let is_kept = |remark: &CommentText| in_theirs.contains(remark) || !in_base.contains(remark);
    let is_new = |remark: &CommentText| !in_ours.contains(remark) && !in_base.contains(remark);
    let part = |ours: Vec<CommentText>, theirs: Vec<CommentText>| -> Vec<CommentText> {
        let kept = ours.into_iter().filter(|remark| remark.is_empty() || is_kept(remark));
        kept.chain(theirs.into_iter().filter(|remark| !remark.is_empty() && is_new(remark))).collect()
    };
    let inside = if ours.inside == base.inside { theirs.inside } else { ours.inside };
    let mut merged =
        LineComments { above: part(ours.above, theirs.above), behind: part(ours.behind, theirs.behind), inside };
    let there: BTreeSet<CommentText> = merged.remarks().map(CommentText::from).collect();
    let wanted =
        in_ours.iter().filter(|remark| is_kept(remark)).chain(in_theirs.iter().filter(|remark| is_new(remark)));
    merged.above.extend(wanted.filter(|remark| !there.contains(*remark)).cloned());
    merged
}
