//! Files of other kinds in the program: opened by name, dropped on the terminal, and pasted.

use std::fs;

use crate::pty::Terminal;

const CARDS: &str = "Text;Etapa\nVe el cartel;Antes\nPaga en caja;Durante\n";

#[test]
fn a_file_dropped_on_the_terminal_is_taken_in_and_never_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("mis tarjetas.csv");
    fs::write(&path, CARDS).expect("written");
    let mut terminal = Terminal::open(folder.path(), 80, 24, &["new.ron"]);
    terminal.wait_for("Before 0");
    terminal.press(&format!("\x1b[200~'{}'\x1b[201~", path.display()));
    terminal.wait_for("What was read");
    terminal.wait_for("+ Ve el cartel");
    terminal.press("i");
    terminal.wait_for("The new map");
    terminal.press("\r");
    terminal.wait_for("A new map with 2 touchpoints");
    terminal.press("\x13");
    terminal.wait_for("mis-tarjetas.ron");
    terminal.press("\r");
    terminal.wait_for("Saved");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert_eq!(fs::read_to_string(&path).expect("the table"), CARDS);
    assert!(folder.path().join("mis-tarjetas.ron").exists() && !folder.path().join("new.ron").exists());
}

#[test]
fn a_table_on_the_command_line_opens_the_preview() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("cards.csv"), CARDS).expect("written");
    let mut terminal = Terminal::open(folder.path(), 60, 20, &["--lang", "es", "cards.csv"]);
    terminal.wait_for("Lo que se ha leído");
    terminal.press("\t");
    terminal.wait_for("Paga en caja");
    terminal.press("\x1b");
    terminal.wait_for("No se ha incorporado nada");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn pasted_cells_go_into_the_open_map_as_one_change() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut terminal = Terminal::open(folder.path(), 80, 24, &["new.ron"]);
    terminal.wait_for("Before 0");
    terminal.press("\x1b[200~Etapa\tPunto de contacto\rAntes\tVe el cartel\rDurante\tPaga en caja\r\x1b[201~");
    terminal.wait_for("This map as it will be");
    terminal.wait_for("+ Ve el cartel");
    terminal.press("\r");
    terminal.wait_for("2 touchpoints taken in");
    terminal.press("u");
    terminal.wait_for("Before 0");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}
