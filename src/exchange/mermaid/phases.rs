//! Which phase a part of a journey is, by its name in either language, by what somebody says, or by its place.

use crate::map::Phase;
use crate::map::text::fold;

/// Words that place a part before, during or after the purchase, whatever else its name says.
const PLACES: [(Phase, &[&str]); 3] = [
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
const STAGES: [(Phase, &[&str]); 3] = [
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

/// The phase that a part's name says, if it says one.
pub fn named(name: &str) -> Option<Phase> {
    let name = fold(name);
    let words = || name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let of = |word: &str, table: &[(Phase, &[&str])]| {
        table.iter().find(|(_, known)| known.contains(&word)).map(|(phase, _)| *phase)
    };
    words().find_map(|word| of(word, &PLACES)).or_else(|| words().find_map(|word| of(word, &STAGES)))
}

/// Whether a part's name is nothing but the word for a phase.
pub fn is_only(name: &str, phase: Phase) -> bool {
    let words: &[&str] = match phase {
        Phase::Before => &["before", "antes"],
        Phase::During => &["during", "durante"],
        Phase::After => &["after", "despues"],
    };
    words.contains(&fold(name).trim())
}

/// The phases of a journey's parts by their names, and whether no name said one.
pub fn of_parts(names: &[String], said: &[(String, Phase)]) -> (Vec<Phase>, bool) {
    let phase = |name: &str| {
        let said = said.iter().find(|(each, _)| same(each, name)).map(|(_, phase)| *phase);
        said.or_else(|| named(name))
    };
    let matched: Vec<Option<Phase>> = names.iter().map(|name| phase(name)).collect();
    if matched.iter().all(Option::is_none) {
        let third = |nth: usize| Phase::ALL[nth * Phase::ALL.len() / names.len()];
        return ((0..names.len()).map(third).collect(), true);
    }
    let mut last = Phase::Before;
    let settled = matched.into_iter().map(|phase| {
        last = phase.unwrap_or(last);
        last
    });
    (settled.collect(), false)
}

/// Whether two names of parts are the same, case and accents aside.
pub fn same(one: &str, other: &str) -> bool {
    fold(one.trim()) == fold(other.trim())
}

/// The phases that somebody gave to parts, by the parts' names.
pub type Said = Vec<(String, Phase)>;

/// Why a list of phases cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotPhases {
    #[error("`{0}` gives no phase; write it like \"Search=before,Pay=during\"")]
    NoPhase(String),
    #[error("`{0}` is no phase; use before, during or after")]
    Unknown(String),
    #[error("`={0}` gives a phase to no section; write the section's name in front")]
    NoName(String),
    #[error("`{0}` is given twice; give each section once")]
    Twice(String),
    #[error("a quotation mark is not closed; a mark in a name is written \\\"")]
    Unclosed,
}

/// Reads `A=before,B=during`; a name with `,` or `=` in it stands in quotation marks, or has a `\` in front of them.
pub fn parse(list: &str) -> Result<Said, NotPhases> {
    let mut phases = Said::new();
    for entry in entries(list)? {
        let (name, phase) = match entry {
            (name, None) if name.is_empty() => continue,
            (name, None) => return Err(NotPhases::NoPhase(name)),
            (name, Some(phase)) if name.is_empty() => return Err(NotPhases::NoName(phase)),
            (name, Some(phase)) => (name, phase),
        };
        let known = Phase::ALL.into_iter().find(|&each| is_only(&phase, each));
        let known = known.ok_or(NotPhases::Unknown(phase))?;
        if phases.iter().any(|(each, _)| same(each, &name)) {
            return Err(NotPhases::Twice(name));
        }
        phases.push((name, known));
    }
    Ok(phases)
}

const QUOTE: char = '"';

/// The names of a list, each with what stands behind its `=`.
fn entries(list: &str) -> Result<Vec<(String, Option<String>)>, NotPhases> {
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
        return Err(NotPhases::Unclosed);
    }
    let trimmed = |text: String| text.trim().to_owned();
    Ok(entries.into_iter().map(|(name, phase)| (trimmed(name), phase.map(trimmed))).collect())
}
