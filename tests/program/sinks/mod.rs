//! Control characters from files, arguments and the environment never reach the terminal or a file.

mod commands;
mod floods;
#[cfg(unix)]
mod program;
mod screens;

use periplo::exchange::terminal_text::strip_controls;

/// Seven text attributes at once, which the program itself never uses.
pub const FOREIGN_STYLE: &str = "\u{1b}[1;3;4;5;7;8;31m";

/// Texts that would control a terminal: titles, clipboard, links, screen, attributes and queries, with 7-bit and 8-bit
/// control characters; and characters that hide text or change its direction.
pub const ATTACKS: [&str; 25] = [
    "\u{1b}]0;owned\u{7}",
    "\u{1b}]2;owned\u{1b}\\",
    "\u{1b}]52;c;b3duZWQ=\u{7}",
    "\u{1b}]8;;http://owned.example\u{1b}\\here\u{1b}]8;;\u{1b}\\",
    "\u{1b}[2J\u{1b}[H",
    FOREIGN_STYLE,
    "\u{1b}[6n\u{1b}c",
    "\u{1b}P$q\"p\u{1b}\\",
    "\u{1b}_x\u{1b}\\\u{1b}^y\u{1b}\\",
    "\u{9b}2J",
    "\u{9d}0;owned\u{9c}",
    "\u{90}$q\"p\u{9c}",
    "\u{0}\u{1}\u{5}\u{7}\u{8}\u{b}\u{c}\u{e}\u{f}\u{18}\u{1a}",
    "\u{7f}\u{80}\u{85}\u{9f}",
    "\r",
    "\t",
    "\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}gnp",
    "\u{2066}\u{2067}\u{2068}\u{2069}",
    "\u{200e}\u{200f}\u{61c}",
    "\u{200b}\u{feff}",
    "\u{2028}\u{2029}",
    "\u{ad}\u{2060}\u{e0041}",
    "日本語",
    "e\u{301}\u{302}\u{303}",
    "👩\u{200d}👩\u{200d}👧",
];

/// Returns all attacks in one text, with a letter at each end.
pub fn attack() -> String {
    format!("A{}z", ATTACKS.concat())
}

/// Returns all attacks that a file name can contain. Wide letters are left out, since names have at most 255 bytes.
pub fn attacking_name() -> String {
    attack().replace(['/', '\0', '\\'], "").replace("日本語", "")
}

/// Escapes only what a string literal in a map must escape.
pub fn raw(text: &str) -> String {
    text.replace('\0', "").replace('\\', "\\\\").replace('"', "\\\"")
}

/// Escapes every character as its code point.
pub fn escaped(text: &str) -> String {
    text.chars().map(|c| format!("\\u{{{:x}}}", u32::from(c))).collect()
}

/// Returns a map with attacks in all its texts and comments. `escape` turns a text into a literal.
pub fn map(escape: fn(&str) -> String) -> String {
    let (text, comment) = (escape(&attack()), raw(&attack()));
    let one_line = |names: &[&str]| names.iter().map(|name| format!("{name}: \"{name} {text}\", ")).collect::<String>();
    let touchpoint = |nth: usize, more: &str| {
        let fields =
            one_line(&["name", "channel", "context", "need", "value", "pain", "action", "owner", "kpi", "notes"]);
        format!(
            "(id: \"0000000{nth}\", /* {comment} */ {fields} actors: [\"{text}\"], kind: Online, intent: Intentional, \
             critical: true, emotion: -2, votes: 3, reach: {}, {more}), // {comment}\n",
            1000 / nth
        )
    };
    let header = one_line(&["title", "company", "persona", "scenario", "goal", "notes", "unit", "period"]);
    format!(
        "// {comment}\n(format: 1, {header} objectives: [\"{text}\"], /* {comment} */\nbefore: [\n// {comment}\n{}{}],\n\
         during: [{}],\nafter: [{}// {comment}\n],\n) // {comment}\n",
        touchpoint(1, ""),
        touchpoint(2, "with_previous: true"),
        touchpoint(3, "evidence: Measured"),
        touchpoint(4, ""),
    )
}

/// Returns files that are no valid maps, with attacks wherever something is wrong.
pub fn bad_maps() -> Vec<String> {
    let text = attack().replace('\0', "");
    let quoted = raw(&text);
    vec![
        text.clone(),
        format!("(format: 1, title: \"x\", {text}: 1)"),
        format!("(format: 1, title: \"x\", \"{quoted}\": 1)"),
        format!("(format: 1, title: \"x\", r#{text}: 1, r#owned\u{202e}: 2)"),
        format!("(format: 1, title: \"x\", before: [(name: \"x\", kind: {text})])"),
        format!("(format: 1, title: \"x\", before: [(name: \"x\", kind: Online\u{202e})])"),
        format!("(format: 1, title: \"x\", before: [(name: \"x\", kind: \"{quoted}\")])"),
        format!("(format: 1, title: \"x\", before: [(name: \"x\", kínd\u{301}: Online, id: \"{quoted}\")])"),
        format!("(format: 1, title: \"x\" {text} persona: \"y\")"),
        format!("(format: {text}, title: \"x\")"),
        format!("(format: 1, title: \"{quoted}"),
        format!("(format: 1, title: \"\\x{text}\")"),
        format!("<<<<<<< {text}\n(format: 1, title: \"x\")\n=======\n(format: 1, title: \"y\")\n>>>>>>> {text}\n"),
        format!("#![enable({text})]\n(format: 1, title: \"x\")"),
        format!("{{\"{quoted}\": \"{quoted}\"}}"),
        format!("(format: 1, title: \"x\", emotion: {text}, /* {text}"),
        format!("(format: 1, title: \"x\", before: [(name: \"{quoted}{}\")])", "long ".repeat(200)),
        format!("(format: 1, title: \"x\", {}: 1)", "n\u{202e}".repeat(5_000)),
        format!("(format: 1, title: \"x\", before: [(name: \"x\", {}: 1)])", "m".repeat(100_000)),
    ]
}

/// Asserts that a text contains no control characters, except for colours of the program.
#[track_caller]
pub fn assert_harmless(what: &str, text: &str) {
    assert!(!text.contains(FOREIGN_STYLE), "{what} contains a foreign style: {text:?}");
    let mut rest = text;
    while let Some(at) = rest.find(|c| c != '\n' && crate::payload::is_dangerous(c)) {
        let behind = &rest[at..];
        let style = behind
            .strip_prefix("\u{1b}[")
            .map(|style| style.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';'));
        let Some(after) = style.and_then(|style| style.strip_prefix('m')) else {
            panic!("{what} contains control characters: {:?}", behind.chars().take(60).collect::<String>());
        };
        rest = after;
    }
}

#[test]
fn strip_controls_keeps_only_line_ends_and_colours() {
    let own = "\u{1b}[1;31merror\u{1b}[0m: ñandú 日本\n  more";
    assert_eq!(strip_controls(own), own);
    for attack in ATTACKS {
        let stripped = strip_controls(attack);
        assert!(
            stripped == FOREIGN_STYLE || !stripped.replace('\u{1b}', "").chars().any(crate::payload::is_dangerous),
            "{attack:?}"
        );
        assert!(!stripped.replace(FOREIGN_STYLE, "").contains('\u{1b}'), "{attack:?}");
    }
    assert_eq!(strip_controls("a\u{1b}[2Jb\u{1b}[31mc\u{1b}]0;d\u{7}\r\u{202e}e\u{1b}["), "a[2Jb\u{1b}[31mc]0;de[");
}

#[test]
fn assert_harmless_detects_each_attack() {
    for attack in &ATTACKS[..22] {
        assert!(attack.chars().any(crate::payload::is_dangerous), "{attack:?}");
        assert!(std::panic::catch_unwind(|| assert_harmless("it", attack)).is_err(), "{attack:?}");
    }
    assert_harmless("a style", "\u{1b}[1;31merror\u{1b}[0m\n");
}
