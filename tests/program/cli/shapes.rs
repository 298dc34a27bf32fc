//! The shapes of tables that `import` finds by itself: boards, matrices, funnels and logs.

use crate::cli::importing::{import, map};
use crate::cli::sandbox::{Sandbox, assert_fails};
use crate::cli::taking_in::{TakenIn, refused, take_in};
use periplo::map::Phase;

/// Returns the names and the reaches of all phases, with the phases' bounds as `|`.
fn counts(read: &TakenIn) -> String {
    let phase = |phase| {
        let counts = read.map.phase(phase).iter().map(|each| {
            assert_eq!(each.evidence.key(), "measured");
            format!("{} {}", each.name, each.reach.expect("a reach"))
        });
        counts.collect::<Vec<_>>().join(", ")
    };
    Phase::ALL.map(phase).join(" | ")
}

const BOARD: &str = "\"Before\"\n\"Where do people first hear of the shop?\"\n\"Sees the lorry\"\n\"Asks a neighbour, who bought\"\n\n\
    \"Buying\"\n\"What do they do?\"\n\"Tries the sofa; brings the children\"\n\"Is it too dear?\"\n\n\
    \"Frame 2\"\n\"After\"\n\"Waits at home\"\n\"Sees the lorry\"\n\n\
    \"Sofa shop\"\n\"Template\",\"https://example.org/template\"\n";

#[test]
fn a_board_of_frames_has_a_touchpoint_for_each_line() {
    let read = take_in(BOARD, &[]);
    let before = "Sees the lorry, Asks a neighbour, who bought";
    assert_eq!(read.all(), format!("{before} | Tries the sofa; brings the children, Is it too dear? | Waits at home"));
    read.says("“Sees the lorry” is there twice and counts once");
    read.says("t.csv:2: 2 lines are questions of the board, the first “Where do people first hear of the shop?”");
    read.says("“Sofa shop” is a title").says("“Template” is a link").says("“Buying” is during");
    let strict = import("t.csv", BOARD, &["--strict"]).1;
    assert!(strict.code == 1 && strict.stderr.contains("--strict"), "{}", strict.stderr);
}

#[test]
fn a_frame_without_a_known_name_has_the_phase_of_the_frame_before() {
    let read = take_in("Antes\n¿Qué hacen?\nMira\n\nPrueba libre\nSe sienta\n\nPosventa\nLlama\n", &["--lang", "es"]);
    assert_eq!(read.all(), "Mira, Se sienta |  | Llama");
    read.says("porque ningún nombre las indica: «Prueba libre» es antes");
    let read = take_in("Antes\nMira\n\nPrueba libre\nSe sienta\n", &["--phases", "prueba libre=durante"]);
    assert_eq!(read.all(), "Mira | Se sienta | ");
}

#[test]
fn a_plain_list_has_a_touchpoint_for_each_line() {
    let read = take_in("- Hears of the shop\n- Asks a friend\n- Pays by card\n", &[]);
    assert_eq!(read.all(), "Hears of the shop, Asks a friend, Pays by card |  | ");
    read.says("warning: t.csv: there is no column “Phase”");
    let read = take_in("Before:\nHears of it\nDuring:\nPays\nAfter:\nCalls\n", &[]);
    assert_eq!(read.all(), "Hears of it | Pays | Calls");
}

#[test]
fn lines_of_a_list_with_blank_lines_never_become_stages_unseen() {
    let list = "Buscar en Google\nPreguntar a un amigo\nComparar\n\nPedir cita\nPagar\n\nRecoger\nReclamar\nRepetir\n";
    let all = "Buscar en Google, Preguntar a un amigo, Comparar, Pedir cita, Pagar, Recoger, Reclamar, Repetir |  | ";
    assert_eq!(take_in(list, &[]).all(), all);
    let read = take_in("Before:\nHears of it\n\nAsks\n\nBuying:\nPays\n\nTakes it home\nAfter:\nCalls\n", &[]);
    assert_eq!(read.all(), "Hears of it, Asks | Pays, Takes it home | Calls");
    let list = "Discovery\n- Hears of it\n\n- Asks\n\nFirst day\n- Pays\n";
    let (sandbox, result) = import("t.txt", list, &["--phases", "First day=during"]);
    let read = TakenIn { map: map(&sandbox), told: result.stderr };
    assert_eq!(read.all(), "Hears of it, Asks | Pays | ");
}

#[test]
fn a_matrix_with_a_row_for_each_stage_splits_its_cells() {
    let table = "Etapa,Desencadenantes,Puntos de contacto,Canal,Duración\n\
        Etapa 1: Conocimiento,Ganas; Un regalo,Anuncio en la radio; Consejo de una amiga,radio; en persona,1-2 semanas\n\
        Etapa 2: Compra,Oferta,\"- Página de pago\n- Chat de ayuda\",web,1 día\n\
        Etapa 3: Fidelización,,Correo de despedida,correo,siempre\n";
    let read = take_in(table, &[]);
    let all = "Anuncio en la radio, Consejo de una amiga | Página de pago, Chat de ayuda | Correo de despedida";
    assert_eq!(read.all(), all);
    let [radio, friend] = read.map.phase(Phase::Before) else { panic!("two touchpoints") };
    assert_eq!((radio.channel.as_deref(), friend.channel.as_deref()), (Some("radio"), Some("en persona")));
    assert_eq!(radio.notes.as_deref(), Some("Desencadenantes: Ganas\nDuración: 1-2 semanas"));
    assert_eq!(friend.notes.as_deref(), Some("Desencadenantes: Un regalo"));
    let pays = read.first(Phase::During);
    assert_eq!(
        (pays.channel.as_deref(), pays.notes.as_deref()),
        (Some("web"), Some("Desencadenantes: Oferta\nDuración: 1 día"))
    );
    read.says("“Puntos de contacto”: taken for Touchpoint").says("“Etapa 2: Compra” is during");
}

#[test]
fn a_matrix_with_the_stages_side_by_side_is_turned() {
    let table = "Customer journey of the gym,,,\n,,,\n,Awareness,Trial week,Purchase\n\
        Goals,Hear of it,Try it,Join\nDoing,\"Sees a poster\nAsks a friend\",Comes twice,Signs; pays\n\
        Channels,street; talk,gym,desk\nFeelings,curious,🙂,😀\n,,,\n";
    let read = take_in(table, &[]);
    assert_eq!(read.all(), "Sees a poster, Asks a friend, Comes twice | Signs, pays | ");
    let [poster, friend, twice] = read.map.phase(Phase::Before) else { panic!("three touchpoints") };
    assert_eq!((poster.channel.as_deref(), friend.channel.as_deref()), (Some("street"), Some("talk")));
    assert_eq!(poster.notes.as_deref(), Some("Goals: Hear of it\nFeelings: curious"));
    assert_eq!((twice.emotion.map(|each| each.value()), twice.need.as_deref()), (Some(1), Some("Try it")));
    read.says("since no name tells them: “Trial week” is before");
    let read = take_in(table, &["--column", "Goals=touchpoint", "--column", "Doing=keep"]);
    assert_eq!(read.all(), "Hear of it, Try it | Join | ");
}

#[test]
fn a_matrix_of_many_rows_keeps_them_all() {
    let rows: String = (0..300).map(|nth| format!(",Sees poster {nth},Pays bill {nth}\n")).collect();
    let read = take_in(format!(",Awareness,Purchase\nDoing,Sees an ad,Pays\n{rows}"), &[]);
    assert_eq!((read.names(Phase::Before).len(), read.names(Phase::During).len()), (301, 301));
}

#[test]
fn steps_with_counts_are_a_measured_funnel() {
    let table = "stage,sessions,step_conversion_pct,dropoff_sessions\nvisit,8000,100.0,0\nview_recipe,5200,65.0,2800\n\
        add_to_basket,1690,32.5,3510\ncheckout,1183,70.0,507\norder,710,60.02,473\nTotal,16783,,\n";
    let read = take_in(table, &[]);
    assert_eq!(counts(&read), "visit 8000, view_recipe 5200 | add_to_basket 1690, checkout 1183, order 710 | ");
    assert_eq!(read.map.header().unit.as_deref(), Some("sessions"));
    read.says("“step_conversion_pct”, “dropoff_sessions”: follows from the counts").says("t.csv:7: “Total” is a total");
}

#[test]
fn an_export_of_web_analytics_is_a_funnel() {
    let table = "\u{feff}# ------\n# Tea shop-Funnel exploration 1\n# 20260401-20260430\n# ------\n\n\
        Step,Active users (% of Step 1),Completion rate,Abandonments,Abandonment rate\n\
        1. session_start,\"18,000\",11.9%,\"15,858\",88.1%\n2. add_to_cart,\"2,142\",75.0%,535,25.0%\n\
        3. begin_checkout,\"1,607\",22.0%,\"1,253\",78.0%\n4. purchase,354,,,\n";
    let read = take_in(table, &[]);
    assert_eq!(counts(&read), "session_start 18000 | add_to_cart 2142, begin_checkout 1607, purchase 354 | ");
    let header = read.map.header();
    assert_eq!((header.unit.as_deref(), header.period.as_deref()), (Some("users"), Some("20260401-20260430")));
}

#[test]
fn a_column_for_each_step_is_added_up_over_the_days() {
    let table = "fecha;inicio;ficha_producto;agregar_carrito;venta_confirmada;ingresos;tasa\n\
        2026-05-01;4.000;260;80;35;2.870,50 €;8,75%\n2026-05-02;4.200;270;86;37;3.010,00 €;8,80%\nTotal;8.200;530;166;72;;\n";
    let read = take_in(table, &["--lang", "es"]);
    assert_eq!(counts(&read), "inicio 8200, ficha_producto 530 | agregar_carrito 166, venta_confirmada 72 | ");
    assert_eq!(read.map.header().period.as_deref(), Some("2026-05-01 – 2026-05-02"));
    read.says("«ingresos»: se interpreta como dinero y se deja fuera")
        .says("t.csv:4: «Total» es un total y se deja fuera");
}

#[test]
fn a_segment_of_the_customers_can_be_chosen() {
    let table = "month,segment,banner_views,entries,purchases\n2026-02,A,3000,700,60\n2026-02,B,2000,400,22\n2026-03,A,3200,740,66\n";
    assert_eq!(counts(&take_in(table, &[])), "banner_views 8200, entries 1840 | purchases 148 | ");
    let read = take_in(table, &["--where", "month=2026-02", "--where", "segment=b"]);
    assert_eq!(counts(&read), "banner_views 2000, entries 400 | purchases 22 | ");
    assert_eq!(read.map.header().period.as_deref(), Some("2026-02"));
    assert!(refused(table, &["--where", "country=ES"]).contains("there is no column “country” in it"));
}

#[test]
fn a_row_for_each_day_or_device_and_step_is_added_up() {
    let table = "Date,Device,Step,Users\n2026-05-01,Total,Home,30\n2026-05-01,mobile,Home,20\n2026-05-01,desktop,Home,10\n\
        2026-05-01,mobile,Order,3\n2026-05-02,mobile,home,5\n2026-05-02,mobile,Order,n/a\n";
    let read = take_in(table, &[]);
    assert_eq!(counts(&read), "Home 35 | Order 3 | ");
    read.says("“Home” is a total").says("Users: “n/a”: a whole number is needed");
}

#[test]
fn different_persons_are_counted_for_each_stage() {
    let table = "JourneyID,CustomerID,VisitDate,Stage,Action,Duration\n1,11,2025-02-01,Homepage,View,12\n\
        2,11,2025-02-01,Product page,View,40\n3,11,2025-02-01,Checkout,Purchase,\n4,12,2025-02-02,homepage,Click,9\n\
        8,13,2025-02-02,Checkout,Drop-off,\n6,13,2025-02-01,Homepage,View,\n6,13,2025-02-01,Homepage,View,\n";
    let read = take_in(table, &[]);
    assert_eq!(counts(&read), "Homepage 3, Product page 1 | Checkout 2, Purchase 1 | ");
    assert_eq!(read.map.header().period.as_deref(), Some("2025-02-01 – 2025-02-02"));
    read.says("“CustomerID”: taken for the person").says("“Drop-off: 1” is where people leave");
}

#[test]
fn a_record_of_stages_is_no_list_of_cards() {
    let table = "ID_Proyecto;Nombre;Etapa_Funnel;Fecha_Etapa;Comentarios\nP1;Casa;Aprobado;2025-03-09;\n\
        P1;Casa;Solicitud;2025-03-01;\nP1;Casa;Análisis;2025-03-04;bien\nP2;Local;Solicitud;2025-03-02;\n\
        P2;Local;Análisis;2025-03-05;\nP2;Local;Rechazado;2025-03-06;\nP3;Nave;Solicitud;2025-03-07;\n";
    let read = take_in(table, &["--lang", "es"]);
    assert_eq!(counts(&read), "Solicitud 3, Análisis 2 | Aprobado 1 | ");
    read.says("en «Rechazado: 1» la gente se va, así que no es un paso");
}

#[test]
fn rows_of_persons_with_a_path_are_refused_with_advice() {
    let table = "user_id,plan,user_journey\n7,Annual,Home-Prices-Sign up\n8,Monthly,Home-Log in\n";
    // Paths may name steps too.
    refused("user_id,plan,user_journey\n7,Annual,Home-Checkout\n8,Monthly,Home-Log in\n9,Annual,Order\n", &[]);
    let message = refused(table, &[]);
    assert!(
        message.contains("a row seems to be a person (“user_id”). Count how many people reach each step"),
        "{message}"
    );
    assert!(message.contains("“user_id”, “plan”, “user_journey”"), "{message}");
}

#[test]
fn a_funnel_of_a_sales_pipeline_leaves_out_those_who_left() {
    let table = "Pipeline stage,Deals,Amount (EUR),Win rate\nLead in,1.234,120.500 €,100%\nProposal sent,200,30.000 €,48.8%\n\
        Won,90,14.500 €,45%\nLost,110,,\nTotal,1.634,,\n";
    let read = take_in(table, &[]);
    assert_eq!(counts(&read), "Lead in 1234, Proposal sent 200 | Won 90 | ");
    read.says("“Lost” is where people leave").says("“Amount (EUR)”: taken for money");
}

#[test]
fn a_report_of_a_pipeline_counts_deals_however_it_names_them() {
    let table = "Etapa,Nº de negocios,Importe total,% conversión\nNuevo contacto,640,,100%\nReunión agendada,212,\"318.000,00 €\",33%\n\
        Ganado,31,\"71.300,00 €\",48%\nPerdido,289,,\n";
    let read = take_in(table, &[]);
    assert_eq!(counts(&read), "Nuevo contacto 640, Reunión agendada 212 | Ganado 31 | ");
    read.says("“Perdido” is where people leave").says("“Importe total”: taken for money");
    for heading in ["Number of deals", "Deals count", "N.º de oportunidades", "Anzahl der Angebote"] {
        let read = take_in(format!("Stage,{heading}\nFirst call,64\nOffer,12\nWon,3\n"), &[]);
        assert_eq!(counts(&read), "First call 64, Offer 12 | Won 3 | ", "{heading}");
    }
}

#[test]
fn a_list_of_deals_is_counted_by_their_stages() {
    let table = "Deal Name,Deal Stage,Amount,Close Date,Deal owner\nSun,Appointment,\"4,200.00\",2026-10-02,Ana\n\
        Sea,Closed won,900.00,2026-09-20,Pep\nGym,Closed lost,100.00,2026-09-14,Ana\nBar,Appointment,300.00,2026-10-05,Pep\n\
        Inn,Presentation,600.00,2026-10-20,Ana\n";
    let read = take_in(table, &[]);
    assert_eq!(counts(&read), "Appointment 2, Presentation 1 | Closed won 1 | ");
    assert_eq!(read.map.header().period, None);
    read.says("“Closed lost: 1” is where people leave").says("each stage counts those that are in it now");
}

#[test]
fn a_list_of_customers_is_no_list_of_touchpoints() {
    let table = "Nombre;Apellidos;Edad;Ciudad;Correo\nLola;García;34;Vigo;lola@example.org\nIván;Soto;51;Lugo;ivan@example.org\n";
    assert!(refused(table, &[]).contains("a row seems to be a person (“Nombre”)"));
    assert_eq!(take_in(table, &["--column", "Nombre=touchpoint"]).all(), "Lola, Iván |  | ");
}

#[test]
fn steps_with_texts_are_touchpoints_and_with_numbers_steps() {
    let table = "Fase,Paso,Canal,Dolor\nAntes,Ve el anuncio,radio,\nDurante,Paga,tienda,Hay cola\n";
    let read = take_in(table, &[]);
    assert_eq!(read.all(), "Ve el anuncio | Paga | ");
    read.says("“Paso”: taken for Touchpoint");
    assert_eq!(read.first(Phase::During).pain.as_deref(), Some("Hay cola"));
    let table = "Fase,Paso,Punto de contacto\nAntes,1,Ve el anuncio\nAntes,1,Ve el cartel\nDurante,2,Paga\n";
    let read = take_in(table, &[]);
    assert_eq!(read.all(), "Ve el anuncio, Ve el cartel | Paga | ");
    assert!(read.map.phase(Phase::Before)[1].with_previous);
}

#[test]
fn months_with_their_names_are_a_period() {
    let table = "Mes;Visitas web;Solicitudes;Contratos\nenero 2026;1.200;300;45\nfebrero 2026;1.350;320;50\nTotal;2.550;620;95\n";
    let read = take_in(table, &[]);
    assert_eq!(counts(&read), "Visitas web 2550, Solicitudes 620 | Contratos 95 | ");
    assert_eq!(read.map.header().period.as_deref(), Some("2026-01 – 2026-02"));
}

#[test]
fn a_funnel_keeps_the_evidence_that_its_table_gives() {
    let table = "step,users,evidence\nVisits,100,assumed\nVisits,5,measured\nPays,10,declarado\nLeaves a review,2,\n";
    let sandbox = Sandbox::with(&[("counts.csv", table)]);
    let result = sandbox.run(&["import", "counts.csv", "-o", "-"]);
    assert_eq!(result.code, 0, "{}", result.stderr);
    let line = |name: &str| result.stdout.lines().find(|line| line.contains(name)).expect("a touchpoint").to_owned();
    assert!(line("Visits").contains("reach: 105") && !line("Visits").contains("evidence"), "{}", result.stdout);
    assert!(line("Pays").contains("evidence: Reported"), "{}", result.stdout);
    assert!(line("Leaves a review").contains("evidence: Measured"), "{}", result.stdout);
}

#[test]
fn a_matrix_has_emotions_from_one_to_five_like_a_list() {
    let table = "stage,touchpoints,satisfaction\nBefore,Sees it;Asks,4;2\nDuring,Pays,5\nAfter,Complains,1\n";
    let sandbox = Sandbox::with(&[("matrix.csv", table)]);
    let result = sandbox.run(&["import", "matrix.csv", "-o", "-"]);
    assert_eq!(result.code, 0, "{}", result.stderr);
    assert!(result.stderr.contains("satisfaction: numbers from 1 to 5 were read as −2 to +2"), "{}", result.stderr);
    for (name, emotion) in [("Sees it", "1"), ("Asks", "-1"), ("Pays", "2"), ("Complains", "-2")] {
        let line = result.stdout.lines().find(|line| line.contains(name)).expect("a touchpoint");
        assert!(line.contains(&format!("emotion: {emotion}")), "{}", result.stdout);
    }
}

#[test]
fn a_page_of_only_a_title_has_nothing_to_take_in() {
    let page = "# Tea\n\n```mermaid\nflowchart LR\n  A --> B\n```\n";
    let sandbox = Sandbox::with(&[("tea.md", page)]);
    assert_fails(&sandbox.run(&["import", "tea.md", "-o", "tea.ron"]), 1, "no journey diagram");
}

#[test]
fn many_headings_are_read_in_linear_time() {
    let started = std::time::Instant::now();
    let columns = 20_000;
    let table = format!("phase,touchpoint{}\nbefore,Sees{}\n", ",kind".repeat(columns), ",online".repeat(columns));
    assert_eq!(take_in(table, &[]).all(), "Sees |  | ");
    let list: String = (0..columns).map(|nth| format!("Stage {nth}:\nDoes {nth}\n")).collect();
    assert_eq!(take_in(list, &[]).map.len(), columns);
    // A quadratic step over so many takes minutes.
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}
