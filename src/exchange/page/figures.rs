//! What stands at the top of the page: what the map says of itself, and what it comes down to in numbers.

use crate::exchange::funnel_words::{count, percent};
use crate::lang::Lang;
use crate::map::field::{self, Field, Value};
use crate::map::{Funnel, Header, JourneyMap, Review, Severity};

/// A field of the map that is filled in.
pub struct Fact {
    pub name: String,
    pub text: String,
}

/// A number with what it counts.
pub struct Figure {
    /// The class by which the style sheet knows it.
    pub look: &'static str,
    pub name: String,
    pub number: String,
}

/// What the map says of itself in one line each.
pub fn facts(map: &JourneyMap, lang: &Lang) -> Vec<Fact> {
    let header = map.header();
    let fact = |field: &Field<Header>| {
        let Value::Line(Some(line)) = field.get(header) else { return None };
        Some(Fact { name: lang.field(field.key), text: line.into() })
    };
    field::HEADER.iter().filter_map(fact).collect()
}

/// The numbers that the map comes down to.
pub fn figures(map: &JourneyMap, funnel: &Funnel, review: &Review, lang: &Lang) -> Vec<Figure> {
    let number = |count: usize| lang.number(count as u128);
    let figure = |look, name, number| Figure { look, name, number };
    let if_any = |look, count: usize| if count > 0 { look } else { "plain" };
    let critical = map.touchpoints().filter(|(_, each)| each.critical).count();
    let mut figures = vec![
        figure("plain", lang.page_count_touchpoints(map.len()), number(map.len())),
        figure(if_any("critical", critical), lang.page_count_critical(critical), number(critical)),
    ];
    if let Some(buyers) = funnel.buyers {
        figures.push(figure("plain", lang.page_count_buyers(buyers), count(lang, buyers)));
    }
    if let Some(share) = funnel.overall_conversion {
        figures.push(figure("plain", lang.page_overall_conversion(), percent(lang, share)));
    }
    let [warnings, hints] = [Severity::Warning, Severity::Hint].map(|severity| review.count(severity));
    figures.push(figure(if_any("warning", warnings), lang.page_count_warnings(warnings), number(warnings)));
    figures.push(figure("plain", lang.page_count_hints(hints), number(hints)));
    figures
}
