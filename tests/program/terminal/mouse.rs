//! Mouse events, as a terminal sends them.

use crate::pty::Terminal;
use crate::terminal::folder;

/// Presses and releases the button at a column and row from 1, in SGR mode.
fn click(terminal: &mut Terminal, x: u16, y: u16) {
    terminal.press(&format!("\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m"));
}

/// Returns the column and row, from 1, of a text on the screen.
fn place(terminal: &Terminal, text: &str) -> (u16, u16) {
    let rows: Vec<String> = terminal.screen.screen().rows(0, 200).collect();
    let found = rows.iter().enumerate().find_map(|(y, row)| Some((row[..row.find(text)?].chars().count(), y)));
    let (x, y) = found.unwrap_or_else(|| panic!("{text:?} in {rows:#?}"));
    (x as u16 + 1, y as u16 + 1)
}

/// Clicks on a text that the screen shows.
fn click_on(terminal: &mut Terminal, text: &str) {
    terminal.wait_for(text);
    let (x, y) = place(terminal, text);
    click(terminal, x, y);
}

#[test]
fn everything_but_text_can_be_done_with_the_mouse() {
    let folder = folder();
    let mut terminal = Terminal::open(folder.path(), 120, 40, &["a.ron"]);
    terminal.wait_for("Funnel");
    click_on(&mut terminal, "a add");
    terminal.wait_for(">");
    terminal.press("Reads a leaflet");
    terminal.press("\r");
    terminal.wait_for("1 added");
    click_on(&mut terminal, "Esc back");
    terminal.wait_for("u undo");
    // Both clicks of a double click may arrive in one read.
    let (x, y) = place(&terminal, "Reads a leaflet");
    terminal.press(&format!("\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m"));
    terminal.wait_for("Everyday");
    click_on(&mut terminal, "kind   ");
    click_on(&mut terminal, "2  offline");
    terminal.wait_for("[offline]");
    click_on(&mut terminal, "Enter done");
    terminal.wait_for("u undo");
    click_on(&mut terminal, "Finds the supplier");
    click_on(&mut terminal, "q quit");
    click_on(&mut terminal, "save the file and leave");
    assert_eq!(terminal.end(), 0);
    let text = std::fs::read_to_string(folder.path().join("a.ron")).expect("the map");
    assert!(text.contains("\"Reads a leaflet\", kind: Offline"), "{text}");
}

#[test]
fn a_card_dragged_to_the_edge_of_a_column_scrolls_it_until_dropped() {
    let folder = tempfile::tempdir().expect("a folder");
    let touchpoints: String = (10..60).map(|n| format!("(name: \"Number {n}\"),")).collect();
    let text = format!("(format: 1, title: \"t\", before: [{touchpoints}])");
    std::fs::write(folder.path().join("a.ron"), text).expect("written");
    let mut terminal = Terminal::open(folder.path(), 80, 24, &["a.ron"]);
    terminal.wait_for("Number 10");
    let (_, edge) = place(&terminal, "Funnel");
    terminal.press(&format!("\x1b[<0;5;3M\x1b[<32;6;8M\x1b[<32;6;{}M", edge - 1));
    // The column keeps scrolling while the mouse does not move.
    terminal.wait_for("Number 24");
    terminal.press(&format!("\x1b[<0;6;{}m", edge - 1));
    terminal.wait_for("Number 10");
    terminal.press("qd");
    assert_eq!(terminal.end(), 0);
}
