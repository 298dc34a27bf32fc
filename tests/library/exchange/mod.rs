//! Tests of the exchange formats; other libraries read the exported files back.

mod actions;
mod formats;
mod hostile;
mod inventory_table;
#[cfg(target_os = "linux")]
mod large;
mod markdown;
mod measure;
mod mermaid;
mod sources;
