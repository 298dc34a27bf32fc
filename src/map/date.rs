//! Calendar dates, written as `2026-12-15`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A day of the Gregorian calendar, in the years 1 to 9999. Earlier days are less than later ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// The error for a text that is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a date like 2026-12-15")]
pub struct NotADate;

impl Date {
    /// Returns the date, if the calendar has it.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        let is_valid = (1..=9999).contains(&year) && day >= 1 && day <= days_in_month(year, month);
        is_valid.then_some(Date { year, month, day })
    }
}

/// Why a typed text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFault {
    NotADate,
    /// Day and month could be read in either order, as in `03/04/2026`.
    EitherOrder,
}

impl Date {
    /// Reads a date that a person typed: `2026-12-15`, or with the day first, `15/12/2026` and `15.12.2026`.
    pub(crate) fn typed(text: &str) -> Result<Date, DateFault> {
        if let Ok(date) = text.parse() {
            return Ok(date);
        }
        let [day, month, year] = split_numbers(text).ok_or(DateFault::NotADate)?;
        let [day, month] = [day, month].map(|number| u8::try_from(number).unwrap_or(0));
        let (day_first, month_first) = (Date::new(year, month, day), Date::new(year, day, month));
        match (day_first, month_first) {
            (Some(date), None) => Ok(date),
            (Some(date), Some(other)) if date == other || text.contains('.') => Ok(date),
            (Some(_), Some(_)) => Err(DateFault::EitherOrder),
            (None, Some(_) | None) => Err(DateFault::NotADate),
        }
    }

    /// Returns the day after this one, if it is in the years up to 9999.
    pub fn next(self) -> Option<Date> {
        let Date { year, month, day } = self;
        let next = [(year, month, day + 1), (year, month + 1, 1), (year + 1, 1, 1)];
        next.into_iter().find_map(|(year, month, day)| Date::new(year, month, day))
    }

    /// Returns the day that is this many days after 1970-01-01, if it is in the years 1970 to 9999.
    pub fn of_unix_day(days: u64) -> Option<Date> {
        let mut days = days;
        let mut year = 1970;
        while year <= 9999 {
            for month in 1..=12 {
                let length = u64::from(days_in_month(year, month));
                if days < length {
                    return Date::new(year, month, u8::try_from(days + 1).ok()?);
                }
                days -= length;
            }
            year += 1;
        }
        None
    }
}

/// Returns the three numbers of a text like `15/12/2026`, of which the last has four digits.
fn split_numbers(text: &str) -> Option<[u16; 3]> {
    let parts: Vec<&str> = text.split(['/', '.']).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    let number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok()).flatten();
    if year.len() == 4 { Some([number(day)?, number(month)?, number(year)?]) } else { None }
}

/// Returns the number of days of a month; 0 if there is no such month.
fn days_in_month(year: u16, month: u8) -> u8 {
    let is_leap_year = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap_year => 29,
        2 => 28,
        _ => 0,
    }
}

impl FromStr for Date {
    type Err = NotADate;

    /// Reads a date of exactly four, two and two digits with hyphens between them.
    fn from_str(text: &str) -> Result<Date, NotADate> {
        let parts: Vec<&str> = text.split('-').collect();
        let [year, month, day] = parts.as_slice() else { return Err(NotADate) };
        let has_digits = |part: &str, count| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
        if !has_digits(year, 4) || !has_digits(month, 2) || !has_digits(day, 2) {
            return Err(NotADate);
        }
        let date = Date::new(
            year.parse().map_err(|_| NotADate)?,
            month.parse().map_err(|_| NotADate)?,
            day.parse().map_err(|_| NotADate)?,
        );
        date.ok_or(NotADate)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.trim().parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_the_calendar_has_are_read_and_written_back() {
        for text in ["2026-12-15", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "2026-04-30"] {
            assert_eq!(text.parse::<Date>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn other_texts_are_not_dates() {
        let wrong = "2026-02-29 1900-02-29 2026-13-01 2026-00-10 2026-04-31 2026-01-00 0000-01-01 2026-1-5 15/12/2026 \
                     2026-12-15T00 +026-12-15 2026--2-15 20261215 ２026-12-15 2026-12";
        for text in wrong.split(' ').chain([""]) {
            assert_eq!(text.parse::<Date>(), Err(NotADate), "{text}");
        }
    }

    #[test]
    fn a_typed_date_may_begin_with_the_day() {
        for text in ["2026-12-15", "15/12/2026", "15.12.2026"] {
            assert_eq!(Date::typed(text), Ok(Date::new(2026, 12, 15).unwrap()), "{text}");
        }
        assert_eq!(Date::typed("3.4.2026"), Ok(Date::new(2026, 4, 3).unwrap()));
        assert_eq!(Date::typed("5/5/2026"), Ok(Date::new(2026, 5, 5).unwrap()));
        assert_eq!(Date::typed("03/04/2026"), Err(DateFault::EitherOrder));
        for text in
            ["", "12/15/2026", "31/4/2026", "15/12", "15/12/26", "15/12/2026/1", "soon", "+1/2/2026", "15//2026"]
        {
            assert_eq!(Date::typed(text), Err(DateFault::NotADate), "{text}");
        }
    }

    #[test]
    fn days_are_counted_from_1970() {
        for (days, expected) in [
            (0, "1970-01-01"),
            (59, "1970-03-01"),
            (11_016, "2000-02-29"),
            (20_802, "2026-12-15"),
            (2_932_896, "9999-12-31"),
        ] {
            assert_eq!(Date::of_unix_day(days).unwrap().to_string(), expected);
        }
        assert_eq!(Date::of_unix_day(2_932_897), None);
    }

    #[test]
    fn a_day_is_followed_by_the_next_of_the_calendar() {
        for (day, next) in [
            ("2026-12-15", Some("2026-12-16")),
            ("2026-04-30", Some("2026-05-01")),
            ("2024-02-28", Some("2024-02-29")),
            ("2026-02-28", Some("2026-03-01")),
            ("2026-12-31", Some("2027-01-01")),
            ("9999-12-31", None),
        ] {
            assert_eq!(day.parse::<Date>().unwrap().next(), next.map(|next| next.parse().unwrap()), "{day}");
        }
    }

    #[test]
    fn earlier_days_are_less() {
        let days = ["2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01"].map(|text| text.parse::<Date>().unwrap());
        assert!(days.is_sorted());
    }
}
