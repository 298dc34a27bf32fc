//! Messages about counts that are put into a map.

use super::messages;

messages! {
    measure_reaches(about: &str) = "measure-reaches";
    measure_remembered(line: &str, row: &str) = "measure-remembered";
    measure_rows() = "measure-rows";
    measure_row(name: &str, count: &str) = "measure-row";
    measure_nearest(row: &str, names: &str) = "measure-nearest";
    measure_rival(row: &str, name: &str) = "measure-rival";
    measure_uncounted() = "measure-uncounted";
    measure_touchpoints() = "measure-touchpoints";
    measure_odd_cells(fault: &str, count: usize) = "measure-odd-cells";
    measure_no_counts() = "measure-no-counts";
    measure_nothing_fits(file: &str) = "measure-nothing-fits";
    measure_unconfirmed(file: &str) = "measure-unconfirmed";
    measure_written(file: &str, count: usize) = "measure-written";
    measure_other_unit(counted: &str, unit: &str) = "measure-other-unit";

    measure_near(names: &str) = "measure-near";

    // Pairs of rows and touchpoints.
    measure_pair_form(pair: &str) = "measure-pair-form";
    measure_no_such_row(row: &str, near: &str) = "measure-no-such-row";
    measure_several_rows(row: &str) = "measure-several-rows";
    measure_no_such_touchpoint(name: &str, near: &str) = "measure-no-such-touchpoint";
    measure_several_touchpoints(name: &str, ids: &str) = "measure-several-touchpoints";
    measure_pair_twice(pair: &str) = "measure-pair-twice";
}
