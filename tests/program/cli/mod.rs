//! Tests of the command line, with the real program.

#[cfg(target_os = "linux")]
mod archive;
mod backups;
mod check;
mod chromium;
mod colours;
mod commands;
mod common_options;
mod config;
mod conflict_notes;
mod documented;
mod drawing;
mod export;
mod funnel;
mod geometry;
mod git;
mod import_into;
mod importing;
mod inventory;
mod inventory_formats;
mod inventory_streams;
mod measure;
mod merging;
mod mermaid;
mod own_exports;
mod page;
mod poster;
mod priorities;
mod quotation_marks;
mod round_trips;
pub mod sandbox;
mod shapes;
mod spreadsheets;
mod taking_in;
mod terminal;
mod unusual_input;
mod workbook;
