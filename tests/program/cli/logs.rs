//! Logs with a row for each visit that `import` takes in: who the persons are, the order of the rows, lists of deals.

use crate::cli::taking_in::{TakenIn, take_in};
use periplo::map::Phase;

/// Returns the names and the reaches of all phases, with the phases' bounds as `|`.
fn reaches(read: &TakenIn) -> String {
    let phase = |phase| {
        let counts = read.map.phase(phase).iter();
        let counts = counts.map(|each| format!("{} {}", each.name, each.reach.expect("a reach")));
        counts.collect::<Vec<_>>().join(", ")
    };
    Phase::ALL.map(phase).join(" | ")
}

#[test]
fn addresses_and_sessions_are_persons() {
    let tables = [
        "email,stage,date\na@example.org,Visit,2026-01-01\nb@example.org,Visit,2026-01-02\na@example.org,Order,2026-01-03\n",
        "correo;etapa;fecha\na@example.org;Visit;1/1/2026\nb@example.org;Visit;2/1/2026\na@example.org;Order;3/1/2026\n",
        "Who,stage,date\na@example.org,Visit,2026-01-01\nb@example.org,Visit,2026-01-02\na@example.org,Order,2026-01-03\n",
        "phone,stage,date\n+34 600 11 22 33,Visit,2026-01-01\n600 33 44 55,Visit,2026-01-02\n+34 600 11 22 33,Order,2026-01-03\n",
        "session_id,page,time\n1,Visit,10:00\n1,Order,10:05\n2,Visit,10:06\n",
        "id,screen,timestamp\n7,Visit,1714550300\n7,Order,1714550400\n8,Visit,1714550200\n",
        "Export\n\ncustomer,touchpoint,date\nAna,Visit,2026-01-01\nAna,Order,2026-01-02\nBen,Visit,2026-01-01\n",
        "cliente;punto de contacto;fecha\nAna;Visit;1/1/2026\nAna;Order;2/1/2026\nBen;Visit;1/1/2026\n",
    ];
    for table in tables {
        assert_eq!(reaches(&take_in(table, &[])), "Visit 2 | Order 1 | ", "{table}");
    }
}

#[test]
fn addresses_in_a_list_of_cards_make_no_log() {
    let table = "Card,Email,List,Created\nWrite,a@example.org,Before,2026-01-01\nTest,b@example.org,After,2026-01-01\n\
        Fix,a@example.org,After,2026-01-02\n";
    assert_eq!(take_in(table, &[]).all(), "Write |  | Test, Fix");
}

#[test]
fn a_log_that_begins_with_the_newest_rows_is_ordered_by_time() {
    let tables = [
        "user,event,time\n1,Ask,2026-01-01 10:10\n2,Try,2026-01-01 10:08\n1,Try,2026-01-01 10:05\n2,Look,2026-01-01 10:04\n\
            1,Look,2026-01-01 10:00\n",
        "user,event,date\n1,Ask,2026-01-02\n2,Try,2026-01-01\n1,Try,2026-01-01\n2,Look,2026-01-01\n1,Look,2026-01-01\n",
        "user;evento;fecha;hora\n1;Ask;1/1/2026;12:05\n2;Try;1/1/2026;11:00\n1;Try;1/1/2026;10:05\n2;Look;1/1/2026;9:59\n\
            1;Look;1/1/2026;9:00\n",
        "user,event,timestamp\n1,Ask,1714550500\n2,Try,1714550400\n1,Try,1714550400\n2,Look,1714550300\n1,Look,1714550300\n",
    ];
    for table in tables {
        assert_eq!(reaches(&take_in(table, &[])), "Look 2, Try 2 | Ask 1 | ", "{table}");
    }
}

#[test]
fn a_field_of_a_log_goes_to_the_touchpoints_it_is_the_same_for() {
    let table = "user,stage,date,channel,device\n1,Visit,2026-01-01,web,pc\n2,Visit,2026-01-01,web,phone\n\
        1,Order,2026-01-02,shop,pc\n2,Order,2026-01-02,web,pc\n";
    let read = take_in(table, &[]);
    assert_eq!(reaches(&read), "Visit 2 | Order 2 | ");
    assert_eq!(read.first(Phase::Before).channel.as_deref(), Some("web"));
    read.says("“channel” has several values in these steps, and is left out there: “Order”").says("“device”: left out");
}

#[test]
fn deals_have_the_usual_order_of_their_stages() {
    let table = "Deal Name,Deal Stage,Amount,Close Date\nSun,Contract sent,\"4,200.00\",2026-10-02\nSea,Closed won,900.00,2026-09-20\n\
        Gym,Deal lost,100.00,2026-09-14\nBar,Qualified to buy,300.00,2026-10-05\nInn,Appointment scheduled,600.00,2026-10-20\n\
        Spa,Appointment scheduled,10.00,2026-10-20\n";
    let read = take_in(table, &[]);
    assert_eq!(reaches(&read), "Appointment scheduled 2, Qualified to buy 1, Contract sent 1 | Closed won 1 | ");
    read.says("“Deal lost: 1” is where people leave").says("“Amount”, “Close Date”: left out");
    let table = "Nombre del negocio;Etapa del negocio;Importe\nSol;Contrato enviado;100\nMar;Cierre ganado;90\nLuz;Cierre perdido;80\n\
        Paz;Cualificado para comprar;70\nSal;Cita programada;60\nPez;Cita programada;50\n";
    let read = take_in(table, &[]);
    assert_eq!(
        reaches(&read),
        "Cita programada 2, Cualificado para comprar 1, Contrato enviado 1 | Cierre ganado 1 | "
    );
}
