//! Finds every fault of a text that the RON library refuses.

use ron::error::SpannedError;

use super::fault::{Fault, Problem};
use super::group_faults::GroupCheck;
use super::lexer::TokenKind;
use super::ron_dialect::{options, syntax_fault};
use super::shape::RecordShape;
use super::token_faults::check_tokens;
use super::token_tree::TokenTree;

/// Returns all faults in the order of the text. If none is found, returns the library's own error, if it is given.
pub(super) fn diagnose(text: &str, record: &RecordShape<'_>, error: Option<&SpannedError>) -> Vec<Fault> {
    let (tokens, mut faults) = check_tokens(text);
    let tree = TokenTree::new(text, tokens);
    check_structure(&tree, record, &mut faults);
    if let Some(error) = error.filter(|_| faults.is_empty()) {
        faults.push(syntax_fault(text, 0, error));
    }
    faults.sort_by_key(|fault| (fault.span.start, fault.span.end));
    faults.dedup();
    faults
}

/// Adds the faults of the structure to those of the tokens. If the text is not RON at all, that is its only fault.
fn check_structure(tree: &TokenTree<'_>, record: &RecordShape<'_>, faults: &mut Vec<Fault>) {
    let start = tree.root_start();
    let opening = tree.root_opening();
    match tree.kind(opening) {
        Some(TokenKind::Open(b'(')) => {}
        None if tree.is_empty() => {
            if faults.is_empty() {
                let end = tree.text.chars().next().map_or(0, char::len_utf8);
                faults.push(Fault { span: 0..end, problem: Problem::Empty });
            }
            return;
        }
        Some(TokenKind::Open(bracket @ (b'{' | b'['))) if opening == start => {
            let is_json = bracket == b'{' || tree.kind(start + 1) == Some(TokenKind::Open(b'{'));
            let problem = if is_json { Problem::LooksLikeJson } else { Problem::NotAMap };
            *faults = vec![tree.fault(start, problem)];
            return;
        }
        Some(_) | None => {
            // In a text that is not RON, faults of single tokens are useless.
            faults.retain(|fault| fault.problem == Problem::ConflictMarker);
            let first = start.min(tree.len() - 1);
            faults.push(tree.fault(first, Problem::NotAMap));
            return;
        }
    }
    if tree.is_too_deep() {
        *faults = tree.faults.clone();
        return;
    }
    check_start(tree, record, faults);
    add_bracket_faults(tree, faults);
    GroupCheck::new(tree, faults).check_fields(record, opening);
    check_end(tree, faults);
    if faults.iter().any(|fault| fault.problem == Problem::ConflictMarker) {
        // The text holds both sides of a conflict, so it has fields twice and lacks commas.
        let is_caused_by_conflict =
            |problem: &Problem| matches!(problem, Problem::DuplicateField { .. } | Problem::MissingComma);
        faults.retain(|fault| !is_caused_by_conflict(&fault.problem));
    }
}

/// Checks what is before the first bracket: the attributes and the name of the record.
fn check_start(tree: &TokenTree<'_>, record: &RecordShape<'_>, faults: &mut Vec<Fault>) {
    let start = tree.root_start();
    if start > 0 {
        let attributes = tree.span(&(0..start));
        let attributes_only = format!("{}()", &tree.text[attributes.clone()]);
        if options().from_str::<()>(&attributes_only).is_err() {
            faults.push(Fault { span: attributes, problem: Problem::BadAttribute });
        }
    }
    if start < tree.root_opening() && tree.token_text(start) != record.struct_name {
        faults.push(tree.unexpected(&(start..start + 1)));
    }
}

/// Checks that nothing follows the last bracket.
fn check_end(tree: &TokenTree<'_>, faults: &mut Vec<Fault>) {
    let end = tree.value_end(tree.root_opening(), tree.len());
    let is_stray = |fault: &Fault| matches!(fault.problem, Problem::StrayBracket { .. });
    if tree.is_complete() && end < tree.len() && !tree.faults.iter().any(is_stray) {
        faults.push(tree.fault(end, Problem::Trailing));
    }
}

/// Adds the faults of the brackets, unless an unclosed string or comment explains them.
fn add_bracket_faults(tree: &TokenTree<'_>, faults: &mut Vec<Fault>) {
    let is_cut_short = tree.faults.iter().any(|fault| matches!(fault.problem, Problem::CutShort { .. }));
    if is_cut_short {
        // A string that is unclosed on the last line is a consequence of the file being cut short.
        let last_line = tree.text.trim_end().rfind('\n').unwrap_or(0);
        faults.retain(|fault| fault.problem != Problem::UnclosedText || fault.span.start < last_line);
    }
    let hides_brackets = |fault: &Fault| matches!(fault.problem, Problem::UnclosedText | Problem::UnclosedComment);
    if !faults.iter().any(hides_brackets) {
        faults.extend(tree.faults.iter().cloned());
    }
}
