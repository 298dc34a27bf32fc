//! The names of fields in Spanish, for those who write a file by hand with the words of the interface.

use crate::map::text::fold;

/// The Spanish names, folded and without separators, each with the field.
const NAMES: [(&str, &str); 41] = [
    ("formato", "format"),
    ("titulo", "title"),
    ("empresa", "company"),
    ("cliente", "persona"),
    ("escenario", "scenario"),
    ("situacion", "scenario"),
    ("meta", "goal"),
    ("objetivo", "goal"),
    ("objetivos", "objectives"),
    ("notas", "notes"),
    ("unidad", "unit"),
    ("periodo", "period"),
    ("antes", "before"),
    ("durante", "during"),
    ("despues", "after"),
    ("nombre", "name"),
    ("tipo", "kind"),
    ("intencion", "intent"),
    ("canal", "channel"),
    ("contexto", "context"),
    ("necesidad", "need"),
    ("valor", "value"),
    ("contacto", "contact"),
    ("agente", "agent"),
    ("actores", "actors"),
    ("emocion", "emotion"),
    ("critico", "critical"),
    ("momentocritico", "critical"),
    ("conanterior", "with_previous"),
    ("alternativa", "with_previous"),
    ("alcance", "reach"),
    ("origen", "evidence"),
    ("origendelacifra", "evidence"),
    ("dolor", "pain"),
    ("accion", "action"),
    ("responsable", "owner"),
    ("esfuerzo", "effort"),
    ("fechalimite", "due"),
    ("metrica", "metric"),
    ("votos", "votes"),
    ("aceptados", "accepted"),
];

/// Returns the known field that a Spanish name means.
pub(super) fn field_of_spanish_name(found: &str, known: &[&'static str]) -> Option<&'static str> {
    let found: String = fold(found).chars().filter(|c| c.is_alphanumeric()).collect();
    let meanings = NAMES.iter().filter(|(name, _)| *name == found);
    meanings.filter_map(|(_, field)| known.iter().find(|known| *known == field)).next().copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::shape::{MAP, TOUCHPOINT};

    #[test]
    fn every_spanish_name_means_a_field() {
        for (name, field) in NAMES {
            assert!(MAP.names.contains(&field) || TOUCHPOINT.names.contains(&field), "{field}");
            assert_eq!(fold(name), name);
        }
        assert_eq!(field_of_spanish_name("Título", MAP.names), Some("title"));
        assert_eq!(field_of_spanish_name("fecha_límite", TOUCHPOINT.names), Some("due"));
        assert_eq!(field_of_spanish_name("nombre", MAP.names), None, "a map has a title");
    }
}
