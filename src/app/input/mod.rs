//! From keys and the mouse to actions.

pub mod availability;
pub mod key_name;
pub mod key_table;
pub mod keys_text;
pub mod pointer;
pub mod remap;
