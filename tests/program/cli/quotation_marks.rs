//! Quotation marks of a csv that were never closed: no rows are merged in silence, and cells of several lines pass.

use std::fmt::Write as _;

use crate::cli::sandbox::Sandbox;

/// Imports a table. Returns the exit code and the messages.
fn import(table: &str, more: &[&str]) -> (i32, String) {
    let sandbox = Sandbox::with(&[("t.csv", table)]);
    let result = sandbox.run(&[&["import", "t.csv", "-o", "t.ron"], more].concat());
    (result.code, result.stderr)
}

#[test]
fn a_quotation_mark_that_merges_rows_is_refused_with_its_row_and_column() {
    let second = "error: t.csv:2: column 2 (“touchpoint”): the quotation mark that begins this cell";
    let tables = [
        (
            "phase,touchpoint,kind\nbefore,\"A,online\nbefore,\"Sees an ad\",online\nbefore,\"Pays\",offline\n",
            "in line 3",
        ),
        ("phase;touchpoint;kind\r\nbefore;\"A;online\r\nbefore;B;\r\nbefore;\"C\";online\r\n", "in line 4"),
        ("phase\ttouchpoint\tkind\nbefore\t\"A\tonline\nbefore\tSees \"an\" ad\tonline\n", "in line 3"),
        ("phase,touchpoint,kind\nbefore,\"A,online\nbefore,B,online\n", "never closed"),
    ];
    for (table, place) in tables {
        let (code, messages) = import(table, &[]);
        assert_eq!(code, 1, "{messages}");
        assert!(messages.starts_with(second) && messages.contains(place), "{messages}");
    }
    let (code, messages) = import("sep=;\nphase;touchpoint\n\n\nbefore;\"A\nbefore;\"B\"\n", &["--lang", "es"]);
    assert_eq!(code, 1);
    assert!(messages.starts_with("error: t.csv:5: columna 2 («touchpoint»): las comillas"), "{messages}");
}

#[test]
fn a_cell_that_may_contain_rows_is_warned_of() {
    let tables = [
        // Closed by a mark that was never opened.
        "phase,touchpoint,kind\nbefore,\"A,online\nbefore,Sees an ad\",online\nbefore,B,offline\n",
        "touchpoint,channel,need,pain,action\nA,web,\"b,c,d\nB,web,b\",c,d\n",
        // Another number of cells than all other rows.
        "phase,touchpoint,kind\nbefore,\"A,online\nbefore,B,on\"\nbefore,C,online\n",
    ];
    for table in tables {
        let (code, messages) = import(table, &[]);
        assert_eq!(code, 0, "{messages}");
        assert!(messages.contains("t.csv:2: column") && messages.contains("seems to contain other rows"), "{messages}");
        assert_eq!(import(table, &["--strict"]).0, 1);
    }
}

#[test]
fn text_after_a_closed_cell_is_warned_of() {
    let (code, messages) = import("phase,touchpoint\nbefore,\"Sees \"an\" ad\"\nbefore,\"B\" \nbefore,\"C", &[]);
    assert_eq!(code, 0, "{messages}");
    assert!(messages.contains("warning: t.csv:2: column 2 (“touchpoint”): text follows the closing"), "{messages}");
    assert!(!messages.contains("t.csv:3"), "{messages}");
    assert!(messages.contains("warning: t.csv:4: column 2 (“touchpoint”): the quotation mark"), "{messages}");
}

#[test]
fn cells_of_several_lines_pass_silently() {
    let tables = [
        "phase,touchpoint,notes\nbefore,A,\"first\nsecond, with a comma\n\n\"\"quoted\"\"\"\nbefore,B,\n",
        "phase,touchpoint,notes\nbefore,A,\"first, of three, words\nsecond, of three, words\"\nbefore,B,x\n",
        "touchpoint,notes\nA,\"x\nb, c\"\n\"B\nB\",\"- one, two\n- three, four\"\n",
        "notes,touchpoint\r\n\"a\r\n\r\nb\",A\r\n\"\",\"B\"\r\n",
        "\"phase\",\"touch\npoint\"\nbefore,A\nbefore,B,\nbefore,\"C\nD\"\n",
        "phase,touchpoint\nbefore,6\" screen\nbefore,\"5\"\" screen\"\n",
    ];
    for table in tables {
        let (code, messages) = import(table, &[]);
        assert!(code == 0 && !messages.contains(": column "), "{messages}\n{table}");
    }
}

#[test]
fn many_quoted_cells_are_checked_in_linear_time() {
    let time = |rows: usize| {
        let mut table = "phase,touchpoint,notes\n".to_owned();
        for row in 0..rows {
            let _ = writeln!(table, "before,\"A\"{row},\"x\ny\"\nbefore,B,\"x,y\nz\"");
        }
        let begin = std::time::Instant::now();
        assert_eq!(import(&table, &[]).0, 0);
        begin.elapsed()
    };
    let (short, long) = (time(1_000), time(10_000));
    assert!(long < short * 40 + std::time::Duration::from_secs(1), "{short:?}, then {long:?}");
}
