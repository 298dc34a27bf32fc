//! What the event loop does for the room, and what it reports.

use std::fmt;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use super::request::{RoomAnswer, RoomRequest};
use super::snapshot::RoomSnapshot;

/// The port of a room unless another is given, so that a reopened room is the same place for telephones.
pub const USUAL_PORT: u16 = 7_437;

/// How rooms are opened, from the command line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoomSettings {
    /// The port; none for the usual one, or any if that is taken.
    pub port: Option<u16>,
    /// Further names under which the room is reached.
    pub hosts: Vec<String>,
    /// The address at which the room is opened as soon as its map is on the board.
    pub address: Option<IpAddr>,
    /// True if it is opened then at the first of the machine's addresses.
    pub opens_at_once: bool,
}

/// Where a room is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomPlace {
    pub address: IpAddr,
    /// The port; none for the usual one, or any if that is taken.
    pub port: Option<u16>,
    /// Further names under which the room is reached.
    pub hosts: Vec<String>,
}

/// The link of an open room.
#[derive(Clone, PartialEq, Eq)]
pub struct RoomLink {
    pub address: SocketAddr,
    /// The secret that lets in.
    pub token: String,
}

impl fmt::Debug for RoomLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RoomLink").field("address", &self.address).finish_non_exhaustive()
    }
}

impl fmt::Display for RoomLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "http://{}/#{}", self.address, self.token)
    }
}

/// What is written to the room's journal, and the answers that wait for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomEntry {
    /// The file of the map.
    pub file: PathBuf,
    /// True if the first record is the whole room, with which its journal begins anew.
    pub begins: bool,
    /// The file whose journal this one replaces: the map was saved under another name.
    pub moved_from: Option<PathBuf>,
    /// True if the room holds what another run left behind.
    pub has_left: bool,
    pub records: Vec<String>,
    /// The numbers of requests with their answers.
    pub answers: Vec<(u64, RoomAnswer)>,
}

/// Something that the event loop does for the room.
#[derive(Debug)]
pub enum RoomEffect {
    /// Finds the addresses of the machine; answered by [`RoomMsg::Addresses`].
    FindAddresses,
    /// Answered by [`RoomMsg::Opened`].
    Open {
        place: RoomPlace,
        snapshot: Box<RoomSnapshot>,
    },
    Close,
    /// Makes a new link; answered by [`RoomMsg::LinkRenewed`].
    RenewLink,
    /// Shows the participants something new.
    Publish(Box<RoomSnapshot>),
    /// Writes to the journal, then sends the answers.
    Keep(RoomEntry),
    /// Removes the journal: nothing in the room waits.
    Forget,
    /// Finds a room of the map that another run left behind; answered by [`RoomMsg::LeftBehind`].
    FindLeft {
        file: PathBuf,
    },
    /// Removes the journal of the room that another run left behind.
    DiscardLeft,
}

/// A report about the room.
#[derive(Debug)]
pub enum RoomMsg {
    /// The addresses of the machine, the private ones first.
    Addresses(Vec<IpAddr>),
    Opened(io::Result<RoomLink>),
    LinkRenewed(io::Result<RoomLink>),
    /// A participant asks for something.
    Asked {
        number: u64,
        request: RoomRequest,
    },
    /// The journal could not be written.
    NotKept(io::Error),
    /// The journal of a room that another run left behind; empty if there is none.
    LeftBehind {
        records: Vec<String>,
    },
}
