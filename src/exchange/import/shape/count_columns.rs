//! Finds the columns of counts in a table with a row for each step.

use super::heading::words_of;
use super::heading_words::is_unit;
use super::periods::is_period;
use super::role::Role;
use super::sheet::{RoleSource, Sheet, SheetColumn};
use super::total::{is_everybody, is_total};

/// Words for customers who come to a step, folded.
#[rustfmt::skip]
const ENTERED: &[&str] = &[
    "entered", "entering", "entrances", "entries", "started", "starts", "reached", "arrived", "arrivals", "in", "entran", "entraron",
    "entradas", "llegan", "llegaron", "llegadas", "iniciados", "iniciadas", "iniciaron", "empezados", "empezaron", "alcanzaron",
    "entres", "entrees", "commences", "eingetreten", "begonnen", "gestartet", "erreicht", "entrati", "iniziati", "arrivati",
    "entraram", "iniciaram", "chegaram",
];
/// Words for customers who go on from a step, or leave it, folded.
#[rustfmt::skip]
const LEFT: &[&str] = &[
    "completed", "completions", "finished", "exited", "exits", "exit", "left", "leaving", "continued", "converted", "passed", "out",
    "completados", "completadas", "completaron", "terminados", "terminaron", "salieron", "salidas", "salen", "continuaron", "siguen",
    "termines", "sortis", "abgeschlossen", "beendet", "verlassen", "completati", "usciti", "terminati", "concluidos", "sairam",
];
/// Words for numbers that do not count customers, folded.
#[rustfmt::skip]
const OTHER_NUMBERS: &[&str] = &[
    "duration", "minutes", "minute", "min", "hours", "hour", "seconds", "days", "score", "rating", "priority", "points", "nps", "csat",
    "importance", "effort", "position", "rank", "age", "weight", "duracion", "minutos", "horas", "segundos", "dias", "puntuacion",
    "valoracion", "prioridad", "puntos", "importancia", "esfuerzo", "posicion", "edad", "peso", "duree", "heures", "jours", "note",
    "priorite", "dauer", "minuten", "stunden", "tage", "bewertung", "prioritat", "punkte", "durata", "minuti", "ore", "giorni",
    "punteggio", "priorita", "duracao", "pontuacao", "prioridade", "pontos", "estimate", "estimacion", "version", "target",
    "objetivo", "goal", "meta", "step", "paso",
];
/// Units that are persons, folded; other units are what persons do, such as visits.
#[rustfmt::skip]
const PERSONS: &[&str] = &[
    "users", "visitors", "people", "persons", "customers", "clients", "leads", "accounts", "members", "patients", "buyers",
    "subscribers", "contacts", "usuarios", "visitantes", "personas", "clientes", "cuentas", "miembros", "pacientes", "compradores",
    "contactos", "utilisateurs", "visiteurs", "personnes", "nutzer", "benutzer", "besucher", "kunden", "personen", "utenti",
    "visitatori", "persone", "clienti", "pessoas", "deals", "negocios",
];
/// Words for everybody, or for each person once, in a heading of counts, folded.
#[rustfmt::skip]
const EVERYBODY: &[&str] = &[
    "total", "all", "overall", "unique", "distinct", "active", "todos", "todas", "unicos", "unicas", "activos", "distintos", "tous",
    "toutes", "uniques", "actifs", "alle", "gesamt", "eindeutige", "aktive", "tutti", "unici", "attivi", "ativos",
];
/// Words for the current period, beside a column for the one before, folded.
const CURRENT: &[&str] =
    &["this", "current", "este", "esta", "actual", "ce", "cette", "dieser", "diese", "questo", "questa"];
/// Words for the period before, folded.
#[rustfmt::skip]
const PREVIOUS: &[&str] = &[
    "last", "previous", "prior", "pasado", "pasada", "anterior", "precedente", "dernier", "derniere", "precedent", "letzter", "letzte",
    "vorige", "vormonat", "vorjahr", "scorso", "scorsa", "ultimo", "ultima", "passado", "passada",
];

/// Why a column is taken for counts; the best reason comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum CountHint {
    /// The user chose it.
    Chosen,
    /// It counts everybody, beside columns that count parts.
    Total,
    /// It counts those who came to the step, beside those who went on.
    Entered,
    /// Its heading is the one that Periplo itself writes.
    Own,
    /// Its heading says what it counts.
    Counted,
    /// Its heading is a period.
    Period,
    /// It has numbers, and its heading does not say what they count.
    Numbers,
    /// It counts those who went on or left.
    Left,
}

/// The columns whose counts are added up for each step; most tables have one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CountColumns {
    pub columns: Vec<usize>,
    pub hint: CountHint,
}

impl CountColumns {
    /// Finds the columns of counts beside that of the steps' names; none if there are none.
    pub(crate) fn of(sheet: &Sheet, name: usize) -> Option<CountColumns> {
        let found: Vec<(CountHint, usize)> = (0..sheet.columns.len())
            .filter(|&nth| nth != name)
            .filter_map(|nth| Some((hint_of(&sheet.columns[nth])?, nth)))
            .collect();
        let hint = found.iter().map(|(hint, _)| *hint).min()?;
        let columns: Vec<usize> = found.iter().filter(|(each, _)| *each == hint).map(|(_, nth)| *nth).collect();
        let columns = match hint {
            CountHint::Chosen => columns,
            CountHint::Period | CountHint::Numbers => compared(sheet, &columns).map_or(columns, |only| vec![only]),
            CountHint::Counted => of_one_unit(sheet, &columns),
            CountHint::Own => sheet.field("reach").into_iter().collect(),
            CountHint::Total | CountHint::Entered | CountHint::Left => columns.into_iter().take(1).collect(),
        };
        (!columns.is_empty()).then_some(CountColumns { columns, hint })
    }
}

/// Returns why a column is taken for counts; none if it does not seem to hold any.
fn hint_of(column: &SheetColumn) -> Option<CountHint> {
    let profile = &column.profile;
    let is_reach = column.role.is_field("reach");
    if column.source == RoleSource::User {
        return is_reach.then_some(CountHint::Chosen);
    }
    if !profile.is_mostly_counts() || column.heading.is_empty() && !is_reach {
        return None;
    }
    let words = words_of(&column.heading);
    let has = |known: &[&str]| has_word(column, known);
    let is_plain = match column.role {
        Role::Computed | Role::Money | Role::Technical | Role::LeftOut | Role::Colour | Role::Tags => return None,
        Role::Field("reach") => true,
        Role::Field("id") => column.heading.trim() == "#" && !counts_up(column),
        Role::Field("step" | "order" | "votes" | "emotion" | "effort") => false,
        Role::Date if profile.is_dates() => return None,
        // Numbers of several words such as `user_id` tell persons apart.
        Role::Person | Role::Activity => words.len() == 1,
        Role::Field(_) | Role::Date | Role::Noted | Role::Segment | Role::StepCounts | Role::X | Role::Y => true,
    };
    if (is_total(&column.heading) || is_everybody(&column.heading)) && is_plain {
        Some(CountHint::Total)
    } else if has(ENTERED) && !has(LEFT) && words.len() <= 3 {
        Some(CountHint::Entered)
    } else if is_reach {
        Some(if column.source == RoleSource::Own { CountHint::Own } else { CountHint::Counted })
    } else if has(LEFT) && words.len() <= 3 {
        Some(CountHint::Left)
    } else if is_period(&column.heading) {
        Some(CountHint::Period)
    } else if words.iter().any(|word| is_unit(word)) {
        Some(CountHint::Counted)
    } else {
        (is_plain && profile.is_counts() && !has(OTHER_NUMBERS)).then_some(CountHint::Numbers)
    }
}

/// Returns true if the first cells are 1, 2, 3 and so on, which number the rows.
pub(crate) fn counts_up(column: &SheetColumn) -> bool {
    let examples = &column.profile.examples;
    examples.len() > 1 && examples.iter().zip(1..).all(|(cell, nth)| cell.trim_end_matches('.') == nth.to_string())
}

/// Returns the columns of one unit, preferably of persons: the one that counts everybody, or all if each counts a part.
fn of_one_unit(sheet: &Sheet, columns: &[usize]) -> Vec<usize> {
    let words = |nth: usize| words_of(&sheet.columns[nth].heading);
    let unit = |nth: usize| words(nth).into_iter().rev().find(|word| is_unit(word));
    let is_of_persons = |nth: &&usize| unit(**nth).is_some_and(|unit| PERSONS.contains(&unit.as_str()));
    let Some(&first) = columns.iter().find(is_of_persons).or_else(|| columns.first()) else { return Vec::new() };
    let Some(wanted) = unit(first) else { return vec![first] };
    let same: Vec<usize> = columns.iter().copied().filter(|&nth| unit(nth).as_ref() == Some(&wanted)).collect();
    let of_everybody = same.iter().find(|&&nth| words(nth).len() == 1 || has_word(&sheet.columns[nth], EVERYBODY));
    let only = of_everybody.copied().or_else(|| compared(sheet, &same));
    only.map_or(same, |only| vec![only])
}

/// Returns true if the heading of a column has one of these words.
fn has_word(column: &SheetColumn, known: &[&str]) -> bool {
    words_of(&column.heading).iter().any(|word| known.contains(&word.as_str()))
}

/// Returns the column of the current period if the columns compare periods; none if they do not.
fn compared(sheet: &Sheet, columns: &[usize]) -> Option<usize> {
    let has = |nth: usize, known: &[&str]| has_word(&sheet.columns[nth], known);
    let previous = columns.iter().position(|&nth| has(nth, PREVIOUS));
    let current = columns.iter().copied().find(|&nth| has(nth, CURRENT));
    let other = || columns.iter().copied().find(|&nth| !has(nth, PREVIOUS));
    if previous.is_some() { current.or_else(other) } else { current }
}
