//! The comments that somebody wrote into a map's file, each by the line that it belongs to.

mod collect;
mod commented_touchpoint;
mod file_lines;
mod insert;
mod merge;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::map::{JourneyMap, Touchpoint};
use commented_touchpoint::CommentedTouchpoint;
use file_lines::{CommentAnchor, OBJECTIVES, file_lines};

/// The comments of a map's text; copies are cheap, and changes of the map do not change them.
///
/// Those of a touchpoint are kept by its identity: they go where it goes, and come back when a deletion is undone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comments(Arc<BTreeMap<CommentAnchor, LineComments>>);

/// A comment with its signs, or an empty text for a blank line.
type CommentText = Box<str>;

/// The comments of one line.
#[derive(Clone, Debug, Default, PartialEq)]
struct LineComments {
    /// On lines of their own before it, with the blank lines between them.
    above: Vec<CommentText>,
    /// At the end of the line.
    behind: Vec<CommentText>,
    /// Between the brackets of a touchpoint.
    inside: Option<CommentedTouchpoint>,
}

impl Comments {
    /// Finds the comments of a text that was read as this map.
    pub(super) fn of(text: &str, map: &JourneyMap) -> Comments {
        // Most maps have not even the signs of one.
        if !text.contains("//") && !text.contains("/*") {
            return Comments::default();
        }
        Comments(Arc::new(collect::collect_comments(text, map))).for_map(map)
    }

    /// Whether there is no comment.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The comments as they stand when this map is written.
    ///
    /// Those of touchpoints that it does not have are left out; those inside a touchpoint that was changed stand
    /// before it, and those of a field that it does not write before the next.
    pub fn for_map(&self, map: &JourneyMap) -> Comments {
        if self.is_empty() {
            return self.clone();
        }
        let mut settled = BTreeMap::new();
        let mut carried: Vec<CommentText> = Vec::new();
        for stand in file_lines(map) {
            let mut around = self.0.get(&stand.anchor).cloned().unwrap_or_default();
            if stand.anchor == CommentAnchor::ListEnd(OBJECTIVES) {
                carried.extend(self.of_former_objectives(map));
            }
            if !stand.written {
                carried.extend(around.above.into_iter().chain(around.behind));
                continue;
            }
            if let Some(touchpoint) = stand.touchpoint {
                around.settle(touchpoint);
            }
            if !carried.is_empty() {
                around.above.splice(0..0, carried.drain(..));
            }
            around.tidy(&stand.anchor);
            if !around.is_empty() {
                settled.insert(stand.anchor, around);
            }
        }
        Comments(Arc::new(settled))
    }

    /// What was said of objectives that the map does not have.
    fn of_former_objectives(&self, map: &JourneyMap) -> impl Iterator<Item = CommentText> {
        let is_former = |anchor: &CommentAnchor| match anchor {
            CommentAnchor::Objective(text) => map.header().objectives.iter().all(|each| **each != **text),
            CommentAnchor::Attribute
            | CommentAnchor::Opening
            | CommentAnchor::Field(_)
            | CommentAnchor::Touchpoint(_)
            | CommentAnchor::ListEnd(_)
            | CommentAnchor::Closing
            | CommentAnchor::End => false,
        };
        let former = self.0.iter().filter(move |(anchor, _)| is_former(anchor));
        former.flat_map(|(_, around)| around.above.iter().chain(&around.behind).cloned())
    }

    /// Every comment with its signs, in alphabetical order.
    pub fn texts(&self) -> Vec<&str> {
        let mut texts: Vec<&str> = self.0.values().flat_map(LineComments::remarks).collect();
        texts.sort_unstable();
        texts
    }

    /// The text of this map, as it is written without comments, with the comments.
    pub(super) fn woven(&self, text: String, map: &JourneyMap) -> String {
        if self.is_empty() {
            text
        } else {
            insert::insert_comments(&text, map, Arc::unwrap_or_clone(self.for_map(map).0))
        }
    }
}

impl LineComments {
    fn is_empty(&self) -> bool {
        self.above.is_empty() && self.behind.is_empty() && self.inside.is_none()
    }

    fn remarks(&self) -> impl Iterator<Item = &str> {
        let inside = self.inside.iter().flat_map(|inside| &inside.remarks);
        let all = self.above.iter().chain(inside).chain(&self.behind);
        all.map(|remark| &**remark).filter(|remark| !remark.is_empty())
    }

    /// Takes the comments out of a touchpoint that is not as it was read.
    fn settle(&mut self, touchpoint: &Arc<Touchpoint>) {
        if let Some(inside) = self.inside.take_if(|inside| inside.touchpoint != *touchpoint) {
            self.above.extend(inside.remarks);
        }
    }

    /// Leaves one comment that ends a line, the last behind it, and single blank lines only where they part something.
    fn tidy(&mut self, anchor: &CommentAnchor) {
        let ends_line = |remark: &CommentText| remark.starts_with("//");
        let behind = if *anchor == CommentAnchor::End { 0 } else { self.behind.len() };
        let last = self.behind.iter().position(ends_line).map_or(behind, |at| behind.min(at + 1));
        self.above.extend(self.behind.drain(last..));
        self.above.dedup_by(|remark, before| remark.is_empty() && before.is_empty());
        if *anchor == CommentAnchor::Attribute && self.above.first().is_some_and(|remark| remark.is_empty()) {
            self.above.remove(0);
        }
        let only_blank = self.above.iter().all(|remark| remark.is_empty());
        if only_blank || (*anchor == CommentAnchor::End && self.above.last().is_some_and(|remark| remark.is_empty())) {
            self.above.pop();
        }
    }
}
