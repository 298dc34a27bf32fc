//! The local time of day, in the time zone of the system or of `TZ`.

use std::time::SystemTime;

use time::{OffsetDateTime, UtcOffset};

use crate::app::model::live::TimeOfDay;

/// Returns the local time of day at a point in time; `None` if the time zone is unknown.
pub(super) fn time_of_day(at: SystemTime) -> Option<TimeOfDay> {
    let at = OffsetDateTime::from(at);
    let local = at.checked_to_offset(UtcOffset::local_offset_at(at).ok()?)?;
    Some(TimeOfDay { hour: local.hour(), minute: local.minute() })
}
