//! Collects the comments of a map's text and decides which line each belongs to.

use std::collections::BTreeMap;

use super::comment_text::{CommentText, clean_comment};
use super::commented_touchpoint::CommentedTouchpoint;
use super::file_lines::{CommentAnchor, OBJECTIVES};
use super::line_comments::LineComments;
use crate::map::field::Type;
use crate::map::{JourneyMap, Line, Phase};
use crate::store::lexer::{RonLexer, RonToken, TokenKind};
use crate::store::ron_dialect::options;
use crate::store::shape::{MAP, ValueShape};

/// Returns the comments of the text of this map, also those of lines that would not be written.
pub(super) fn collect_comments(text: &str, map: &JourneyMap) -> BTreeMap<CommentAnchor, LineComments> {
    let mut collector = Collector::new(text, map);
    for token in RonLexer::new(text) {
        if token.kind.is_comment() {
            collector.comment(token)
        } else {
            collector.token(token)
        }
        collector.last_end = token.end;
    }
    collector.attach_trailing();
    collector.attach_above(CommentAnchor::End);
    collector.found
}

/// The part of the text that is being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Position {
    /// Before the bracket that opens the map.
    Start,
    Attribute,
    /// Between the fields of the map.
    Map,
    /// After the name of a field.
    Value,
    /// Between the items of a list.
    List,
    /// In an item of a list.
    Item,
    /// After the map.
    End,
}

struct Collector<'a> {
    text: &'a str,
    map: &'a JourneyMap,
    found: BTreeMap<CommentAnchor, LineComments>,
    position: Position,
    /// The line that comments before the map belong to: the attribute, or after an attribute the opening bracket.
    first_line: CommentAnchor,
    /// The key of the current field.
    field: &'static str,
    /// The index of the current item in its list.
    row: usize,
    /// How many brackets are open in the current attribute, value or item.
    depth: usize,
    item_start: usize,
    /// Where the last token ends.
    last_end: usize,
    /// The line that has just ended; comments that follow may be its trailing comments.
    ended_line: Option<CommentAnchor>,
    /// Comments after the line that has just ended.
    trailing: Vec<CommentText>,
    /// Comments that belong to the next line.
    above: Vec<CommentText>,
    /// Comments inside the current item.
    inside: Vec<CommentText>,
}

impl<'a> Collector<'a> {
    fn new(text: &'a str, map: &'a JourneyMap) -> Collector<'a> {
        Collector {
            text,
            map,
            found: BTreeMap::new(),
            position: Position::Start,
            first_line: CommentAnchor::Attribute,
            field: "",
            row: 0,
            depth: 0,
            item_start: 0,
            last_end: 0,
            ended_line: None,
            trailing: Vec::new(),
            above: Vec::new(),
            inside: Vec::new(),
        }
    }

    /// Returns the number of line breaks between the last token and this one.
    fn line_breaks_before(&self, token: RonToken) -> usize {
        self.text[self.last_end..token.start].matches('\n').count()
    }

    fn comment(&mut self, token: RonToken) {
        let line_breaks = self.line_breaks_before(token);
        let comment = clean_comment(&self.text[token.span()]);
        if self.position == Position::Item {
            self.inside.push(comment);
        } else if line_breaks == 0 && self.ended_line.is_some() && self.above.is_empty() {
            self.trailing.push(comment);
        } else {
            if line_breaks > 1 {
                self.above.push(CommentText::default());
            }
            self.above.push(comment);
        }
    }

    fn token(&mut self, token: RonToken) {
        match self.position {
            Position::Start => self.start_token(token),
            Position::Attribute => self.attribute_token(token),
            Position::Map => self.map_token(token),
            Position::Value => self.value_token(token),
            Position::List => self.list_token(token),
            Position::Item => self.item_token(token),
            Position::End => {}
        }
    }

    fn start_token(&mut self, token: RonToken) {
        self.end_line(token);
        let begins_attribute = token.kind == TokenKind::Other;
        if begins_attribute {
            if self.first_line == CommentAnchor::Attribute {
                self.attach_above(CommentAnchor::Attribute);
            }
            self.first_line = CommentAnchor::Opening;
            self.position = Position::Attribute;
            return;
        }
        self.attach_above(self.first_line.clone());
        if token.kind.is_opening() {
            self.ended_line = Some(CommentAnchor::Opening);
            self.position = Position::Map;
        }
    }

    fn attribute_token(&mut self, token: RonToken) {
        self.move_above(CommentAnchor::Attribute);
        if self.closes_outermost(token) {
            self.ended_line = Some(CommentAnchor::Attribute);
            self.position = Position::Start;
        }
    }

    fn map_token(&mut self, token: RonToken) {
        if token.kind == TokenKind::Comma {
            return self.comma(token);
        }
        self.end_line(token);
        if token.kind.is_closing() {
            self.attach_above(CommentAnchor::Closing);
            self.ended_line = Some(CommentAnchor::Closing);
            self.position = Position::End;
        } else if let Some(field) = MAP.field(self.text[token.span()].trim_start_matches("r#")) {
            self.field = field.name;
            self.attach_above(CommentAnchor::Field(field.name));
            self.position = Position::Value;
        }
    }

    fn value_token(&mut self, token: RonToken) {
        if self.depth == 0 && token.kind == TokenKind::Comma {
            self.comma(token);
            self.position = Position::Map;
        } else if self.depth == 0 && token.kind.is_closing() {
            self.map_token(token);
        } else {
            let line = CommentAnchor::Field(self.field);
            self.move_above(line.clone());
            if token.kind == TokenKind::Open(b'[') && self.is_list_field() {
                self.row = 0;
                self.position = Position::List;
            } else {
                self.depth = token.kind.depth_after(self.depth);
            }
            self.ended_line = (self.depth == 0 && token.kind != TokenKind::Colon).then_some(line);
        }
    }

    /// True if the value of the current field is a list with one item per line.
    fn is_list_field(&self) -> bool {
        MAP.field(self.field)
            .is_some_and(|field| matches!(field.shape, ValueShape::Touchpoints | ValueShape::Map(Type::Lines)))
    }

    fn list_token(&mut self, token: RonToken) {
        if token.kind == TokenKind::Comma {
            return self.comma(token);
        }
        self.end_line(token);
        if token.kind.is_closing() {
            let end = CommentAnchor::ListEnd(self.field);
            self.attach_above(end.clone());
            self.ended_line = Some(end);
            self.position = Position::Map;
        } else {
            let line = self.item_line(token);
            self.attach_above(line.clone());
            self.ended_line = Some(line);
            self.item_start = token.start;
            self.position = Position::Item;
            self.item_token(token);
        }
    }

    fn phase(&self) -> Option<Phase> {
        Phase::ALL.into_iter().find(|phase| phase.key() == self.field)
    }

    /// Returns the line of the item that begins with this token.
    fn item_line(&self, token: RonToken) -> CommentAnchor {
        let touchpoint = self.phase().and_then(|phase| self.map.phase(phase).get(self.row));
        let objective = || options().from_str::<Line>(&self.text[token.span()]).ok();
        match touchpoint {
            Some(touchpoint) => CommentAnchor::Touchpoint(touchpoint.id),
            None if self.field == OBJECTIVES => {
                objective().map_or(CommentAnchor::ListEnd(OBJECTIVES), |line| CommentAnchor::Objective((*line).into()))
            }
            None => CommentAnchor::ListEnd(self.field),
        }
    }

    fn item_token(&mut self, token: RonToken) {
        let is_end = self.closes_outermost(token) || (self.depth == 0 && token.kind.is_text());
        if is_end {
            self.position = Position::List;
            self.attach_inside(token.end);
            self.row += 1;
        }
    }

    /// Attaches the comments inside the item that ends at this byte.
    fn attach_inside(&mut self, end: usize) {
        let comments = std::mem::take(&mut self.inside);
        let Some(line) = self.ended_line.clone().filter(|_| !comments.is_empty()) else { return };
        let touchpoint = self.phase().and_then(|phase| self.map.phase(phase).get(self.row));
        let written = &self.text[self.item_start..end];
        let line_comments = self.found.entry(line).or_default();
        match touchpoint.map(|touchpoint| CommentedTouchpoint::new(written, touchpoint, comments)) {
            Some(Ok(inside)) => line_comments.inside = Some(inside),
            Some(Err(comments)) => line_comments.above.extend(comments),
            None => {}
        }
    }

    /// Counts brackets. Returns true if the token closes the outermost one.
    fn closes_outermost(&mut self, token: RonToken) -> bool {
        self.depth = token.kind.depth_after(self.depth);
        self.depth == 0 && token.kind.is_closing()
    }

    /// Reads a comma. Comments after it belong to the line that has ended, unless the comma is on a later line and
    /// comments precede it.
    fn comma(&mut self, token: RonToken) {
        if self.line_breaks_before(token) > 0 && !self.trailing.is_empty() {
            self.attach_trailing();
        }
    }

    /// Ends the last line because this token begins the next one. If both are on the same line of the text, comments
    /// between them belong to the next one.
    fn end_line(&mut self, token: RonToken) {
        let line_breaks = self.line_breaks_before(token);
        if line_breaks == 0 && self.above.is_empty() {
            self.above = std::mem::take(&mut self.trailing);
        }
        self.attach_trailing();
        if line_breaks > 1 && !self.above.is_empty() {
            self.above.push(CommentText::default());
        }
    }

    /// Attaches the trailing comments to the line that has just ended.
    fn attach_trailing(&mut self) {
        if let (Some(line), false) = (self.ended_line.take(), self.trailing.is_empty()) {
            self.found.entry(line).or_default().trailing.append(&mut self.trailing);
        }
    }

    fn attach_above(&mut self, line: CommentAnchor) {
        if !self.above.is_empty() {
            self.found.entry(line).or_default().above.append(&mut self.above);
        }
    }

    /// Attaches comments in the middle of a line above it.
    fn move_above(&mut self, line: CommentAnchor) {
        self.ended_line = None;
        if !(self.trailing.is_empty() && self.above.is_empty()) {
            let above = &mut self.found.entry(line).or_default().above;
            above.append(&mut self.trailing);
            above.append(&mut self.above);
        }
    }
}
