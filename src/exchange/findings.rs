//! The result of checking files: one line for each finding for people, or a list of objects for programs.

use serde::Serialize;

use super::check_item::{CheckItem, CheckItemKind};
use super::exporter::{ExportError, TextLayout};
use super::json_list::json_list;
use super::terminal_text::TextStyle;
use crate::map::{Phase, Rule, Severity, TouchpointId};

/// The `rule` of a file that cannot be read, in JSON.
const INVALID_FILE: &str = "invalid-file";
/// The `severity` of a file that cannot be read, in JSON.
const ERROR: &str = "error";

/// Writes one line for each finding, grouped by file, with the reason of a rule below its first finding in a file.
///
/// Files that cannot be read are left out: the command line shows their faults on standard error.
pub fn text(items: &[CheckItem], layout: &TextLayout) -> Result<Vec<u8>, ExportError> {
    let (lang, colour) = (layout.lang, layout.colour);
    let mut text = String::new();
    let mut explained: Vec<Rule> = Vec::new();
    let mut file = None;
    for item in items {
        let Some(rule) = item.rule() else { continue };
        if file != Some(&item.file) {
            if file.is_some() {
                text.push('\n');
            }
            explained.clear();
            file = Some(&item.file);
        }
        let (line, column) = item.position.unwrap_or((1, 1));
        let style = match rule.severity() {
            Severity::Warning => TextStyle::Fault,
            Severity::Hint => TextStyle::Quiet,
        };
        let place = colour.paint(TextStyle::Heading, &format!("{}:{line}:{column}:", item.file));
        let severity = colour.paint(style, &lang.severity(rule.severity()));
        text += &format!("{place} {severity} {rule}: {}\n", item.message);
        if !explained.contains(&rule) {
            explained.push(rule);
            text += &format!("    {}\n", colour.paint(TextStyle::Quiet, &lang.rule_reason(rule)));
        }
    }
    Ok(text.into_bytes())
}

/// Writes a list of objects, one for each item; unknown values are null.
pub(crate) fn json(items: &[CheckItem], layout: &TextLayout) -> Result<Vec<u8>, ExportError> {
    json_list(items.iter().map(|item| CheckItemJson::new(item, layout)))
}

/// A check item in JSON; scripts rely on the names and their order. Only files that cannot be read have line and column.
#[derive(Serialize)]
struct CheckItemJson<'a> {
    file: &'a str,
    rule: &'static str,
    severity: &'static str,
    phase: Option<Phase>,
    touchpoint: Option<TouchpointId>,
    name: Option<&'a str>,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<Option<usize>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<Option<usize>>,
}

impl<'a> CheckItemJson<'a> {
    fn new(item: &'a CheckItem, layout: &TextLayout) -> CheckItemJson<'a> {
        let (file, message) = (item.file.as_str(), item.message.clone());
        match &item.kind {
            CheckItemKind::InvalidFile => CheckItemJson {
                file,
                rule: INVALID_FILE,
                severity: ERROR,
                phase: None,
                touchpoint: None,
                name: None,
                message,
                line: Some(item.position.map(|(line, _)| line)),
                column: Some(item.position.map(|(_, column)| column)),
            },
            CheckItemKind::Finding { rule, phase, touchpoint } => CheckItemJson {
                file,
                rule: rule.key(),
                severity: rule.severity().key(),
                phase: *phase,
                touchpoint: touchpoint.as_ref().map(|(id, _)| *id),
                name: touchpoint.as_ref().map(|(_, name)| name.as_str()),
                message: format!("{message} {}", layout.lang.rule_reason(*rule)),
                line: None,
                column: None,
            },
        }
    }
}
