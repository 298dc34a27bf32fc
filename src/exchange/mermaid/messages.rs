//! The sentences about warnings and faults of a diagram.

use super::entity;
use super::journey::{DiagramFault, DiagramWarning};
use crate::exchange::import::quote::quoted;
use crate::lang::Lang;

/// Returns what Mermaid ignores or changes silently, and what to write instead.
pub(crate) fn warning(warning: &DiagramWarning, lang: &Lang) -> String {
    match warning {
        DiagramWarning::Comment(text) => lang.mermaid_comment(&quoted_entities(text)),
        DiagramWarning::HiddenLine(text) => lang.mermaid_hidden_line(&quoted_entities(text)),
        DiagramWarning::Swallowed { keyword, text } => lang.mermaid_swallowed(keyword, &quoted_entities(text)),
        DiagramWarning::TaskAsTitle(text) => lang.mermaid_task_as_title(&quoted_entities(text)),
        DiagramWarning::SecondTitle => lang.mermaid_second_title(),
        DiagramWarning::UnclosedDirective => lang.mermaid_unclosed_directive(),
        DiagramWarning::Dropped(text) => lang.mermaid_dropped(&quoted_entities(text)),
        DiagramWarning::StyleEnd => lang.mermaid_style_end(),
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
