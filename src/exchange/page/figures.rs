//! The top of the page: the facts of the map and its key figures.

use crate::exchange::funnel_words::{count, percent};
use crate::lang::Lang;
use crate::map::field::{self, Field, Value};
use crate::map::{Funnel, Header, JourneyMap, Review, Severity};

/// A field of the map that has a value.
pub(crate) struct HeaderFact {
    pub name: String,
    pub text: String,
}

/// A number and what it counts.
pub(crate) struct KeyFigure {
    /// Its class in the style sheet.
    pub class: &'static str,
    pub name: String,
    pub number: String,
}

/// Returns the one-line fields of the map that have a value.
pub(crate) fn facts(map: &JourneyMap, lang: &Lang) -> Vec<HeaderFact> {
    let header = map.header();
    let fact = |field: &Field<Header>| {
        let Value::Line(Some(line)) = field.get(header) else { return None };
        Some(HeaderFact { name: lang.field(field.key), text: line.into() })
    };
    field::HEADER.iter().filter_map(fact).collect()
}

/// Returns the key figures of a map.
pub(crate) fn figures(map: &JourneyMap, funnel: &Funnel, review: &Review, lang: &Lang) -> Vec<KeyFigure> {
    let number = |count: usize| lang.number(count as u128);
    let figure = |class, name, number| KeyFigure { class, name, number };
    let if_any = |class, count: usize| if count > 0 { class } else { "plain" };
    let critical = map.touchpoints().filter(|(_, each)| each.critical).count();
    let mut figures = vec![
        figure("plain", lang.page_count_touchpoints(map.len()), number(map.len())),
        figure(if_any("critical", critical), lang.page_count_critical(critical), number(critical)),
    ];
    if let Some(buyers) = funnel.buyers {
        figures.push(figure("plain", lang.page_count_buyers(buyers, map.unit()), count(lang, buyers)));
    }
    if let Some(share) = funnel.overall_conversion {
        figures.push(figure("plain", lang.page_overall_conversion(), percent(lang, share)));
    }
    let [warnings, hints] = [Severity::Warning, Severity::Hint].map(|severity| review.count(severity));
    figures.push(figure(if_any("warning", warnings), lang.page_count_warnings(warnings), number(warnings)));
    figures.push(figure("plain", lang.page_count_hints(hints), number(hints)));
    figures
}
