//! The command line, with the real program.

mod backups;
mod check;
mod commands;
mod config;
mod export;
mod funnel;
mod inventory;
mod merging;
mod priorities;
mod room;
mod setting;
mod terminal;
