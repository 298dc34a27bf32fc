//! The panes of the board.

/// The pane of the board in which the arrow keys move.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    #[default]
    Columns,
    /// The pane beside or below the columns.
    Side,
}

/// What the pane beside or below the columns shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SidePane {
    #[default]
    Funnel,
    Review,
    Balance,
    Priorities,
    Room,
}
