//! Messages about journey diagrams of Mermaid, written and read.

use i18n_embed_fl::fl;

use super::{Lang, messages};
use crate::map::Phase;

messages! {
    // What a diagram cannot hold.
    mermaid_lost(fields: &str) = "mermaid-lost";
    mermaid_unknown_emotions(count: usize) = "mermaid-unknown-emotions";

    // The beginning of a diagram.
    mermaid_no_diagram() = "mermaid-no-diagram";
    mermaid_none_on_page() = "mermaid-none-on-page";
    mermaid_no_journey(word: &str) = "mermaid-no-journey";
    mermaid_second_journey() = "mermaid-second-journey";
    mermaid_more_journeys(count: usize, titles: &str) = "mermaid-more-journeys";
    mermaid_no_such_diagram(wanted: &str, titles: &str) = "mermaid-no-such-diagram";
    mermaid_numbered_title(number: usize, title: &str) = "mermaid-numbered-title";
    mermaid_front_matter() = "mermaid-front-matter";
    mermaid_second_title() = "mermaid-second-title";
    mermaid_task_as_title(text: &str) = "mermaid-task-as-title";

    // Lines that Mermaid reads differently or not at all.
    mermaid_semicolon() = "mermaid-semicolon";
    mermaid_comment(text: &str) = "mermaid-comment";
    mermaid_hidden_line(text: &str) = "mermaid-hidden-line";
    mermaid_swallowed(word: &str, text: &str) = "mermaid-swallowed";
    mermaid_no_text(word: &str) = "mermaid-no-text";
    mermaid_unclosed_description() = "mermaid-unclosed-description";
    mermaid_unclosed_directive() = "mermaid-unclosed-directive";
    mermaid_style_end() = "mermaid-style-end";
    mermaid_cut(text: &str, limit: usize) = "mermaid-cut";
    mermaid_unknown_character(name: &str) = "mermaid-unknown-character";

    // Tasks.
    mermaid_no_name() = "mermaid-no-name";
    mermaid_cut_name(name: &str) = "mermaid-cut-name";
    mermaid_needs_score(name: &str) = "mermaid-needs-score";
    mermaid_no_score() = "mermaid-no-score";
    mermaid_no_number(score: &str) = "mermaid-no-number";
    mermaid_other_score(score: &str, taken: u64) = "mermaid-other-score";
    mermaid_dropped(text: &str) = "mermaid-dropped";
    mermaid_no_actor() = "mermaid-no-actor";
    mermaid_repeated_id(name: &str) = "mermaid-repeated-id";

    // Sections.
    mermaid_section(name: &str) = "mermaid-section";
    mermaid_no_sections() = "mermaid-no-sections";
    mermaid_above_sections() = "mermaid-above-sections";
    mermaid_guessed(parts: &str) = "mermaid-guessed";
    mermaid_neighbours(parts: &str) = "mermaid-neighbours";
    mermaid_colon_in_section() = "mermaid-colon-in-section";
    mermaid_section_twice(name: &str, line: usize) = "mermaid-section-twice";
    mermaid_empty_section(name: &str) = "mermaid-empty-section";
    mermaid_no_such_section(name: &str, known: &str) = "mermaid-no-such-section";
}

impl Lang {
    /// Says that a diagram has more characters than Mermaid draws.
    pub(crate) fn mermaid_too_large(&self, size: usize, limit: usize) -> String {
        fl!(self.loader, "mermaid-too-large", size = self.number(size as u128), limit = self.number(limit as u128))
    }

    /// Returns a section with the phase that it was given.
    pub(crate) fn mermaid_part(&self, name: &str, phase: Phase) -> String {
        fl!(self.loader, "mermaid-part", name = name, phase = self.small_phase(phase))
    }

    /// Says that a section comes after one of a later phase.
    pub(crate) fn mermaid_earlier_phase(&self, name: &str, phase: Phase) -> String {
        fl!(self.loader, "mermaid-earlier-phase", name = name, phase = self.small_phase(phase))
    }
}
