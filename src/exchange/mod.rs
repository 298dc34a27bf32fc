//! Maps to and from other formats, as text and bytes; nothing here prints or touches a file.
//!
//! [`formats`] lists the formats of every command. A new format is a file in this folder and a row in that list.

pub mod actions;
pub mod bar;
pub mod check_item;
pub mod csv;
pub mod differences;
pub mod drawing;
pub mod exporter;
pub mod findings;
pub mod format;
pub mod formats;
pub mod formula_guard;
pub mod import;
pub mod inventory;
pub mod inventory_markdown;
pub mod inventory_xlsx;
pub mod map_json;
pub mod markdown;
pub mod measure;
pub mod mermaid;
pub mod page;
pub mod table_style;
pub mod terminal_text;

mod counts_text;
mod field_json;
mod funnel_json;
mod funnel_table;
mod funnel_text;
mod funnel_words;
mod html_entity;
mod json;
mod json_list;
mod paragraph;
mod poster;
mod priorities_json;
mod priorities_text;
mod totals;
mod what_if_text;

pub use exporter::{
    BufferedInventory, DocumentSource, ExportError, Exported, FindingsReport, FunnelReport, InventoryRenderer,
    RenderDifferences, RenderDocument, RenderFindings, RenderFunnel, RenderMeasurement, RenderPriorities,
    StreamedInventory, TextLayout,
};
pub use format::Format;
pub use formats::{ACTIONS, DIFFERENCES, DOCUMENTS, FINDINGS, FUNNELS, IMPORTS, INVENTORIES, MEASUREMENTS, PRIORITIES};
pub use formula_guard::FormulaGuard;
pub use table_style::{TableOptions, TableReader, TableStyle};
