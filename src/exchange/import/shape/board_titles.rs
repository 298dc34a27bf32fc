//! Which lines of a board or of a list are the names of stages and frames.

use crate::exchange::import::stage::{has_phase_word, is_phase_word, phase_of_stage};
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

/// Words in front of the number of a stage, which say nothing about its phase.
const STAGE_WORDS: [&str; 8] = ["stage", "phase", "step", "etapa", "fase", "paso", "etape", "schritt"];

/// Acts of customers that are words for a phase too, but never the name of a stage.
const ACTS: [&str; 4] = ["pays", "buys", "paga", "descubre"];
/// Nouns that name stages in models of journeys, in six languages, and hardly any touchpoint.
#[rustfmt::skip]
const STAGE_NOUNS: &[&str] = &["awareness", "consideration", "purchase", "loyalty", "advocacy", "retention", "discovery", "evaluation",
    "onboarding", "conversion", "postpurchase", "conocimiento", "descubrimiento", "consideracion", "compra", "fidelizacion", "fidelidad",
    "lealtad", "retencion", "evaluacion", "posventa", "postventa", "precompra", "postcompra", "poscompra", "descoberta", "fidelizacao",
    "retencao", "posvenda", "decouverte", "achat", "fidelisation", "scoperta", "acquisto", "fidelizzazione", "entdeckung", "kauf",
    "kundenbindung"];

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
    let is_other_known = others().any(|line| sign(line, phases) != Sign::None && !ACTS.contains(&plain(line).as_str()));
    let are_all_known = known == firsts.len() && !is_other_known;
    marked * 2 >= firsts.len() && marked > 0
        || are_all_known
        || known * 2 >= firsts.len() && mean_words(firsts.iter().copied()) * 1.5 <= mean_words(others())
        || in_capitals == firsts.len() && !others().any(is_in_capitals)
}

/// Returns for each group whether it is a single line that names a stage, whose lines follow after a blank line.
///
/// A word for a phase is always such a name. Another name counts only if both are true:
/// - The list begins with such a name, or one stands above each group of several lines.
/// - There are groups of several lines, or the names are clearly shorter than the other lines.
pub(super) fn lone_titles(groups: &[Vec<&str>], phases: &[(String, Phase)]) -> Vec<bool> {
    let mut are_titles: Vec<bool> = Vec::with_capacity(groups.len());
    let mut are_sure = Vec::with_capacity(groups.len());
    let lone =
        |nth: usize| groups.get(nth).filter(|group| group.len() == 1 && nth + 1 < groups.len()).map(|group| group[0]);
    let is_sure = |nth: usize| lone(nth).is_some_and(|line| is_title(line, phases));
    let has_headings = groups.iter().flatten().any(|line| is_headed(line));
    for nth in 0..groups.len() {
        let is_known = lone(nth).is_some_and(|line| sign(line, phases) != Sign::None);
        let is_likely =
            is_known && !has_headings && !is_sure(nth + 1) && !are_titles.last().is_some_and(|above| *above);
        are_sure.push(is_sure(nth));
        are_titles.push(is_sure(nth) || is_likely);
    }
    let is_longer = |nth: &usize| groups[*nth].len() > 1;
    let mut longer = (0..groups.len()).filter(is_longer).peekable();
    let has_longer = longer.peek().is_some();
    let is_below_title = |nth: usize| nth > 0 && are_titles[nth - 1];
    let are_several = are_titles.iter().filter(|is_title| **is_title).count() > 1;
    let begins = are_titles.first() == Some(&true) || has_longer && are_several && longer.all(is_below_title);
    let lines_of = |wanted: bool| {
        let groups = groups.iter().zip(&are_titles).filter(move |(_, is_title)| **is_title == wanted);
        groups.flat_map(|(group, _)| group.iter().copied())
    };
    let are_shorter = || mean_words(lines_of(true)) * 1.5 <= mean_words(lines_of(false));
    if begins && (has_longer || are_shorter()) { are_titles } else { are_sure }
}

/// Returns true if the first line of a group is the name of a stage, in a list whose other stages are named like
/// [`lone_titles`].
pub(super) fn is_titled(group: &[&str], phases: &[(String, Phase)]) -> bool {
    group.len() > 1 && sign(group[0], phases) != Sign::None
}

/// Returns true if the lines of a list stand below nouns that name stages, without blank lines between them.
pub(super) fn has_noun_titles(lines: &[&str], phases: &[(String, Phase)]) -> bool {
    let are_titles: Vec<bool> = lines.iter().map(|line| is_noun(line) || is_title(line, phases)).collect();
    let has_line_below = |nth: usize| are_titles.get(nth + 1) == Some(&false);
    let titles = (0..lines.len()).filter(|&nth| are_titles[nth]);
    are_titles.first() == Some(&true) && titles.clone().count() >= 2 && titles.clone().all(has_line_below)
}

/// Returns true if a line is a noun that names a stage.
pub(super) fn is_noun(text: &str) -> bool {
    STAGE_NOUNS.contains(&plain(text).as_str())
}

/// Splits a line with the name of a stage in front, as in `During: pays`.
pub(super) fn stage_in_front<'a>(text: &'a str, phases: &[(String, Phase)]) -> Option<(&'a str, &'a str)> {
    let (stage, rest) = text.split_once(':')?;
    let (stage, rest) = (stage.trim(), rest.trim());
    (!rest.is_empty() && sign(stage, phases) != Sign::None).then_some((stage, rest))
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
    let is_word = |word: &&str| word.contains(char::is_alphabetic) && !STAGE_WORDS.contains(&plain(word).as_str());
    let words = text.split_whitespace().filter(is_word).count();
    if is_title(text, phases) || words <= MAX_PHASE_WORDS && !text.ends_with('?') && has_phase_word(text) {
        Sign::Marked
    } else if words <= MAX_STAGE_WORDS && !text.ends_with('?') && phase_of_stage(text).is_some() {
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

    fn lone(groups: &[&[&str]]) -> String {
        let are_titles = lone_titles(&groups.iter().map(|group| group.to_vec()).collect::<Vec<_>>(), &[]);
        are_titles.into_iter().map(|is_title| if is_title { 'T' } else { '-' }).collect()
    }

    #[test]
    fn a_line_alone_is_the_name_of_a_stage_if_it_looks_like_one() {
        assert_eq!(lone(&[&["Before"], &["Sees ad", "Asks"], &["During"], &["Pays"]]), "T-T-");
        assert_eq!(lone(&[&["Before"], &["Sees ad"], &["Asks"], &["After"], &["Pays"]]), "T--T-");
        assert_eq!(
            lone(&[&["Awareness"], &["Sees ad", "Asks"], &["Purchase"], &["Pays"], &["Loyalty"], &["Calls"]]),
            "T-T-T-"
        );
        assert_eq!(
            lone(&[&["Awareness"], &["Sees the ad"], &["Asks a friend"], &["Purchase"], &["Pays with card"]]),
            "T--T-"
        );
        assert_eq!(
            lone(&[&["Our shop"], &["Awareness"], &["Sees ad", "Asks"], &["Stage 2: Purchase"], &["Pays", "Signs"]]),
            "-T-T-"
        );
        assert_eq!(lone(&[&["Looks"], &["Pays"], &["Signs", "Goes"]]), "---");
        assert_eq!(lone(&[&["Search"], &["Pays"], &["Calls"]]), "---");
        assert_eq!(lone(&[&["Sees it"], &["Buys"]]), "--");
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
