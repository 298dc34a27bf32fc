//! Lists in texts and in pages of Markdown, as people write them.

use crate::cli::importing::{import, map};
use crate::cli::taking_in::TakenIn;
use periplo::map::{Emotion, Intent, Kind, Phase};

/// Imports a list from a file with this name.
#[track_caller]
fn list(name: &str, content: &str) -> TakenIn {
    let (sandbox, result) = import(name, content, &[]);
    assert_eq!(result.code, 0, "{}", result.stderr);
    TakenIn { map: map(&sandbox), told: result.stderr }
}

#[test]
fn names_of_stages_may_stand_apart_from_their_lines() {
    let text = "Before\n\nSees ad\nAsks\n\nDuring\n\nPays\nSigns\n";
    assert_eq!(list("t.txt", text).all(), "Sees ad, Asks | Pays, Signs | ");
    assert_eq!(list("t.md", text).all(), "Sees ad, Asks | Pays, Signs | ");
    let text =
        "Nuestra tienda\n\nDescubrimiento\n\n• Ve el cartel\n\n• Pregunta\n\nCompra\n\n• Paga\n\nPosventa\n\n• Llama\n";
    assert_eq!(list("t.txt", text).all(), "Ve el cartel, Pregunta | Paga | Llama");
    let text = "Compra:\n\n- Paga\n\nDespués:\n\n- Llama\n- Vuelve\n";
    assert_eq!(list("t.md", text).all(), " | Paga | Llama, Vuelve");
    assert_eq!(list("t.txt", "Looks\n\nAsks\n\nPays\n\nCalls\n").all(), "Looks, Asks, Pays, Calls |  | ");
}

#[test]
fn emphasised_lines_of_a_page_are_names_of_stages() {
    for (open, close) in [("**", "**"), ("__", "__"), ("*", "*:"), ("**", ":**"), ("### ", "")] {
        let page = format!("{open}Before{close}\n\n- Sees ad\n- Asks\n\n{open}During{close}\n- Pays\n");
        assert_eq!(list("t.md", &page).all(), "Sees ad, Asks | Pays | ", "{page}");
    }
    assert_eq!(list("t.md", "- **Before**\n- Sees ad\n- **During**\n- Pays\n").all(), "Sees ad | Pays | ");
    assert_eq!(list("t.md", "- **Sees** ad\n- **Pays**\n").all(), "Sees ad, Pays |  | ");
    assert_eq!(
        list("t.md", "## Awareness\n\nSees ad\n\nAsks\n\n## Purchase\n\nPays\n").all(),
        "Sees ad, Asks | Pays | "
    );
}

#[test]
fn items_with_others_below_them_are_names_of_stages() {
    for name in ["t.md", "t.txt"] {
        let text = "- Awareness\n  - Sees ad\n  - Asks friend\n- Purchase\n  - Pays\n";
        assert_eq!(list(name, text).all(), "Sees ad, Asks friend | Pays | ", "{name}");
        let text = "1. Descubrir\n\n   - Ve\n   - Oye\n     - en la radio\n\n2. Comprar\n\n   - Paga\n";
        assert_eq!(list(name, text).all(), "Ve, Oye, en la radio | Paga | ", "{name}");
        let text = "# Tea shop\n\n* The journey\n\t* Awareness\n\t\t* Sees ad\n\t* Loyalty\n\t\t* Calls\n";
        let read = list(name, text);
        assert_eq!(read.all(), "Sees ad |  | Calls", "{name}");
        read.says("2 lines are titles, the first “Tea shop”");
        // Where few items have others below them, nothing is a name.
        let text = "* Sees ad\n* Asks a friend\n    * at work\n    * at home\n* Signs\n* Pays\n";
        assert_eq!(list(name, text).all(), "Sees ad, Asks a friend, at work, at home, Signs, Pays |  | ", "{name}");
        let text = "## Before\n\n- Sees ad\n  - on the bus\n- Asks\n  - a friend\n\n## After\n\n- Calls\n";
        assert_eq!(list(name, text).all(), "Sees ad, on the bus, Asks, a friend |  | Calls", "{name}");
    }
    assert_eq!(list("t.txt", "Before\n\tSees ad\n\tAsks\nDuring\n\tPays\n").all(), "Sees ad, Asks | Pays | ");
}

#[test]
fn numbers_of_several_parts_make_an_outline() {
    let text = "1. Awareness\n1.1 Sees ad\n1.2 Asks\n2. Purchase\n2.1 Pays\n3. Loyalty\n3.1 Calls\n";
    assert_eq!(list("t.txt", text).all(), "Sees ad, Asks | Pays | Calls");
    assert_eq!(list("t.md", text).all(), "Sees ad, Asks | Pays | Calls");
    let text = "1) Descubrimiento\n   1.1. Ve el anuncio\n   1.2. Pregunta\n2) Compra\n   2.1. Paga\n";
    assert_eq!(list("t.txt", text).all(), "Ve el anuncio, Pregunta | Paga | ");
    assert_eq!(list("t.txt", "1.5 kg of flour\n2.5 kg of sugar\n").names(Phase::Before).len(), 2);
}

#[test]
fn nouns_of_stages_need_no_blank_lines() {
    let text = "Awareness\nSees the ad\nHears of it\nPurchase\nPays\nAfter\nCalls\n";
    assert_eq!(list("t.txt", text).all(), "Sees the ad, Hears of it | Pays | Calls");
    let text = "DESCUBRIMIENTO\nVe el anuncio\nPregunta\nCOMPRA\nPaga\nPOSVENTA\nLlama\n";
    assert_eq!(list("t.txt", text).all(), "Ve el anuncio, Pregunta | Paga | Llama");
    assert_eq!(list("t.txt", "Search\nAsk a friend\nPay\nGo home\n").names(Phase::Before).len(), 4);
    for [first, second, third] in [["Discovery", "Purchase", "Loyalty"], ["Descubrir", "Comprar", "Fidelizar"]] {
        let text = format!("{first}\nVe el cartel\nPregunta\n\n{second}\nEspera\nPaga\n\n{third}\nVuelve\nComparte\n");
        assert_eq!(list("t.txt", &text).all(), "Ve el cartel, Pregunta | Espera, Paga | Vuelve, Comparte");
    }
}

#[test]
fn stages_may_stand_in_front_of_their_lines() {
    let text = "- Before: sees ad\n- Before: asks, then waits\n- During: pays\n- After: calls\n";
    assert_eq!(list("t.md", text).all(), "sees ad, asks, then waits | pays | calls");
    let text = "- **Awareness**: Sees ad, Asks friend\n- **Purchase**: Pays\n- **Loyalty**: Calls\n";
    let read = list("t.md", text);
    assert_eq!(read.names(Phase::Before), ["Sees ad", "Asks friend"]);
    assert_eq!(read.all(), "Sees ad, Asks friend | Pays | Calls");
    let text = "Antes: Ve el cartel; pregunta\nDurante: Paga\nDespués: Llama\n";
    assert_eq!(list("t.txt", text).names(Phase::Before), ["Ve el cartel", "pregunta"]);
}

#[test]
fn marks_of_quick_entry_in_lists_are_read_as_in_quick_entry() {
    let text = "Antes:\n- Ve el anuncio @tv =1.2k !\n- Lee reseñas #on :)\nCompra:\n- Paga @\"caja rápida\" #prod #unint\n- !\n";
    for name in ["t.txt", "t.md"] {
        let read = list(name, text);
        assert_eq!(read.all(), "Ve el anuncio, Lee reseñas | Paga, ! | ", "{name}");
        let before = read.map.phase(Phase::Before);
        assert_eq!((before[0].channel.as_deref(), before[0].reach, before[0].critical), (Some("tv"), Some(1200), true));
        assert_eq!((before[1].kind, before[1].emotion), (Some(Kind::Online), Emotion::new(1)));
        let pays = read.first(Phase::During);
        assert_eq!((pays.channel.as_deref(), pays.kind), (Some("caja rápida"), Some(Kind::Product)));
        assert_eq!(pays.intent, Some(Intent::Unintentional));
        read.says("warning: ").says(":2: the marks of quick entry in 3 lines, the first “Ve el anuncio @tv =1.2k !”");
    }
    let read = list("t.txt", "Pays =\nAsks @\nCalls #nothing\n");
    assert_eq!(read.all(), "Pays =, Asks @, Calls #nothing |  | ");
    assert!(!read.told.contains("quick entry"), "{}", read.told);
}

#[test]
fn items_below_an_item_may_say_something_about_it() {
    for name in ["t.md", "t.txt"] {
        let text = "Before\n- Sees ad\n  - channel: web\n  - reach: 1.2k\n  - device: phone\n- Asks\nDuring\n- Pays\n\n  - Emoción: 😡\n  - pain: queue\n";
        let read = list(name, text);
        assert_eq!(read.all(), "Sees ad, Asks | Pays | ", "{name}");
        let sees = read.first(Phase::Before);
        assert_eq!((sees.channel.as_deref(), sees.reach), (Some("web"), Some(1200)));
        assert_eq!(sees.notes.as_deref(), Some("device: phone"));
        let pays = read.first(Phase::During);
        assert_eq!((pays.pain.as_deref(), pays.emotion), (Some("queue"), Emotion::new(-2)));
    }
    let text = "## Antes\n* Ve el anuncio\n\t* canal: tv\n\t* alcance: mucho\n* Paga\n";
    let read = list("t.md", text);
    assert_eq!(read.all(), "Ve el anuncio, Paga |  | ");
    assert_eq!(read.first(Phase::Before).notes.as_deref(), Some("alcance: mucho"));
    // Items with others beside them stay touchpoints.
    let text = "- Purchase\n  - Channel: web\n  - Pays\n- After\n  - Calls\n";
    assert_eq!(list("t.md", text).all(), " | Channel: web, Pays | Calls");
}

#[test]
fn text_of_a_page_that_is_no_list_is_told() {
    let page = "# Journey\n\nWe spoke with nine customers in May.\n\n## Before\n\n- Sees ad\n\nMost of them forget it at once.\n\n- Asks\n\n```\ncode\n```\n";
    let read = list("t.md", page);
    assert_eq!(read.all(), "Sees ad, Asks |  | ");
    read.says(":3: 3 lines are no items of a list and were left out, the first “We spoke with nine customers in May.”");
    let page = "| Touchpoint |\n| --- |\n| Sees ad |\n\nAnd then:\n\n- Pays\n- Leaves\n";
    let read = list("t.md", page);
    assert_eq!(read.all(), "Sees ad |  | ");
    read.says("2 items of lists on this page were not read, the first “Pays”");
}
