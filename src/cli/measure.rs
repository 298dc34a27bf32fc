//! `periplo measure`: puts the counts of a table into a map as reaches.

use std::path::Path;

use super::args::MeasureArgs;
use super::argument_checks::check_one_stdin;
use super::conflicts::report_conflicts;
use super::context::CommandContext;
use super::failure::Failure;
use super::foreign_file::{ForeignFile, format_of_name};
use super::merging_save::{CommentedMap, save_merging};
use super::messages::print_message;
use super::outcome::Outcome;
use super::output::print_rendered;
use super::paths::{display_path, is_stdin, shell_quoted};
use super::read_map::load_map;
use crate::exchange::FormulaGuard;
use crate::exchange::import::Remark;
use crate::exchange::import::shape::choices::{Choices, Purpose};
use crate::exchange::measure::count_table::CountTable;
use crate::exchange::measure::pair::find_pairs;
use crate::exchange::measure::{CountChoices, Measurement, MeasurementReport};
use crate::map::Conflict;
use crate::store::Loaded;

/// Shows old and new reaches, and saves the new ones if --yes is given.
pub(super) fn measure(arguments: &MeasureArgs, context: &CommandContext) -> Result<Outcome, Failure> {
    let MeasureArgs { map: path, counts, .. } = arguments;
    check_one_stdin("measure", &[path, counts])?;
    if is_stdin(path) {
        let message = "MAP needs the file of a map, not standard input (-)".to_owned();
        return Err(Failure::WrongUse { command: "measure", message });
    }
    let is_map = |path: &Path| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"));
    if is_map(counts) && !is_map(path) {
        let files = format!("{} {}", shell_quoted(&display_path(counts)), shell_quoted(&display_path(path)));
        let message = format!("the map comes first, and the counts after it: periplo measure {files}");
        return Err(Failure::WrongUse { command: "measure", message });
    }
    let loaded = load_map(path, context)?;
    let table = read_counts(arguments, context)?;
    let (map, lang, file) = (&loaded.map, &context.lang, display_path(path));
    let pairs = find_pairs(&arguments.pairs, &table, map)
        .map_err(|error| Failure::WrongPair { message: error.message(&table, map, lang) })?;
    let choices = CountChoices {
        evidence: arguments.evidence,
        period: arguments.period.clone(),
        unit: arguments.unit.clone(),
        left_out: Vec::new(),
    };
    let measurement = Measurement::new(map, table, &pairs, choices);
    if let Some((counted, unit)) = measurement.other_unit(map).zip(map.unit()) {
        print_message(&lang.cli_warning(&lang.measure_other_unit(counted, unit)));
    }
    let updated = measurement.apply(map);
    let written = arguments.yes && updated != *map;
    let changed = CommentedMap { map: updated.clone(), comments: loaded.comments.clone() };
    let conflicts = if written { save(&loaded, changed, arguments, context)? } else { Vec::new() };
    let report = MeasurementReport { map, measurement: &measurement, updated: &updated, written };
    print_rendered((arguments.format)(&report, &context.text_layout()))?;
    let count = measurement.matching.matches.len();
    if count == 0 {
        print_message(&lang.cli_error(&lang.measure_nothing_fits(&file)));
        return Ok(Outcome::HasFindings);
    }
    report_conflicts(&conflicts, &[], lang);
    let result = if written {
        lang.measure_written(&file, count)
    } else if updated == *map {
        lang.import_unchanged(&file)
    } else {
        lang.measure_unconfirmed(&file)
    };
    print_message(&result);
    Ok(if conflicts.is_empty() { Outcome::Done } else { Outcome::HasFindings })
}

/// Reads the table. Refuses one without counts.
fn read_counts(arguments: &MeasureArgs, context: &CommandContext) -> Result<CountTable, Failure> {
    let path = &arguments.counts;
    let choices = Choices {
        purpose: Purpose::Counts,
        sheet: arguments.sheet.clone(),
        map: arguments.title.clone(),
        columns: arguments.columns.clone(),
        filters: arguments.filters.clone(),
        ..Choices::default()
    };
    let format = format_of_name(path, &context.lang)?;
    let source = ForeignFile { path, format, choices: &choices, known: &[], guard: FormulaGuard::On };
    let table = CountTable::of(&source.read(context)?.imported);
    if table.rows.is_empty() {
        let faults = vec![Remark { line: None, text: context.lang.measure_no_counts() }].into();
        return Err(Failure::CannotImport { file: display_path(path), failure: faults, purpose: Purpose::Counts });
    }
    Ok(table)
}

/// Saves the map with the new reaches, together with what others saved meanwhile. Returns the conflicts with that.
fn save(
    loaded: &Loaded,
    changed: CommentedMap,
    arguments: &MeasureArgs,
    context: &CommandContext,
) -> Result<Vec<Conflict>, Failure> {
    let read = CommentedMap { map: loaded.map.clone(), comments: loaded.comments.clone() };
    save_merging(&arguments.map, (&read, loaded.fingerprint), changed, context)
}
