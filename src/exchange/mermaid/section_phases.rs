//! The argument of `--phases`: phases that the user chooses for sections, like `Search=before,Pay=during`.

use crate::exchange::import::stage::is_phase_word;
use crate::map::Phase;
use crate::map::text::is_same_name;

/// Names of sections with the phases that the user chose for them.
pub(crate) type SectionPhases = Vec<(String, Phase)>;

/// Why the argument cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SectionPhasesError {
    #[error("`{0}` gives no phase; write it like \"Search=before,Pay=during\"")]
    NoPhase(String),
    #[error("`{0}` is no phase; use before, during or after")]
    UnknownPhase(String),
    #[error("`={0}` gives a phase to no section; write the section's name in front")]
    NoName(String),
    #[error("`{0}` is given twice; give each section once")]
    Repeated(String),
    #[error("a quotation mark is not closed; a mark in a name is written \\\"")]
    UnclosedQuote,
}

/// Parses `A=before,B=during`; a name that contains `,` or `=` is quoted, or has a `\` before each of them.
pub fn parse(list: &str) -> Result<SectionPhases, SectionPhasesError> {
    let mut phases = SectionPhases::new();
    for entry in entries(list)? {
        let (name, phase) = match entry {
            (name, None) if name.is_empty() => continue,
            (name, None) => return Err(SectionPhasesError::NoPhase(name)),
            (name, Some(phase)) if name.is_empty() => return Err(SectionPhasesError::NoName(phase)),
            (name, Some(phase)) => (name, phase),
        };
        let known = Phase::ALL.into_iter().find(|&each| is_phase_word(&phase, each));
        let known = known.ok_or(SectionPhasesError::UnknownPhase(phase))?;
        if phases.iter().any(|(each, _)| is_same_name(each, &name)) {
            return Err(SectionPhasesError::Repeated(name));
        }
        phases.push((name, known));
    }
    Ok(phases)
}

const QUOTE: char = '"';

/// Splits a list into names, each with the text after its `=`.
fn entries(list: &str) -> Result<Vec<(String, Option<String>)>, SectionPhasesError> {
    let mut entries = vec![(String::new(), None::<String>)];
    let (mut quoted, mut escaped) = (false, false);
    for c in list.chars() {
        let Some((name, phase)) = entries.last_mut() else { continue };
        match c {
            '\\' if !escaped => {
                escaped = true;
                continue;
            }
            QUOTE if !escaped => quoted = !quoted,
            ',' if !escaped && !quoted => entries.push((String::new(), None)),
            '=' if !escaped && !quoted && phase.is_none() => *phase = Some(String::new()),
            c => phase.as_mut().unwrap_or(name).push(c),
        }
        escaped = false;
    }
    if quoted {
        return Err(SectionPhasesError::UnclosedQuote);
    }
    let trimmed = |text: String| text.trim().to_owned();
    Ok(entries.into_iter().map(|(name, phase)| (trimmed(name), phase.map(trimmed))).collect())
}
