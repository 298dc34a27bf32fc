//! Matrices: stages side by side, with a row for each thing that is said about them.

use crate::cli::taking_in::take_in;
use periplo::map::Phase;

const HEAD: &str = ";Discover;Buy;Use\nTouchpoint;Sees an ad;Pays online;Opens the app\n";

#[test]
fn a_second_row_with_the_same_or_no_label_keeps_both_values() {
    let second_rows = [("Pain;Too long;Dear;", ";Too loud;;Slow"), ("Pain;Too long;Dear;", "Pain;Too loud;;Slow")];
    for (first, second) in second_rows {
        let read = take_in(format!("{HEAD}{first}\n{second}\nChannel;TV;Web;App\n;Radio;;\n"), &[]);
        assert_eq!(read.all(), "Sees an ad | Pays online | Opens the app");
        assert_eq!(read.first(Phase::Before).pain.as_deref(), Some("Too long; Too loud"), "{second}");
        assert_eq!(read.first(Phase::Before).channel.as_deref(), Some("TV; Radio"));
        assert_eq!(read.first(Phase::During).pain.as_deref(), Some("Dear"));
        assert_eq!(read.first(Phase::After).pain.as_deref(), Some("Slow"));
    }
}

#[test]
fn labels_of_the_same_field_keep_both_values() {
    let read = take_in(format!("{HEAD}Pain;Too long;;\nEmotion;1;-1;\nPain points;Too loud;;\nMood;-2;;\n"), &[]);
    assert_eq!(read.first(Phase::Before).pain.as_deref(), Some("Too long; Too loud"));
    assert_eq!(read.emotions(), [Some(1), Some(-1), None]);
    assert_eq!(read.first(Phase::Before).notes.as_deref(), Some("Mood: -2"));
    read.says("Mood: one cell is a second value of its touchpoint; it is in the notes");
}

#[test]
fn values_below_each_other_belong_to_the_touchpoints_below_each_other() {
    let read = take_in(
        ";Discover;Buy\nTouchpoint;Sees an ad;Pays online\n;Hears a friend;Pays at the desk\nPain;Too long;\n;Too vague;\n\
         Channel;TV;Desk\n;Friends;\n",
        &[],
    );
    assert_eq!(read.all(), "Sees an ad, Hears a friend | Pays online, Pays at the desk | ");
    let before = read.map.phase(Phase::Before).iter();
    let values = before.map(|each| (each.pain.as_deref(), each.channel.as_deref())).collect::<Vec<_>>();
    assert_eq!(values, [(Some("Too long"), Some("TV")), (Some("Too vague"), Some("Friends"))]);
    let channels = read.map.phase(Phase::During).iter().map(|each| each.channel.as_deref()).collect::<Vec<_>>();
    assert_eq!(channels, [Some("Desk"), Some("Desk")]);
}

#[test]
fn texts_that_look_like_headings_are_touchpoints_below_stages() {
    let read = take_in(
        "Stage,Awareness,Consideration,Purchase\nTouchpoints,Sees ad,Compares prices,Pays\nChannel,web,web,shop\n",
        &[],
    );
    assert_eq!(read.all(), "Sees ad, Compares prices | Pays | ");
    assert_eq!(read.first(Phase::During).channel.as_deref(), Some("shop"));
    let read = take_in(
        "Hotel;;;\n;Soñar;Elegir;Dormir\nCanal;TV;Web;Tienda\nPuntos de contacto;Ve el anuncio;Compara precios;Paga\n",
        &[],
    );
    assert_eq!(read.map.touchpoints().count(), 3);
    let read = take_in("Our shop\nTouchpoint,Channel,Phase\nPurchase,Loyalty,Before\n", &[]);
    assert_eq!(read.all(), "Purchase |  | ");
}

#[test]
fn cards_with_several_lines_stay_whole() {
    for table in [
        "Text,Area\nSees ad,Awareness\n\"Pays\nby card\",Purchase\n",
        "ID,Name,Position X,Position Y,Area\n1,Sees ad,1,1,Awareness\n2,\"Pays\nby card\",2,2,Purchase\n",
        "Etapa;Tarjeta;Votos\nDescubrimiento;Sees ad;2\nCompra;\"Pays\nby card\";3\n",
    ] {
        assert_eq!(take_in(table, &[]).all(), "Sees ad | Pays by card | ", "{table}");
    }
    let read = take_in("Text,Stage\nSees ad,Awareness\nPays; by card,Purchase\nCalls,Loyalty\n", &[]);
    assert_eq!(read.all(), "Sees ad | Pays; by card | Calls");
    let read = take_in("Stage,Touchpoints\nAwareness,Sees ad\nPurchase,\"Pays\nSigns\"\n", &[]);
    assert_eq!(read.all(), "Sees ad | Pays, Signs | ");
}

#[test]
fn numbers_beside_the_name_of_a_step_are_no_touchpoints() {
    for table in [
        "Etapa;Número de negocios;Importe\nContacto inicial;412;1.203.000\nCita agendada;140;511.000\nGanado;27;98.400\n",
        "Deal stage;Number of deals;Amount\nTouchpoint;412;1000\nContact;140;900\nWon;27;300\n",
    ] {
        let read = take_in(table, &[]);
        let reaches = read.map.touchpoints().map(|(_, each)| each.reach).collect::<Vec<_>>();
        assert_eq!(reaches, [Some(412), Some(140), Some(27)], "{}", read.told);
    }
}

#[test]
fn counts_with_separators_and_no_quotation_marks_are_told() {
    let read = take_in("Step,Users\nVisit,18,240\nBuy,9,100\n", &[]);
    read.says("t.csv:2: 2 rows have more cells than there are headings")
        .says("A number such as 18,240 needs quotation marks");
    let read = take_in("Step,Users\nVisit,\"18,240\"\nBuy,\"9,100\"\n", &[]);
    assert!(!read.told.contains("more cells"), "{}", read.told);
}
