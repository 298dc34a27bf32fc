//! The next or the previous one in an order.

/// The next or the previous one, such as a field of a form or a match of the search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Neighbour {
    Next,
    Previous,
}
