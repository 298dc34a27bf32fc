//! The room's server: answers the participants' browsers from snapshots, and passes on what changes the room.

pub mod addresses;
mod answer;
mod connection;
mod fault;
mod guard;
mod page;
mod routes;
pub mod server;
mod shared;
pub mod token;
