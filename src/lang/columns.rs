//! The headings of the inventory's columns.

use super::Lang;

impl Lang {
    /// The heading of the inventory's column that machine formats call so.
    pub fn column(&self, name: &str) -> String {
        self.loader.get(&format!("inventory-{name}"))
    }
}
