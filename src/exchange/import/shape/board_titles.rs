//! Which lines of a board or of a list are the names of stages and frames.

use crate::exchange::import::stage::{has_phase_word, is_phase_word, phase_in_name};
use crate::exchange::import::vocabulary::plain;
use crate::map::Phase;
use crate::map::text::is_same_name;

/// What boards call a frame that nobody named.
const UNNAMED_FRAMES: [&str; 9] =
    ["frame", "untitledframe", "section", "untitled", "marco", "marcosintitulo", "seccion", "cadre", "rahmen"];
/// The most words of the name of a stage that has a word for a phase, as `Antes de la compra`.
const MAX_PHASE_WORDS: usize = 4;
/// The most words of the name of another stage.
const MAX_STAGE_WORDS: usize = 2;

/// How a first line shows that it is the name of its group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    /// A colon, a `#`, the word for a phase, or a name that the user gave a phase.
    Marked,
    /// What customers do in a phase, as in `Compra`, which may as well be a touchpoint.
    Likely,
    None,
}

/// Returns true if the first line of every group is the name of a stage or of a frame.
///
/// Otherwise only the lines that [`is_title`] finds are names, and all others are touchpoints.
pub(super) fn begin_with_titles(groups: &[Vec<&str>], phases: &[(String, Phase)]) -> bool {
    let firsts: Vec<&str> = groups.iter().filter_map(|group| group.first().copied()).collect();
    if firsts.iter().any(|first| is_unnamed(first)) {
        return groups.len() > 1;
    }
    let others = || groups.iter().flat_map(|group| group.iter().skip(1).copied());
    if groups.len() < 2 || others().next().is_none() || others().chain(firsts.iter().copied()).any(is_headed) {
        return false;
    }
    let signs: Vec<Sign> = firsts.iter().map(|first| sign(first, phases)).collect();
    let count = |wanted: &[Sign]| signs.iter().filter(|sign| wanted.contains(sign)).count();
    let (marked, known) = (count(&[Sign::Marked]), count(&[Sign::Marked, Sign::Likely]));
    let in_capitals = firsts.iter().filter(|first| is_in_capitals(first)).count();
    let is_other_known = others().any(|line| sign(line, phases) != Sign::None);
    let are_all_known = known == firsts.len() && !is_other_known;
    marked * 2 >= firsts.len() && marked > 0
        || are_all_known
        || known * 2 >= firsts.len() && mean_words(firsts.iter().copied()) * 1.5 <= mean_words(others())
        || in_capitals == firsts.len() && !others().any(is_in_capitals)
}

/// Returns true if a line is the name of a stage wherever it stands.
pub(super) fn is_title(text: &str, phases: &[(String, Phase)]) -> bool {
    is_headed(text) || is_chosen(text, phases) || Phase::ALL.into_iter().any(|phase| is_phase_word(text, phase))
}

/// Returns true if a text is what boards call a frame that nobody named.
pub(super) fn is_unnamed(text: &str) -> bool {
    UNNAMED_FRAMES.contains(&plain(text).trim_end_matches(|c: char| c.is_ascii_digit()))
}

/// Returns the name of a stage without the signs of a heading.
pub(super) fn name(text: &str) -> &str {
    text.trim_start_matches('#').trim_end_matches(':').trim()
}

/// Returns true if a line has the sign of a heading.
fn is_headed(text: &str) -> bool {
    text.starts_with('#') || text.ends_with(':')
}

fn is_chosen(text: &str, phases: &[(String, Phase)]) -> bool {
    phases.iter().any(|(chosen, _)| is_same_name(chosen, name(text)))
}

fn sign(text: &str, phases: &[(String, Phase)]) -> Sign {
    let words = text.split_whitespace().count();
    if is_title(text, phases) || words <= MAX_PHASE_WORDS && !text.ends_with('?') && has_phase_word(text) {
        Sign::Marked
    } else if words <= MAX_STAGE_WORDS && !text.ends_with('?') && phase_in_name(text).is_some() {
        Sign::Likely
    } else {
        Sign::None
    }
}

fn is_in_capitals(text: &str) -> bool {
    text.chars().filter(|c| c.is_uppercase()).count() > 1 && !text.contains(char::is_lowercase)
}

fn mean_words<'a>(lines: impl Iterator<Item = &'a str>) -> f64 {
    let (count, words) =
        lines.fold((0, 0), |(count, words), line| (count + 1, words + line.split_whitespace().count()));
    words as f64 / f64::from(count.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn begin(groups: &[&[&str]]) -> bool {
        begin_with_titles(&groups.iter().map(|group| group.to_vec()).collect::<Vec<_>>(), &[])
    }

    #[test]
    fn first_lines_are_names_of_stages_only_if_they_look_like_some() {
        assert!(begin(&[&["Before", "Sees it"], &["Purchase", "Pays"]]));
        assert!(begin(&[
            &["Descubrimiento", "Ve el anuncio"],
            &["Prueba libre", "Se sienta un rato"],
            &["Compra", "Va"]
        ]));
        assert!(begin(&[&["PRIMERA VISITA", "Mira"], &["DÍA A DÍA", "Llama"]]));
        assert!(begin(&[&["Frame 1", "Coffee", "Drinks"], &["Frame 2", "Home", "Goes"]]));
        assert!(!begin(&[&["Buscar en Google", "Comparar"], &["Pedir cita", "Pagar"], &["Recoger", "Reclamar"]]));
        assert!(!begin(&[&["Looks for a shop", "Asks"], &["Pays", "Takes the bus"]]));
        assert!(!begin(&[&["Before:", "Looks"], &["Asks"], &["After:", "Calls"]]));
        assert!(!begin(&[&["Before", "Looks", "Asks"]]));
    }
}
