//! `periplo check`: what the review finds in maps.

use std::collections::HashSet;
use std::io;
use std::ops::ControlFlow;
use std::path::Path;

use super::failure::{Failure, say};
use super::in_order::{cores, in_order};
use super::maps::find;
use super::progress::Progress;
use super::setting::Setting;
use super::source::{is_stdin, label};
use super::{Outcome, args, output};
use crate::app::faults::picture::{positions, sentence};
use crate::app::faults::refusal::refused_open;
use crate::exchange::TextLayout;
use crate::exchange::findings::{CheckItem, CheckItemKind};
use crate::lang::Lang;
use crate::map::review::{FindingSubject, Reviewer};
use crate::map::{Finding, Rule, Severity, TouchpointId};
use crate::store::locate::{self, MapLocation};
use crate::store::{Loaded, OpenError, disk};

/// Writes the findings of all maps that can be read; the others are explained on standard error.
pub fn check(check: &args::Check, setting: &Setting) -> Result<Outcome, Failure> {
    let found = find(&check.paths);
    let mut unread = found.failures.len();
    found.failures.iter().for_each(|failure| failure.report(setting));
    let reviewer = Reviewer::new();
    let mut reported = Vec::new();
    let mut maps = 0;
    let look = |nth: usize| {
        let path = &found.files[nth];
        match read(path) {
            Ok((loaded, text)) => Ok(findings(&label(path), &loaded, &text, &reviewer, check, &setting.lang)),
            Err(error) => {
                Err((faults(&label(path), &error, &setting.lang), Failure::Open { file: label(path), error }))
            }
        }
    };
    let mut progress = Progress::over(found.files.len(), false, &setting.lang);
    in_order(found.files.len(), cores(), look, |looked| {
        let Some(looked) = looked else {
            progress.look();
            return ControlFlow::Continue(());
        };
        progress.advance();
        match looked {
            Ok(findings) => {
                maps += 1;
                reported.extend(findings);
            }
            Err((faults, failure)) => {
                unread += 1;
                reported.extend(faults);
                progress.aside(|| failure.report(setting));
            }
        }
        ControlFlow::Continue(())
    });
    drop(progress);
    let layout = TextLayout { lang: &setting.lang, width: setting.width(), colour: setting.colour };
    output::print(&(check.format)(&reported, &layout).map_err(Failure::CannotExport)?)?;
    let of = |severity| reported.iter().filter_map(CheckItem::rule).filter(|rule| rule.severity() == severity).count();
    let [warnings, hints] = Severity::ALL.map(of);
    if maps > 0 {
        let found = setting.lang.findings_in(warnings, hints, maps);
        say(&if warnings + hints > 0 { found } else { setting.lang.no_findings(maps) });
    }
    if unread > 0 {
        say(&setting.lang.unread_files(unread));
    }
    Ok(match (unread > 0, check.strict && warnings > 0) {
        (true, _) => Outcome::Incomplete,
        (false, true) => Outcome::Found,
        (false, false) => Outcome::Done,
    })
}

fn read(path: &Path) -> Result<(Loaded, String), OpenError> {
    if is_stdin(path) { disk::load_stream_with_text(path, io::stdin().lock()) } else { disk::load_with_text(path) }
}

/// What is found in a map, each at its place in the file.
fn findings(
    file: &str,
    loaded: &Loaded,
    text: &str,
    reviewer: &Reviewer,
    check: &args::Check,
    lang: &Lang,
) -> Vec<CheckItem> {
    let map = &loaded.map;
    let repeated: HashSet<TouchpointId> =
        loaded.repeated_ids.iter().filter_map(|&place| map.at(place)).map(|touchpoint| touchpoint.id).collect();
    let wanted = |rule: Rule| check.rule.is_empty() || check.rule.contains(&rule);
    let mut findings = reviewer.review(map, &repeated).findings;
    findings.retain(|finding| wanted(finding.rule));
    let spans = locate::locate(text, findings.iter().map(spot));
    let report = |(finding, position): (&Finding, (usize, usize))| CheckItem {
        file: file.to_owned(),
        kind: CheckItemKind::Finding {
            rule: finding.rule,
            phase: finding.phase(),
            touchpoint: finding.touchpoint().and_then(|id| Some((id, map.touchpoint(id)?.name.to_string()))),
        },
        message: lang.finding(finding, map),
        position: Some(position),
    };
    findings.iter().zip(locate::line_columns(text, &spans)).map(report).collect()
}

/// Where in the file a finding is to be looked at.
fn spot(finding: &Finding) -> MapLocation {
    match finding.subject {
        FindingSubject::Touchpoint { place, .. } => MapLocation::Field(place, finding.field.unwrap_or("id")),
        FindingSubject::Phase(phase) => MapLocation::Phase(phase),
        FindingSubject::Map => MapLocation::Map,
    }
}

/// What is wrong with a file that cannot be read as a map.
fn faults(file: &str, error: &OpenError, lang: &Lang) -> Vec<CheckItem> {
    let report =
        |message, position| CheckItem { file: file.to_owned(), kind: CheckItemKind::InvalidFile, message, position };
    match error {
        OpenError::Invalid { text, faults } => {
            let each = faults.iter().zip(positions(text, faults));
            each.map(|(fault, position)| report(sentence(lang, fault), Some(position))).collect()
        }
        OpenError::NotText { line, column } => vec![report(refused(lang, file, error), Some((*line, *column)))],
        OpenError::NotFound | OpenError::NotAFile(_) | OpenError::TooLarge { .. } | OpenError::Unreadable(_) => {
            vec![report(refused(lang, file, error), None)]
        }
    }
}

fn refused(lang: &Lang, file: &str, error: &OpenError) -> String {
    refused_open(lang, file, error, false).trim_end().to_owned()
}
