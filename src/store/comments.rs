//! Keeps the comments of a map's file, each with the line that it belongs to.

mod collect;
mod comment_text;
mod commented_touchpoint;
mod file_lines;
mod insert;
mod line_comments;
mod merge;

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use crate::map::JourneyMap;
use comment_text::CommentText;
use file_lines::{CommentAnchor, OBJECTIVES, file_lines};
use line_comments::LineComments;

/// The comments of a map's text. Copies are cheap, and edits of the map do not change them.
///
/// The comments of a touchpoint are kept by its id: they move with it, and return when a deletion is undone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comments(Arc<BTreeMap<CommentAnchor, LineComments>>);

impl Comments {
    /// Collects the comments of a text from which this map was read.
    pub(super) fn of(text: &str, map: &JourneyMap) -> Comments {
        let has_comments = text.contains("//") || text.contains("/*");
        if !has_comments {
            return Comments::default();
        }
        Comments(Arc::new(collect::collect_comments(text, map))).for_map(map)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the comments at the lines at which they are written for this map.
    ///
    /// Comments of touchpoints that the map does not have are left out. Comments inside a touchpoint that was changed
    /// move above it. Comments of a field that the map does not write move above the next line.
    pub fn for_map(&self, map: &JourneyMap) -> Comments {
        if self.is_empty() {
            return self.clone();
        }
        let mut placed = BTreeMap::new();
        // The comments of lines that are not written, to be placed above the next line.
        let mut carried: Vec<CommentText> = Vec::new();
        for line in file_lines(map) {
            let mut comments = self.0.get(&line.anchor).cloned().unwrap_or_default();
            if line.anchor == CommentAnchor::ListEnd(OBJECTIVES) {
                carried.extend(self.of_removed_objectives(map));
            }
            if !line.is_written {
                carried.extend(comments.above.into_iter().chain(comments.trailing));
                continue;
            }
            if let Some(touchpoint) = line.touchpoint {
                comments.move_above_if_changed(touchpoint);
            }
            if !carried.is_empty() {
                comments.above.splice(0..0, carried.drain(..));
            }
            comments.tidy(&line.anchor);
            if !comments.is_empty() {
                placed.insert(line.anchor, comments);
            }
        }
        Comments(Arc::new(placed))
    }

    /// Returns the comments of objectives that the map does not have.
    fn of_removed_objectives<'a>(&'a self, map: &'a JourneyMap) -> impl Iterator<Item = CommentText> + 'a {
        let objectives: HashSet<&str> = map.header().objectives.iter().map(|each| &**each).collect();
        let is_removed =
            move |anchor: &CommentAnchor| anchor.objective().is_some_and(|text| !objectives.contains(text));
        let removed = self.0.iter().filter(move |(anchor, _)| is_removed(anchor));
        removed.flat_map(|(_, comments)| comments.above.iter().chain(&comments.trailing).cloned())
    }

    /// Returns these comments, with the comments of touchpoints in `other` added or replaced.
    pub(super) fn with_touchpoints_of(self, other: &Comments) -> Comments {
        let of_touchpoints = other.0.iter().filter(|(anchor, _)| anchor.touchpoint().is_some());
        let added: Vec<_> = of_touchpoints.map(|(anchor, comments)| (anchor.clone(), comments.clone())).collect();
        if added.is_empty() {
            return self;
        }
        let mut all = Arc::unwrap_or_clone(self.0);
        all.extend(added);
        Comments(Arc::new(all))
    }

    /// Returns every comment with its delimiters, in alphabetical order.
    pub fn texts(&self) -> Vec<&str> {
        let mut texts: Vec<&str> = self.0.values().flat_map(LineComments::texts).collect();
        texts.sort_unstable();
        texts
    }

    /// Inserts the comments into the text of this map, which has none.
    pub(super) fn insert_into(&self, text: String, map: &JourneyMap) -> String {
        if self.is_empty() {
            text
        } else {
            insert::insert_comments(&text, map, Arc::unwrap_or_clone(self.for_map(map).0))
        }
    }
}
