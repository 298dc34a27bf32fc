//! Dates and months as tables of counts have them, and the period that they span.

use crate::map::Date;
use crate::map::text::fold;

/// A date, or a month if `day` is none, as the table has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day {
    year: u16,
    month: u8,
    day: Option<u8>,
}

impl Day {
    fn new(year: u16, month: u8, day: Option<u8>) -> Option<Day> {
        Date::new(year, month, day.unwrap_or(1))?;
        (1900..=2200).contains(&year).then_some(Day { year, month, day })
    }

    fn text(self) -> String {
        match self.day {
            Some(day) => format!("{:04}-{:02}-{day:02}", self.year, self.month),
            None => format!("{:04}-{:02}", self.year, self.month),
        }
    }
}

/// Reads a date with day, month and year in the given order, as spreadsheets write it: `31/12/2026`, `31.12.2026`, `2026/12/31`, with or without a time.
pub(crate) fn date_in(order: DateOrder, text: &str) -> Option<Date> {
    let Day { year, month, day } = parse_in(order, text)?;
    Date::new(year, month, day?)
}

/// Returns true if a text is another date with the month first than with the day first.
pub(crate) fn is_ambiguous(text: &str) -> bool {
    let [day_first, month_first] = [DateOrder::DayFirst, DateOrder::MonthFirst].map(|order| date_in(order, text));
    day_first.is_some() && month_first.is_some() && day_first != month_first
}

/// Which number of a date such as `03/04/2026` is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateOrder {
    DayFirst,
    MonthFirst,
}

impl DateOrder {
    /// Returns the order of the dates of a column: the day stands first, unless one of them is only a date if the month
    /// does.
    pub(crate) fn of<'a>(mut cells: impl Iterator<Item = &'a str>) -> DateOrder {
        let is_only_american = |cell: &str| {
            parse_in(DateOrder::DayFirst, cell).is_none() && parse_in(DateOrder::MonthFirst, cell).is_some()
        };
        if cells.any(is_only_american) { DateOrder::MonthFirst } else { DateOrder::DayFirst }
    }
}

/// Reads a date or a month: `2026-05-01`, `20260501`, `01/05/2026`, `2026-05`, `2026-05-01T00:00:00`. The day stands first,
/// unless only the other order is a date.
pub(crate) fn parse(text: &str) -> Option<Day> {
    parse_in(DateOrder::DayFirst, text).or_else(|| parse_in(DateOrder::MonthFirst, text))
}

/// Reads a date or a month, a date such as `01/05/2026` only in that order.
pub(crate) fn parse_in(order: DateOrder, text: &str) -> Option<Day> {
    let text = text.trim();
    if text.len() > 40 {
        return None;
    }
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return named_month(text);
    }
    let date = text.split(['T', ' ']).next()?;
    let parts: Vec<&str> = date.split(['-', '/', '.']).collect();
    let number = |part: &str| part.parse::<u16>().ok();
    let small = |part: &str| part.parse::<u8>().ok();
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => Day::new(number(year)?, small(month)?, Some(small(day)?)),
        [first, second, year] if year.len() == 4 => {
            let (day, month) = match order {
                DateOrder::DayFirst => (first, second),
                DateOrder::MonthFirst => (second, first),
            };
            Day::new(number(year)?, small(month)?, Some(small(day)?))
        }
        [year, month] if year.len() == 4 && month.len() == 2 => Day::new(number(year)?, small(month)?, None),
        [month, year] if year.len() == 4 && month.len() <= 2 => Day::new(number(year)?, small(month)?, None),
        [all] if all.len() == 8 => {
            Day::new(number(all.get(..4)?)?, small(all.get(4..6)?)?, Some(small(all.get(6..)?)?))
        }
        _ => None,
    }
}

/// The beginnings of the names of the months, in six languages.
const MONTHS: [&[&str]; 12] = [
    &["jan", "ene", "gen"],
    &["feb", "fev"],
    &["mar", "maer"],
    &["apr", "abr", "avr"],
    &["may", "mai", "mag"],
    &["jun", "juin", "giu"],
    &["jul", "juil", "lug"],
    &["aug", "ago", "aou"],
    &["sep", "set"],
    &["oct", "okt", "out", "ott"],
    &["nov"],
    &["dec", "dic", "dez"],
];

/// Reads a month with its name, such as `enero 2026` or `Jan-2026`.
fn named_month(text: &str) -> Option<Day> {
    let folded = fold(text);
    let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && *word != "de");
    let (name, year) = (words.next()?, words.next()?);
    if words.next().is_some() || year.len() != 4 {
        return None;
    }
    let month = (1..).zip(MONTHS).find(|(_, names)| names.iter().any(|begin| name.starts_with(begin)))?;
    Day::new(year.parse().ok()?, month.0, None)
}

/// The first and the last of some dates.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Span {
    ends: Option<(Day, Day)>,
}

impl Span {
    /// Adds the dates of a column; other texts are passed over.
    pub(crate) fn add<'a>(&mut self, cells: impl Iterator<Item = &'a str> + Clone) {
        let order = DateOrder::of(cells.clone());
        for day in cells.filter_map(|cell| parse_in(order, cell)) {
            let (first, last) = self.ends.unwrap_or((day, day));
            self.ends = Some((first.min(day), last.max(day)));
        }
    }

    /// Returns the span as the text of a period.
    pub(crate) fn text(self) -> Option<String> {
        let (first, last) = self.ends?;
        Some(if first == last { first.text() } else { format!("{} – {}", first.text(), last.text()) })
    }
}

/// Returns the period between the only two dates in lines such as `# Start date: 20260101` and `# End date: 20260131`.
pub(crate) fn period_between<'a>(lines: impl Iterator<Item = &'a str>) -> Option<String> {
    let date = |line: &'a str| {
        let text = line.split_once(": ").map_or(line, |(_, text)| text).trim();
        parse(text).is_some().then_some(text)
    };
    let dates: Vec<&str> = lines.filter_map(date).collect();
    let mut span = Span::default();
    span.add(dates.iter().copied());
    (dates.len() == 2).then(|| span.text()).flatten()
}

/// Returns the period in a title: `20260401-20260430` as it is written, other whole months by their names.
pub(crate) fn period_in(title: &str) -> Option<String> {
    let title = title.trim_start_matches(['#', ' ']).trim();
    let is_compact_date = |part: &str| part.trim().len() == 8 && parse(part).is_some();
    if title.split_once('-').is_some_and(|(first, last)| is_compact_date(first) && is_compact_date(last)) {
        return Some(title.to_owned());
    }
    let spaced =
        || [" - ", " – ", " — ", "–", "—", " to ", " a ", " al ", " bis "].iter().find_map(|&by| title.split_once(by));
    let Some((first, last)) = spaced() else { return named_month(title).map(Day::text) };
    let order = DateOrder::of([first, last].into_iter());
    let (first, last) = (parse_in(order, first)?, parse_in(order, last)?);
    let month = |day: Day| Day { day: None, ..day };
    let begins_month = first.day == Some(1);
    let ends_month = last.day.is_some_and(|day| Date::new(last.year, last.month, day + 1).is_none());
    let ends = if begins_month && ends_month { (month(first), month(last)) } else { (first, last) };
    Span { ends: Some(ends) }.text()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_several_forms_span_a_period() {
        let span = |texts: &[&str]| {
            let mut span = Span::default();
            span.add(texts.iter().copied());
            span.text()
        };
        assert_eq!(span(&["2026-05-03", "2026-05-01T08:00:00", "x"]).as_deref(), Some("2026-05-01 – 2026-05-03"));
        assert_eq!(span(&["31/01/2026", "1/2/2026"]).as_deref(), Some("2026-01-31 – 2026-02-01"));
        assert_eq!(span(&["02/15/2026", "03/04/2026"]).as_deref(), Some("2026-02-15 – 2026-03-04"));
        assert_eq!(span(&["03/04/2026", "15/04/2026"]).as_deref(), Some("2026-04-03 – 2026-04-15"));
        assert_eq!(span(&["2026-03"]).as_deref(), Some("2026-03"));
        assert_eq!(span(&["enero 2026", "Feb-2026"]).as_deref(), Some("2026-01 – 2026-02"));
        assert_eq!(span(&["1200", "3-4", "Segment 2026"]), None);
        assert_eq!(period_in("# 20260401-20260430").as_deref(), Some("20260401-20260430"));
        assert_eq!(period_in("2026-01-01 – 2026-03-31").as_deref(), Some("2026-01 – 2026-03"));
        assert_eq!(period_in("2/1/2026 - 15/1/2026").as_deref(), Some("2026-01-02 – 2026-01-15"));
        assert_eq!(period_in("Septiembre 2026").as_deref(), Some("2026-09"));
        assert_eq!(period_in("Tea shop-Funnel"), None);
    }
}
