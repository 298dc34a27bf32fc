//! The thinking of the program, pure: messages come in, state changes, effects go out.

pub mod action;
pub mod availability;
pub mod board;
pub mod change;
pub mod commit;
pub mod dialog;
pub mod effect;
pub mod field;
pub mod file;
pub mod form;
pub mod help;
pub mod insight;
pub mod keymap;
pub mod line;
pub mod movement;
pub mod msg;
pub mod perform;
pub mod picture;
pub mod pointer;
pub mod prompt;
pub mod question;
pub mod quick_entry;
pub mod shown;
pub mod start;
pub mod state;
pub mod telling;
pub mod unreadable;
pub mod update;

pub use action::Action;
pub use effect::Effect;
pub use keymap::Context;
pub use msg::Msg;
pub use state::State;
pub use update::update;
