//! Tables in JSON: boards with lists and cards, rows that are lists of cells, and stages inside each other.

use crate::cli::importing::{import, map};
use crate::cli::taking_in::TakenIn;
use periplo::map::Phase;

#[track_caller]
fn json(text: &str) -> TakenIn {
    let (sandbox, result) = import("t.json", text, &[]);
    assert_eq!(result.code, 0, "{}\n{text}", result.stderr);
    TakenIn { map: map(&sandbox), told: result.stderr }
}

#[test]
fn cards_of_a_board_have_the_names_of_their_lists() {
    let read = json(
        r##"{"name":"Journey","labels":[{"id":"la","name":"Offline","color":"green"}],"cards":[
        {"id":"c3","closed":false,"idList":"l3","idShort":3,"name":"Calls","pos":65535,"labels":[],"shortUrl":"https://x"},
        {"id":"c2","closed":false,"idList":"l2","idShort":2,"name":"Pays","pos":9,"labels":[{"id":"la","name":"Offline"}]},
        {"id":"c4","closed":false,"idList":"l2","idShort":4,"name":"Waits","pos":2,"labels":[]},
        {"id":"c1","closed":true,"idList":"l1","idShort":1,"name":"Old","pos":1,"labels":[]},
        {"id":"c0","closed":false,"idList":"l1","idShort":5,"name":"Sees ad","pos":2,"labels":[]}],
        "lists":[{"id":"l3","name":"Loyalty","closed":false,"pos":300},{"id":"l1","name":"Awareness","closed":false,"pos":1},
        {"id":"l2","name":"Purchase","closed":false,"pos":200}]}"##,
    );
    assert_eq!(read.all(), "Sees ad | Waits, Pays | Calls");
    read.says("one card that is archived was left out").says("these fields beside the rows are not read: “name”");
    read.says("to read another, name it with --sheet: “labels”");
    assert_eq!(read.first(Phase::Before).notes, None);
    let read = json(
        r#"{"tasks":[{"title":"Paga","bucketId":2},{"title":"Ve","bucketId":1}],
        "buckets":[{"id":1,"name":"Antes"},{"id":2,"name":"Durante"}]}"#,
    );
    assert_eq!(read.all(), "Ve | Paga | ");
}

#[test]
fn rows_that_are_lists_of_cells_are_a_table() {
    let rows = r#"[["Stage","Touchpoint","Channel"],["Awareness","Ad","web"],["Purchase","Till"]]"#;
    for text in [
        rows.to_owned(),
        format!(r#"{{"range":"A1:C3","values":{rows}}}"#),
        r#"{"columns":["stage","touchpoint"],"data":[["Awareness","Ad"],["Purchase","Till"]]}"#.to_owned(),
        r#"{"stage":["Awareness","Purchase"],"touchpoint":["Ad","Till"],"users":[100,10]}"#.to_owned(),
    ] {
        assert_eq!(json(&text).all(), "Ad | Till | ", "{text}");
    }
    assert_eq!(json(r#"{"before":["Ad"],"during":["Till"]}"#).all(), "Ad | Till | ");
}

#[test]
fn stages_with_steps_with_touchpoints_are_read_to_the_innermost() {
    let read = json(
        r#"{"title":"Gym","stages":[{"name":"Awareness","goal":"know","steps":[
        {"name":"Searches","touchpoints":[{"name":"Google","channel":"web"},{"name":"Poster"}]}]},
        {"name":"Purchase","steps":[{"name":"Signs","touchpoints":[{"name":"Desk"}]}]}]}"#,
    );
    assert_eq!(read.all(), "Google, Poster | Desk | ");
    let google = read.first(Phase::Before);
    assert_eq!((google.need.as_deref(), google.notes.as_deref()), (Some("know"), Some("steps.name: Searches")));
    read.says("these fields beside the rows are not read: “title”");
    let read = json(
        r#"{"stages":[{"name":"Awareness","steps":[{"name":"Searches","touchpoints":["Google","Ad"]},
        {"name":"Asks","touchpoints":["Friend"]}]},{"name":"Purchase","steps":[{"name":"Signs","touchpoints":["Desk"]}]}]}"#,
    );
    assert_eq!(read.all(), "Google, Ad, Friend | Desk | ");
}

#[test]
fn objects_of_stages_may_stand_beside_other_fields() {
    let text =
        r#"{"name":"Map","phases":{"before":[{"name":"Ad","channel":"web"}],"during":[{"name":"Pays"}],"after":[]}}"#;
    let read = json(text);
    assert_eq!(read.all(), "Ad | Pays | ");
    read.says("these fields beside the rows are not read: “name”");
    let text = r#"{"persona":"Ana","viaje":{"Descubrimiento":["Ve",{"nombre":"Pregunta","canal":"amigo"}],"Compra":["Paga"]}}"#;
    let read = json(text);
    assert_eq!(read.all(), "Ve, Pregunta | Paga | ");
    assert_eq!(read.map.phase(Phase::Before)[1].channel.as_deref(), Some("amigo"));
}
