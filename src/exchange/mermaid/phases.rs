//! The phase of a diagram's section: by its name in English or Spanish, by the user's choice, or by its place.

use crate::map::Phase;
use crate::map::text::fold;

/// Words for a phase itself; they decide, whatever else a name contains.
const PHASE_WORDS: [(Phase, &[&str]); 3] = [
    (
        Phase::Before,
        &["before", "pre", "prior", "antes", "previo", "previa", "preventa", "precompra", "prepurchase", "presales"],
    ),
    (Phase::During, &["during", "while", "durante", "mientras"]),
    (
        Phase::After,
        &[
            "after",
            "post",
            "despues",
            "tras",
            "postventa",
            "posventa",
            "postcompra",
            "poscompra",
            "postpurchase",
            "aftersales",
        ],
    ),
];
/// Words for what customers do in a phase.
const ACTIVITY_WORDS: [(Phase, &[&str]); 3] = [
    (
        Phase::Before,
        &[
            "awareness",
            "discovery",
            "discover",
            "consideration",
            "consider",
            "research",
            "search",
            "inspiration",
            "interest",
            "evaluation",
            "comparison",
            "compare",
            "conocimiento",
            "descubrimiento",
            "descubrir",
            "consideracion",
            "investigacion",
            "busqueda",
            "inspiracion",
            "interes",
            "evaluacion",
            "comparacion",
            "comparar",
        ],
    ),
    (
        Phase::During,
        &[
            "purchase",
            "purchasing",
            "buy",
            "buying",
            "order",
            "ordering",
            "checkout",
            "payment",
            "pay",
            "conversion",
            "decision",
            "acquisition",
            "booking",
            "compra",
            "comprar",
            "pedido",
            "pago",
            "pagar",
            "adquisicion",
            "reserva",
            "contratacion",
        ],
    ),
    (
        Phase::After,
        &[
            "onboarding",
            "delivery",
            "use",
            "usage",
            "using",
            "support",
            "service",
            "retention",
            "loyalty",
            "advocacy",
            "renewal",
            "return",
            "returns",
            "repurchase",
            "entrega",
            "uso",
            "soporte",
            "servicio",
            "retencion",
            "fidelizacion",
            "lealtad",
            "recomendacion",
            "renovacion",
            "devolucion",
            "devoluciones",
            "recompra",
        ],
    ),
];

/// Returns the phase that the name of a section contains, if any.
pub fn phase_in_name(name: &str) -> Option<Phase> {
    let name = fold(name);
    let words = || name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let find = |word: &str, table: &[(Phase, &[&str])]| {
        table.iter().find(|(_, known)| known.contains(&word)).map(|(phase, _)| *phase)
    };
    words().find_map(|word| find(word, &PHASE_WORDS)).or_else(|| words().find_map(|word| find(word, &ACTIVITY_WORDS)))
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

/// The phases of a diagram's sections.
pub(crate) struct PhasesOfSections {
    pub phases: Vec<Phase>,
    /// True if no name contains a phase, so that the sections were divided into thirds.
    pub is_guessed: bool,
}

/// Returns the phase of each section: as the user chose, else by its name, else that of the section before.
pub(crate) fn phases_of_sections(names: &[String], chosen: &[(String, Phase)]) -> PhasesOfSections {
    let phase = |name: &str| {
        let chosen = chosen.iter().find(|(each, _)| is_same_name(each, name)).map(|(_, phase)| *phase);
        chosen.or_else(|| phase_in_name(name))
    };
    let known: Vec<Option<Phase>> = names.iter().map(|name| phase(name)).collect();
    if known.iter().all(Option::is_none) {
        let third = |nth: usize| Phase::ALL[nth * Phase::ALL.len() / names.len()];
        return PhasesOfSections { phases: (0..names.len()).map(third).collect(), is_guessed: true };
    }
    let mut last = Phase::Before;
    let phases = known.into_iter().map(|phase| {
        last = phase.unwrap_or(last);
        last
    });
    PhasesOfSections { phases: phases.collect(), is_guessed: false }
}

/// Returns true if two names of sections are equal, ignoring case and accents.
pub(crate) fn is_same_name(one: &str, other: &str) -> bool {
    fold(one.trim()) == fold(other.trim())
}
