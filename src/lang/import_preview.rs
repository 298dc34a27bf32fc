//! The preview of a file that is taken in.

use i18n_embed_fl::fl;

use super::{Lang, messages};

messages! {
    // The frame, and what is said while a file is read.
    import_reading(file: &str) = "import-reading";
    import_pasted_table() = "import-pasted-table";
    import_parts() = "import-parts";
    import_new_map() = "import-new-map";
    import_changed_map() = "import-changed-map";
    import_line(line: usize, text: &str) = "import-line";

    // Rows.
    import_into() = "import-into";
    import_into_new_map() = "import-into-new-map";
    import_into_open_map(title: &str) = "import-into-open-map";
    import_unmatched_rows(count: usize) = "import-unmatched-rows";
    import_unmatched_added() = "import-unmatched-added";
    import_unmatched_left_out() = "import-unmatched-left-out";
    import_shape() = "import-shape";
    import_table() = "import-table";
    import_diagram() = "import-diagram";
    import_phase_of_all() = "import-phase-of-all";
    import_columns() = "import-columns";
    import_stage_heading() = "import-stage-heading";
    import_left_out() = "import-left-out";
    import_warnings() = "import-warnings";
    import_faults() = "import-faults";
    import_guess() = "import-guess";
    import_chosen() = "import-chosen";
    import_no_heading() = "import-no-heading";
    import_headings() = "import-headings";
    import_headings_first_row() = "import-headings-first-row";
    import_headings_none() = "import-headings-none";
    import_lettered_column(letters: &str) = "import-lettered-column";
    import_cells(cells: &str) = "import-cells";
    import_cards(cards: &str) = "import-cards";
    import_counted(text: &str, count: usize) = "import-counted";
    import_map() = "import-map";
    import_role_foreign_id() = "import-role-foreign-id";
    import_groups() = "import-groups";
    import_all_groups(count: usize) = "import-all-groups";
    import_tags() = "import-tags";
    import_colours() = "import-colours";
    import_means_nothing() = "import-means-nothing";
    import_change_hint(back: &str, on: &str) = "import-change-hint";

    // Shapes and meanings of columns, in few words.
    import_name_inventory() = "import-name-inventory";
    import_name_cards() = "import-name-cards";
    import_name_board() = "import-name-board";
    import_name_matrix() = "import-name-matrix";
    import_name_funnel() = "import-name-funnel";
    import_name_events() = "import-name-events";
    import_role_across() = "import-role-across";
    import_role_down() = "import-role-down";
    import_role_colour() = "import-role-colour";
    import_role_tags() = "import-role-tags";
    import_role_date() = "import-role-date";
    import_role_person() = "import-role-person";
    import_role_activity() = "import-role-activity";
    import_role_steps() = "import-role-steps";
    import_role_computed() = "import-role-computed";
    import_role_money() = "import-role-money";
    import_role_segment() = "import-role-segment";
    import_role_left_out() = "import-role-left-out";
    import_role_noted() = "import-role-noted";

    // How the phase of a stage was found.
    import_origin_chosen() = "import-origin-chosen";
    import_origin_name() = "import-origin-name";
    import_origin_neighbour() = "import-origin-neighbour";
    import_origin_order() = "import-origin-order";

    // What the keys say.
    import_left(file: &str) = "import-left";
    import_still_reading() = "import-still-reading";
    import_cannot() = "import-cannot";
    import_nothing_new() = "import-nothing-new";
    import_only_touchpoints() = "import-only-touchpoints";
    import_none_left_out() = "import-none-left-out";
    import_map_keys() = "import-map-keys";
    import_excluded(count: usize) = "import-excluded";
    import_gone(count: usize) = "import-gone";
    import_all_left_out() = "import-all-left-out";
    import_only_unmatched(count: usize, key: &str) = "import-only-unmatched";
    import_table_number(nth: usize, count: usize) = "import-table-number";
    import_no_choice() = "import-no-choice";
    import_only_columns() = "import-only-columns";
    import_not_chosen() = "import-not-chosen";
    import_no_open_map() = "import-no-open-map";
    import_all_matched() = "import-all-matched";
    import_taken_in(count: usize, file: &str) = "import-taken-in";

    // Counts that go into the reaches of the open map.
    import_into_reaches() = "import-into-reaches";
    import_reaches() = "import-reaches";
    import_rows_with_touchpoint(found: usize, count: usize) = "import-rows-with-touchpoint";
    import_no_counts() = "import-no-counts";
    import_no_pairs(back: &str, on: &str) = "import-no-pairs";
    import_only_rows() = "import-only-rows";
    import_row_left_out() = "import-row-left-out";
    import_row_unmatched() = "import-row-unmatched";
    import_similar(names: &str) = "import-similar";
    import_remembered() = "import-remembered";
    import_found_by_id() = "import-found-by-id";
    import_found_by_metric() = "import-found-by-metric";
    import_without_row() = "import-without-row";
    import_reach_stays(name: &str, reach: &str) = "import-reach-stays";
    import_period_of_reaches(period: &str) = "import-period-of-reaches";
    import_unit_of_reaches(unit: &str) = "import-unit-of-reaches";
    import_unit_stays(counted: &str, unit: &str) = "import-unit-stays";
}

impl Lang {
    /// Reports a new map with `count` touchpoints of a file; `key` saves it.
    pub(crate) fn import_begun(&self, count: usize, file: &str, key: &str) -> String {
        let touchpoints = self.touchpoints(count);
        fl!(self.loader, "import-begun", touchpoints = touchpoints, file = file, key = key)
    }

    /// Reports reaches that were put into the map; `key` undoes it.
    pub(crate) fn import_measured(&self, count: usize, is_measured: bool, period: Option<&str>, key: &str) -> String {
        let reaches = if is_measured {
            fl!(self.loader, "import-reaches-measured", count = count)
        } else {
            fl!(self.loader, "import-reaches-put-in", count = count)
        };
        let about = period.map(|period| format!(", {period}")).unwrap_or_default();
        fl!(self.loader, "import-measured", reaches = format!("{reaches}{about}"), key = key)
    }
}
