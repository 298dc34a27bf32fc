//! The usual order of the stages of a sales pipeline, for lists of deals that do not show it.

use super::heading::words_of;

/// Words of stages, in six languages, folded; the first stage comes first.
#[rustfmt::skip]
const STAGES: [&[&str]; 9] = [
    &["new", "lead", "leads", "prospect", "inbound", "nuevo", "nueva", "prospecto", "neu", "nouveau", "nuovo", "novo"],
    &["contacted", "contact", "appointment", "call", "contactado", "contacto", "cita", "llamada", "termin", "rappel", "appuntamento"],
    &["qualified", "qualification", "cualificado", "cualificada", "calificado", "calificada", "qualifiziert", "qualifie", "qualificato",
        "qualificado"],
    &["presentation", "presented", "demo", "meeting", "presentacion", "reunion", "prasentation", "presentazione", "apresentacao"],
    &["proposal", "quote", "offer", "propuesta", "presupuesto", "oferta", "angebot", "offre", "devis", "proposta", "preventivo",
        "offerta", "orcamento"],
    &["decision", "decisiones", "entscheidung", "decisione", "decisao"],
    &["negotiation", "negotiating", "negociacion", "verhandlung", "negociation", "trattativa", "negociacao"],
    &["contract", "signature", "contrato", "firma", "vertrag", "contrat", "contratto"],
    &["won", "ganado", "ganada", "ganados", "gewonnen", "gagne", "vinto", "ganho"],
];

/// Returns the place of a stage in the usual order; none if it is not known.
pub(crate) fn place(stage: &str) -> Option<usize> {
    let words = words_of(stage);
    STAGES.iter().rposition(|known| words.iter().any(|word| known.contains(&word.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_of_deals_have_a_usual_order() {
        let stages =
            ["Appointment scheduled", "Qualified to buy", "Presentation scheduled", "Decision maker bought-in"];
        let places: Vec<_> = stages.iter().chain(&["Contract sent", "Closed won"]).map(|stage| place(stage)).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
        assert_eq!(place("Something else"), None);
    }
}
