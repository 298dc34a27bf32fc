//! The table for a map without reaches: touchpoints per phase, by kind and by intent.

use super::exporter::TextLayout;
use super::paragraph::paragraph;
use super::terminal_text::TextStyle;
use crate::lang::Lang;
use crate::map::balance::Balance;
use crate::map::width::{align_right, fill, width};
use crate::map::{Intent, JourneyMap, Kind, Phase};

/// Returns the table of counts, the phases and kinds without touchpoints, and advice on which reach to enter first.
pub(crate) fn counts(map: &JourneyMap, layout: &TextLayout) -> String {
    let lang = layout.lang;
    let balance = Balance::of(map);
    let rows = count_rows(map, &balance, lang);
    let mut headings: Vec<String> = Phase::ALL.iter().map(|&phase| lang.phase(phase)).collect();
    headings.push(lang.counts_all());
    let column_width = headings.iter().map(|heading| width(heading)).max().unwrap_or_default().max(5) + 2;
    let name_width = rows.iter().map(|(name, _)| width(name)).max().unwrap_or_default();

    let mut text = String::new();
    let line: String = headings.iter().map(|heading| align_right(heading, column_width)).collect();
    text += &layout.colour.paint(TextStyle::Heading, &(fill("", name_width) + &line));
    text.push('\n');
    for (nth, (name, counts)) in rows.iter().enumerate() {
        if starts_group(nth) {
            text.push('\n');
        }
        let numbers = counts.iter().copied().chain([counts.iter().sum()]);
        let numbers: String = numbers.map(|count| align_right(&lang.number(count as u128), column_width)).collect();
        text += &format!("{}{numbers}\n", fill(name, name_width));
    }
    let gaps: Vec<String> = balance.gaps().iter().map(|gap| lang.gap(gap)).collect();
    if !gaps.is_empty() {
        text.push('\n');
        text += &paragraph(&gaps.join(" · "), Some(TextStyle::Quiet), layout);
    }
    text.push('\n');
    text + &paragraph(&advice(map, lang), None, layout)
}

/// Returns the rows of the table, each with its name and a count for each phase: all touchpoints, each kind, each intent.
pub(super) fn count_rows(map: &JourneyMap, balance: &Balance, lang: &Lang) -> Vec<(String, [usize; 3])> {
    let mut rows = vec![(lang.counts_touchpoints(), Phase::ALL.map(|phase| map.phase(phase).len()))];
    for kind in Kind::ALL.map(Some).into_iter().chain([None]) {
        let name = kind.map_or_else(|| lang.counts_no_kind(), |kind| lang.kind(kind).to_owned());
        rows.push((name, Phase::ALL.map(|phase| balance.of_kind(phase, kind))));
    }
    for intent in Intent::ALL.map(Some).into_iter().chain([None]) {
        let name = intent.map_or_else(|| lang.counts_no_intent(), |intent| lang.intent(intent).to_owned());
        rows.push((name, Phase::ALL.map(|phase| balance.of_intent(phase, intent))));
    }
    rows
}

/// Returns true if the row is the first of a group: of the kinds, or of the intents.
pub(super) fn starts_group(nth: usize) -> bool {
    nth == 1 || nth == 1 + Kind::ALL.len() + 1
}

/// Returns a sentence that says what to enter so that the map has a funnel.
pub(super) fn advice(map: &JourneyMap, lang: &Lang) -> String {
    let first = [Phase::Before, Phase::During].into_iter().find_map(|phase| map.phase(phase).first());
    match first {
        Some(touchpoint) => lang.funnel_text_needs_reach(&touchpoint.name, map.unit()),
        None => lang.funnel_text_needs_touchpoints(map.unit()),
    }
}
