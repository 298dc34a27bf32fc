//! The command line, with the real program.

mod advice;
#[cfg(target_os = "linux")]
mod archive;
mod backups;
mod check;
mod chromium;
mod colours;
mod commands;
mod config;
mod documented;
mod drawing;
mod export;
mod funnel;
mod geometry;
mod importing;
mod into;
mod inventory;
mod inventory_formats;
mod inventory_streams;
mod merging;
mod mermaid;
mod page;
mod poster;
mod priorities;
mod round_trips;
pub mod sandbox;
mod setting;
mod terminal;
mod workbook;
