//! Periplo: customer journey maps in the terminal.

pub mod app {
    pub mod picture;
}
pub mod cli;
pub mod exchange;
pub mod lang;
pub mod map;
pub mod store;
