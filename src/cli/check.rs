//! `periplo check`: the findings of the review in maps.

use std::collections::HashSet;
use std::io;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use super::args::CheckArgs;
use super::context::CommandContext;
use super::failure::Failure;
use super::find_maps::find_maps;
use super::messages::print_message;
use super::outcome::Outcome;
use super::output::ResultWriter;
use super::parallel::{available_threads, map_in_order};
use super::paths::{display_path, is_stdin};
use super::progress::Progress;
use super::read_map::damaged_file_warning;
use crate::app::faults::picture::{positions, sentence};
use crate::app::faults::refusal::refused_open;
use crate::exchange::FindingsReport;
use crate::exchange::check_item::{CheckItem, CheckItemKind};
use crate::exchange::terminal_text::strip_controls;
use crate::map::review::{FindingSubject, Reviewer};
use crate::map::{Finding, JourneyMap, Rule, Severity, TouchpointId};
use crate::store::disk::IfExists;
use crate::store::locate::{self, MapLocation};
use crate::store::{Loaded, OpenError, disk};

/// Prints the findings in all maps that can be read, and reports the others on standard error.
pub(super) fn check(arguments: &CheckArgs, context: &CommandContext) -> Result<Outcome, Failure> {
    let lang = &context.lang;
    let found = find_maps(&arguments.paths);
    let mut unread_count = found.failures.len();
    found.failures.iter().for_each(|failure| failure.report(context));
    let checker =
        Checker { reviewer: Reviewer::new().on(arguments.today.or(context.today())), rules: &arguments.rule, context };
    let mut report = Report::open(arguments, context)?;
    let mut map_count = 0;
    let mut progress = Progress::new(found.files.len(), true, lang);
    let mut outcome = Ok(());
    let check_file = |nth: usize| checker.check_file(&found.files[nth]);
    map_in_order(found.files.len(), available_threads(), check_file, |checked| {
        let Some(checked) = checked else {
            progress.refresh();
            return ControlFlow::Continue(());
        };
        progress.advance();
        let added = match checked {
            Ok(file) => {
                map_count += 1;
                if let Some(warning) = &file.warning {
                    progress.suspend(|| print_message(warning));
                }
                checker.items(file).try_for_each(|item| report.add(&item))
            }
            Err((faults, failure)) => {
                unread_count += 1;
                progress.suspend(|| failure.report(context));
                faults.iter().try_for_each(|fault| report.add(fault))
            }
        };
        added.map_or_else(
            |failure| {
                outcome = Err(failure);
                ControlFlow::Break(())
            },
            ControlFlow::Continue,
        )
    });
    drop(progress);
    outcome?;
    let [warnings, hints] = report.finish()?;
    if map_count > 0 {
        let summary = lang.findings_in(warnings, hints, map_count);
        print_message(&if warnings + hints > 0 { summary } else { lang.no_findings(map_count) });
    }
    if unread_count > 0 {
        print_message(&lang.unread_files(unread_count));
    }
    Ok(match (unread_count > 0, arguments.strict && warnings > 0) {
        (true, _) => Outcome::Incomplete,
        (false, true) => Outcome::HasFindings,
        (false, false) => Outcome::Done,
    })
}

/// The report on standard output, and the number of findings in it.
struct Report<'a> {
    report: Box<dyn FindingsReport + 'a>,
    writer: ResultWriter<'static>,
    /// True until the reader closes the pipe.
    is_read: bool,
    /// The findings of each severity.
    counts: [usize; Severity::ALL.len()],
}

impl<'a> Report<'a> {
    fn open(arguments: &CheckArgs, context: &'a CommandContext) -> Result<Report<'a>, Failure> {
        let writer = ResultWriter::open(None, IfExists::Refuse)?;
        let report = (arguments.format)(context.text_layout());
        Ok(Report { report, writer, is_read: true, counts: [0; Severity::ALL.len()] })
    }

    /// Writes an item and counts it.
    fn add(&mut self, item: &CheckItem) -> Result<(), Failure> {
        let severity = item.rule().and_then(|rule| Severity::ALL.iter().position(|each| *each == rule.severity()));
        if let Some(severity) = severity {
            self.counts[severity] += 1;
        }
        let text = self.report.item(item).map_err(Failure::CannotExport)?;
        self.write(&text)
    }

    fn write(&mut self, text: &[u8]) -> Result<(), Failure> {
        if self.is_read {
            let text = String::from_utf8_lossy(text);
            self.is_read = self.writer.write(&[strip_controls(&text).as_bytes()])?.is_continue();
        }
        Ok(())
    }

    /// Ends the report. Returns the number of findings of each severity.
    fn finish(mut self) -> Result<[usize; Severity::ALL.len()], Failure> {
        let end = self.report.end();
        self.write(&end)?;
        if self.is_read {
            self.writer.finish()?;
        }
        Ok(self.counts)
    }
}

/// A file that can be read as a map, with its findings and a warning about the file itself.
struct CheckedFile {
    /// The file, as the reader calls it.
    file: Arc<str>,
    map: JourneyMap,
    findings: Vec<Finding>,
    /// The line and the column of each finding.
    positions: Vec<(usize, usize)>,
    /// The items of the first findings.
    first_items: Vec<CheckItem>,
    warning: Option<String>,
}

/// How many items of a file are made on the thread that reads it. More would take much memory.
const ITEMS_IN_ADVANCE: usize = 1_000;

/// Checks files, on several threads.
struct Checker<'a> {
    reviewer: Reviewer,
    /// The rules of --rule; empty for all rules.
    rules: &'a [Rule],
    context: &'a CommandContext,
}

impl Checker<'_> {
    /// Returns the findings in a file with a warning about the file, or its faults and the failure if it cannot be read as
    /// a map.
    fn check_file(&self, path: &Path) -> Result<CheckedFile, (Vec<CheckItem>, Failure)> {
        let file: Arc<str> = display_path(path).into();
        let loaded = if is_stdin(path) {
            disk::load_stream_with_text(path, io::stdin().lock())
        } else {
            disk::load_with_text(path)
        };
        match loaded {
            Ok((loaded, text)) => {
                let warning = damaged_file_warning(path, &loaded, self.context);
                let (findings, positions) = self.findings(&loaded, &text);
                let map = loaded.map;
                let first = findings.iter().zip(&positions).take(ITEMS_IN_ADVANCE);
                let first_items = first.map(|(finding, at)| self.item(&file, &map, finding, *at)).collect();
                Ok(CheckedFile { file, map, findings, positions, first_items, warning })
            }
            Err(error) => Err((self.faults(&file, &error), Failure::Open { path: path.to_owned(), error })),
        }
    }

    /// Returns the findings in a map, and their lines and columns in the file.
    fn findings(&self, loaded: &Loaded, text: &str) -> (Vec<Finding>, Vec<(usize, usize)>) {
        let map = &loaded.map;
        let repeated_ids: HashSet<TouchpointId> =
            loaded.repeated_ids.iter().filter_map(|&place| map.at(place)).map(|touchpoint| touchpoint.id).collect();
        let mut findings = self.reviewer.review(map, &repeated_ids).findings;
        findings.retain(|finding| self.rules.is_empty() || self.rules.contains(&finding.rule));
        let spans = locate::locate(text, findings.iter().map(location));
        let positions = locate::line_columns(text, &spans);
        (findings, positions)
    }

    /// Returns the items of a file, one after the other.
    fn items(&self, checked: CheckedFile) -> impl Iterator<Item = CheckItem> {
        let CheckedFile { file, map, findings, positions, first_items, .. } = checked;
        let others = findings.into_iter().zip(positions).skip(first_items.len());
        let others = others.map(move |(finding, position)| self.item(&file, &map, &finding, position));
        first_items.into_iter().chain(others)
    }

    fn item(&self, file: &Arc<str>, map: &JourneyMap, finding: &Finding, position: (usize, usize)) -> CheckItem {
        let touchpoint = match finding.subject {
            FindingSubject::Touchpoint { id, place } => {
                map.at(place).map(|touchpoint| (id, touchpoint.name.to_string()))
            }
            FindingSubject::Phase(_) | FindingSubject::Map => None,
        };
        CheckItem {
            file: Arc::clone(file),
            kind: CheckItemKind::Finding { rule: finding.rule, phase: finding.phase(), touchpoint },
            message: self.context.lang.finding(finding, map),
            position: Some(position),
        }
    }

    /// Returns the faults of a file that cannot be read as a map.
    fn faults(&self, file: &Arc<str>, error: &OpenError) -> Vec<CheckItem> {
        let item = |message, position| CheckItem {
            file: Arc::clone(file),
            kind: CheckItemKind::InvalidFile,
            message,
            position,
        };
        if let OpenError::Invalid { text, faults } = error {
            let located = faults.iter().zip(positions(text, faults));
            return located
                .map(|(fault, position)| item(sentence(&self.context.lang, fault), Some(position)))
                .collect();
        }
        let message = refused_open(&self.context.lang, file, error, false).trim_end().to_owned();
        let position = if let OpenError::NotText { line, column } = error { Some((*line, *column)) } else { None };
        vec![item(message, position)]
    }
}

/// Returns the part of the map that a finding points to.
fn location(finding: &Finding) -> MapLocation {
    match finding.subject {
        FindingSubject::Touchpoint { place, .. } => MapLocation::Field(place, finding.field.unwrap_or("id")),
        FindingSubject::Phase(phase) => MapLocation::Phase(phase),
        FindingSubject::Map => MapLocation::Map,
    }
}
