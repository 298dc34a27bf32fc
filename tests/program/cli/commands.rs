//! Each command: standard output, standard error and exit code.

use crate::cli::room::{Room, assert_fails, said};
use periplo::store::ron_text;

const SHOP: &str = include_str!("../../exchange/shop.ron");
const BROKEN: &str = "(format: 1, title: \"Broken\", before: [(nombre: \"x\")])\n";

#[test]
fn the_editor_refuses_to_start_without_a_terminal_before_it_draws() {
    let room = Room::with(&[("shop.ron", SHOP)]);
    for arguments in [&[][..], &["shop.ron"], &["new.ron"], &["--no-mouse"]] {
        let said = room.run(arguments);
        assert_fails(&said, 2, "needs a terminal");
        assert!(!said.err.contains('\x1b'));
    }
    assert_fails(&room.run(&["--lang", "es"]), 2, "necesita una terminal");
    assert!(!room.path().join("new.ron").exists());
}

#[test]
fn a_new_map_has_the_title_asked_for_or_its_files_name() {
    let room = Room::new();
    let said = room.run(&["new", "shop.ron"]);
    assert_eq!((said.code, said.out.as_str()), (0, ""));
    assert_eq!(said.err, "shop.ron: new map written. Open it with: periplo shop.ron\n");
    let title = |file: &str| ron_text::parse(&room.read(file)).unwrap().map.header().title.to_string();
    assert_eq!(title("shop.ron"), "shop");

    assert_eq!(room.run(&["new", "other.ron", "--title", "Another shop"]).code, 0);
    assert_eq!(title("other.ron"), "Another shop");
    assert_eq!(room.run(&["new", "trial.ron", "--template", "trial", "--title", "Ours"]).code, 0);
    assert_eq!(title("trial.ron"), "Ours");
    let said = room.run(&["new", "two words.ron"]);
    assert!(said.err.ends_with("periplo 'two words.ron'\n"), "{}", said.err);
}

#[test]
fn a_new_map_takes_no_files_place() {
    let room = Room::with(&[("shop.ron", "anything")]);
    let said = room.run(&["new", "shop.ron", "--template", "retail"]);
    assert_fails(&said, 1, "or open it with: periplo shop.ron");
    assert_eq!(room.read("shop.ron"), "anything");
    assert_fails(&room.run(&["--lang", "es", "new", "shop.ron"]), 1, "ya existe");
}

#[cfg(target_os = "linux")]
#[test]
fn a_place_that_cannot_be_written_is_not_called_full() {
    // /proc takes no files from anybody, whoever runs this.
    let room = Room::with(&[("shop.ron", SHOP)]);
    for arguments in [&["new", "/proc/shop.ron"][..], &["inventory", "shop.ron", "-o", "/proc/shop.csv"]] {
        let english = room.run(arguments);
        assert_fails(&english, 1, "choose another folder");
        assert!(!english.err.contains("make room"), "{}", english.err);
        let spanish = room.run(&[arguments, &["--lang", "es"]].concat());
        assert_fails(&spanish, 1, "elige otra carpeta");
        assert!(!spanish.err.contains("haz sitio"), "{}", spanish.err);
    }
}

#[test]
fn the_help_promises_what_the_start_screen_has() {
    let help = Room::new().run(&["--help"]).out;
    let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
    let offers = "a start screen offers the maps that were open lately, an empty map, templates and a file to open";
    assert!(help.contains(offers), "{help}");
}

#[test]
fn a_new_map_says_what_its_place_lacks() {
    let room = Room::new();
    assert_fails(&room.run(&["new", "maps/shop.ron"]), 1, "there is no folder maps");
    let said = room.run(&["new", "x.ron", "--template", "shop"]);
    assert_fails(&said, 2, "retail, travel, b2b, trial, flash-sale");
    assert_fails(&room.run(&["new", "x.ron", "--title", " "]), 2, "--title");
    let name = "x".repeat(210);
    assert_fails(&room.run(&["new", &name]), 2, "give one with --title");
    assert_eq!(std::fs::read_dir(room.path()).unwrap().count(), 0);
}

#[test]
fn a_template_is_written_in_the_users_language_with_ids_of_its_own() {
    let room = Room::new();
    let first = room.run(&["new", "-", "--template", "b2b"]);
    let second = room.run(&["new", "-", "--template", "b2b"]);
    assert_eq!((first.code, first.err.as_str()), (0, ""));
    assert_ne!(first.out, second.out, "identities are random");
    let english = ron_text::parse(&first.out).unwrap().map;
    let spanish = ron_text::parse(&room.run(&["new", "-", "--template", "b2b", "--lang", "es"]).out).unwrap().map;
    assert_eq!(english.len(), spanish.len());
    assert_ne!(english.header().title, spanish.header().title);

    let untitled = room.run(&["new", "-", "--lang", "es"]);
    assert!(untitled.out.contains("title: \"Mapa nuevo\""), "{}", untitled.out);
}

#[test]
fn templates_are_listed_in_both_languages() {
    let room = Room::new();
    insta::assert_snapshot!("templates_en", room.run(&["templates"]).out);
    insta::assert_snapshot!("templates_es", room.run(&["--lang", "es", "templates"]).out);
}

#[test]
fn a_file_that_is_no_map_is_drawn_on_standard_error() {
    let room = Room::with(&[("broken.ron", BROKEN)]);
    for arguments in [&["funnel", "broken.ron"][..], &["funnel", "--format", "json", "broken.ron"]] {
        let said = room.run(arguments);
        assert_fails(&said, 1, "broken.ron");
        assert!(said.err.contains("nombre"), "{}", said.err);
    }
    let said = said(room.command().args(["funnel", "-"]).write_stdin(BROKEN));
    assert_fails(&said, 1, "nombre");
}

#[test]
fn a_file_that_cannot_be_read_says_what_to_do() {
    let room = Room::with(&[("latin1.ron", ""), ("maps/x.ron", SHOP)]);
    std::fs::write(room.path().join("latin1.ron"), b"(format: 1, title: \"A\xf1o\")").unwrap();
    assert_fails(&room.run(&["funnel", "shop.ron"]), 1, "periplo new");
    assert_fails(&room.run(&["--lang", "es", "funnel", "shop.ron"]), 1, "no existe ese archivo");
    assert_fails(&room.run(&["funnel", "maps"]), 1, "folder");
    assert_fails(&room.run(&["funnel", "latin1.ron"]), 1, "UTF-8");
}

#[test]
fn repeated_ids_are_a_warning() {
    let twice = SHOP.replace("aaaaaaa3", "aaaaaaa1");
    let room = Room::with(&[("shop.ron", &twice)]);
    let english = room.run(&["funnel", "shop.ron"]);
    assert_eq!(english.code, 0);
    assert!(english.out.contains("452"));
    assert_eq!(english.err.lines().count(), 1);
    assert!(english.err.starts_with("warning: shop.ron: “Asks the sales team"), "{}", english.err);
    let spanish = room.run(&["inventory", "--lang", "es", "."]);
    assert_eq!(spanish.code, 0);
    assert!(spanish.err.starts_with("aviso: ./shop.ron: «Asks the sales team"), "{}", spanish.err);
}

#[test]
fn the_map_may_come_from_standard_input() {
    let room = Room::with(&[("shop.ron", SHOP)]);
    let from_file = room.run(&["funnel", "shop.ron", "--format", "json"]);
    let piped = said(room.command().args(["funnel", "-", "--format", "json"]).write_stdin(SHOP));
    assert_eq!(from_file, piped);
    let inventory = said(room.command().args(["inventory", "-", "--no-guard"]).write_stdin(SHOP));
    assert_eq!(inventory.code, 0);
    assert!(inventory.out.lines().nth(1).unwrap().starts_with("A holiday shop,-,aaaaaaa1,"));
}

#[test]
fn a_reader_that_goes_is_no_error() {
    let touchpoints = "(name: \"Looks at the same window again and again and again\"),".repeat(5_000);
    let map = format!("(format: 1, title: \"Long\", before: [{touchpoints}])");
    let room = Room::with(&[("long.ron", &map)]);
    let program = room.command().get_program().to_owned();
    let mut child = std::process::Command::new("sh")
        .args(["-c", "{ \"$0\" inventory long.ron; echo $? > code; } | head -1"])
        .arg(program)
        .current_dir(room.path())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("a shell");
    assert!(child.wait().expect("an end").success());
    let output = child.wait_with_output().expect("output");
    assert_eq!(String::from_utf8_lossy(&output.stdout).lines().count(), 1);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(room.read("code"), "0\n");
}

#[cfg(target_os = "linux")]
#[test]
fn a_result_that_cannot_be_written_is_a_failure() {
    let room = Room::with(&[("shop.ron", SHOP)]);
    // This device refuses every byte and keeps none.
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("the full device");
    let program = room.command().get_program().to_owned();
    let output = std::process::Command::new(program)
        .args(["funnel", "shop.ron"])
        .current_dir(room.path())
        .stdout(full)
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("the disk is full"));
}

#[test]
fn completions_are_written_for_every_shell() {
    let room = Room::new();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let said = room.run(&["completions", shell]);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{shell}");
        for word in ["inventory", "funnel", "templates", "--lang"] {
            assert!(said.out.contains(word.trim_start_matches('-')), "{shell} lacks {word}");
        }
    }
    assert_fails(&room.run(&["completions", "tcsh"]), 2, "bash");
}

#[test]
fn the_manual_page_has_every_command_and_option() {
    let said = Room::new().run(&["man"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let page = said.out.replace('\\', "");
    for word in [
        ".TH periplo 1",
        "periplo new",
        "periplo templates",
        "periplo funnel",
        "periplo inventory",
        "periplo backups",
        "periplo completions",
        "periplo man",
        "--template",
        "--title",
        "--format",
        "--output",
        "--force",
        "--phase",
        "--kind",
        "--intent",
        "--no-guard",
        "--restore",
        "--lang",
        "--config",
        "--color",
        "--no-mouse",
        "Exit codes",
    ] {
        assert!(page.contains(word), "{word}");
    }
}

#[test]
fn wrong_use_ends_with_two_and_help_with_zero() {
    let room = Room::with(&[("shop.ron", SHOP)]);
    for arguments in [
        &["--wrong"][..],
        &["funnel"],
        &["funnel", "shop.ron", "--format", "csv"],
        &["inventory"],
        &["inventory", "shop.ron", "--format", "text"],
        &["inventory", "shop.ron", "--kind", "phone"],
        &["shop.ron", "funnel", "shop.ron"],
        &["--no-mouse", "templates"],
        &["-"],
        &["new"],
    ] {
        let said = room.run(arguments);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{arguments:?}");
        assert!(said.err.contains("--help") || said.err.contains("Usage"), "{}", said.err);
    }
    for arguments in [&["--help"][..], &["-h"], &["--version"], &["inventory", "--help"]] {
        let said = room.run(arguments);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{arguments:?}");
        assert!(said.out.contains("periplo"));
    }
}

#[test]
fn an_empty_standard_input_is_a_new_map() {
    let said = said(Room::new().command().args(["inventory", "-"]).write_stdin(""));
    assert_eq!((said.code, said.out.lines().count(), said.err.as_str()), (0, 1, ""));
}

#[test]
fn standard_input_is_held_to_what_files_are() {
    let room = Room::new();
    let latin1 = said(room.command().args(["funnel", "-"]).write_stdin(&b"(format: 1, title: \"A\xf1o\")"[..]));
    assert_fails(&latin1, 1, "line 1, column 22");
    let marked = said(room.command().args(["funnel", "-"]).write_stdin("\u{feff}(format: 1, title: \"x\")\r\n"));
    assert_eq!((marked.code, marked.err.as_str()), (0, ""));
}

#[cfg(unix)]
#[test]
fn a_result_for_standard_input_is_not_printed_on_standard_output() {
    let room = Room::with(&[("shop.ron", SHOP)]);
    let there = std::fs::File::open(room.path().join("shop.ron")).expect("the map");
    let mut command = std::process::Command::new(room.command().get_program());
    command.args(["export", "shop.ron", "--format", "json", "-o", "/dev/stdin"]);
    let ended = command.env_clear().current_dir(room.path()).stdin(there).output().expect("the program runs");
    assert_eq!((ended.status.code(), ended.stdout.as_slice()), (Some(2), &b""[..]));
    assert_eq!(room.read("shop.ron"), SHOP);
    let merged = said(room.command().args(["merge", "shop.ron", "/dev/stdin", "shop.ron"]).write_stdin(SHOP));
    assert!(merged.code == 0 && merged.out.contains("title:"), "{}", merged.err);
}
