//! Standard output, standard error and exit code of the commands.

use crate::cli::sandbox::{Sandbox, assert_fails, run_command};
use periplo::store::ron_text;

const SHOP: &str = include_str!("../../exchange/shop.ron");
const BROKEN: &str = "(format: 1, title: \"Broken\", before: [(nombre: \"x\")])\n";

#[test]
fn the_editor_refuses_to_start_without_a_terminal_before_it_draws() {
    let sandbox = Sandbox::with(&[("shop.ron", SHOP)]);
    for arguments in [&[][..], &["shop.ron"], &["new.ron"], &["--no-mouse"]] {
        let result = sandbox.run(arguments);
        assert_fails(&result, 2, "needs a terminal");
        assert!(!result.stderr.contains('\x1b'));
    }
    assert_fails(&sandbox.run(&["--lang", "es"]), 2, "necesita una terminal");
    assert!(!sandbox.path().join("new.ron").exists());
}

#[test]
fn a_new_map_has_the_given_title_or_the_name_of_its_file() {
    let sandbox = Sandbox::new();
    let result = sandbox.run(&["new", "shop.ron"]);
    assert_eq!((result.code, result.stdout.as_str()), (0, ""));
    assert_eq!(result.stderr, "shop.ron: new map written. Open it with: periplo shop.ron\n");
    let title = |file: &str| ron_text::parse(&sandbox.read(file)).unwrap().map.header().title.to_string();
    assert_eq!(title("shop.ron"), "shop");

    assert_eq!(sandbox.run(&["new", "other.ron", "--title", "Another shop"]).code, 0);
    assert_eq!(title("other.ron"), "Another shop");
    assert_eq!(sandbox.run(&["new", "trial.ron", "--template", "trial", "--title", "Ours"]).code, 0);
    assert_eq!(title("trial.ron"), "Ours");
    let result = sandbox.run(&["new", "two words.ron"]);
    assert!(result.stderr.ends_with("periplo 'two words.ron'\n"), "{}", result.stderr);
}

#[test]
fn a_new_map_overwrites_no_file() {
    let sandbox = Sandbox::with(&[("shop.ron", "anything")]);
    let result = sandbox.run(&["new", "shop.ron", "--template", "retail"]);
    assert_fails(&result, 1, "or open it with: periplo shop.ron");
    assert_eq!(sandbox.read("shop.ron"), "anything");
    assert_fails(&sandbox.run(&["--lang", "es", "new", "shop.ron"]), 1, "ya existe");
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_cannot_be_written_is_not_called_full() {
    // Nobody can create files in /proc, not even root.
    let sandbox = Sandbox::with(&[("shop.ron", SHOP)]);
    for arguments in [&["new", "/proc/shop.ron"][..], &["inventory", "shop.ron", "-o", "/proc/shop.csv"]] {
        let english = sandbox.run(arguments);
        assert_fails(&english, 1, "choose another folder");
        assert!(!english.stderr.contains("free some space"), "{}", english.stderr);
        let spanish = sandbox.run(&[arguments, &["--lang", "es"]].concat());
        assert_fails(&spanish, 1, "elige otra carpeta");
        assert!(!spanish.stderr.contains("libera espacio"), "{}", spanish.stderr);
    }
}

#[test]
fn the_help_lists_what_the_start_screen_offers() {
    let help = Sandbox::new().run(&["--help"]).stdout;
    let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
    let offers = "the start screen offers recent maps, an empty map, templates and a file to open";
    assert!(help.contains(offers), "{help}");
}

#[test]
fn a_new_map_that_cannot_be_written_says_why() {
    let sandbox = Sandbox::new();
    assert_fails(&sandbox.run(&["new", "maps/shop.ron"]), 1, "there is no folder maps");
    let result = sandbox.run(&["new", "x.ron", "--template", "shop"]);
    assert_fails(&result, 2, "retail, travel, b2b, trial, flash-sale");
    assert_fails(&sandbox.run(&["new", "x.ron", "--title", " "]), 2, "--title");
    let name = "x".repeat(210);
    assert_fails(&sandbox.run(&["new", &name]), 2, "give one with --title");
    assert_eq!(std::fs::read_dir(sandbox.path()).unwrap().count(), 0);
}

#[test]
fn a_template_is_written_in_the_users_language_with_new_ids() {
    let sandbox = Sandbox::new();
    let first = sandbox.run(&["new", "-", "--template", "b2b"]);
    let second = sandbox.run(&["new", "-", "--template", "b2b"]);
    assert_eq!((first.code, first.stderr.as_str()), (0, ""));
    assert_ne!(first.stdout, second.stdout, "ids are random");
    let english = ron_text::parse(&first.stdout).unwrap().map;
    let spanish = ron_text::parse(&sandbox.run(&["new", "-", "--template", "b2b", "--lang", "es"]).stdout).unwrap().map;
    assert_eq!(english.len(), spanish.len());
    assert_ne!(english.header().title, spanish.header().title);

    let untitled = sandbox.run(&["new", "-", "--lang", "es"]);
    assert!(untitled.stdout.contains("title: \"Mapa nuevo\""), "{}", untitled.stdout);
}

#[test]
fn templates_are_listed_in_both_languages() {
    let sandbox = Sandbox::new();
    insta::assert_snapshot!("templates_en", sandbox.run(&["templates"]).stdout);
    insta::assert_snapshot!("templates_es", sandbox.run(&["--lang", "es", "templates"]).stdout);
}

#[test]
fn a_file_that_is_no_map_is_explained_on_standard_error() {
    let sandbox = Sandbox::with(&[("broken.ron", BROKEN)]);
    for arguments in [&["funnel", "broken.ron"][..], &["funnel", "--format", "json", "broken.ron"]] {
        let result = sandbox.run(arguments);
        assert_fails(&result, 1, "broken.ron");
        assert!(result.stderr.contains("nombre"), "{}", result.stderr);
    }
    let result = run_command(sandbox.command().args(["funnel", "-"]).write_stdin(BROKEN));
    assert_fails(&result, 1, "nombre");
}

#[test]
fn the_error_for_an_unreadable_file_says_what_to_do() {
    let sandbox = Sandbox::with(&[("latin1.ron", ""), ("maps/x.ron", SHOP)]);
    std::fs::write(sandbox.path().join("latin1.ron"), b"(format: 1, title: \"A\xf1o\")").unwrap();
    assert_fails(&sandbox.run(&["funnel", "shop.ron"]), 1, "periplo new");
    assert_fails(&sandbox.run(&["--lang", "es", "funnel", "shop.ron"]), 1, "no existe ese archivo");
    assert_fails(&sandbox.run(&["funnel", "maps"]), 1, "folder");
    assert_fails(&sandbox.run(&["funnel", "latin1.ron"]), 1, "UTF-8");
}

#[test]
fn repeated_ids_are_a_warning() {
    let twice = SHOP.replace("aaaaaaa3", "aaaaaaa1");
    let sandbox = Sandbox::with(&[("shop.ron", &twice)]);
    let english = sandbox.run(&["funnel", "shop.ron"]);
    assert_eq!(english.code, 0);
    assert!(english.stdout.contains("452"));
    assert_eq!(english.stderr.lines().count(), 1);
    assert!(english.stderr.starts_with("warning: shop.ron: “Asks the sales team"), "{}", english.stderr);
    let spanish = sandbox.run(&["inventory", "--lang", "es", "."]);
    assert_eq!(spanish.code, 0);
    assert!(spanish.stderr.starts_with("aviso: ./shop.ron: «Asks the sales team"), "{}", spanish.stderr);
}

#[test]
fn a_map_can_be_read_from_standard_input() {
    let sandbox = Sandbox::with(&[("shop.ron", SHOP)]);
    let from_file = sandbox.run(&["funnel", "shop.ron", "--format", "json"]);
    let piped = run_command(sandbox.command().args(["funnel", "-", "--format", "json"]).write_stdin(SHOP));
    assert_eq!(from_file, piped);
    let inventory = run_command(sandbox.command().args(["inventory", "-", "--no-guard"]).write_stdin(SHOP));
    assert_eq!(inventory.code, 0);
    assert!(inventory.stdout.lines().nth(1).unwrap().starts_with("A holiday shop,-,aaaaaaa1,"));
}

#[test]
fn a_reader_that_closes_the_pipe_is_no_error() {
    let touchpoints = "(name: \"Looks at the same window again and again and again\"),".repeat(5_000);
    let map = format!("(format: 1, title: \"Long\", before: [{touchpoints}])");
    let sandbox = Sandbox::with(&[("long.ron", &map)]);
    let program = sandbox.command().get_program().to_owned();
    let mut child = std::process::Command::new("sh")
        .args(["-c", "{ \"$0\" inventory long.ron; echo $? > code; } | head -1"])
        .arg(program)
        .current_dir(sandbox.path())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("a shell");
    assert!(child.wait().expect("an exit status").success());
    let output = child.wait_with_output().expect("output");
    assert_eq!(String::from_utf8_lossy(&output.stdout).lines().count(), 1);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(sandbox.read("code"), "0\n");
}

/// Runs the program with its standard output on a device that is always full. Returns its exit code and messages.
#[cfg(target_os = "linux")]
fn run_on_full_disk(sandbox: &Sandbox, arguments: &[&str]) -> (Option<i32>, String) {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("the full device");
    let mut command = std::process::Command::new(sandbox.command().get_program());
    command.env_clear().env("HOME", sandbox.path()).current_dir(sandbox.path());
    let output = command.args(arguments).stdout(full).output().expect("the program runs");
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[cfg(target_os = "linux")]
#[test]
fn a_result_that_cannot_be_written_is_a_failure() {
    let sandbox = Sandbox::with(&[
        ("shop.ron", SHOP),
        ("other.ron", "(format: 1, title: \"Other\")"),
        ("list.csv", "touchpoint\nPays\n"),
        ("counts.csv", "touchpoint,reach\nPays,9\n"),
    ]);
    for command in [
        "--help",
        "--version",
        "funnel --help",
        "inventory --help",
        "man",
        "completions bash",
        "templates",
        "new - --title Shop",
        "config path",
        "config show",
        "config keys",
        "config check",
        "funnel shop.ron",
        "funnel shop.ron --format json",
        "priorities shop.ron",
        "check shop.ron",
        "check shop.ron --format json",
        "diff shop.ron other.ron",
        "actions shop.ron",
        "inventory shop.ron",
        "inventory shop.ron --format xlsx",
        "export shop.ron --format html",
        "import list.csv --output -",
        "measure shop.ron counts.csv",
    ] {
        let (code, messages) = run_on_full_disk(&sandbox, &command.split(' ').collect::<Vec<_>>());
        assert_eq!(code, Some(1), "{command}: {messages}");
        assert!(messages.contains("the disk is full"), "{command}: {messages}");
    }
}

#[test]
fn completions_are_printed_for_every_shell() {
    let sandbox = Sandbox::new();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let result = sandbox.run(&["completions", shell]);
        assert_eq!((result.code, result.stderr.as_str()), (0, ""), "{shell}");
        for word in ["inventory", "funnel", "templates", "--lang"] {
            assert!(result.stdout.contains(word.trim_start_matches('-')), "{shell} lacks {word}");
        }
    }
    assert_fails(&sandbox.run(&["completions", "tcsh"]), 2, "bash");
}

#[test]
fn the_manual_page_lists_every_command_and_option() {
    let result = Sandbox::new().run(&["man"]);
    assert_eq!((result.code, result.stderr.as_str()), (0, ""));
    let page = result.stdout.replace('\\', "");
    for word in [
        ".TH periplo 1",
        "periplo new",
        "periplo templates",
        "periplo funnel",
        "periplo actions",
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
        "--owner",
        "--due-before",
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
fn wrong_usage_exits_with_2_and_help_with_0() {
    let sandbox = Sandbox::with(&[("shop.ron", SHOP)]);
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
        let result = sandbox.run(arguments);
        assert_eq!((result.code, result.stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(result.stderr.contains("--help") || result.stderr.contains("Usage"), "{}", result.stderr);
    }
    for arguments in [&["--help"][..], &["-h"], &["--version"], &["inventory", "--help"]] {
        let result = sandbox.run(arguments);
        assert_eq!((result.code, result.stderr.as_str()), (0, ""), "{arguments:?}");
        assert!(result.stdout.contains("periplo"));
    }
}

#[test]
fn an_empty_standard_input_is_a_new_map() {
    let result = run_command(Sandbox::new().command().args(["inventory", "-"]).write_stdin(""));
    assert_eq!((result.code, result.stdout.lines().count(), result.stderr.as_str()), (0, 1, ""));
}

#[test]
fn standard_input_is_checked_like_a_file() {
    let sandbox = Sandbox::new();
    let latin1 =
        run_command(sandbox.command().args(["funnel", "-"]).write_stdin(&b"(format: 1, title: \"A\xf1o\")"[..]));
    assert_fails(&latin1, 1, "line 1, column 22");
    let with_byte_order_mark =
        run_command(sandbox.command().args(["funnel", "-"]).write_stdin("\u{feff}(format: 1, title: \"x\")\r\n"));
    assert_eq!((with_byte_order_mark.code, with_byte_order_mark.stderr.as_str()), (0, ""));
}

#[cfg(unix)]
#[test]
fn output_to_dev_stdin_does_not_go_to_standard_output() {
    let sandbox = Sandbox::with(&[("shop.ron", SHOP)]);
    let map_file = std::fs::File::open(sandbox.path().join("shop.ron")).expect("the map");
    let mut command = std::process::Command::new(sandbox.command().get_program());
    command.args(["export", "shop.ron", "--format", "json", "-o", "/dev/stdin"]);
    let output = command.env_clear().current_dir(sandbox.path()).stdin(map_file).output().expect("the program runs");
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(2), &b""[..]));
    assert_eq!(sandbox.read("shop.ron"), SHOP);
    let merged = run_command(sandbox.command().args(["merge", "shop.ron", "/dev/stdin", "shop.ron"]).write_stdin(SHOP));
    assert!(merged.code == 0 && merged.stdout.contains("title:"), "{}", merged.stderr);
}

#[test]
fn a_mistyped_command_is_named_and_opens_nothing() {
    let sandbox = Sandbox::with(&[
        ("a.ron", "(format: 1, title: \"A\")"),
        ("chek", "(format: 1, title: \"B\")"),
        ("here/config.ron", "(language: \"es\")"),
    ]);
    for (arguments, meant) in [
        (&["chekc"][..], "`check`"),
        (&["exprt", "a.ron"], "`export`"),
        (&["exprt", "a.ron", "--format", "html"], "`export`"),
        (&["--lang", "en", "funel", "a.ron"], "`funnel`"),
        (&["--lang=en", "inventario", "a.ron"], "`inventory`"),
        (&["Check", "a.ron"], "`check`"),
        (&["review", "a.ron"], "`check`"),
        (&["revisión", "a.ron"], "`check`"),
        (&["open", "a.ron"], "`periplo FILE`"),
        (&["ayuda"], "`--help`"),
    ] {
        let result = sandbox.run(arguments);
        assert_fails(&result, 2, &format!("did you mean {meant}?"));
        assert!(!result.stderr.contains("a.ron"), "{}", result.stderr);
    }
    // The language is that of the option wherever it stands, or of the configuration, or of the environment.
    for arguments in [
        &["--lang", "es", "funel", "a.ron"][..],
        &["funel", "a.ron", "--lang=es"],
        &["--config", "here", "funel", "a.ron"],
    ] {
        let result = sandbox.run(arguments);
        assert_fails(&result, 2, "error: no hay ninguna orden ni ningún archivo «funel»; ¿querías decir `funnel`?");
        assert!(!result.stderr.contains("Usage"), "{}", result.stderr);
    }
    let in_spanish = run_command(sandbox.command().env("LANG", "es_ES.UTF-8").args(["funel"]));
    assert_fails(&in_spanish, 2, "¿querías decir `funnel`?");
    for (arguments, sentence) in [
        (&["--lang=es", "a.ron", "templates"][..], "un archivo abre el editor y no se combina con una orden"),
        (&["--lang=es", "--ascii", "templates"], "son del editor"),
        (&["--lang=es", "-"], "la entrada estándar (-) se usa con órdenes"),
    ] {
        assert_fails(&sandbox.run(arguments), 2, sentence);
    }
    // A word with others behind it is no file to open.
    for arguments in [&["zzz", "a.ron"][..], &["zzz", "--lang", "en", "a.ron"]] {
        assert_fails(&sandbox.run(arguments), 2, "there is no command and no file `zzz`; `periplo --help` lists");
    }
    // Without a terminal the editor cannot open a file; but that is what these ask for.
    for file in ["chek", "./chekc", "chekc.ron", "map", "a"] {
        assert_fails(&sandbox.run(&[file]), 2, "terminal");
    }
}
