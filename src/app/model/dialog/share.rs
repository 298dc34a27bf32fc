//! The dialog of the room: the machine's addresses while it is closed, its link and code while it is open.

use std::net::IpAddr;

/// The dialog of the room.
#[derive(Clone, Debug, Default)]
pub struct ShareDialog {
    /// The addresses at which the room can be opened, the private ones first.
    pub addresses: Vec<IpAddr>,
    /// The selected address.
    pub chosen: usize,
}
