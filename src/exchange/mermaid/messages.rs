//! What is said of a diagram's traps and faults.

use super::entity;
use super::journey::{Fault, Trap};
use crate::exchange::import::quote::quoted;
use crate::lang::Lang;

/// What Mermaid does without a word, and what to write instead.
pub fn trap(trap: &Trap, lang: &Lang) -> String {
    match trap {
        Trap::Comment(text) => lang.mermaid_comment(&shown(text)),
        Trap::HiddenLine(text) => lang.mermaid_hidden_line(&shown(text)),
        Trap::Swallowed { word, text } => lang.mermaid_swallowed(word, &shown(text)),
        Trap::TaskAsTitle(text) => lang.mermaid_task_as_title(&shown(text)),
        Trap::SecondTitle => lang.mermaid_second_title(),
        Trap::UnclosedDirective => lang.mermaid_unclosed_directive(),
        Trap::Dropped(text) => lang.mermaid_dropped(&shown(text)),
        Trap::StyleEnd => lang.mermaid_style_end(),
    }
}

/// Why a diagram is refused, and what to do.
pub fn fault(fault: &Fault, lang: &Lang) -> String {
    match fault {
        Fault::NoJourney(word) if word.is_empty() => lang.mermaid_no_diagram(),
        Fault::NoJourney(word) => lang.mermaid_no_journey(&quoted(word)),
        Fault::FrontMatter => lang.mermaid_front_matter(),
        Fault::Semicolon => lang.mermaid_semicolon(),
        Fault::NoScore(name) => lang.mermaid_needs_score(&shown(name)),
        Fault::CutName(name) => lang.mermaid_cut_name(&shown(name)),
        Fault::NoName => lang.mermaid_no_name(),
        Fault::ColonInSection => lang.mermaid_colon_in_section(),
        Fault::UnclosedDescription => lang.mermaid_unclosed_description(),
        Fault::NoText(word) => lang.mermaid_no_text(word),
        Fault::SecondJourney => lang.mermaid_second_journey(),
    }
}

/// A text of the diagram as Mermaid shows it, quoted.
fn shown(text: &str) -> String {
    quoted(&entity::shown(text).0)
}
