//! Files that are not quite what their names say, and cells that spreadsheets and chats write in their own way.

use crate::cli::importing::{import, map};
use crate::cli::taking_in::{TakenIn, take_in};
use periplo::map::Phase;

/// Returns the message with which a file is refused.
#[track_caller]
fn refusal(name: &str, content: &str) -> String {
    let (sandbox, result) = import(name, content, &[]);
    assert_eq!(result.code, 1, "{}", result.stderr);
    assert!(!sandbox.path().join("out.ron").exists());
    result.stderr
}

#[test]
fn web_pages_and_single_texts_of_json_are_refused() {
    for name in ["t.csv", "t.txt", "t.md"] {
        let told = refusal(name, "<!DOCTYPE html>\n<html><body><table><tr><td>Pays</td></tr></table></body></html>\n");
        assert!(told.contains("this is a web page and not a table"), "{told}");
    }
    for content in ["\"x\"", "12", "true"] {
        assert!(refusal("t.json", content).contains("this JSON holds no table"), "{content}");
    }
}

#[test]
fn columns_may_be_separated_by_bars() {
    let read = take_in("Phase|Touchpoint|Channel\nbefore|Sees ad, asks|web\nduring|Pays; signs|shop\n", &[]);
    assert_eq!(read.all(), "Sees ad, asks | Pays; signs | ");
    assert_eq!(read.first(Phase::During).channel.as_deref(), Some("shop"));
    let read = take_in("Touchpoint,Tags\nSees ad,a|b\nPays,c|d\n", &[]);
    assert_eq!(read.all(), "Sees ad, Pays |  | ");
}

#[test]
fn due_dates_are_read_as_spreadsheets_write_them() {
    let due = |dates: &[&str]| {
        let rows: String = dates.iter().map(|date| format!("Pays {date};{date}\n")).collect();
        let read = take_in(format!("Touchpoint;Due\n{rows}"), &[]);
        assert!(read.map.touchpoints().all(|(_, each)| each.notes.is_none()), "{}", read.told);
        let dates = read.map.touchpoints().map(|(_, each)| each.due.map_or(String::new(), |due| due.to_string()));
        (dates.collect::<Vec<_>>().join(" "), read.told)
    };
    assert_eq!(due(&["31/12/2026", "01/02/2026"]).0, "2026-12-31 2026-02-01");
    assert_eq!(
        due(&["31.12.2026", "2026/12/30", "2026-12-29T00:00:00", "28/12/2026 00:00"]).0,
        "2026-12-31 2026-12-30 2026-12-29 2026-12-28"
    );
    assert_eq!(due(&["12/31/2026", "02/03/2026"]).0, "2026-12-31 2026-02-03");
    let (dates, told) = due(&["02/03/2026"]);
    assert_eq!(dates, "2026-03-02");
    assert!(told.contains("Due: dates such as “02/03/2026” were read with the day first"), "{told}");
}

#[test]
fn colours_without_a_meaning_are_kept_in_the_notes() {
    let table = "Text,BG Color\nSees ad,#FFF9B1\nPays,#F16C7F\n";
    let read = take_in(table, &[]);
    assert_eq!(read.first(Phase::Before).notes.as_deref(), Some("BG Color: #FFF9B1"));
    let read = take_in(table, &["--colour", "#FFF9B1=#unint"]);
    assert_eq!(read.first(Phase::Before).notes, None);
}

#[test]
fn cards_without_a_frame_are_told_by_their_names() {
    let read = take_in("Text,Frame\nSees ad,Before\nAsks,\nPays,During\nSigns,\n", &[]);
    read.says(
        "Frame: 2 cells are empty, this is the first; these rows have the phase of the row above: “Asks”, “Signs”",
    );
}

#[test]
fn times_and_names_of_a_chat_are_taken_off() {
    let chat = "[10:02, 14/11/2026] Marta: lo que dijimos:\n- ve el cartel\n- paga\n[10:05, 14/11/2026] Javi: falta la fianza\n";
    let (sandbox, result) = import("t.txt", chat, &[]);
    let read = TakenIn { map: map(&sandbox), told: result.stderr };
    assert_eq!(read.all(), "ve el cartel, paga, falta la fianza |  | ");
    read.says("t.txt:1: this looks like a chat: the time and the name in front of 2 messages were removed");
}

#[test]
fn touchpoints_inside_the_stages_of_json_keep_their_fields() {
    let stages = [
        r#"{"phases": [{"name": "Before", "owner": "Ana", "touchpoints": [
            {"name": "Sees ad", "channel": "radio", "reach": 100}, {"name": "Asks", "owner": "Eva"}]},
            {"name": "During", "touchpoints": [{"name": "Pays", "channel": "shop"}]}]}"#,
        r#"{"Before": {"steps": [{"title": "Sees ad", "channel": "radio", "reach": 100}, {"title": "Asks"}]},
            "During": {"steps": [{"title": "Pays", "channel": "shop"}]}}"#,
    ];
    for json in stages {
        let (sandbox, result) = import("t.json", json, &[]);
        assert_eq!(result.code, 0, "{}", result.stderr);
        let map = map(&sandbox);
        let names = |phase| map.phase(phase).iter().map(|each| each.name.to_string()).collect::<Vec<_>>();
        assert_eq!(
            (names(Phase::Before).join(", ").as_str(), names(Phase::During)),
            ("Sees ad, Asks", vec!["Pays".into()])
        );
        let first = &map.phase(Phase::Before)[0];
        assert_eq!((first.channel.as_deref(), first.reach), (Some("radio"), Some(100)));
    }
    // The tags of a card are no touchpoints.
    let cards = r#"[{"text": "Sees ad", "tags": [{"id": 1, "title": "web"}, {"id": 2, "title": "new"}]}]"#;
    let (sandbox, result) = import("t.json", cards, &[]);
    assert_eq!((result.code, map(&sandbox).len()), (0, 1), "{}", result.stderr);
}
