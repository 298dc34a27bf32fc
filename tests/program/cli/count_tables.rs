//! Tables of counts that `import` takes in: wide and long ones, odd counts, groups, and headings of other programs.

use crate::cli::importing::{import, map};
use crate::cli::taking_in::{TakenIn, take_in};
use periplo::map::Phase;

/// Returns the names and the reaches of all phases, with the phases' bounds as `|`; a missing reach is `-`.
fn reaches(read: &TakenIn) -> String {
    let phase = |phase| {
        let counts = read.map.phase(phase).iter().map(|each| {
            let reach = each.reach.map_or_else(|| "-".to_owned(), |reach| reach.to_string());
            format!("{} {reach}", each.name)
        });
        counts.collect::<Vec<_>>().join(", ")
    };
    Phase::ALL.map(phase).join(" | ")
}

#[test]
fn columns_beside_a_column_of_steps_are_added_up_for_each_step() {
    let tables = [
        "Step;Jan;Feb\nVisit;100;120\nCart;20;30\nOrder;5;6\n",
        "Paso,2026-01,2026-02\nVisit,100,120\nCart,20,30\nOrder,5,6\nTotal,125,156\n",
        "Spring\n\nStep,Mobile,Desktop\nVisit,100,120\nCart,20,30\nOrder,5,6\n",
        "Schritt;;Januar;Februar\nVisit;;100;120\nCart;;20;30\nOrder;;5;6\n",
        "Etapa\tSemana 1\t%\tSemana 2\t%\nVisit\t100\t100%\t120\t100%\nCart\t20\t20%\t30\t25%\nOrder\t5\t5%\t6\t5%\n",
        "Step,New users,Returning users\nVisit,100,120\nCart,20,30\nOrder,5,6\n",
        "Touchpoint;Jan;Feb\nVisit;100;120\nCart;20;30\nOrder;5;6\n",
        ";2025;2026\nVisit;100;120\nCart;20;30\nOrder;5;6\n",
    ];
    for table in tables {
        let read = take_in(table, &[]);
        assert_eq!(reaches(&read), "Visit 220 | Cart 50, Order 11 | ", "{table}");
        read.says("for each step, the counts of these columns are added up");
    }
    assert_eq!(take_in(tables[0], &[]).map.header().period.as_deref(), Some("Jan – Feb"));
    assert_eq!(take_in(tables[1], &[]).map.header().period.as_deref(), Some("2026-01 – 2026-02"));
}

#[test]
fn of_several_columns_of_counts_the_one_of_those_who_came_counts() {
    let tables = [
        ("Step no,Step name,Entered,Completed\n1,Visit,100,20\n2,Cart,20,9\n3,Order,9,9\n", "Entered"),
        ("Step,Events,Sessions,Total users\nVisit,500,120,100\nCart,80,25,20\nOrder,9,9,9\n", "Total users"),
        ("Etapa;Salieron;Entraron\nVisit;80;100\nCart;11;20\nOrder;0;9\n", "Entraron"),
        ("Stage,Mobile,Desktop,All users\nVisit,60,50,100\nCart,12,9,20\nOrder,5,5,9\n", "All users"),
        ("Etapa;Enero;Febrero;Total\nVisit;40;60;100\nCart;9;11;20\nOrder;4;5;9\n", "Total"),
        ("Step,Previous,Current\nVisit,1,100\nCart,2,20\nOrder,3,9\n", "Current"),
        ("Stage,Visitors last month,Visitors this month\nVisit,1,100\nCart,2,20\nOrder,3,9\n", "Visitors this month"),
    ];
    for (table, heading) in tables {
        let read = take_in(table, &[]);
        assert_eq!(reaches(&read), "Visit 100 | Cart 20, Order 9 | ", "{table}");
        read.says(&format!("“{heading}”: taken for Reach"));
    }
}

#[test]
fn steps_with_only_numbers_are_named_after_their_heading() {
    let read = take_in("Step,Users\n1,1000\n2,200\n3,50\n", &[]);
    assert_eq!(reaches(&read), "Step 1 1000, Step 2 200 | Step 3 50 | ");
    read.says("“Step” has only numbers, so the steps are called “Step 1”, “Step 2” and so on");
    let read = take_in("N.º de paso;Usuarios\n1;1000\n2;200\n", &[]);
    assert_eq!(reaches(&read), "paso 1 1000 | paso 2 200 | ");
}

#[test]
fn groups_of_customers_beside_columns_of_steps_are_no_steps() {
    for heading in ["Country", "Team", "Channel", "Group", "Canal"] {
        let read = take_in(format!("{heading},Visit,Cart,Order\nA,100,20,5\nB,120,30,6\n"), &[]);
        assert_eq!(reaches(&read), "Visit 220 | Cart 50, Order 11 | ", "{heading}");
        read.says(&format!("“{heading}”: taken for groups of customers, which are added up"));
    }
}

#[test]
fn a_step_may_be_named_like_one_of_our_fields() {
    let table = "Date,Visit,Votes,Order,Owner\n2026-05-01,100,20,5,3\n2026-05-02,120,10,6,2\n";
    assert_eq!(reaches(&take_in(table, &[])), "Visit 220, Votes 30 | Order 11, Owner 5 | ");
    let table = "Date,Lead,Customer,Order\n2026-01-01,5,3,1\n2026-01-02,5,3,1\n";
    assert_eq!(reaches(&take_in(table, &[])), "Lead 10, Customer 6 | Order 2 | ");
    let json = [
        r#"{"Visit": 1000, "Cart": 200, "Order": 50}"#,
        r#"[{"Visit": 600, "Cart": 150, "Order": 40}, {"Visit": 400, "Cart": 50, "Order": 10}]"#,
    ];
    for text in json {
        let (sandbox, result) = import("t.json", text, &[]);
        let read = TakenIn { map: map(&sandbox), told: result.stderr };
        assert_eq!(reaches(&read), "Visit 1000 | Cart 200, Order 50 | ");
    }
    // No heading is known, but all columns have numbers.
    assert_eq!(reaches(&take_in("Look,Try,Ask\n1000,200,50\n", &[])), "Look 1000, Try 200 | Ask 50 | ");
}

#[test]
fn an_odd_count_costs_its_step_only_the_reach() {
    let odd = [
        "n/a",
        "-",
        "–",
        "?",
        "-5",
        "2.5",
        "<10",
        "~200",
        "12%",
        "\"1,200.50\"",
        "null",
        "NaN",
        "#N/A",
        "1e99",
        "soon",
    ];
    for cell in odd {
        let read = take_in(format!("Step,Users\nVisit,10000\nCart,{cell}\nOrder,50\n"), &[]);
        assert_eq!(reaches(&read), "Visit 10000 | Cart -, Order 50 | ", "{cell}");
        let found = cell.trim_matches('"');
        read.says(&format!("t.csv:3: a cell is not understood and is not counted: Users: “{found}”"));
    }
    for (cell, count) in
        [("1'200", 1200), ("200*", 200), ("\"1,20,000\"", 120_000), ("200 users", 200), ("200 (2%)", 200)]
    {
        let read = take_in(format!("Step,Users\nVisit,10000\nCart,{cell}\nOrder,50\n"), &[]);
        assert_eq!(reaches(&read), format!("Visit 10000 | Cart {count}, Order 50 | "), "{cell}");
        assert!(!read.told.contains("not counted"), "{}", read.told);
    }
}

#[test]
fn an_odd_count_of_a_day_costs_only_that_day() {
    let table = "Fecha;Visita;Carrito;Pedido\n2026-05-01;100;20;5\n2026-05-02;-;n/d;-\n2026-05-03;91;19;4\n\
        Total;191;39;9\nPromedio;95,5;19,5;4,5\n";
    let read = take_in(table, &[]);
    assert_eq!(reaches(&read), "Visita 191 | Carrito 39, Pedido 9 | ");
    read.says("t.csv:3: a cell is not understood and is not counted: Carrito: “n/d”").says("2 rows are totals");
}

#[test]
fn rows_of_everybody_count_instead_of_those_of_groups() {
    let tables = [
        "Step,Segment,Users\nVisit,All users,110\nVisit,Mobile,60\nVisit,Desktop,55\nCart,All users,20\nCart,Mobile,19\n",
        "Segmento;Paso;Usuarios\nTodos los usuarios;Visit;110\nTodos los usuarios;Cart;20\nMóvil;Visit;60\nMóvil;Cart;19\n",
        "Report\n\nStep,Device,Users\nVisit,Total,110\nVisit,mobile,60\nCart,Total,20\nCart,mobile,19\n",
        "Date,Step,Country,Users\n2026-05-01,Visit,All,50\n2026-05-01,Visit,ES,50\n2026-05-02,Visit,All,60\n2026-05-02,Cart,All,20\n",
    ];
    for table in tables {
        let read = take_in(table, &[]);
        assert_eq!(reaches(&read), "Visit 110 | Cart 20 | ", "{table}");
        read.says("counts everybody, so only its rows count");
        assert!(!read.told.contains("added up"), "{}", read.told);
    }
    // What the column is taken for does not matter.
    for role in ["none", "keep", "notes", "channel"] {
        let read = take_in(tables[2], &["--column", &format!("Device={role}")]);
        assert_eq!(reaches(&read), "Visit 110 | Cart 20 | ", "{role}");
    }
}

#[test]
fn headings_of_counts_are_known_in_six_languages() {
    let headings = [
        "Deal Stage,Number of Deals",
        "Etapa,Negocios",
        "Etapa,N.º de oportunidades",
        "Stage,#",
        "Stage,Records",
        "Stage,Visitors this month",
        "Stage,Opportunities",
        "Étape,Nombre",
        "Phase,Anzahl",
        "Fase,Numero di trattative",
        "Stufe,Anzahl Kunden",
        "Etapa,Quantidade",
        "Schritt,Zahl",
        "Step,Contacts",
        "Stage,Nº",
        "Etapa,Cant.",
        "Étape,Nombre de clients",
        "Stage,Leads 2026",
    ];
    for heading in headings {
        let read = take_in(format!("{heading}\nLead,1000\nDemo,200\nWon,50\n"), &[]);
        assert_eq!(reaches(&read), "Lead 1000, Demo 200 | Won 50 | ", "{heading}");
    }
}

#[test]
fn a_chosen_group_is_not_told_as_added_up() {
    let table =
        "# 20260901-20260930\nStep,Device,Users\nVisit,mobile,110\nVisit,tablet,6\nCart,mobile,20\nCart,tablet,1\n";
    let read = take_in(table, &["--where", "Device=mobile"]);
    assert_eq!(reaches(&read), "Visit 110 | Cart 20 | ");
    assert!(!read.told.contains("added up"), "{}", read.told);
    assert_eq!(read.map.header().period.as_deref(), Some("20260901-20260930"));
}

#[test]
fn what_a_table_says_about_a_step_goes_to_its_touchpoint() {
    let table = "Step,Users,Owner,Channel,Emotion,Hypothesis\nVisit,1000,Ana,web,-1,Too slow\nCart,200,Ben,web,bad,\nOrder,50,Ana,shop,2,\n";
    let read = take_in(table, &[]);
    assert_eq!(reaches(&read), "Visit 1000 | Cart 200, Order 50 | ");
    let first = read.first(Phase::Before);
    assert_eq!((first.owner.as_deref(), first.notes.as_deref()), (Some("Ana"), Some("Hypothesis: Too slow")));
    assert_eq!(read.emotions(), [Some(-1), Some(-1), Some(2)]);
    let table =
        "Fecha;Paso;Canal;Usuarios\n2026-05-01;Visita;web;100\n2026-05-01;Visita;app;50\n2026-05-01;Pedido;tienda;20\n";
    let read = take_in(table, &[]);
    assert_eq!(reaches(&read), "Visita 150 | Pedido 20 | ");
    assert_eq!(read.first(Phase::During).channel.as_deref(), Some("tienda"));
    read.says("“Canal” has several values in these steps, and is left out there: “Visita”");
}

#[test]
fn stages_beside_the_steps_of_each_day_tell_their_phases() {
    let table = "Stage,Step,Date,Users\nDiscover,Visit,2026-01-01,100\nDiscover,Visit,2026-01-02,90\nBuy,Talks,2026-01-01,20\n\
        Buy,Talks,2026-01-02,10\nAfter,Review,2026-01-01,5\n";
    let read = take_in(table, &[]);
    assert_eq!(reaches(&read), "Visit 190 | Talks 30 | Review 5");
    read.says("“Stage”: taken for Phase");
}

#[test]
fn lines_about_the_whole_table_and_repeated_headings_are_no_steps() {
    let tables = [
        "Step,Users\nVisit,100\nOrder,\nSource: GA4 export,\n",
        "Paso;Usuarios\nVisit;100\nOrder;\n\nFuente: GA4\n* sin bots\n",
        "Schritt;Januar\nVisit;60\nSchritt;Januar\nVisit;40\n\nSchritt;Januar\nOrder;\nQuelle: Statistik\n",
    ];
    for table in tables {
        let read = take_in(table, &[]);
        assert_eq!(reaches(&read), "Visit 100 | Order - | ", "{table}");
    }
    take_in(tables[0], &[]).says("t.csv:4: the row of “Source: GA4 export” names no touchpoint");
    take_in(tables[2], &[]).says("2 lines are titles, the first “Schritt”; they are no touchpoints");
}

#[test]
fn a_log_of_changes_counts_the_stage_before_and_the_one_after() {
    let text = "Opportunity Name,From Stage,To Stage,Last Modified\nAcme,Prospecting,Qualification,1/3/2026\n\
        Acme,Qualification,Proposal,1/9/2026\nBolt,Prospecting,Qualification,1/14/2026\nAcme,Proposal,Closed Won,1/25/2026\n";
    let read = take_in(text, &[]);
    assert_eq!(counts(&read), [("Prospecting", 2), ("Qualification", 2), ("Proposal", 1), ("Closed Won", 1)]);
    read.says("each change from “From Stage” to “To Stage” counts for both stages");
    let text = "Deal ID;Campo;Valor anterior;Valor nuevo;Fecha\n1;Etapa;Contacto;Propuesta;2026-01-02\n\
        1;Importe;100;200;2026-01-02\n2;Etapa;Contacto;Propuesta;2026-01-05\n1;Etapa;Propuesta;Compra;2026-01-09\n";
    let read = take_in(text, &[]);
    assert_eq!(counts(&read), [("Contacto", 2), ("Propuesta", 2), ("Compra", 1)]);
    read.says("one change of another field was left out");
}

#[test]
fn lines_with_the_first_and_the_last_date_give_the_period() {
    for lines in ["# Start date: 20260101\n# End date: 20260131\n", "Desde,2026-01-01\nHasta,2026-01-31\n\n"] {
        let read = take_in(format!("{lines}Event name,Total users\npage_view,100\npurchase,5\n"), &[]);
        assert_eq!(read.map.header().period.as_deref(), Some("2026-01-01 – 2026-01-31"), "{lines}{}", read.told);
    }
}

fn counts(read: &TakenIn) -> Vec<(&str, u64)> {
    read.map.touchpoints().map(|(_, each)| (&*each.name, each.reach.unwrap_or_default())).collect()
}
