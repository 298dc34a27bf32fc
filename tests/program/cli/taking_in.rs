//! Tables as people and other programs have them: what `import` takes in, and what it says about its guesses.

use crate::cli::importing::{import, map};
use crate::cli::sandbox::assert_fails;
use periplo::map::{JourneyMap, Phase, Touchpoint};

/// A map that was read from a file, and what was said about it.
pub(super) struct TakenIn {
    pub map: JourneyMap,
    pub told: String,
}

/// Imports a table.
#[track_caller]
pub(super) fn take_in(content: impl AsRef<[u8]>, more: &[&str]) -> TakenIn {
    let (sandbox, result) = import("t.csv", content, more);
    assert_eq!(result.code, 0, "{}", result.stderr);
    TakenIn { map: map(&sandbox), told: result.stderr }
}

/// Imports a table that is refused. Returns the message.
#[track_caller]
pub(super) fn refused(content: &str, more: &[&str]) -> String {
    let (sandbox, result) = import("t.csv", content, more);
    assert_eq!(result.code, 1, "{}", result.stderr);
    assert!(!sandbox.path().join("out.ron").exists());
    result.stderr
}

impl TakenIn {
    pub fn names(&self, phase: Phase) -> Vec<&str> {
        self.map.phase(phase).iter().map(|each| &*each.name).collect()
    }

    /// Returns the names of all phases, with the phases' bounds as `|`.
    pub fn all(&self) -> String {
        Phase::ALL.map(|phase| self.names(phase).join(", ")).join(" | ")
    }

    pub fn first(&self, phase: Phase) -> &Touchpoint {
        &self.map.phase(phase)[0]
    }

    pub fn emotions(&self) -> Vec<Option<i8>> {
        self.map.touchpoints().map(|(_, each)| each.emotion.map(|emotion| emotion.value())).collect()
    }

    /// Checks that something is said.
    #[track_caller]
    pub fn says(&self, text: &str) -> &TakenIn {
        assert!(self.told.contains(text), "{text}\n{}", self.told);
        self
    }
}

const SERVICES: &str = "touchpoint_id,need_id,label,actor_type,notes\n\
    home.look,find_a_home,Looks through flats,private,Most look at night.\n\
    home.sign,agree_terms,Signs the lease,private,\n\
    power.open,settle_in,Opens the account,regulated,Often forgotten\n";

#[test]
fn a_list_of_services_is_taken_in_by_its_label() {
    let read = take_in(SERVICES, &[]);
    assert_eq!(read.all(), "Looks through flats, Signs the lease, Opens the account |  | ");
    let notes = read.first(Phase::Before).notes.as_deref();
    assert_eq!(notes, Some("Most look at night.\nneed_id: find_a_home\nactor_type: private"));
    read.says("note: t.csv: “label”: taken for Touchpoint\n");
    read.says("warning: t.csv:2: touchpoint_id: 3 cells, the first “home.look”, are not IDs of touchpoints");
    let phases = "find_a_home=before, agree_terms=during, settle_in=after";
    let read = take_in(SERVICES, &["--phases", phases]);
    assert_eq!(read.all(), "Looks through flats | Signs the lease | Opens the account");
    assert_eq!(read.first(Phase::After).notes.as_deref(), Some("Often forgotten\nactor_type: regulated"));
}

const STICKIES: &str = "\"ID\",\"Text\",\"BG Color\",\"Sticky type\",\"Position X\",\"Position Y\",\"Area\",\"Last Updated By\",\"Tags\"\n\
    \"3\",\"Pays at the desk\",\"#FEBBBE\",\"3x3\",\"900\",\"480\",\"DURING\",\"P2\",\"\"\n\
    \"4\",\"Looks at the window\",\"#FCF281\",\"3x3\",\"120\",\"900\",\"BEFORE\",\"P1\",\"online, quote\"\n\
    \"1\",\"Asks a neighbour &amp; a friend\",\"#FCF281\",\"3x3\",\"120\",\"480\",\"BEFORE\",\"P1\",\"\"\n\
    \"2\",\"Says &quot;too dear&quot;\",\"#FCF281\",\"3x3\",\"420\",\"480\",\"BEFORE\",\"P3\",\"price\"\n";

#[test]
fn sticky_notes_come_in_the_order_of_their_places() {
    let read = take_in(STICKIES, &["--tag", "quote=#unint", "--colour", "#febbbe=!"]);
    let before = ["Asks a neighbour & a friend", "Looks at the window", "Says \"too dear\""];
    assert_eq!(read.names(Phase::Before), before);
    assert_eq!(read.names(Phase::During), ["Pays at the desk"]);
    assert!(read.first(Phase::During).critical);
    let [asks, looks, says] = read.map.phase(Phase::Before) else { panic!("three cards") };
    assert_eq!(
        (asks.notes.as_deref(), says.notes.as_deref()),
        (Some("BG Color: #FCF281"), Some("BG Color: #FCF281\nTags: price"))
    );
    assert_eq!(looks.kind.map(|kind| kind.key()), Some("online"));
    assert_eq!(looks.intent.map(|intent| intent.key()), Some("unintentional"));
    assert!(read.map.touchpoints().all(|(_, each)| !each.id.to_string().starts_with("000")));
    read.says("“Text”: taken for Touchpoint").says("“Sticky type”, “Last Updated By”: only the other program needs it");
    read.says("“Position X”, “Position Y”: taken for the order of the cards");
    assert_eq!(import("t.csv", STICKIES, &["--strict"]).1.code, 1);
}

#[test]
fn merged_cells_faces_and_titles_do_not_hinder() {
    let table = "Recorrido del cliente;;;\n;;;\n# borrador;;;\nEtapa;Punto de contacto;Canal;Emoción\n\
        Descubrimiento;Ve el cartel;calle;😐\n;Pregunta el precio;teléfono;🙁\nCompra;Paga;tienda;🙂\n\
        Posventa;Recibe la factura;correo;raro\nTotal;;;\n";
    let read = take_in(table, &[]);
    assert_eq!(read.all(), "Ve el cartel, Pregunta el precio | Paga | Recibe la factura");
    assert_eq!(read.emotions(), [Some(0), Some(-1), Some(1), None]);
    assert_eq!(read.first(Phase::After).notes.as_deref(), Some("Emoción: raro"));
    read.says("t.csv:6: Etapa: this cell is empty, so the row has the phase of the row above");
    read.says("“Descubrimiento” is before, “Compra” is during, “Posventa” is after");
}

#[test]
fn feelings_are_known_by_the_words_that_people_write() {
    let read = take_in(
        "Fase,Punto de contacto,Emoción\nAntes,A,bien\nAntes,B,mal\nDurante,C,enfadada\nDurante,D,Muy mal\nDespués,E,contenta\n",
        &[],
    );
    assert_eq!(read.emotions(), [Some(1), Some(-1), Some(-2), Some(-2), Some(1)]);
    let table = "Phase;Kontaktpunkt;Gefühl;Schmerzpunkt\nKauf;Bestellt;gut;Zu lang\nKauf;Zahlt;schlecht;\nKauf;Prüft;unsicher;\n";
    let read = take_in(table, &[]);
    assert_eq!(read.emotions(), [Some(1), Some(-1), Some(-1)]);
    assert_eq!(read.first(Phase::During).pain.as_deref(), Some("Zu lang"));
    let read = take_in("Momento,Qué hace,Siente\nAntes,Busca,🙂\nDurante,Llega,😡\n", &[]);
    assert_eq!((read.all().as_str(), read.emotions()), ("Busca | Llega | ", vec![Some(1), Some(-2)]));
}

#[test]
fn the_text_of_a_card_is_found_below_headings_of_other_languages() {
    for (heading, opportunities) in [
        ("Action du client", "Opportunités"),
        ("Aktion des Kunden", "Chancen"),
        ("Schritt", "Maßnahmen"),
        ("Ação do cliente", "Oportunidades"),
        ("Azione del cliente", "Opportunità"),
        ("What the patient does", "Opportunities"),
        ("Qué hace el huésped", "Oportunidades"),
    ] {
        let read = take_in(format!("Étape,{heading},Canal,{opportunities}\nDécouverte,A,web,X\nAchat,B,web,\n"), &[]);
        assert_eq!(read.all(), "A | B | ", "{heading}");
        assert_eq!(read.first(Phase::Before).action.as_deref(), Some("X"), "{opportunities}");
    }
}

#[test]
fn cards_stay_cards_when_a_column_is_said_to_be_their_reach() {
    let table = "Stage,Story,Per month\nBefore,Looks,\"2,400\"\nBefore,Calls,310\nVisit,Pays,230\nVisit,Waits,200\n";
    for more in [&["--column", "Per month=reach"][..], &["--column", "Per month=reach", "--shape", "cards"]] {
        let read = take_in(table, more);
        let reaches: Vec<_> = read.map.touchpoints().map(|(_, each)| each.reach).collect();
        assert_eq!(reaches, [Some(2400), Some(310), Some(230), Some(200)], "{}", read.told);
    }
}

#[test]
fn a_long_text_is_cut_at_a_word_and_kept_in_the_notes() {
    let long = "Nobody knows what the delivery will cost, ".repeat(6);
    let read = take_in(format!("touchpoint,phase\n\"{long}\",before\nPays by card,during\n"), &[]);
    let first = read.first(Phase::Before);
    assert!(first.name.ends_with('…') && first.name.chars().count() <= 200, "{}", first.name);
    assert!(first.name.trim_end_matches('…').split(' ').all(|word| long.contains(word)));
    assert_eq!(first.notes.as_deref(), Some(long.trim()));
    assert_eq!(read.told.matches("warning:").count(), 1, "{}", read.told);
}

#[test]
fn cells_with_line_ends_stay_whole() {
    let table = "Etapa\tPunto de contacto\tCanal\nAntes\tVe el anuncio\tweb\nDurante\t\"Paga en la tienda\nde la esquina\"\ttienda\n";
    let read = take_in(table, &[]);
    assert_eq!(read.all(), "Ve el anuncio | Paga en la tienda de la esquina | ");
    assert_eq!(read.first(Phase::During).channel.as_deref(), Some("tienda"));
}

#[test]
fn the_user_says_what_columns_are() {
    let table = "Was,Woher,Extra\nReads,uno,x\nPays,dos,y\n";
    assert!(refused(table, &[]).contains("--column HEADING=touchpoint. There are “Was”, “Woher”, “Extra”"));
    let options = ["--column", "Was=touchpoint", "--column", "Extra=none", "--phases", "uno=before,dos=after"];
    let read = take_in(table, &options);
    assert_eq!(read.all(), "Reads |  | Pays");
    assert_eq!(read.first(Phase::Before).notes, None);
    assert_eq!(import("t.csv", table, &[&options[..], &["--strict", "--shape", "cards"]].concat()).1.code, 0);
    assert!(refused(table, &["--column", "Wos=touchpoint"]).contains("there is no column “Wos” in it"));
}

#[test]
fn a_dry_run_writes_nothing() {
    let (sandbox, result) = import("t.csv", "touchpoint\nPays\n", &["--dry-run"]);
    assert_eq!(result.code, 0);
    assert!(result.stderr.contains("nothing was written (--dry-run)"), "{}", result.stderr);
    assert!(!sandbox.path().join("out.ron").exists());
}

#[test]
fn a_sheet_is_found_by_its_name_with_spaces_around_it() {
    let workbook = include_bytes!("../../cases/workbook.xlsx");
    for sheet in ["Recorrido", " recorrido "] {
        let (_, result) = import("t.xlsx", workbook, &["--sheet", sheet]);
        assert_eq!(result.code, 0, "{}", result.stderr);
    }
    assert_fails(&import("t.xlsx", workbook, &["--sheet", "Ventas"]).1, 1, "“Ventas”; there are: “Recorrido”");
}

#[test]
fn one_word_that_looks_like_a_heading_is_none_below_the_headings() {
    let table = "Etapa,Puntos de contacto,Qué pasa\nEtapa 1: Conocimiento,Anuncio,Tabla de precios\nEtapa 2: Compra,Caja; Chat,1 día\n";
    assert_eq!(take_in(table, &[]).all(), "Anuncio | Caja, Chat | ");
}

#[test]
fn emotions_from_one_to_five_are_moved_to_our_scale() {
    let table = "Stage info,,Customer,,\nPhase,Step,Touchpoint,Emotion (1-5),Users\nBefore,1,Searches,4,5000\nDuring,2,Buys,2,600\n\
        After,3,Writes,5,50\nTotal,,,,5650\n";
    let read = take_in(table, &[]);
    assert_eq!(read.emotions(), [Some(1), Some(-1), Some(2)]);
    read.says("Emotion (1-5): numbers from 1 to 5 were read as").says("“Total” is a total");
    assert_eq!(read.first(Phase::Before).evidence.key(), "measured");
}

#[test]
fn an_export_of_a_board_in_another_language_or_with_other_columns_is_taken_in() {
    let table = "Étape;Point de contact;Canal;Émotion\nDécouverte;Voit une affiche;rue;🙂\n;Lit un article;web;😐\n\
        Achat;Paie en caisse;magasin;🙁\nAprès-vente;Appelle;téléphone;😡\n";
    assert_eq!(take_in(table, &[]).all(), "Voit une affiche, Lit un article | Paie en caisse | Appelle");
    let table = "Board: Journey,,,,\n,,,,\nCard ID,Card Name,Labels,Members,List Name\n\
        abc123,Sees the poster,\"online,urgent\",ana,Awareness\nabc124,Pays,offline,luis,Purchase\n";
    let read = take_in(table, &[]);
    assert_eq!(read.all(), "Sees the poster | Pays | ");
    assert_eq!(read.first(Phase::Before).notes.as_deref(), Some("Members: ana\nLabels: urgent"));
}

#[test]
fn tables_that_were_not_read_are_named() {
    let page = "# Shop\n\n| Stage | Touchpoint |\n|---|---|\n| Before | Sees an ad |\n\n\
        # Web\n\n| Stage | Touchpoint |\n|---|---|\n| After | Calls |\n";
    let (_, result) = import("t.md", page, &[]);
    let warning = "only the table “Shop” was read; to read another, name it with --sheet: “Web”";
    assert!(result.code == 0 && result.stderr.contains(warning), "{}", result.stderr);
    assert_eq!(import("t.md", page, &["--strict"]).1.code, 1);
    let (sandbox, result) = import("t.md", page, &["--sheet", "web"]);
    assert!(result.code == 0 && !result.stderr.contains("--sheet"), "{}", result.stderr);
    assert!(sandbox.read("out.ron").contains("Calls"));
    // The totals in our own workbook are no other table.
    sandbox.run(&["inventory", "out.ron", "-o", "own.xlsx", "--lang", "es"]);
    let own = sandbox.run(&["import", "own.xlsx", "-o", "again.ron"]);
    assert!(own.code == 0 && !own.stderr.contains("--sheet"), "{}", own.stderr);
}

#[test]
fn a_long_name_of_a_step_is_cut_and_kept_in_the_notes() {
    let long = "word ".repeat(60);
    let read = take_in(format!("step,users\n{long},900\nPays,100\n"), &[]);
    let step = read.first(Phase::Before);
    assert!(step.name.ends_with('…') && step.notes.as_deref().is_some_and(|notes| notes.contains(long.trim())));
    read.says("too long for its field");
}
