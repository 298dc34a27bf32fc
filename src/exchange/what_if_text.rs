//! What a funnel would be, as a text: what is supposed, the steps that change, the buyers.

use super::funnel_words::count;
use super::paragraph::paragraph;
use super::terminal_text::TextStyle;
use super::{FunnelReport, TextLayout};
use crate::lang::Lang;
use crate::map::width::{cut, fill, width};
use crate::map::{Outcome, Supposed};

const GAP: usize = 2;

/// What the funnel would be with these conversions.
pub fn what_if(of: &FunnelReport, supposed: &[Supposed], outcome: &Outcome, layout: &TextLayout) -> String {
    let (lang, ink) = (layout.lang, layout.colour);
    let mut text = String::new();
    for each in supposed {
        let now = each.position.checked_sub(1).and_then(|index| of.funnel.steps.get(index)?.conversion);
        text += &paragraph(&lang.what_if(each, now.unwrap_or_default()), Some(TextStyle::Heading), layout);
    }
    let rows: Vec<Changed> = outcome.changed(of.funnel).map(|index| Changed::new(of, outcome, index, lang)).collect();
    let widest = |cells: &dyn Fn(&Changed) -> usize| rows.iter().map(cells).max().unwrap_or_default();
    let position = widest(&|row| row.position.len()).max(2);
    let (now, then) = (widest(&|row| width(&row.now)), widest(&|row| width(&row.then)));
    let room = layout.width.saturating_sub(position + GAP + GAP + now + 3 + then).max(8);
    let name = widest(&|row| width(row.name)).min(room);
    for row in &rows {
        let right = |text: &str, cells: usize| format!("{:1$}{text}", "", cells.saturating_sub(width(text)));
        let names = fill(&cut(row.name, name), name);
        let numbers = format!("{} → {}", right(&row.now, now), right(&row.then, then));
        text += &format!("{}{:GAP$}{names}{:GAP$}{numbers}\n", right(&row.position, position), "", "");
    }
    text.push('\n');
    text += &ink.paint(TextStyle::Heading, &lang.what_if_buyers(outcome));
    text.push('\n');
    text
}

/// A step with another reach.
struct Changed<'a> {
    position: String,
    name: &'a str,
    now: String,
    then: String,
}

impl<'a> Changed<'a> {
    fn new(of: &FunnelReport<'a>, outcome: &Outcome, index: usize, lang: &Lang) -> Changed<'a> {
        let step = &of.funnel.steps[index];
        Changed {
            position: (index + 1).to_string(),
            name: of.map.at(step.place()).map(|touchpoint| &*touchpoint.name).unwrap_or_default(),
            now: count(lang, step.reach.unwrap_or_default()),
            then: lang.amount(outcome.steps[index].unwrap_or_default()),
        }
    }
}
