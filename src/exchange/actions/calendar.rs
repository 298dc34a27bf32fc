//! The due dates of actions as a calendar (RFC 5545): an event of a whole day for each.
//!
//! Events rather than tasks, because not every calendar takes tasks from a file.

use std::collections::HashSet;
use std::hash::Hasher;

use super::{ActionReport, PlannedAction};
use crate::exchange::exporter::{ExportError, Exported};
use crate::lang::Lang;
use crate::map::fnv::Fnv;
use crate::map::{Date, TouchpointId};

/// The most bytes of a line, without its end (RFC 5545, 3.1).
const LINE_LENGTH: usize = 75;
const SECONDS_OF_A_DAY: u64 = 86_400;

/// Writes an event for each action with a date.
pub(crate) fn render(report: &ActionReport) -> Result<Exported, ExportError> {
    let lang = report.layout.lang;
    let mut calendar = Calendar::default();
    calendar.add("BEGIN", "VCALENDAR");
    calendar.add("VERSION", "2.0");
    calendar.add("PRODID", "-//Periplo//Periplo//EN");
    calendar.add("CALSCALE", "GREGORIAN");
    calendar.add("METHOD", "PUBLISH");
    calendar.add_text("X-WR-CALNAME", &lang.actions_title());
    let written = time_stamp(report.written);
    let mut ids = HashSet::new();
    for (action, due) in report.actions.iter().filter_map(|action| Some((action, action.due?))) {
        calendar.add("BEGIN", "VEVENT");
        calendar.add("UID", &uid(action, &mut ids));
        calendar.add("DTSTAMP", &written);
        calendar.add("DTSTART;VALUE=DATE", &day(due));
        if let Some(next) = due.next() {
            calendar.add("DTEND;VALUE=DATE", &day(next));
        }
        let owner = action.owner.as_ref().map(|owner| format!("{owner}: "));
        calendar.add_text("SUMMARY", &format!("{}{}", owner.unwrap_or_default(), action.action));
        calendar.add_text("DESCRIPTION", &description(action, lang));
        calendar.add("TRANSP", "TRANSPARENT");
        calendar.add("END", "VEVENT");
    }
    calendar.add("END", "VCALENDAR");
    let undated = report.actions.iter().filter(|action| action.due.is_none()).count();
    let omission = (undated > 0).then(|| lang.calendar_left_out(undated));
    Ok(Exported { bytes: calendar.text.into_bytes(), omissions: omission.into_iter().collect() })
}

/// Returns the identity of an event: the touchpoint's, so that the next file replaces it. Copies of a map share their
/// touchpoints' ids, so the later ones also have a hash of their file's name.
fn uid(action: &PlannedAction, ids: &mut HashSet<TouchpointId>) -> String {
    if ids.insert(action.id) {
        return format!("{}@periplo", action.id);
    }
    let mut hash = Fnv::default();
    hash.write(action.file.as_bytes());
    format!("{}-{:016x}@periplo", action.id, hash.finish())
}

fn description(action: &PlannedAction, lang: &Lang) -> String {
    let line = |name: &str, text: &str| format!("{}: {text}", lang.column(name));
    let owner = action.owner.as_ref().map(|owner| line("owner", owner));
    let effort = action.effort.map(|effort| line("effort", &lang.effort(effort)));
    let lines = [Some(line("touchpoint", &action.touchpoint)), owner, effort, Some(line("map", &action.map))];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// Returns a day as calendars write it: `20261215`.
fn day(date: Date) -> String {
    date.to_string().replace('-', "")
}

/// Returns a time in UTC as calendars write it: `20261215T093000Z`.
fn time_stamp(seconds: u64) -> String {
    let date = Date::of_unix_day(seconds / SECONDS_OF_A_DAY).map(day).unwrap_or_else(|| "99991231".to_owned());
    let rest = seconds % SECONDS_OF_A_DAY;
    format!("{date}T{:02}{:02}{:02}Z", rest / 3600, rest / 60 % 60, rest % 60)
}

/// The text of a calendar.
#[derive(Default)]
struct Calendar {
    text: String,
}

impl Calendar {
    /// Adds a property whose value is text, in which some characters have to be escaped.
    fn add_text(&mut self, name: &str, value: &str) {
        let mut escaped = String::with_capacity(value.len());
        for c in value.chars() {
            match c {
                '\\' | ';' | ',' => escaped.extend(['\\', c]),
                '\n' => escaped.push_str("\\n"),
                c if c.is_control() => {}
                c => escaped.push(c),
            }
        }
        self.add(name, &escaped);
    }

    /// Adds a property. A long line goes on in lines that begin with a blank; no character is split.
    fn add(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if length + c.len_utf8() > LINE_LENGTH {
                self.text.push_str("\r\n ");
                length = 1;
            }
            self.text.push(c);
            length += c.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}
