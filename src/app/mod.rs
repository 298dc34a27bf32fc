//! The editor without its terminal: messages come in, the state changes, effects go out.

pub mod board;
pub mod dialogs;
pub mod faults;
pub mod input;
pub mod model;
pub mod panes;
mod perform;
mod reply;
pub mod session;
pub mod show;
mod step;
mod typing;
pub mod update;

pub use model::action::Action;
pub use model::context::Context;
pub use model::effect::Effect;
pub use model::keymap::Keymap;
pub use model::msg::{Msg, Opening};
pub use model::settings::Settings;
pub use model::state::State;
pub use update::update;
