//! The comments of one line of a map's file.

use std::sync::Arc;

use super::comment_text::CommentText;
use super::commented_touchpoint::CommentedTouchpoint;
use super::file_lines::CommentAnchor;
use crate::map::Touchpoint;

/// The comments of one line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct LineComments {
    /// The comments on the lines above, with the blank lines between them.
    pub above: Vec<CommentText>,
    /// The comments at the end of the line.
    pub trailing: Vec<CommentText>,
    /// The touchpoint's own text, if it has comments between its brackets.
    pub inside: Option<CommentedTouchpoint>,
}

impl LineComments {
    pub fn is_empty(&self) -> bool {
        self.above.is_empty() && self.trailing.is_empty() && self.inside.is_none()
    }

    /// Returns all comments without the blank lines.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let inside = self.inside.iter().flat_map(|inside| &inside.comments);
        let all = self.above.iter().chain(inside).chain(&self.trailing);
        all.map(|comment| &**comment).filter(|comment| !comment.is_empty())
    }

    /// Moves the comments inside a touchpoint above it if the touchpoint was changed since it was read.
    pub(crate) fn move_above_if_changed(&mut self, touchpoint: &Arc<Touchpoint>) {
        if let Some(inside) = self.inside.take_if(|inside| inside.touchpoint != *touchpoint) {
            self.above.extend(inside.comments);
        }
    }

    /// Moves comments that cannot be written where they are, and removes surplus blank lines.
    ///
    /// A trailing comment that begins with `//` ends the line, so those after it move above the line. At the end of the
    /// file all trailing comments do. Several blank lines become one, and those without a comment are removed.
    pub(crate) fn tidy(&mut self, anchor: &CommentAnchor) {
        let ends_line = |comment: &CommentText| comment.starts_with("//");
        let trailing = if *anchor == CommentAnchor::End { 0 } else { self.trailing.len() };
        let kept = self.trailing.iter().position(ends_line).map_or(trailing, |at| trailing.min(at + 1));
        self.above.extend(self.trailing.drain(kept..));
        self.above.dedup_by(|comment, before| comment.is_empty() && before.is_empty());
        let is_blank = |comment: Option<&CommentText>| comment.is_some_and(|comment| comment.is_empty());
        if *anchor == CommentAnchor::Attribute && is_blank(self.above.first()) {
            self.above.remove(0);
        }
        let only_blank = self.above.iter().all(|comment| comment.is_empty());
        if only_blank || (*anchor == CommentAnchor::End && is_blank(self.above.last())) {
            self.above.pop();
        }
    }
}
