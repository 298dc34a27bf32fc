//! What there is to say of a map without numbers: touchpoints per phase, by kind and by intent.

use super::TextLayout;
use super::paragraph::paragraph;
use super::terminal_text::TextStyle;
use crate::lang::Lang;
use crate::map::balance::Balance;
use crate::map::width::{fill, width};
use crate::map::{Intent, JourneyMap, Kind, Phase};

/// The counts of a map, what it has nothing of, and which number to give first.
pub fn counts(map: &JourneyMap, layout: &TextLayout) -> String {
    let lang = layout.lang;
    let balance = Balance::of(map);
    let rows = rows(map, &balance, lang);
    let mut headings: Vec<String> = Phase::ALL.iter().map(|&phase| lang.phase(phase)).collect();
    headings.push(lang.counts_all());
    let column = headings.iter().map(|heading| width(heading)).max().unwrap_or_default().max(5) + 2;
    let first = rows.iter().map(|(name, _)| width(name)).max().unwrap_or_default();
    let right = |text: &str| format!("{:1$}{text}", "", column.saturating_sub(width(text)));

    let mut text = String::new();
    let line: String = headings.iter().map(|heading| right(heading)).collect();
    text += &layout.colour.paint(TextStyle::Heading, &(fill("", first) + &line));
    text.push('\n');
    for (nth, (name, counts)) in rows.iter().enumerate() {
        if begins_part(nth) {
            text.push('\n');
        }
        let numbers = counts.iter().copied().chain([counts.iter().sum()]);
        let numbers: String = numbers.map(|count| right(&lang.number(count as u128))).collect();
        text += &format!("{}{numbers}\n", fill(name, first));
    }
    let gaps: Vec<String> = balance.gaps().iter().map(|gap| lang.gap(gap)).collect();
    if !gaps.is_empty() {
        text.push('\n');
        text += &paragraph(&gaps.join(" · "), Some(TextStyle::Quiet), layout);
    }
    text.push('\n');
    text + &paragraph(&advice(map, lang), None, layout)
}

/// What is counted in each phase: touchpoints, those of each kind, those of each intent.
pub(super) fn rows(map: &JourneyMap, balance: &Balance, lang: &Lang) -> Vec<(String, [usize; 3])> {
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

/// Whether there is a gap in front of a row: in front of the kinds, and of the intents.
pub(super) fn begins_part(nth: usize) -> bool {
    nth == 1 || nth == 1 + Kind::ALL.len() + 1
}

/// What to do for a funnel.
pub(super) fn advice(map: &JourneyMap, lang: &Lang) -> String {
    let first = [Phase::Before, Phase::During].into_iter().find_map(|phase| map.phase(phase).first());
    match first {
        Some(touchpoint) => lang.funnel_needs_reach(&touchpoint.name),
        None => lang.funnel_needs_touchpoints(),
    }
}
