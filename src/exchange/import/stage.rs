//! The phase of a stage by its name: the sections of diagrams, the frames of boards, the stages and steps of tables.

use super::stage_words::{ACTIVITIES, FUNNEL_STEPS, PHASES, STAGES, WHOLE_NAMES};
use crate::map::Phase;
use crate::map::text::{fold, is_same_name};

/// Returns the phase that the name of a stage contains in any of six languages, if any.
///
/// Numbers, emoji and words like "Stage 2:" in the name do not matter. A word for a phase itself decides, whatever else the
/// name contains; else the first known word for what customers do there.
pub fn phase_in_name(name: &str) -> Option<Phase> {
    let name = plain_words(name);
    PHASES.find(&name).or_else(|| ACTIVITIES.find(&name))
}

/// Returns the phase that the name of a stage of a journey contains, if any; it also knows words that are too general for
/// what customers do, and names of well-known models, such as `Act` or `Revenue`.
pub(crate) fn phase_of_stage(name: &str) -> Option<Phase> {
    let words = plain_words(name);
    phase_in_name(name).or_else(|| STAGES.find(&words)).or_else(|| WHOLE_NAMES.exactly(words.trim()))
}

/// Returns the phase that the name of a funnel's step contains, if any; it also knows carts and checkouts.
pub fn phase_of_step(name: &str) -> Option<Phase> {
    phase_in_name(name).or_else(|| FUNNEL_STEPS.find(&plain_words(name)))
}

/// Returns true if a name is nothing but the word for a phase.
pub(crate) fn is_phase_word(name: &str, phase: Phase) -> bool {
    let words: &[&str] = match phase {
        Phase::Before => &["before", "antes"],
        Phase::During => &["during", "durante"],
        Phase::After => &["after", "despues"],
    };
    words.contains(&fold(name).trim())
}

/// Returns true if a name contains a word for a phase itself, in any of six languages.
pub(crate) fn has_phase_word(name: &str) -> bool {
    PHASES.find(&plain_words(name)).is_some()
}

/// Words for acquisition. It means the purchase; but as the first of several stages, that people come to know of an offer.
const ACQUISITION: [&str; 4] = ["acquisition", "adquisicion", "aquisicao", "acquisizione"];

/// How the phase of a stage was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhaseOrigin {
    /// The user chose it.
    Chosen,
    /// The name of the stage contains it.
    Name,
    /// It is that of the stage before, or the first phase if there is none.
    Neighbour,
    /// No stage has a phase in its name, so the stages were divided into thirds.
    Third,
    /// It follows from the step's place in its funnel: all before the last are before the purchase.
    Place,
}

impl PhaseOrigin {
    /// Returns true if the phase may well be another.
    pub const fn is_guess(self) -> bool {
        match self {
            PhaseOrigin::Chosen | PhaseOrigin::Name => false,
            PhaseOrigin::Neighbour | PhaseOrigin::Third | PhaseOrigin::Place => true,
        }
    }
}

/// Returns the phase of each stage, in their order: as the user chose, else by its name, else that of the stage before.
pub fn phases_of_stages(names: &[String], chosen: &[(String, Phase)]) -> Vec<(Phase, PhaseOrigin)> {
    let known = |name: &String| {
        let chosen = chosen.iter().find(|(each, _)| is_same_name(each, name));
        let chosen = chosen.map(|(_, phase)| (*phase, PhaseOrigin::Chosen));
        chosen.or_else(|| Some((phase_of_stage(name)?, PhaseOrigin::Name)))
    };
    let mut known: Vec<Option<(Phase, PhaseOrigin)>> = names.iter().map(known).collect();
    if let [Some((phase, PhaseOrigin::Name)), ..] = known.as_mut_slice()
        && names.len() > 2
        && plain_words(&names[0]).split(' ').any(|word| ACQUISITION.contains(&word))
    {
        *phase = Phase::Before;
    }
    if known.iter().all(Option::is_none) {
        let third = |nth: usize| Phase::ALL[nth * Phase::ALL.len() / names.len()];
        return (0..names.len()).map(|nth| (third(nth), PhaseOrigin::Third)).collect();
    }
    let mut last = Phase::Before;
    let phases = known.into_iter().map(|found| {
        let found = found.unwrap_or((last, PhaseOrigin::Neighbour));
        last = found.0;
        found
    });
    phases.collect()
}

/// Returns the words of a name with one blank around each, without case, accents and signs: `PostPurchase` has two.
fn plain_words(name: &str) -> String {
    let mut spaced = String::with_capacity(name.len() + 2);
    let mut after_small_letter = false;
    for c in name.chars() {
        if after_small_letter && c.is_uppercase() {
            spaced.push(' ');
        }
        after_small_letter = c.is_lowercase();
        spaced.push(c);
    }
    let folded = fold(&spaced);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.fold(" ".to_owned(), |words, word| words + word + " ")
}
