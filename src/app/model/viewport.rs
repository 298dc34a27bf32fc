//! How much of each list the last frame showed.

/// The sizes of the lists in the last frame. The event loop reports them after drawing; page keys and the end of
/// scrolling depend on them, so `app` needs no number about the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Viewport {
    /// Visible cards of the selected phase.
    pub cards: usize,
    /// The first visible row of each phase, if it was drawn. A column scrolls only when the selection reaches its edge.
    pub first_cards: [Option<usize>; 3],
    /// Visible rows of the list beside the columns.
    pub side: usize,
    /// The first visible row of the funnel, if it was drawn.
    pub first_step: Option<usize>,
    /// The first visible row of another list beside the columns, if one was drawn.
    pub first_line: Option<usize>,
    /// Lines of the balance that had no space.
    pub balance_hidden: usize,
    /// Visible rows of the list in the front dialog.
    pub dialog: usize,
}

/// Returns how many rows a page key moves in a list with that many visible rows: one less, so that one row stays.
pub const fn page(visible: usize) -> usize {
    if visible > 2 { visible - 1 } else { 1 }
}
