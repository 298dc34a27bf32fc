//! What is said of maps that are read from other formats.

use i18n_embed_fl::fl;

use super::Lang;

/// One function for each sentence, all of its arguments text.
macro_rules! sentences {
    ($($function:ident($($argument:ident),*) = $key:literal),+ $(,)?) => {
        impl Lang {
            $(
                #[doc = concat!("Says `", $key, "`.")]
                pub fn $function(&self, $($argument: &str),*) -> String {
                    fl!(self.loader, $key $(, $argument = $argument.to_owned())*)
                }
            )+
        }
    };
}

sentences! {
    import_empty() = "import-empty",
    import_open_quote() = "import-open-quote",
    import_workbook() = "import-workbook",
    import_own_map(typed) = "import-own-map",
    import_unknown_column(heading, near) = "import-unknown-column",
    import_repeated_column(one, other, column) = "import-repeated-column",
    import_no_name_column(column) = "import-no-name-column",
    import_no_phase_column(column) = "import-no-phase-column",
    import_several_maps(maps) = "import-several-maps",
    import_no_such_map(wanted, maps) = "import-no-such-map",
    import_map_name(title, file) = "import-map-name",
    import_of_no_map(column) = "import-of-no-map",
    import_several_values(column, kept) = "import-several-values",
    import_rounded(column, found, read) = "import-rounded",
    import_sorted(phase, column) = "import-sorted",
    import_order_unclear(phase, column) = "import-order-unclear",
    import_step_apart(step) = "import-step-apart",
    import_repeated_id(name) = "import-repeated-id",
    import_field(field, fault) = "import-field",
    import_found(found, fault) = "import-found",
    import_unknown_word(found, known, near) = "import-unknown-word",
    import_no_phase(known) = "import-no-phase",
    import_no_emotion(found) = "import-no-emotion",
    import_no_id(found) = "import-no-id",
    import_needs_text() = "import-needs-text",
    import_needs_texts() = "import-needs-texts",
    import_needs_number() = "import-needs-number",
    import_needs_flag() = "import-needs-flag",
    import_needs_object() = "import-needs-object",
    import_needs_objects() = "import-needs-objects",
    import_unknown_field(field, known, near) = "import-unknown-field",
    import_repeated_field(field) = "import-repeated-field",
    import_missing_field(field) = "import-missing-field",
    import_lacks_of_map(fields) = "import-lacks-of-map",
    import_lacks_of_touchpoints(fields) = "import-lacks-of-touchpoints",
    import_open_with(typed) = "import-open-with",
    import_updated(file) = "import-updated",
    import_unchanged(file) = "import-unchanged",
    import_strict() = "import-strict",
    import_none_known(file) = "import-none-known",
    import_not_yet(file) = "import-not-yet",
    import_more_remarks(count) = "import-more-remarks",
}

impl Lang {
    /// That a column without heading is not read.
    pub fn import_unnamed_column(&self, number: usize) -> String {
        fl!(self.loader, "import-unnamed-column", number = number)
    }

    /// That a row has more cells than the table has columns.
    pub fn import_too_many_cells(&self, found: usize, known: usize) -> String {
        fl!(self.loader, "import-too-many-cells", found = found, known = known)
    }

    /// That something at that column of the line is no JSON.
    pub fn import_not_json(&self, column: usize) -> String {
        fl!(self.loader, "import-not-json", column = column)
    }

    /// That a map is of another format than this program's.
    pub fn import_other_format(&self, found: &str, format: u64) -> String {
        fl!(self.loader, "import-other-format", found = found, format = format)
    }

    /// That a file is not in the encoding that is needed, from that line on.
    pub fn import_encoding(&self, line: usize) -> String {
        fl!(self.loader, "import-encoding", line = line)
    }

    /// That the actors of so many touchpoints do not come back from a table as they are.
    pub fn csv_splits_actors(&self, count: usize) -> String {
        fl!(self.loader, "csv-splits-actors", count = count)
    }

    /// That a file has a zero byte on that line.
    pub fn import_zero_byte(&self, line: usize) -> String {
        fl!(self.loader, "import-zero-byte", line = line)
    }

    /// That nothing was written, for so many reasons.
    pub fn import_refused(&self, count: usize) -> String {
        fl!(self.loader, "import-refused", count = count)
    }

    /// What a new map has: touchpoints before, during and after the purchase.
    pub fn import_written(&self, file: &str, counts: [usize; 3]) -> String {
        let [before, during, after] = counts;
        fl!(self.loader, "import-written", file = file, before = before, during = during, after = after)
    }

    /// That so many touchpoints of a map are not in the text, and stay.
    pub fn import_missing_stay(&self, count: usize) -> String {
        fl!(self.loader, "import-missing-stay", count = count)
    }
}
