//! What the review finds in files: one line each to be read, or a list of objects for programs.

use serde::Serialize;

use super::ink::Tint;
use super::{ExportError, Layout};
use crate::map::{Phase, Rule, Severity, TouchpointId};

/// The rule of a file that cannot be read.
const INVALID: &str = "invalid-file";
/// The severity of a file that cannot be read.
const ERROR: &str = "error";

/// One finding in a file, or one fault of a file that is not a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reported {
    /// The file, as its reader calls it.
    pub file: String,
    pub what: What,
    /// What is wrong and what to do.
    pub message: String,
    /// Line and column, from 1, columns in characters; none where nobody knows.
    pub position: Option<(usize, usize)>,
}

/// What is reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The file cannot be read as a map.
    Invalid,
    Finding {
        rule: Rule,
        phase: Option<Phase>,
        /// The touchpoint that it is about, with its name.
        touchpoint: Option<(TouchpointId, String)>,
    },
}

impl Reported {
    /// The rule that it is of; none for a file that cannot be read.
    pub const fn rule(&self) -> Option<Rule> {
        match self.what {
            What::Invalid => None,
            What::Finding { rule, .. } => Some(rule),
        }
    }
}

/// Writes one line a finding, those of a file together, and below the first of each rule in a file its reason.
///
/// Files that cannot be read are left out: their faults are pictures elsewhere.
pub fn text(reported: &[Reported], layout: &Layout) -> Result<Vec<u8>, ExportError> {
    let (lang, ink) = (layout.lang, layout.ink);
    let mut text = String::new();
    let mut told: Vec<Rule> = Vec::new();
    let mut file = None;
    for each in reported {
        let Some(rule) = each.rule() else { continue };
        if file != Some(&each.file) {
            if file.is_some() {
                text.push('\n');
            }
            told.clear();
            file = Some(&each.file);
        }
        let (line, column) = each.position.unwrap_or((1, 1));
        let tint = match rule.severity() {
            Severity::Warning => Tint::Fault,
            Severity::Hint => Tint::Quiet,
        };
        let place = ink.paint(Tint::Heading, &format!("{}:{line}:{column}:", each.file));
        let severity = ink.paint(tint, &lang.severity(rule.severity()));
        text += &format!("{place} {severity} {rule}: {}\n", each.message);
        if !told.contains(&rule) {
            told.push(rule);
            text += &format!("    {}\n", ink.paint(Tint::Quiet, &lang.rule_reason(rule)));
        }
    }
    Ok(text.into_bytes())
}

/// Writes one object a finding, a line each; what is unknown is null.
pub fn json(reported: &[Reported], layout: &Layout) -> Result<Vec<u8>, ExportError> {
    let mut json = b"[".to_vec();
    for (nth, each) in reported.iter().enumerate() {
        json.extend_from_slice(if nth == 0 { b"\n" } else { b",\n" });
        serde_json::to_writer(&mut json, &Object::new(each, layout)).map_err(ExportError::new)?;
    }
    json.extend_from_slice(if reported.is_empty() { b"]\n" } else { b"\n]\n" });
    Ok(json)
}

/// A finding in the names and the order that scripts rely on; line and column only of files that cannot be read.
#[derive(Serialize)]
struct Object<'a> {
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

impl<'a> Object<'a> {
    fn new(reported: &'a Reported, layout: &Layout) -> Object<'a> {
        let (file, message) = (reported.file.as_str(), reported.message.clone());
        match &reported.what {
            What::Invalid => Object {
                file,
                rule: INVALID,
                severity: ERROR,
                phase: None,
                touchpoint: None,
                name: None,
                message,
                line: Some(reported.position.map(|(line, _)| line)),
                column: Some(reported.position.map(|(_, column)| column)),
            },
            What::Finding { rule, phase, touchpoint } => Object {
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
