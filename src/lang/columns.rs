//! The headings of the inventory's columns.

use super::Lang;

impl Lang {
    /// The heading of the inventory's column of that name.
    pub fn column(&self, name: &str) -> String {
        self.loader.get(&format!("column-{name}"))
    }
}
