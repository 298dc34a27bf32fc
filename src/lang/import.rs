//! Messages about maps that are read from other formats.

use i18n_embed_fl::fl;

use super::{Lang, messages};
use crate::map::Phase;

messages! {
    // Files that cannot be read.
    import_empty() = "import-empty";
    import_reading_file(file: &str) = "import-reading-file";
    import_writing_file(file: &str) = "import-writing-file";
    import_encoding(line: usize) = "import-encoding";
    import_zero_byte(line: usize) = "import-zero-byte";
    import_own_map(typed: &str) = "import-own-map";

    // Columns.
    import_no_name_column(column: &str) = "import-no-name-column";
    import_no_phase_column(column: &str) = "import-no-phase-column";

    import_odd_cells(fault: &str, count: usize) = "import-odd-cells";
    import_cut_texts(count: usize, found: &str) = "import-cut-texts";
    import_marked_lines(count: usize, found: &str) = "import-marked-lines";
    import_transitions(before: &str, after: &str, others: usize) = "import-transitions";
    import_long_rows(count: usize) = "import-long-rows";
    import_long_count_rows(count: usize) = "import-long-count-rows";
    import_day_first(column: &str, found: &str) = "import-day-first";
    import_no_stage_above(column: &str, count: usize, phase: &str, names: &str) = "import-no-stage-above";
    import_filled_down(column: &str, count: usize, names: &str) = "import-filled-down";
    import_shared_cells(column: &str, count: usize) = "import-shared-cells";
    import_unpaired_cells(column: &str, count: usize) = "import-unpaired-cells";
    import_second_cells(column: &str, count: usize) = "import-second-cells";
    import_emotions_of_five(column: &str) = "import-emotions-of-five";
    import_other_tables(read: &str, others: &str) = "import-other-tables";
    import_no_such_column(wanted: &str, columns: &str) = "import-no-such-column";
    import_no_touchpoints(columns: &str) = "import-no-touchpoints";
    import_choose_touchpoints() = "import-choose-touchpoints";
    import_rows_of_persons(person: &str, columns: &str) = "import-rows-of-persons";
    import_snapshot(person: &str) = "import-snapshot";
    import_added_rows(steps: &str) = "import-added-rows";
    import_added_columns(headings: &str) = "import-added-columns";
    import_numbered_steps(heading: &str, names: &str) = "import-numbered-steps";
    import_several_of_step(heading: &str, steps: &str) = "import-several-of-step";
    import_whole_group(group: &str, heading: &str) = "import-whole-group";

    // What was guessed, and what was left out.
    import_without_headings() = "import-without-headings";
    import_shape_inventory() = "import-shape-inventory";
    import_shape_cards() = "import-shape-cards";
    import_shape_board() = "import-shape-board";
    import_shape_matrix() = "import-shape-matrix";
    import_shape_funnel() = "import-shape-funnel";
    import_shape_events() = "import-shape-events";
    import_column_field(headings: &str, field: &str) = "import-column-field";
    import_column_position(headings: &str) = "import-column-position";
    import_column_colour(headings: &str) = "import-column-colour";
    import_column_tags(headings: &str) = "import-column-tags";
    import_column_date(headings: &str) = "import-column-date";
    import_column_person(headings: &str) = "import-column-person";
    import_column_activity(headings: &str) = "import-column-activity";
    import_column_steps(headings: &str) = "import-column-steps";
    import_column_computed(headings: &str) = "import-column-computed";
    import_column_money(headings: &str) = "import-column-money";
    import_column_segment(headings: &str) = "import-column-segment";
    import_column_technical(headings: &str) = "import-column-technical";
    import_column_noted(headings: &str) = "import-column-noted";
    import_column_left_out(headings: &str) = "import-column-left-out";
    import_stages(stages: &str) = "import-stages";
    import_stages_guessed(stages: &str) = "import-stages-guessed";
    import_stages_by_place(stages: &str) = "import-stages-by-place";
    import_stage(name: &str, phase: &str) = "import-stage";
    import_left_out_total(count: usize, found: &str) = "import-left-out-total";
    import_left_out_double(count: usize, found: &str) = "import-left-out-double";
    import_left_out_prompt(count: usize, found: &str) = "import-left-out-prompt";
    import_left_out_link(count: usize, found: &str) = "import-left-out-link";
    import_left_out_title(count: usize, found: &str) = "import-left-out-title";
    import_left_out_exit(count: usize, found: &str) = "import-left-out-exit";
    import_left_out_no_text(count: usize, found: &str) = "import-left-out-no-text";
    import_left_out_not_chosen(count: usize) = "import-left-out-not-chosen";

    // Several maps in one table.
    import_several_maps(maps: &str) = "import-several-maps";
    import_no_such_map(wanted: &str, maps: &str) = "import-no-such-map";
    import_map_name(title: &str, file: &str) = "import-map-name";
    import_of_no_map(column: &str) = "import-of-no-map";
    import_several_values(column: &str, kept: &str) = "import-several-values";

    // Quotation marks.
    import_quote_open(column: usize, heading: &str) = "import-quote-open";
    import_quote_merges(column: usize, heading: &str, line: usize) = "import-quote-merges";
    import_quote_swallows(column: usize, heading: &str, line: usize) = "import-quote-swallows";
    import_quote_text_after(column: usize, heading: &str) = "import-quote-text-after";

    // Rows.
    import_rounded(column: &str, found: &str, read: &str) = "import-rounded";
    import_mixed_grouping(column: &str, first: &str, second: &str) = "import-mixed-grouping";
    import_read_as(found: &str, read: &str) = "import-read-as";
    import_sorted(phase: &str, column: &str) = "import-sorted";
    import_order_unclear(phase: &str, column: &str) = "import-order-unclear";
    import_step_apart(step: &str) = "import-step-apart";
    import_repeated_id(name: &str) = "import-repeated-id";
    import_other_unit(counted: &str, unit: &str) = "import-other-unit";
    import_foreign_ids(column: &str, count: usize, found: &str) = "import-foreign-ids";

    // Values.
    import_field(field: &str, fault: &str) = "import-field";
    import_found(found: &str, fault: &str) = "import-found";
    import_unknown_word(found: &str, known: &str, near: &str) = "import-unknown-word";
    import_no_phase(known: &str) = "import-no-phase";
    import_no_emotion(found: &str) = "import-no-emotion";
    import_no_date(found: &str) = "import-no-date";
    import_no_id(found: &str) = "import-no-id";

    // JSON.
    import_needs_text() = "import-needs-text";
    import_needs_texts() = "import-needs-texts";
    import_needs_number() = "import-needs-number";
    import_needs_flag() = "import-needs-flag";
    import_needs_object() = "import-needs-object";
    import_needs_objects() = "import-needs-objects";
    import_not_json(column: usize) = "import-not-json";
    import_unknown_field(field: &str, known: &str, near: &str) = "import-unknown-field";
    import_repeated_field(field: &str) = "import-repeated-field";
    import_missing_field(field: &str) = "import-missing-field";
    import_other_format(found: &str, format: u64) = "import-other-format";

    // The result of an import.
    import_refused(count: usize) = "import-refused";
    import_only_headings(columns: &str) = "import-only-headings";
    import_no_chosen_row(wanted: &str) = "import-no-chosen-row";
    measure_no_steps(columns: &str) = "measure-no-steps";
    import_no_such_marks(names: &str) = "import-no-such-marks";
    import_no_such_stages(names: &str) = "import-no-such-stages";
    import_and_more(count: usize) = "import-and-more";
    measure_refused(count: usize) = "measure-refused";
    import_more_remarks(count: &str) = "import-more-remarks";
    import_strict() = "import-strict";
    import_lacks_of_map(fields: &str) = "import-lacks-of-map";
    import_lacks_of_touchpoints(fields: &str) = "import-lacks-of-touchpoints";
    csv_splits_actors(count: usize) = "csv-splits-actors";
    import_open_with(typed: &str) = "import-open-with";

    // Updating a map.
    import_updated(file: &str) = "import-updated";
    import_unchanged(file: &str) = "import-unchanged";
    import_unconfirmed(file: &str) = "import-unconfirmed";
    import_none_known(file: &str) = "import-none-known";
    import_missing_stay(count: usize) = "import-missing-stay";
    import_unmatched(count: usize) = "import-unmatched";
}

impl Lang {
    /// Says that a text makes more touchpoints than a map can have.
    pub(crate) fn import_too_many_touchpoints(&self, found: usize, limit: usize) -> String {
        let (found, limit) = (self.number(found as u128), self.number(limit as u128));
        fl!(self.loader, "import-too-many-touchpoints", found = found, limit = limit)
    }

    /// Returns the line about a row that matches no touchpoint, in the form of the lines about differences.
    pub(crate) fn import_unmatched_row(&self, phase: Phase, name: &str) -> String {
        format!("? {}: {name}", self.small_phase(phase))
    }

    /// Reports how many touchpoints before, during and after the purchase a new map would have.
    pub(crate) fn import_would_write(&self, counts: [usize; 3]) -> String {
        let [before, during, after] = counts;
        fl!(self.loader, "import-would-write", before = before, during = during, after = after)
    }

    /// Reports a new map with that many touchpoints before, during and after the purchase.
    pub(crate) fn import_written(&self, file: &str, counts: [usize; 3]) -> String {
        let [before, during, after] = counts;
        fl!(self.loader, "import-written", file = file, before = before, during = during, after = after)
    }
}
