//! Rules for single files: their first line, length, parameters and matches.

use crate::source::source;

/// The most lines of a file.
const MAX_LINES: usize = 400;
/// The most parameters of a function.
const MAX_PARAMETERS: usize = 5;

#[test]
fn every_file_begins_with_one_sentence_and_is_short() {
    let mut faults = Vec::new();
    for file in source() {
        let lines = file.text.lines().count();
        if lines > MAX_LINES {
            faults.push(format!("{} has {lines} lines; {MAX_LINES} are the most", file.path));
        }
        let first = file.text.lines().next().unwrap_or_default();
        let sentence = first.strip_prefix("//! ").unwrap_or_default();
        if sentence.len() < 10 || !sentence.ends_with(['.', ':']) {
            faults.push(format!("{} begins with {first:?}, not with a `//!` sentence", file.path));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_function_has_more_than_five_parameters() {
    let mut faults = Vec::new();
    for file in source() {
        let code: String = file.code().map(|(_, line)| format!("{line}\n")).collect();
        for (at, _) in code.match_indices("fn ") {
            let is_word_before = code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            let count = count_parameters(&code[at..]);
            if !is_word_before && count > MAX_PARAMETERS {
                let name = code[at..].split(['(', '<']).next().unwrap_or_default();
                faults.push(format!("{}: {name} has {count} parameters", file.path));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Counts the parameters of the function at the beginning of a text.
fn count_parameters(text: &str) -> usize {
    let (mut round, mut angle, mut commas, mut is_empty) = (0_usize, 0_usize, 0, true);
    let mut previous = ' ';
    for c in text.chars() {
        let is_in_generics = round == 0 && angle > 0;
        match c {
            '<' => angle += 1,
            '>' if angle > 0 && previous != '-' => angle -= 1,
            '(' | '[' if !is_in_generics => round += 1,
            ')' | ']' if round == 1 => return if is_empty { commas } else { commas + 1 },
            ')' | ']' if round > 1 => round -= 1,
            ',' if round == 1 && angle == 0 => {
                commas += 1;
                is_empty = true;
            }
            '{' | ';' if round == 0 => return 0,
            c if round > 0 && !c.is_whitespace() => is_empty = false,
            _ => {}
        }
        previous = c;
    }
    0
}

#[test]
fn parameters_are_counted() {
    assert_eq!(count_parameters("fn f() {}"), 0);
    assert_eq!(count_parameters("fn f(&self, a: (u8, u8), b: Map<u8, u8>,\n) {}"), 3);
    assert_eq!(count_parameters("fn f<T: Fn(u8) -> u8>(f: T) {}"), 1);
    assert_eq!(count_parameters("fn f(f: fn(u8, u8) -> Option<u8>, g: u8) {}"), 2);
}

#[test]
fn matches_over_our_own_enums_have_no_wildcard_arm() {
    // These match on text, numbers, several values at once, or another library's enum.
    let allowed = [
        "app/input/key_name.rs",
        "app/model/dialog/answer.rs",
        "app/model/dialog/command.rs",
        "app/model/line.rs",
        "exchange/funnel_table.rs",
        "exchange/import/shape/dates.rs",
        "exchange/import/source/ods.rs",
        "exchange/markdown.rs",
        "exchange/markdown/escape.rs",
        "exchange/mermaid/entity.rs",
        "exchange/mermaid/js_number.rs",
        "exchange/mermaid/lexer.rs",
        "lang/command_line.rs",
        "map/date.rs",
        "map/filter/term.rs",
        "map/number.rs",
        "map/tags.rs",
        "store/group_faults.rs",
        "store/lexer.rs",
        "store/token_faults.rs",
        "store/token_tree.rs",
        "store/value_faults.rs",
        "term/decoder.rs",
        "term/decoder/key.rs",
        "term/decoder/mouse.rs",
        "term/decoder/reported_key.rs",
        "term/decoder/sequence.rs",
        "term/input.rs",
        "term/text_editor.rs",
        "view/funnel.rs",
        "view/funnel_strip.rs",
        "view/layout.rs",
    ];
    let mut faults = Vec::new();
    for file in source() {
        let is_arm = |line: &str| line.trim_start().starts_with("_ =>") || line.trim_start().starts_with("_ if ");
        let arms = file.code().filter(|(_, line)| is_arm(line));
        let arms = arms.filter(|_| !allowed.contains(&file.path.as_str()));
        faults.extend(arms.map(|(line, text)| format!("{}:{line} {}", file.path, text.trim())));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
