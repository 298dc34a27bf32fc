//! Tests of the library: the map and its rules, files, formats, the editor and its screens.

mod app;
mod decoder;
mod difference;
mod docs;
mod entry;
mod exchange;
mod field_table;
mod frame;
mod funnel;
mod fuzzed;
mod insight;
mod map;
mod merge;
mod review;
mod room;
mod server;
mod store;
mod undo;
mod view;
mod what_if;
mod workers;

#[path = "../support/documents.rs"]
mod documents;
#[path = "../support/driver.rs"]
mod driver;
#[cfg(target_os = "linux")]
#[path = "../support/growth.rs"]
mod growth;
#[path = "../support/importing.rs"]
mod importing;
#[path = "../support/mod.rs"]
mod support;
#[path = "../support/svg.rs"]
mod svg;

use driver::reading;
