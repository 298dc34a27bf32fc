//! How sections get a phase: from the option, from their names, or from their order.

use periplo::exchange::import::stage::{phase_in_name, phase_of_step};
use periplo::exchange::mermaid::section_phases::{SectionPhasesError, parse};
use periplo::map::Phase::{self, After, Before, During};

use super::{read, read_with};

/// Imports a diagram with these sections, one task each, and returns the phases of its touchpoints.
fn phases(sections: &[&str]) -> Vec<Phase> {
    let tasks = sections.iter().enumerate().map(|(nth, name)| format!("section {name}\nTask {nth}: 3\n"));
    let map = read(&format!("journey\n{}", tasks.collect::<String>())).expect("a map").map;
    let mut found: Vec<(String, Phase)> =
        map.touchpoints().map(|(place, touchpoint)| (touchpoint.name.to_string(), place.phase)).collect();
    found.sort();
    found.into_iter().map(|(_, phase)| phase).collect()
}

#[test]
fn the_name_of_a_stage_reveals_its_phase_in_six_languages() {
    let names = [
        ("Before", Before),
        ("BEFORE the purchase", Before),
        ("Antes de la compra", Before),
        ("Pre-purchase", Before),
        ("Preventa", Before),
        ("Awareness", Before),
        ("1. Consideration", Before),
        ("Búsqueda", Before),
        ("Durante", During),
        ("During the purchase", During),
        ("Purchase", During),
        ("Compra", During),
        ("Decisión de compra", During),
        ("Checkout & payment", During),
        ("Después", After),
        ("Despues de comprar", After),
        ("After sales", After),
        ("Posventa", After),
        ("Onboarding", After),
        ("Retention / loyalty", After),
        ("Fidelización", After),
        ("Post-compra", After),
    ];
    for (name, phase) in names {
        assert_eq!(phase_in_name(name), Some(phase), "{name}");
    }
    let others = [
        ("Etapa 1: Conocimiento", Before),
        ("Stage 2 - Consideration", Before),
        ("🛒 3. Achat", During),
        ("Pós-venda", After),
        ("PostPurchase", After),
        ("post_purchase", After),
        ("Vor dem Kauf", Before),
        ("Während des Kaufs", During),
        ("Nach dem Kauf", After),
        ("Kundenbindung", After),
        ("Avant l’achat", Before),
        ("Après-vente", After),
        ("Prima dell'acquisto", Before),
        ("Fidelizzazione", After),
        ("Conscientização", Before),
        ("Decisão de compra", During),
        ("Weigh and Compare", Before),
        ("Intención de compra", Before),
    ];
    for (name, phase) in others {
        assert_eq!(phase_in_name(name), Some(phase), "{name}");
    }
    for name in ["add_to_cart", "2. Begin checkout", "agregar_carrito", "venta_confirmada", "cart_adds", "Warenkorb"] {
        assert_eq!(phase_of_step(name), Some(During), "{name}");
    }
    for name in ["session_start", "ficha_producto", "banner_views", "ProductPage"] {
        assert_eq!(phase_of_step(name), None, "{name}");
    }
    assert_eq!(phase_in_name("add_to_cart"), None);
    for name in ["Go to work", "Monday", "", "Beforehand", "User", "—"] {
        assert_eq!(phase_in_name(name), None, "{name}");
    }
}

#[test]
fn a_section_without_phase_takes_the_phase_of_the_section_above() {
    assert_eq!(phases(&["Hello", "Purchase", "Monday", "After", "Tuesday"]), [Before, During, During, After, After]);
}

#[test]
fn sections_with_the_phase_of_their_neighbour_are_named_with_it() {
    let remarks = read(include_str!("../../../cases/silent_phases.mmd")).expect("a map").remarks;
    let found: Vec<&str> = remarks.iter().filter(|each| each.line.is_none()).map(|each| &*each.text).collect();
    assert_eq!(found.len(), 1, "{remarks:?}");
    assert!(found[0].contains(": “Exchange plans” before, “Settle” before;"), "{found:?}");
    let remarks = read("journey\nsection Compra\nA: 3\nsection Implementación\nB: 3").expect("a map").remarks;
    assert!(remarks.len() == 1 && remarks[0].text.contains(": “Implementación” during;"), "{remarks:?}");
    assert!(read("journey\nsection Antes\nA: 3\nsection Compra\nB: 3").expect("a map").remarks.is_empty());
}

#[test]
fn sections_are_split_into_thirds_if_no_name_has_a_phase() {
    assert_eq!(phases(&["a", "b", "c"]), [Before, During, After]);
    assert_eq!(phases(&["a", "b", "c", "d", "e", "f"]), [Before, Before, During, During, After, After]);
    assert_eq!(phases(&["a", "b"]), [Before, During]);
    assert_eq!(phases(&["a"]), [Before]);
    let remarks = read("journey\nsection Home\nA: 3\nsection Shop\nB: 3").expect("a map").remarks;
    let remark = &remarks.first().expect("a remark").text;
    assert!(remark.contains("“Home” before, “Shop” during") && remark.contains("--phases"), "{remark}");
}

#[test]
fn given_phases_take_precedence_over_section_names() {
    let text = "journey\nsection Home\nA: 3\nsection Before\nB: 3\nsection Café, open\nC: 3";
    let given = parse(r#"home=after, "cafe, open" = Durante"#).expect("phases");
    let map = read_with(text, &given).expect("a map").map;
    let names = |phase| map.phase(phase).iter().map(|touchpoint| touchpoint.name.to_string()).collect::<Vec<_>>();
    assert_eq!([names(Before), names(During), names(After)], [["B"], ["C"], ["A"]]);
    let refused = read_with(text, &[("Hom".to_owned(), Before)]).expect_err("refused");
    assert_eq!(refused.len(), 1);
    assert!(refused[0].text.contains("“Hom”") && refused[0].text.contains("Home, Before, Café, open"), "{refused:?}");
}

#[test]
fn section_names_are_kept_in_the_notes_unless_they_only_name_a_phase() {
    let map =
        read("journey\nsection Antes\nA: 3\nsection Compra#58; caja\nB: 3\nsection after\nC: 3").expect("a map").map;
    let notes: Vec<Option<String>> =
        map.touchpoints().map(|(_, touchpoint)| touchpoint.notes.as_ref().map(ToString::to_string)).collect();
    assert_eq!(notes, [None, Some("Section: Compra: caja".to_owned()), None]);
}

#[test]
fn the_list_of_phases_allows_quotes_and_escapes() {
    let read = |list| parse(list);
    let phases =
        |expected: &[(&str, Phase)]| Ok(expected.iter().map(|(name, phase)| ((*name).to_owned(), *phase)).collect());
    assert_eq!(read("A=before,B=during"), phases(&[("A", Before), ("B", During)]));
    assert_eq!(read(" Go home = después , "), phases(&[("Go home", After)]));
    assert_eq!(read(r#""a, b"=AFTER"#), phases(&[("a, b", After)]));
    assert_eq!(read(r"a\, b\=c=before"), phases(&[("a, b=c", Before)]));
    assert_eq!(read(r#""say \"hi\""=before"#), phases(&[("say \"hi\"", Before)]));
    assert_eq!(read(""), phases(&[]));
    assert_eq!(read("A"), Err(SectionPhasesError::NoPhase("A".to_owned())));
    assert_eq!(read("A=then"), Err(SectionPhasesError::UnknownPhase("then".to_owned())));
    assert_eq!(read("=before"), Err(SectionPhasesError::NoName("before".to_owned())));
    assert_eq!(read("A=before,a=after"), Err(SectionPhasesError::Repeated("a".to_owned())));
    assert_eq!(read("\"A=before"), Err(SectionPhasesError::UnclosedQuote));
}
