//! The words of a map as a page of Markdown.

use i18n_embed_fl::fl;

use super::Lang;

impl Lang {
    /// That a phase has no touchpoint.
    pub fn markdown_no_touchpoint(&self) -> String {
        fl!(self.loader, "markdown-no-touchpoint")
    }

    /// The name of a field where it heads a column or a line.
    pub fn field_heading(&self, key: &str) -> String {
        let name = self.field(key);
        let mut letters = name.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }
}
