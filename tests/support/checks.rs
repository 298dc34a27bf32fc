//! The checks of the driver: the invariants of the editor, and what it draws.

use std::collections::BTreeSet;

use periplo::app::model::insight::Insight;
use periplo::app::model::msg::Msg;
use periplo::app::model::screen::Screen;
use periplo::map::{Document, JourneyMap, Phase};
use periplo::view::{self, DrawnParts, LastFrame};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Driver;
use super::reading::{check_harmless, check_round_trip};

/// The last frame, for the next one to copy from.
#[derive(Default)]
pub(super) struct DrawnFrame {
    cells: Buffer,
    parts: DrawnParts,
}

impl Driver<'_> {
    /// Checks the invariants of the board, the journal and the saved file.
    pub(super) fn check_state(&self) {
        let state = &self.state;
        if !matches!(state.screen, Screen::Board) {
            return;
        }
        let ids: BTreeSet<_> = state.map().touchpoints().map(|(_, each)| each.id).collect();
        assert_eq!(ids.len(), state.map().len(), "ids are unique");
        match state.board.selected() {
            Some(id) => assert_eq!(state.map().at(state.board.place()).map(|each| each.id), Some(id)),
            None => assert!(state.map().phase(state.board.phase()).is_empty()),
        }
        assert!(state.board.marked.is_subset(&ids.iter().copied().collect()), "marked touchpoints exist");
        for phase in Phase::ALL {
            assert!(state.board.place_in(phase).row <= state.map().phase(phase).len());
        }
        let shown = state.shown();
        let fresh = Insight::of(shown.map(), state.board.funnel_begin, &state.lang);
        assert_eq!(*shown.insight(), fresh, "the results are those of the shown map");
        if state.is_unsaved() {
            let (map, comments) = self.journal.as_ref().expect("an unsaved map is in the journal");
            assert!(map == state.map() && comments == &state.session.comments, "the journal holds the current map");
        } else if let Some(base) = state.session.file.as_ref().and_then(|file| file.base.as_ref()) {
            assert_eq!(base, state.map(), "a saved map equals the content of its file");
        }
    }

    /// Checks the last state.
    pub(super) fn finish(self) {
        if matches!(self.state.screen, Screen::Board) {
            check_round_trip(self.state.map(), &self.state.session.comments);
            let document = &self.state.session.document;
            assert_eq!(Some(undo_all(document)), self.oldest, "undoing every change leads to the oldest map");
            check_redo(document);
        }
    }

    /// Draws the screen and checks it.
    pub(super) fn check_screen(&mut self) {
        let area = Rect::new(0, 0, self.size.0, self.size.1);
        let mut buffer = Buffer::empty(area);
        let drawn = view::draw(&self.state, area, &mut buffer);
        self.check_taken_parts(drawn, &buffer);
        let view::Drawn { cursor, viewport, .. } = drawn;
        assert!(cursor.is_none_or(|cursor| area.contains(cursor)), "{cursor:?} in {area:?}");
        for cell in &buffer.content {
            check_harmless(cell.symbol());
        }
        // Drawing removes dangerous characters. Messages must be harmless without that.
        self.state.message.iter().for_each(|message| check_harmless(&message.text));
        self.send(Msg::Drawn(viewport));
    }
}

impl Driver<'_> {
    /// Checks that a frame that takes parts from the last one shows the same.
    fn check_taken_parts(&mut self, drawn: view::Drawn, whole: &Buffer) {
        let DrawnFrame { cells: last, parts } = &mut self.frame;
        let (mut cells, before) = (Buffer::empty(whole.area), last.clone());
        let after = view::draw_after(LastFrame { cells: last, parts }, &self.state, whole.area, &mut cells);
        assert_eq!(after, drawn);
        for (at, cell) in cells.content.iter().enumerate() {
            assert_eq!(cell, &whole.content[at], "drawn as a whole, {:?} is another cell", whole.pos_of(at));
            assert!(!parts.taken()[at] || *cell == before.content[at], "{:?} has changed", whole.pos_of(at));
        }
        *last = cells;
    }
}

/// Returns the map that is left when every change is undone.
pub(super) fn undo_all(document: &Document) -> JourneyMap {
    let mut document = document.clone();
    while document.undo().is_some() {}
    document.map().clone()
}

/// Checks that redo gives back what undo took.
fn check_redo(document: &Document) {
    let mut document = document.clone();
    while document.redo().is_some() {}
    let newest = document.map().clone();
    while document.undo().is_some() {}
    while document.redo().is_some() {}
    assert_eq!(document.map(), &newest);
}
