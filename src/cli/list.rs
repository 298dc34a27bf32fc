//! `periplo list`: the touchpoints of a map as numbered lines of words, which a screen reader reads well.

use super::args::ListArgs;
use super::context::CommandContext;
use super::failure::Failure;
use super::outcome::Outcome;
use super::output::print_text;
use super::read_map::read_map;
use crate::lang::Lang;
use crate::map::{Phase, Touchpoint};

/// Prints the title, and each phase with its touchpoints and their ids.
pub(super) fn list(arguments: &ListArgs, context: &CommandContext) -> Result<Outcome, Failure> {
    let map = read_map(&arguments.map, context)?;
    let lang = &context.lang;
    let mut lines = vec![map.header().title.to_string()];
    for phase in Phase::ALL.into_iter().filter(|&phase| arguments.phase.is_none_or(|only| only == phase)) {
        let touchpoints = map.phase(phase);
        lines.push(lang.list_phase(&lang.phase(phase), touchpoints.len()));
        lines.extend(touchpoints.iter().zip(1..).map(|(each, number)| line(number, each, lang)));
    }
    lines.push(String::new());
    print_text(&lines.join("\n"))?;
    Ok(Outcome::Done)
}

/// Returns the line of a touchpoint: its number, its name, what is known of it, and its id.
fn line(number: usize, touchpoint: &Touchpoint, lang: &Lang) -> String {
    let reach = |reach| lang.list_reach(&lang.number(u128::from(reach)), &lang.evidence(touchpoint.evidence));
    let known = [
        touchpoint.with_previous.then(|| lang.list_alternative()),
        touchpoint.kind.map(|kind| lang.kind(kind).to_owned()),
        touchpoint.intent.map(|intent| lang.intent(intent).to_owned()),
        touchpoint.channel.as_deref().map(|channel| lang.list_channel(channel)),
        touchpoint.reach.map(reach),
        touchpoint.emotion.map(|emotion| lang.list_emotion(&lang.emotion(emotion))),
        touchpoint.critical.then(|| lang.list_critical()),
        Some(lang.list_id(&touchpoint.id.to_string())),
    ];
    let known: Vec<_> = known.into_iter().flatten().collect();
    format!("{number}. {}; {}", touchpoint.name, known.join("; "))
}
