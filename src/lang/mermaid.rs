//! What is said of Mermaid's journey diagrams, written and read.

use i18n_embed_fl::fl;

use super::Lang;
use crate::map::Phase;

impl Lang {
    /// That a diagram has no place for these fields.
    pub fn mermaid_lost(&self, fields: &str) -> String {
        fl!(self.loader, "mermaid-lost", fields = fields)
    }

    /// That touchpoints without emotion have a score in the diagram.
    pub fn mermaid_unknown_emotions(&self, count: usize) -> String {
        fl!(self.loader, "mermaid-unknown-emotions", count = count)
    }

    /// That a diagram has more characters than Mermaid draws.
    pub fn mermaid_too_large(&self, size: usize, limit: usize) -> String {
        fl!(self.loader, "mermaid-too-large", size = self.number(size as u128), limit = self.number(limit as u128))
    }

    /// That a text has no diagram.
    pub fn mermaid_no_diagram(&self) -> String {
        fl!(self.loader, "mermaid-no-diagram")
    }

    /// That a page has no journey diagram in a block of its own.
    pub fn mermaid_none_on_page(&self) -> String {
        fl!(self.loader, "mermaid-none-on-page")
    }

    /// That a task has the identity of an earlier one.
    pub fn mermaid_repeated_id(&self, name: &str) -> String {
        fl!(self.loader, "mermaid-repeated-id", name = name)
    }

    /// That a text begins with another word than a diagram does.
    pub fn mermaid_no_journey(&self, word: &str) -> String {
        fl!(self.loader, "mermaid-no-journey", word = word)
    }

    /// That the title of the front matter cannot be read.
    pub fn mermaid_front_matter(&self) -> String {
        fl!(self.loader, "mermaid-front-matter")
    }

    /// That a diagram must not have a semicolon.
    pub fn mermaid_semicolon(&self) -> String {
        fl!(self.loader, "mermaid-semicolon")
    }

    /// That a task has no score.
    pub fn mermaid_needs_score(&self, name: &str) -> String {
        fl!(self.loader, "mermaid-needs-score", name = name)
    }

    /// That a `#` hides what follows a name, also its score.
    pub fn mermaid_cut_name(&self, name: &str) -> String {
        fl!(self.loader, "mermaid-cut-name", name = name)
    }

    /// That a colon stands where a task should.
    pub fn mermaid_no_name(&self) -> String {
        fl!(self.loader, "mermaid-no-name")
    }

    /// That the name of a section has a colon.
    pub fn mermaid_colon_in_section(&self) -> String {
        fl!(self.loader, "mermaid-colon-in-section")
    }

    /// That a line begins with the word that begins diagrams.
    pub fn mermaid_second_journey(&self) -> String {
        fl!(self.loader, "mermaid-second-journey")
    }

    /// What a `#` hides.
    pub fn mermaid_comment(&self, text: &str) -> String {
        fl!(self.loader, "mermaid-comment", text = text)
    }

    /// What a `%%` hides.
    pub fn mermaid_hidden_line(&self, text: &str) -> String {
        fl!(self.loader, "mermaid-hidden-line", text = text)
    }

    /// That a word took the line below as its text.
    pub fn mermaid_swallowed(&self, word: &str, text: &str) -> String {
        fl!(self.loader, "mermaid-swallowed", word = word, text = text)
    }

    /// That a task became the title.
    pub fn mermaid_task_as_title(&self, text: &str) -> String {
        fl!(self.loader, "mermaid-task-as-title", text = text)
    }

    /// That there are two titles.
    pub fn mermaid_second_title(&self) -> String {
        fl!(self.loader, "mermaid-second-title")
    }

    /// That a description is not closed.
    pub fn mermaid_unclosed_description(&self) -> String {
        fl!(self.loader, "mermaid-unclosed-description")
    }

    /// That a word stands at the end without a text.
    pub fn mermaid_no_text(&self, word: &str) -> String {
        fl!(self.loader, "mermaid-no-text", word = word)
    }

    /// That a directive is not closed.
    pub fn mermaid_unclosed_directive(&self) -> String {
        fl!(self.loader, "mermaid-unclosed-directive")
    }

    /// What stands behind a third colon.
    pub fn mermaid_dropped(&self, text: &str) -> String {
        fl!(self.loader, "mermaid-dropped", text = text)
    }

    /// That a line lost its last semicolon.
    pub fn mermaid_style_end(&self) -> String {
        fl!(self.loader, "mermaid-style-end")
    }

    /// That an actor has no name.
    pub fn mermaid_no_actor(&self) -> String {
        fl!(self.loader, "mermaid-no-actor")
    }

    /// That a task has an empty score.
    pub fn mermaid_no_score(&self) -> String {
        fl!(self.loader, "mermaid-no-score")
    }

    /// That a score is no number.
    pub fn mermaid_no_number(&self, score: &str) -> String {
        fl!(self.loader, "mermaid-no-number", score = score)
    }

    /// That a score is taken for another.
    pub fn mermaid_other_score(&self, score: &str, taken: u64) -> String {
        fl!(self.loader, "mermaid-other-score", score = score, taken = taken)
    }

    /// That a text was cut, and how many characters fit.
    pub fn mermaid_cut(&self, text: &str, limit: usize) -> String {
        fl!(self.loader, "mermaid-cut", text = text, limit = limit)
    }

    /// That no character has that name.
    pub fn mermaid_unknown_character(&self, name: &str) -> String {
        fl!(self.loader, "mermaid-unknown-character", name = name)
    }

    /// That a diagram has no sections.
    pub fn mermaid_no_sections(&self) -> String {
        fl!(self.loader, "mermaid-no-sections")
    }

    /// That tasks stand above the first section.
    pub fn mermaid_above_sections(&self) -> String {
        fl!(self.loader, "mermaid-above-sections")
    }

    /// A section with its phase.
    pub fn mermaid_part(&self, name: &str, phase: Phase) -> String {
        fl!(self.loader, "mermaid-part", name = name, phase = self.small_phase(phase))
    }

    /// The phases that sections got by their order.
    pub fn mermaid_guessed(&self, parts: &str) -> String {
        fl!(self.loader, "mermaid-guessed", parts = parts)
    }

    /// That a section is there twice.
    pub fn mermaid_section_twice(&self, name: &str, line: usize) -> String {
        fl!(self.loader, "mermaid-section-twice", name = name, line = line)
    }

    /// That a section has no task.
    pub fn mermaid_empty_section(&self, name: &str) -> String {
        fl!(self.loader, "mermaid-empty-section", name = name)
    }

    /// That a section comes after a later phase.
    pub fn mermaid_earlier_phase(&self, name: &str, phase: Phase) -> String {
        fl!(self.loader, "mermaid-earlier-phase", name = name, phase = self.small_phase(phase))
    }

    /// The note of a touchpoint on its section.
    pub fn mermaid_section(&self, name: &str) -> String {
        fl!(self.loader, "mermaid-section", name = name)
    }

    /// That a phase was given to a section that is not there.
    pub fn mermaid_no_such_section(&self, name: &str, known: &str) -> String {
        fl!(self.loader, "mermaid-no-such-section", name = name, known = known)
    }

    /// That only the first of several diagrams is read.
    pub fn mermaid_more_journeys(&self, count: usize) -> String {
        fl!(self.loader, "mermaid-more-journeys", count = count)
    }
}
