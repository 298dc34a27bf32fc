//! Writes the numbers, dates and times of a workbook as csv has them.

/// Returns a number with the digits that a spreadsheet shows: at most 15, and no exponent.
pub(crate) fn number(value: f64) -> String {
    if value.fract() == 0.0 && value.abs() < 1e15 {
        return format!("{}", value as i64);
    }
    // Further digits come from binary fractions, as in 0.1 + 0.2.
    let rounded = format!("{value:.14e}").parse().unwrap_or(value);
    // Negative zero is zero.
    if rounded == 0.0 { "0".to_owned() } else { format!("{rounded}") }
}

/// Returns a date, with the time if it is not midnight; from year, month, day, hour, minute and second.
pub(crate) fn date([year, month, day, hour, minute, second]: [u16; 6]) -> String {
    let time =
        if [hour, minute, second] == [0, 0, 0] { String::new() } else { format!(" {}", clock(hour, minute, second)) };
    format!("{year:04}-{month:02}-{day:02}{time}")
}

/// Returns a time of the day, or a duration of any number of hours.
pub(crate) fn clock(hour: impl Into<u64>, minute: u16, second: u16) -> String {
    format!("{:02}:{minute:02}:{second:02}", hour.into())
}

/// Returns a date like `2026-05-01T00:00:00` as csv has it.
pub(crate) fn iso_date(text: &str) -> String {
    let text = text.trim_end_matches('Z');
    let midnight = text.split_once('T').filter(|(_, time)| time.chars().all(|c| matches!(c, '0' | ':' | '.')));
    midnight.map_or_else(|| text.replacen('T', " ", 1), |(date, _)| date.to_owned())
}

/// Returns a duration like `PT01H30M00S` as a time; as it stands if it is another one.
pub(crate) fn iso_duration(text: &str) -> String {
    let parts = || {
        let (hours, rest) = text.strip_prefix("PT")?.split_once('H')?;
        let (minutes, rest) = rest.split_once('M')?;
        let seconds = rest.strip_suffix('S')?.split(['.', ',']).next()?;
        Some(clock(hours.parse::<u64>().ok()?, minutes.parse().ok()?, seconds.parse().ok()?))
    };
    parts().unwrap_or_else(|| text.to_owned())
}
