//! Finding the comments of a readable text, and the line that each belongs to.

use std::collections::BTreeMap;

use super::commented_touchpoint::{CommentedTouchpoint, remark};
use super::file_lines::{CommentAnchor, OBJECTIVES};
use super::{CommentText, LineComments};
use crate::map::field::Type;
use crate::map::{JourneyMap, Line, Phase};
use crate::store::lexer::{RonLexer, RonToken, TokenKind};
use crate::store::ron_text::options;
use crate::store::shape::{MAP, ValueShape};

/// The comments of a text that was read as this map, also those of lines that Periplo would not write.
pub(super) fn collect_comments(text: &str, map: &JourneyMap) -> BTreeMap<CommentAnchor, LineComments> {
    let mut reader = Reader {
        text,
        map,
        found: BTreeMap::new(),
        place: Place::Head,
        top: CommentAnchor::Attribute,
        field: "",
        row: 0,
        nested: 0,
        start: 0,
        end: 0,
        last: None,
        behind: Vec::new(),
        above: Vec::new(),
        inside: Vec::new(),
    };
    for token in RonLexer::new(text) {
        if matches!(token.kind, TokenKind::Comment { .. }) {
            reader.comment(token)
        } else {
            reader.token(token)
        }
        reader.end = token.end;
    }
    reader.keep_behind();
    reader.put_above(CommentAnchor::End);
    reader.found
}

/// Where in the text the reader is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Before the map's bracket.
    Head,
    Attribute,
    /// Between the fields of the map.
    Map,
    /// In a field, behind its name.
    Value,
    /// Between the items of a list.
    List,
    /// In an item, which is the one of this row.
    Item,
    /// Behind the map.
    Tail,
}

struct Reader<'a> {
    text: &'a str,
    map: &'a JourneyMap,
    found: BTreeMap<CommentAnchor, LineComments>,
    place: Place,
    /// What comes first: the attribute, or the opening bracket behind one.
    top: CommentAnchor,
    field: &'static str,
    row: usize,
    /// How many brackets are open in the attribute, value or item.
    nested: usize,
    /// Where the item starts.
    start: usize,
    /// Where the last token ends.
    end: usize,
    /// The line that has just ended, and may have comments behind it.
    last: Option<CommentAnchor>,
    behind: Vec<CommentText>,
    above: Vec<CommentText>,
    inside: Vec<CommentText>,
}

impl Reader<'_> {
    /// How many line ends part the last token from this one.
    fn breaks(&self, token: RonToken) -> usize {
        self.text[self.end..token.start].matches('\n').count()
    }

    fn comment(&mut self, token: RonToken) {
        let breaks = self.breaks(token);
        let remark = remark(&self.text[token.span()]);
        if self.place == Place::Item {
            self.inside.push(remark);
        } else if breaks == 0 && self.last.is_some() && self.above.is_empty() {
            self.behind.push(remark);
        } else {
            if breaks > 1 {
                self.above.push(CommentText::default());
            }
            self.above.push(remark);
        }
    }

    fn token(&mut self, token: RonToken) {
        match self.place {
            Place::Head => self.head(token),
            Place::Attribute => {
                self.take_in(CommentAnchor::Attribute);
                if self.nest(token) {
                    self.last = Some(CommentAnchor::Attribute);
                    self.place = Place::Head;
                }
            }
            Place::Map => self.map_token(token),
            Place::Value => self.value(token),
            Place::List => self.list(token),
            Place::Item => self.item(token),
            Place::Tail => {}
        }
    }

    fn head(&mut self, token: RonToken) {
        self.end_line(token);
        if token.kind == TokenKind::Other {
            if self.top == CommentAnchor::Attribute {
                self.put_above(CommentAnchor::Attribute);
            }
            self.top = CommentAnchor::Opening;
            self.place = Place::Attribute;
            return;
        }
        self.put_above(self.top.clone());
        if matches!(token.kind, TokenKind::Open(_)) {
            self.last = Some(CommentAnchor::Opening);
            self.place = Place::Map;
        }
    }

    fn map_token(&mut self, token: RonToken) {
        if token.kind == TokenKind::Comma {
            return self.comma(token);
        }
        self.end_line(token);
        if matches!(token.kind, TokenKind::Close(_)) {
            self.put_above(CommentAnchor::Closing);
            self.last = Some(CommentAnchor::Closing);
            self.place = Place::Tail;
        } else if let Some(field) = MAP.field(self.text[token.span()].trim_start_matches("r#")) {
            self.field = field.name;
            self.put_above(CommentAnchor::Field(field.name));
            self.place = Place::Value;
        }
    }

    fn value(&mut self, token: RonToken) {
        let field = CommentAnchor::Field(self.field);
        let opens_list = token.kind == TokenKind::Open('[')
            && MAP
                .field(self.field)
                .is_some_and(|field| matches!(field.shape, ValueShape::Touchpoints | ValueShape::Map(Type::Lines)));
        if self.nested == 0 && token.kind == TokenKind::Comma {
            self.comma(token);
            self.place = Place::Map;
        } else if self.nested == 0 && matches!(token.kind, TokenKind::Close(_)) {
            self.map_token(token);
        } else {
            self.take_in(field.clone());
            if opens_list {
                self.row = 0;
                self.place = Place::List;
            } else {
                self.nest(token);
            }
            self.last = (self.nested == 0 && token.kind != TokenKind::Colon).then_some(field);
        }
    }

    fn list(&mut self, token: RonToken) {
        if token.kind == TokenKind::Comma {
            return self.comma(token);
        }
        self.end_line(token);
        if matches!(token.kind, TokenKind::Close(_)) {
            let end = CommentAnchor::ListEnd(self.field);
            self.put_above(end.clone());
            self.last = Some(end);
            self.place = Place::Map;
        } else {
            let anchor = self.item_anchor(token);
            self.put_above(anchor.clone());
            self.last = Some(anchor);
            self.start = token.start;
            self.place = Place::Item;
            self.item(token);
        }
    }

    fn phase(&self) -> Option<Phase> {
        Phase::ALL.into_iter().find(|phase| phase.key() == self.field)
    }

    fn item_anchor(&self, token: RonToken) -> CommentAnchor {
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

    fn item(&mut self, token: RonToken) {
        let ended = self.nest(token) || (self.nested == 0 && matches!(token.kind, TokenKind::Text { .. }));
        if !ended {
            return;
        }
        self.place = Place::List;
        if let (false, Some(anchor)) = (self.inside.is_empty(), self.last.clone()) {
            let remarks = std::mem::take(&mut self.inside);
            let touchpoint = self.phase().and_then(|phase| self.map.phase(phase).get(self.row));
            let written = &self.text[self.start..token.end];
            let around = self.found.entry(anchor).or_default();
            match touchpoint.map(|touchpoint| CommentedTouchpoint::new(written, touchpoint, remarks)) {
                Some(Ok(inside)) => around.inside = Some(inside),
                Some(Err(remarks)) => around.above.extend(remarks),
                None => {}
            }
        }
        self.row += 1;
    }

    /// Counts brackets; whether the outermost one is closed now.
    fn nest(&mut self, token: RonToken) -> bool {
        match token.kind {
            TokenKind::Open(_) => self.nested += 1,
            TokenKind::Close(_) => self.nested = self.nested.saturating_sub(1),
            TokenKind::Word
            | TokenKind::Number
            | TokenKind::Text { .. }
            | TokenKind::WrongQuotes
            | TokenKind::Comment { .. }
            | TokenKind::Comma
            | TokenKind::Colon
            | TokenKind::ConflictMarker
            | TokenKind::FalseBlank
            | TokenKind::Other => {}
        }
        self.nested == 0 && matches!(token.kind, TokenKind::Close(_))
    }

    /// Behind a comma the line goes on; what stands behind it on another line does not.
    fn comma(&mut self, token: RonToken) {
        if self.breaks(token) > 0 && !self.behind.is_empty() {
            self.keep_behind();
        }
    }

    /// Tells the comments behind the last line from those before what comes now.
    fn end_line(&mut self, token: RonToken) {
        let breaks = self.breaks(token);
        if breaks == 0 && self.above.is_empty() {
            self.above = std::mem::take(&mut self.behind);
        }
        self.keep_behind();
        if breaks > 1 && !self.above.is_empty() {
            self.above.push(CommentText::default());
        }
    }

    fn keep_behind(&mut self) {
        if let (Some(anchor), false) = (self.last.take(), self.behind.is_empty()) {
            self.found.entry(anchor).or_default().behind.append(&mut self.behind);
        }
    }

    fn put_above(&mut self, anchor: CommentAnchor) {
        if !self.above.is_empty() {
            self.found.entry(anchor).or_default().above.append(&mut self.above);
        }
    }

    /// Puts what stands within a line before it.
    fn take_in(&mut self, anchor: CommentAnchor) {
        self.last = None;
        if !(self.behind.is_empty() && self.above.is_empty()) {
            let above = &mut self.found.entry(anchor).or_default().above;
            above.append(&mut self.behind);
            above.append(&mut self.above);
        }
    }
}
