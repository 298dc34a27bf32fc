//! The sentences about traps and faults of a diagram.

use super::entity;
use super::journey::{DiagramFault, Trap};
use crate::exchange::import::quote::quoted;
use crate::lang::Lang;

/// Returns what Mermaid does without a warning, and what to write instead.
pub(crate) fn trap(trap: &Trap, lang: &Lang) -> String {
    match trap {
        Trap::Comment(text) => lang.mermaid_comment(&quoted_entities(text)),
        Trap::HiddenLine(text) => lang.mermaid_hidden_line(&quoted_entities(text)),
        Trap::Swallowed { keyword, text } => lang.mermaid_swallowed(keyword, &quoted_entities(text)),
        Trap::TaskAsTitle(text) => lang.mermaid_task_as_title(&quoted_entities(text)),
        Trap::SecondTitle => lang.mermaid_second_title(),
        Trap::UnclosedDirective => lang.mermaid_unclosed_directive(),
        Trap::Dropped(text) => lang.mermaid_dropped(&quoted_entities(text)),
        Trap::StyleEnd => lang.mermaid_style_end(),
    }
}

/// Returns why Mermaid refuses a diagram, and what to do.
pub(crate) fn fault(fault: &DiagramFault, lang: &Lang) -> String {
    match fault {
        DiagramFault::NoJourney(word) if word.is_empty() => lang.mermaid_no_diagram(),
        DiagramFault::NoJourney(word) => lang.mermaid_no_journey(&quoted(word)),
        DiagramFault::FrontMatter => lang.mermaid_front_matter(),
        DiagramFault::Semicolon => lang.mermaid_semicolon(),
        DiagramFault::NoScore(name) => lang.mermaid_needs_score(&quoted_entities(name)),
        DiagramFault::CutName(name) => lang.mermaid_cut_name(&quoted_entities(name)),
        DiagramFault::NoName => lang.mermaid_no_name(),
        DiagramFault::ColonInSection => lang.mermaid_colon_in_section(),
        DiagramFault::UnclosedDescription => lang.mermaid_unclosed_description(),
        DiagramFault::NoText(keyword) => lang.mermaid_no_text(keyword),
        DiagramFault::SecondJourney => lang.mermaid_second_journey(),
    }
}

/// Quotes a text of the diagram as Mermaid shows it, with decoded entities.
fn quoted_entities(text: &str) -> String {
    quoted(&entity::decode(text).text)
}
