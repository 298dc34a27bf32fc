//! The names of fields and columns, and the messages of forms.

use i18n_embed_fl::fl;

use super::{Lang, messages};

messages! {
    form_of_several(count: usize) = "form-of-several";
    form_of_map() = "form-of-map";
    several_values() = "several-values";
    emptied_in_all() = "emptied-in-all";
    date_fault() = "date-fault";
    date_order_fault() = "date-order-fault";
}

impl Lang {
    /// Returns the name of a field.
    pub fn field(&self, key: &str) -> String {
        self.loader.get(&format!("field-{}", key.replace('_', "-")))
    }

    /// Returns the name of a field with a capital letter, for headings.
    pub(crate) fn field_heading(&self, key: &str) -> String {
        let name = self.field(key);
        let mut letters = name.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    /// Returns what a field is for; a form shows it while the field is empty.
    pub fn field_about(&self, key: &str) -> String {
        self.loader.get_attr(&format!("field-{}", key.replace('_', "-")), "about")
    }

    /// Returns the name of a group of fields.
    pub fn group(&self, key: &str) -> String {
        self.loader.get(&format!("group-{key}"))
    }

    /// Returns the heading of an inventory's column. The column of a field is called like the field.
    pub fn column(&self, name: &str) -> String {
        let id = format!("inventory-{name}");
        if self.loader.has(&id) { self.loader.get(&id) } else { self.field_heading(name) }
    }

    /// Says what is wrong with a field.
    pub(crate) fn field_fault(&self, field: &str, fault: &str) -> String {
        fl!(self.loader, "field-fault", field = self.field(field), fault = fault)
    }
}
