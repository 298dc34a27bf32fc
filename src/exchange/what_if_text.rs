//! A supposed funnel as text: the supposed conversions, the steps that change and the buyers.

use std::borrow::Cow;
use std::sync::Arc;

use super::exporter::{FunnelReport, TextLayout};
use super::funnel_words::count;
use super::paragraph::paragraph;
use super::terminal_text::TextStyle;
use crate::lang::Lang;
use crate::map::step::alternatives_name;
use crate::map::width::{align_right, fill, width};
use crate::map::{Touchpoint, WhatIfOutcome, WhatIfStep};

/// The space between two columns.
const GAP: usize = 2;

/// Returns the outcome of a funnel under the supposed conversions.
pub fn what_if(report: &FunnelReport, supposed: &[WhatIfStep], outcome: &WhatIfOutcome, layout: &TextLayout) -> String {
    let lang = layout.lang;
    let mut text = String::new();
    for each in supposed {
        let current = each.position.checked_sub(1).and_then(|index| report.funnel.steps.get(index)?.conversion);
        text += &paragraph(&lang.what_if(each, current.unwrap_or_default()), Some(TextStyle::Heading), layout);
    }
    let rows: Vec<ChangedStep> =
        outcome.changed(report.funnel).map(|index| ChangedStep::new(report, outcome, index, lang)).collect();
    let widest = |cells: &dyn Fn(&ChangedStep) -> usize| rows.iter().map(cells).max().unwrap_or_default();
    let position = widest(&|row| row.position.len()).max(2);
    let (current, supposed) = (widest(&|row| width(&row.current)), widest(&|row| width(&row.supposed)));
    let available = layout.width.saturating_sub(position + GAP + GAP + current + 3 + supposed).max(8);
    let names: Vec<Cow<'_, str>> = rows.iter().map(|row| alternatives_name(row.touchpoints, available)).collect();
    let name = names.iter().map(|name| width(name)).max().unwrap_or_default();
    for (row, names) in rows.iter().zip(&names) {
        let names = fill(names, name);
        let numbers = format!("{} → {}", align_right(&row.current, current), align_right(&row.supposed, supposed));
        text += &format!("{}{:GAP$}{names}{:GAP$}{numbers}\n", align_right(&row.position, position), "", "");
    }
    text.push('\n');
    text += &layout.colour.paint(TextStyle::Heading, &lang.what_if_buyers(outcome, report.map.unit()));
    text.push('\n');
    text
}

/// A step whose reach changes.
struct ChangedStep<'a> {
    position: String,
    touchpoints: &'a [Arc<Touchpoint>],
    /// Its reach now.
    current: String,
    /// Its reach under the supposed conversions.
    supposed: String,
}

impl<'a> ChangedStep<'a> {
    fn new(report: &FunnelReport<'a>, outcome: &WhatIfOutcome, index: usize, lang: &Lang) -> ChangedStep<'a> {
        let step = &report.funnel.steps[index];
        ChangedStep {
            position: (index + 1).to_string(),
            touchpoints: report.map.phase(step.phase).get(step.rows.clone()).unwrap_or_default(),
            current: count(lang, step.reach.unwrap_or_default()),
            supposed: lang.amount(outcome.steps[index].unwrap_or_default()),
        }
    }
}
