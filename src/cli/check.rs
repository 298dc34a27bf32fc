//! `periplo check`: the findings of the review in maps.

use std::collections::HashSet;
use std::io;
use std::ops::ControlFlow;
use std::path::Path;

use super::args::CheckArgs;
use super::context::CommandContext;
use super::failure::Failure;
use super::find_maps::find_maps;
use super::messages::print_message;
use super::outcome::Outcome;
use super::output::print_rendered;
use super::parallel::{available_threads, map_in_order};
use super::paths::{display_path, is_stdin};
use super::progress::Progress;
use super::read_map::emptied_file_warning;
use crate::app::faults::picture::{positions, sentence};
use crate::app::faults::refusal::refused_open;
use crate::exchange::check_item::{CheckItem, CheckItemKind};
use crate::map::review::{FindingSubject, Reviewer};
use crate::map::{Finding, Rule, Severity, TouchpointId};
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
    let mut items = Vec::new();
    let mut map_count = 0;
    let mut progress = Progress::new(found.files.len(), false, lang);
    let check_file = |nth: usize| checker.check_file(&found.files[nth]);
    map_in_order(found.files.len(), available_threads(), check_file, |checked| {
        let Some(checked) = checked else {
            progress.refresh();
            return ControlFlow::Continue(());
        };
        progress.advance();
        match checked {
            Ok(CheckedFile { findings, warning }) => {
                map_count += 1;
                items.extend(findings);
                if let Some(warning) = warning {
                    progress.suspend(|| print_message(&warning));
                }
            }
            Err((faults, failure)) => {
                unread_count += 1;
                items.extend(faults);
                progress.suspend(|| failure.report(context));
            }
        }
        ControlFlow::Continue(())
    });
    drop(progress);
    print_rendered((arguments.format)(&items, &context.text_layout()))?;
    let count = |severity| items.iter().filter_map(CheckItem::rule).filter(|rule| rule.severity() == severity).count();
    let [warnings, hints] = Severity::ALL.map(count);
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

/// The findings in a file that can be read as a map, and a warning about the file itself.
struct CheckedFile {
    findings: Vec<CheckItem>,
    warning: Option<String>,
}

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
        let file = display_path(path);
        let loaded = if is_stdin(path) {
            disk::load_stream_with_text(path, io::stdin().lock())
        } else {
            disk::load_with_text(path)
        };
        match loaded {
            Ok((loaded, text)) => {
                let warning = emptied_file_warning(path, &loaded, self.context);
                Ok(CheckedFile { findings: self.findings(&file, &loaded, &text), warning })
            }
            Err(error) => Err((self.faults(&file, &error), Failure::Open { path: path.to_owned(), error })),
        }
    }

    /// Returns the findings in a map, with their positions in the file.
    fn findings(&self, file: &str, loaded: &Loaded, text: &str) -> Vec<CheckItem> {
        let map = &loaded.map;
        let repeated_ids: HashSet<TouchpointId> =
            loaded.repeated_ids.iter().filter_map(|&place| map.at(place)).map(|touchpoint| touchpoint.id).collect();
        let mut findings = self.reviewer.review(map, &repeated_ids).findings;
        findings.retain(|finding| self.rules.is_empty() || self.rules.contains(&finding.rule));
        let spans = locate::locate(text, findings.iter().map(location));
        let touchpoint = |finding: &Finding| match finding.subject {
            FindingSubject::Touchpoint { id, place } => Some((id, map.at(place)?.name.to_string())),
            FindingSubject::Phase(_) | FindingSubject::Map => None,
        };
        let item = |(finding, position): (&Finding, (usize, usize))| CheckItem {
            file: file.to_owned(),
            kind: CheckItemKind::Finding {
                rule: finding.rule,
                phase: finding.phase(),
                touchpoint: touchpoint(finding),
            },
            message: self.context.lang.finding(finding, map),
            position: Some(position),
        };
        findings.iter().zip(locate::line_columns(text, &spans)).map(item).collect()
    }

    /// Returns the faults of a file that cannot be read as a map.
    fn faults(&self, file: &str, error: &OpenError) -> Vec<CheckItem> {
        let item = |message, position| CheckItem {
            file: file.to_owned(),
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
