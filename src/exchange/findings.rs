//! The result of checking files: one line for each finding for people, or a list of objects for programs.

use std::sync::Arc;

use serde::Serialize;

use super::check_item::{CheckItem, CheckItemKind};
use super::exporter::{ExportError, FindingsReport, TextLayout};
use super::json_list::{EMPTY_LIST, LIST_END, LIST_SEPARATOR, LIST_START};
use super::terminal_text::TextStyle;
use crate::map::{Phase, Rule, Severity, TouchpointId};

/// The `rule` of a file that cannot be read, in JSON.
const INVALID_FILE: &str = "invalid-file";
/// The `severity` of a file that cannot be read, in JSON.
const ERROR: &str = "error";

/// Writes one line for each finding, grouped by file, with the reason of a rule below its first finding in a file.
///
/// Files that cannot be read are left out: the command line shows their faults on standard error.
pub fn text<'a>(layout: TextLayout<'a>) -> Box<dyn FindingsReport + 'a> {
    Box::new(TextReport { layout, file: None, explained: Vec::new() })
}

/// Writes a list of objects, one for each item; unknown values are null.
pub(crate) fn json<'a>(layout: TextLayout<'a>) -> Box<dyn FindingsReport + 'a> {
    Box::new(JsonReport { layout, is_empty: true })
}

/// A report for people.
struct TextReport<'a> {
    layout: TextLayout<'a>,
    /// The file of the last finding.
    file: Option<Arc<str>>,
    /// The rules whose reasons were written for this file.
    explained: Vec<Rule>,
}

impl FindingsReport for TextReport<'_> {
    fn item(&mut self, item: &CheckItem) -> Result<Vec<u8>, ExportError> {
        let (lang, colour) = (self.layout.lang, self.layout.colour);
        let mut text = String::new();
        let Some(rule) = item.rule() else { return Ok(Vec::new()) };
        if self.file.as_ref() != Some(&item.file) {
            if self.file.is_some() {
                text.push('\n');
            }
            self.explained.clear();
            self.file = Some(Arc::clone(&item.file));
        }
        let (line, column) = item.position.unwrap_or((1, 1));
        let style = match rule.severity() {
            Severity::Warning => TextStyle::Fault,
            Severity::Hint => TextStyle::Quiet,
        };
        let place = colour.paint(TextStyle::Heading, &format!("{}:{line}:{column}:", item.file));
        let severity = colour.paint(style, &lang.severity(rule.severity()));
        text += &format!("{place} {severity} {rule}: {}\n", item.message);
        if !self.explained.contains(&rule) {
            self.explained.push(rule);
            text += &format!("    {}\n", colour.paint(TextStyle::Quiet, &lang.rule_reason(rule)));
        }
        Ok(text.into_bytes())
    }

    fn end(&mut self) -> Vec<u8> {
        Vec::new()
    }
}

/// A report for programs.
struct JsonReport<'a> {
    layout: TextLayout<'a>,
    is_empty: bool,
}

impl FindingsReport for JsonReport<'_> {
    fn item(&mut self, item: &CheckItem) -> Result<Vec<u8>, ExportError> {
        let mut json = if self.is_empty { LIST_START } else { LIST_SEPARATOR }.to_vec();
        self.is_empty = false;
        serde_json::to_writer(&mut json, &CheckItemJson::new(item, &self.layout)).map_err(ExportError::library)?;
        Ok(json)
    }

    fn end(&mut self) -> Vec<u8> {
        if self.is_empty { EMPTY_LIST } else { LIST_END }.to_vec()
    }
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
        let (file, message) = (&*item.file, item.message.clone());
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
