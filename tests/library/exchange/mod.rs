//! Maps in other formats, read back by software that knows the format.

mod formats;
mod hostile;
mod inventory_table;
mod markdown;
mod mermaid;
