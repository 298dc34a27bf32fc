//! The local time of day, by the time zone that the system or `TZ` names.
#![expect(clippy::disallowed_methods, reason = "this module reads the time zone from the environment")]

use std::time::SystemTime;

use crate::app::model::live::TimeOfDay;

/// Returns the local time of day at a point in time; `None` if the time zone is unknown.
pub(super) fn time_of_day(at: SystemTime) -> Option<TimeOfDay> {
    let since = at.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    let seconds = i64::try_from(since.as_secs()).ok()?;
    let of_day = (seconds + zone::offset(seconds)?).rem_euclid(86_400);
    Some(TimeOfDay { hour: u8::try_from(of_day / 3_600).ok()?, minute: u8::try_from(of_day / 60 % 60).ok()? })
}

#[cfg(not(unix))]
mod zone {
    /// Not known on this system.
    pub(super) fn offset(_: i64) -> Option<i64> {
        None
    }
}

#[cfg(unix)]
mod zone {
    use std::path::{Path, PathBuf};

    const ZONES: &str = "/usr/share/zoneinfo";

    /// Returns the seconds by which local time is ahead of UTC at a time in seconds since 1970.
    pub(super) fn offset(at: i64) -> Option<i64> {
        let named = std::env::var("TZ").ok();
        let path = match named.as_deref().map(|name| name.trim_start_matches(':')) {
            None => PathBuf::from("/etc/localtime"),
            Some("") => return Some(0),
            Some(name) => match rule_offset(name, at) {
                Some(offset) => return Some(offset),
                None => Path::new(ZONES).join(name),
            },
        };
        offset_in(&std::fs::read(path).ok()?, at)
    }

    /// Returns the offset in a time zone file (RFC 9636).
    fn offset_in(file: &[u8], at: i64) -> Option<i64> {
        // The first part has times of 32 bits, for old programs.
        let first = Header::read(file)?;
        let file = file.get(Header::LENGTH + first.length(4)..)?;
        let header = Header::read(file)?;
        let data = file.get(Header::LENGTH..)?;
        let times =
            data.get(..header.times * 8)?.chunks_exact(8).map(|bytes| Some(i64::from_be_bytes(bytes.try_into().ok()?)));
        let times: Vec<i64> = times.collect::<Option<_>>()?;
        let passed = times.partition_point(|&time| time <= at);
        if passed == times.len()
            && let Some(offset) =
                last_line(file.get(Header::LENGTH + header.length(8)..)?).and_then(|rule| rule_offset(rule, at))
        {
            return Some(offset);
        }
        let kind = match passed.checked_sub(1) {
            Some(nth) => usize::from(*data.get(header.times * 8 + nth)?),
            None => 0,
        };
        let bytes = data.get(header.times * 9 + kind * 6..)?.get(..4)?;
        Some(i32::from_be_bytes(bytes.try_into().ok()?).into())
    }

    fn last_line(footer: &[u8]) -> Option<&str> {
        std::str::from_utf8(footer).ok()?.lines().find(|line| !line.is_empty())
    }

    /// The numbers at the beginning of a part of a time zone file.
    struct Header {
        times: usize,
        /// Of the kinds of time, of the letters of their names, of leap seconds, and of two flags.
        others: [usize; 5],
    }

    impl Header {
        const LENGTH: usize = 44;

        fn read(file: &[u8]) -> Option<Header> {
            let head = file.get(..Header::LENGTH)?.strip_prefix(b"TZif")?;
            let number = |nth: usize| {
                let bytes = head.get(16 + nth * 4..20 + nth * 4)?;
                usize::try_from(u32::from_be_bytes(bytes.try_into().ok()?)).ok()
            };
            let [ut_flags, standard_flags, leaps, times, kinds, letters] = [0, 1, 2, 3, 4, 5].map(number);
            Some(Header { times: times?, others: [kinds?, letters?, leaps?, standard_flags?, ut_flags?] })
        }

        /// Returns the length of the data, if its times have so many bytes.
        fn length(&self, time: usize) -> usize {
            let [kinds, letters, leaps, standard_flags, ut_flags] = self.others;
            self.times * (time + 1) + kinds * 6 + letters + leaps * (time + 4) + standard_flags + ut_flags
        }
    }

    /// Returns the offset by a rule such as `CET-1CEST,M3.5.0,M10.5.0/3`; `None` for any other text.
    fn rule_offset(rule: &str, at: i64) -> Option<i64> {
        let (standard, rest) = name_and_offset(rule)?;
        let standard = standard?;
        if rest.is_empty() {
            return Some(standard);
        }
        let (summer, rest) = name_and_offset(rest)?;
        let summer = summer.unwrap_or(standard + 3_600);
        let (begin, end) = rest.strip_prefix(',')?.split_once(',')?;
        let year = year_of(at + standard);
        let (begin, end) = (change_at(begin, year)? - standard, change_at(end, year)? - summer);
        // In the south, summer lasts over the turn of the year.
        let is_summer = if begin < end { (begin..end).contains(&at) } else { !(end..begin).contains(&at) };
        Some(if is_summer { summer } else { standard })
    }

    /// Splits off a name and the offset after it, if there is one. Rules count offsets towards the west.
    fn name_and_offset(rule: &str) -> Option<(Option<i64>, &str)> {
        let end = match rule.strip_prefix('<') {
            Some(rest) => rest.find('>')? + 2,
            None => rule.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rule.len()),
        };
        let rest = rule.get(end..).filter(|_| end >= 3)?;
        let end = rest.find(',').unwrap_or(rest.len());
        let end = rest[..end].find(|c: char| c.is_ascii_alphabetic() || c == '<').unwrap_or(end);
        let (offset, rest) = rest.split_at(end);
        let offset = if offset.is_empty() { None } else { Some(-seconds(offset)?) };
        Some((offset, rest))
    }

    /// Parses `[+-]hours[:minutes[:seconds]]`.
    fn seconds(text: &str) -> Option<i64> {
        let (sign, digits) = match text.strip_prefix('-') {
            Some(digits) => (-1, digits),
            None => (1, text.trim_start_matches('+')),
        };
        let mut sum = 0;
        for (part, unit) in digits.split(':').zip([3_600, 60, 1]) {
            sum += part.parse::<i64>().ok()? * unit;
        }
        Some(sign * sum)
    }

    /// Returns when the clocks change in a year by a rule such as `M3.5.0/2`, in seconds of local time since 1970.
    fn change_at(rule: &str, year: i64) -> Option<i64> {
        let (day, time) = rule.split_once('/').unwrap_or((rule, "2"));
        let mut numbers = day.strip_prefix('M')?.split('.').map(|number| number.parse::<i64>().ok());
        let (month, week, weekday) = (numbers.next()??, numbers.next()??, numbers.next()??);
        let first = day_number(year, month);
        // 1970 began on a Thursday.
        let first_match = first + (weekday - (first + 4)).rem_euclid(7);
        let next_month = if month == 12 { day_number(year + 1, 1) } else { day_number(year, month + 1) };
        let last_match = first_match + (next_month - 1 - first_match) / 7 * 7;
        let day = (first_match + (week - 1) * 7).min(last_match);
        Some(day * 86_400 + seconds(time)?)
    }

    /// Returns the days from 1970 to the first day of a month.
    fn day_number(year: i64, month: i64) -> i64 {
        // Years that begin in March have the leap day at their end.
        let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        year * 365 + leap_days + (153 * month + 2) / 5 - 719_468
    }

    fn year_of(at: i64) -> i64 {
        let day = at.div_euclid(86_400);
        let near = 1970 + day.div_euclid(365);
        (near - 2..=near).rev().find(|&year| day_number(year, 1) <= day).unwrap_or(near)
    }

    #[cfg(test)]
    mod tests {
        use super::{day_number, offset_in, rule_offset, year_of};

        const MADRID: &str = "CET-1CEST,M3.5.0,M10.5.0/3";

        #[test]
        fn days_and_years_are_counted_from_1970() {
            assert_eq!((day_number(1970, 1), day_number(2000, 3), day_number(2026, 12)), (0, 11_017, 20_788));
            for year in [1970, 1999, 2000, 2024, 2026, 2100] {
                let begin = day_number(year, 1) * 86_400;
                assert_eq!((year_of(begin - 1), year_of(begin)), (year - 1, year));
            }
        }

        #[test]
        fn a_rule_tells_summer_time_from_standard_time() {
            // The clocks of Madrid change at 01:00 UTC on 29 March and 25 October 2026.
            let (begin, end) = (1_774_746_000, 1_792_890_000);
            let hours = |at: i64| rule_offset(MADRID, at).expect("a rule") / 3_600;
            assert_eq!([begin - 1, begin, end - 1, end].map(hours), [1, 2, 2, 1]);
        }

        #[test]
        fn rules_of_the_south_and_with_numbers_as_names_are_understood() {
            let (january, july) = (1_767_700_000, 1_783_400_000);
            let sydney = "AEST-10AEDT,M10.1.0,M4.1.0/3";
            assert_eq!([january, july].map(|at| rule_offset(sydney, at)), [Some(39_600), Some(36_000)]);
            assert_eq!(rule_offset("<-03>3", july), Some(-10_800));
            assert_eq!(rule_offset("<+0530>-5:30", july), Some(19_800));
            assert_eq!(rule_offset("Europe/Madrid", july), None);
            assert_eq!(rule_offset("", july), None);
        }

        #[test]
        fn a_zone_file_gives_its_transitions_and_then_its_rule() {
            let part = |time: usize| {
                let mut part = b"TZif2".to_vec();
                part.extend([0; 15]);
                for number in [0_u32, 0, 0, 1, 2, 4] {
                    part.extend(number.to_be_bytes());
                }
                part.extend(&1_000_i64.to_be_bytes()[8 - time..]);
                part.push(1);
                for offset in [-900_i32, 1_800] {
                    part.extend(offset.to_be_bytes());
                    part.extend([0, 0]);
                }
                part.extend(b"abc\0");
                part
            };
            let whole = |rule: &str| [part(4), part(8), format!("\n{rule}\n").into_bytes()].concat();
            assert_eq!(offset_in(&whole(""), 999), Some(-900));
            assert_eq!(offset_in(&whole(""), 1_000), Some(1_800));
            assert_eq!(offset_in(&whole(MADRID), 999), Some(-900));
            assert_eq!(offset_in(&whole(MADRID), 1_783_400_000), Some(7_200));
            assert_eq!(offset_in(b"TZif", 0), None);
        }
    }
}
