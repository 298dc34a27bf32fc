//! Periods as headings name them: `Jan`, `2026-03`, `Week 12`, `T2 2026`.

use super::dates::{self, Span};
use crate::map::text::fold;

/// Words for a part of the year that has a number, such as a week, in six languages, folded.
#[rustfmt::skip]
const PARTS_OF_YEAR: [&str; 27] = [
    "week", "wk", "w", "kw", "semana", "sem", "semaine", "woche", "settimana", "month", "mes", "mois", "monat", "mese", "quarter",
    "q", "t", "trimestre", "quartal", "day", "dia", "jour", "tag", "giorno", "year", "ano", "jahr",
];
/// The names of the months in six languages, folded, each with its usual short forms.
#[rustfmt::skip]
const MONTHS: [&[&str]; 12] = [
    &["jan", "january", "ene", "enero", "janeiro", "janvier", "janv", "gen", "gennaio", "januar", "janner"],
    &["feb", "february", "febrero", "fev", "fevereiro", "fevrier", "fevr", "febbraio", "februar"],
    &["mar", "march", "marzo", "marco", "mars", "marz", "maerz", "mrz"],
    &["apr", "april", "abr", "abril", "avr", "avril", "aprile"],
    &["may", "mayo", "mai", "maio", "mag", "maggio"],
    &["jun", "june", "junio", "junho", "juin", "giu", "giugno", "juni"],
    &["jul", "july", "julio", "julho", "juil", "juillet", "lug", "luglio", "juli"],
    &["aug", "august", "ago", "agosto", "aout"],
    &["sep", "sept", "september", "septiembre", "set", "setiembre", "setembro", "septembre", "settembre"],
    &["oct", "october", "octubre", "out", "outubro", "octobre", "ott", "ottobre", "okt", "oktober"],
    &["nov", "november", "noviembre", "novembro", "novembre"],
    &["dec", "december", "dic", "diciembre", "dez", "dezembro", "decembre", "dicembre", "dezember"],
];

/// Returns true if a heading names a period: a date, a month, a year, or a numbered week, quarter and so on.
pub(crate) fn is_period(heading: &str) -> bool {
    if dates::parse(heading).is_some() {
        return true;
    }
    let folded = fold(heading);
    let pieces: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|piece| !piece.is_empty()).collect();
    match pieces.as_slice() {
        [only] => is_year(only) || is_month(only) || is_numbered_part(only),
        [name, number] if is_number(number) => is_month(name) || PARTS_OF_YEAR.contains(name) || is_numbered_part(name),
        [year, part] => is_year(year) && (is_month(part) || is_numbered_part(part)),
        [] | [_, _, _, ..] => false,
    }
}

/// Returns the period from the first to the last of these headings.
pub(crate) fn period_of(headings: &[&str]) -> Option<String> {
    let mut span = Span::default();
    span.add(headings.iter().copied());
    if headings.iter().all(|heading| dates::parse(heading).is_some()) {
        return span.text();
    }
    match headings {
        [] => None,
        [only] => Some((*only).to_owned()),
        [first, .., last] => Some(format!("{first} – {last}")),
    }
}

fn is_number(text: &str) -> bool {
    (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_year(text: &str) -> bool {
    is_number(text) && text.parse().is_ok_and(|year: u16| (1990..=2100).contains(&year))
}

fn is_month(text: &str) -> bool {
    MONTHS.iter().any(|names| names.contains(&text))
}

/// Returns true for `w12`, `q1` and the like.
fn is_numbered_part(text: &str) -> bool {
    let word = text.trim_end_matches(|c: char| c.is_ascii_digit());
    word.len() < text.len() && PARTS_OF_YEAR.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_periods_are_known() {
        for heading in
            ["Jan", "ENERO", "Ene-26", "März", "2026-03", "2025", "Week 3", "W12", "T2 2026", "2026 Q1", "KW 7"]
        {
            assert!(is_period(heading), "{heading}");
        }
        for heading in ["Market", "May be", "Visit", "Step 2", "t", "12", "Users 2026", "Out of stock"] {
            assert!(!is_period(heading), "{heading}");
        }
        assert_eq!(period_of(&["2026-01", "2026-02"]).as_deref(), Some("2026-01 – 2026-02"));
        assert_eq!(period_of(&["Jan", "Feb", "Mar"]).as_deref(), Some("Jan – Mar"));
    }
}
