//! Words in tables for the values of choices such as kind or effort, in six languages.

use crate::map::{Agent, Choice, ChoiceSet, Effort, Evidence, Intent, Kind};

/// Words without case, accents and blanks, each with its value. They count only in a column of that set.
#[rustfmt::skip]
const WORDS: &[(Choice, &[&str])] = &[
    (Choice::Kind(Kind::Online), &["digital", "virtual", "web", "internet", "enlinea", "numerique", "enligne", "digitale"]),
    (Choice::Kind(Kind::Offline), &["physical", "inperson", "facetoface", "human", "fisico", "fisica", "presencial", "enpersona",
        "humano", "humana", "physique", "physisch", "personlich", "fisicamente", "dipersona"]),
    (Choice::Intent(Intent::Intentional), &["planned", "intended", "deliberate", "intencional", "intencionado", "intencionada",
        "planificado", "planificada", "planeado", "planejado", "geplant", "beabsichtigt", "prevu", "intentionnel", "previsto"]),
    (Choice::Intent(Intent::Unintentional), &["unplanned", "unintended", "accidental", "spontaneous", "nointencionado",
        "nointencionada", "nointencional", "espontaneo", "espontanea", "naointencional", "ungeplant", "unbeabsichtigt", "imprevu",
        "spontane", "nonprevisto"]),
    (Choice::Agent(Agent::Person), &["human", "people", "employee", "staff", "humano", "humana", "personas", "empleado", "empleada",
        "pessoa", "mensch", "mitarbeiter", "personne", "humain", "umano"]),
    (Choice::Agent(Agent::Machine), &["system", "bot", "robot", "chatbot", "ai", "automatic", "automated", "software", "app",
        "sistema", "automatico", "automatica", "ia", "maquina", "maschine", "ki", "automatisch", "systeme", "machine", "automatique",
        "macchina"]),
    (Choice::Evidence(Evidence::Assumed), &["assumption", "hypothesis", "guess", "supuesto", "suposicion", "hipotesis", "hypothese",
        "annahme", "ipotesi", "hipotese"]),
    (Choice::Evidence(Evidence::Reported), &["interview", "interviews", "survey", "entrevista", "entrevistas", "encuesta",
        "befragung", "umfrage", "entretien", "enquete", "intervista"]),
    (Choice::Evidence(Evidence::Measured), &["data", "analytics", "datos", "daten", "donnees", "dati", "dados"]),
    (Choice::Effort(Effort::Small), &["low", "easy", "little", "s", "xs", "bajo", "baja", "poco", "facil", "faible", "niedrig", "gering",
        "klein", "basso", "bassa", "baixo", "baixa", "petit"]),
    (Choice::Effort(Effort::Medium), &["med", "mid", "moderate", "m", "medio", "media", "mediano", "mediana", "moderado", "moyen",
        "moyenne", "mittel"]),
    (Choice::Effort(Effort::Large), &["high", "hard", "big", "h", "xl", "alto", "alta", "mucho", "dificil", "grande", "eleve", "elevee",
        "fort", "hoch", "gross", "elevado", "elevada"]),
];

/// Returns the value of a set that a word without case, accents and blanks stands for.
pub(super) fn choice(set: ChoiceSet, word: &str) -> Option<Choice> {
    let choices = set.choices();
    WORDS.iter().find(|(choice, words)| choices.contains(choice) && words.contains(&word)).map(|(choice, _)| *choice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_one_meaning_in_their_set() {
        for set in ChoiceSet::ALL {
            let choices = set.choices();
            let of_set = WORDS.iter().filter(|(choice, _)| choices.contains(choice));
            let words: Vec<&str> = of_set.flat_map(|(_, words)| words.iter().copied()).collect();
            for (nth, word) in words.iter().enumerate() {
                assert!(!words[..nth].contains(word), "{word}");
                assert!(word.chars().all(char::is_alphanumeric), "{word}");
            }
        }
        assert_eq!(choice(ChoiceSet::Effort, "high"), Some(Choice::Effort(Effort::Large)));
        assert_eq!(choice(ChoiceSet::Kind, "high"), None);
    }
}
