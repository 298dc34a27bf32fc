//! The explanation of each problem of a file.

use crate::lang::{Explanation, Lang};
use crate::map::TOUCHPOINT_LIMIT;
use crate::store::ron_text::FORMAT;
use crate::store::{Expected, FieldOwner, Problem};

/// Explains a problem: what is wrong, what is at the marked place, and what to do next.
pub(crate) fn explain(lang: &Lang, problem: &Problem) -> Explanation {
    match problem {
        Problem::Empty => lang.fault_empty(),
        Problem::LooksLikeJson => lang.fault_json(),
        Problem::NotAMap => lang.fault_not_a_map(),
        Problem::NotSettings => lang.fault_not_settings(),
        Problem::NewerFormat(found) => lang.fault_newer_format(&found.to_string(), &FORMAT.to_string()),
        Problem::UnknownFormat => lang.fault_unknown_format(),
        Problem::BadAttribute => lang.fault_bad_attribute(),
        Problem::ConflictMarker => lang.fault_conflict(),
        Problem::TooDeep => lang.fault_too_deep(),
        Problem::TooManyTouchpoints => lang.fault_too_many_touchpoints(&number(lang, TOUCHPOINT_LIMIT)),
        Problem::Trailing => lang.fault_trailing(),
        Problem::UnclosedText => lang.fault_unclosed_text(),
        Problem::UnclosedComment => lang.fault_unclosed_comment(),
        Problem::WrongQuotes { quote } => lang.fault_wrong_quotes(&quote.to_string()),
        Problem::LookAlike { character, instead: None } => {
            lang.fault_false_blank(&format!("U+{:04X}", u32::from(*character)))
        }
        Problem::LookAlike { character, instead: Some(instead) } => {
            lang.fault_look_alike(&character.to_string(), &instead.to_string())
        }
        Problem::CutShort { bracket, needed, more } => lang.fault_cut_short(*bracket, *needed, *more),
        Problem::Unclosed { bracket, needed, found } => {
            lang.fault_unclosed(&bracket.to_string(), &needed.to_string(), found)
        }
        Problem::StrayBracket { bracket } => lang.fault_stray_bracket(&bracket.to_string()),
        Problem::WrongBracket { found, needed } => lang.fault_wrong_bracket(&found.to_string(), &needed.to_string()),
        Problem::MissingComma => lang.fault_missing_comma(),
        Problem::MissingColon { field } => lang.fault_missing_colon(field),
        Problem::Unexpected { found } => lang.fault_unexpected(found),
        Problem::UnknownField { owner, found, suggestion, known } => {
            let known = written(&known.join(", "));
            let suggestion = suggestion.map(written);
            with_suggestion(lang, lang.fault_unknown_field(key(*owner), found, &known), suggestion.as_deref())
        }
        Problem::DuplicateField { field } => lang.fault_duplicate_field(&written(field)),
        Problem::MissingField { owner, field } => lang.fault_missing_field(key(*owner), field),
        Problem::QuotedField { field } => lang.fault_quoted_field(field),
        Problem::MissingValue { field } => lang.fault_missing_value(&written(field)),
        Problem::WrongType { field, expected } => match expected {
            Expected::Text => lang.fault_no_text(field),
            Expected::Texts => lang.fault_no_texts(&written(field)),
            Expected::WholeNumber => lang.fault_no_number(field),
            Expected::Touchpoints => lang.fault_no_touchpoints(field),
            Expected::Word(known) => lang.fault_no_word(field, &lang.one_of(known)),
            Expected::Quoted(known) => lang.fault_no_quoted_word(field, &lang.one_of(known)),
            Expected::Actions => lang.fault_no_actions(&written(field)),
        },
        Problem::UnknownWord { field, found, suggestion, known } => {
            with_suggestion(lang, lang.fault_unknown_word(field, found, &lang.one_of(known)), *suggestion)
        }
        Problem::QuotedWord { field, word } => lang.fault_quoted_word(field, word),
        Problem::UnquotedWord { field, word } => lang.fault_unquoted_word(field, word),
        Problem::Negative { field } => lang.fault_negative(field),
        Problem::NotWhole { field } => lang.fault_not_whole(field),
        Problem::TooLarge { field } => lang.fault_too_large(field),
        Problem::GroupedNumber { field, plain } => lang.fault_grouped_number(field, plain),
        Problem::EmotionOutOfRange => lang.fault_emotion(),
        Problem::EmptyText { field } => lang.fault_empty_text(field),
        Problem::TooLong { field, limit, found } => {
            lang.fault_too_long(field, &number(lang, *limit), &number(lang, *found))
        }
        Problem::BadDate => lang.fault_bad_date(),
        Problem::BadId => lang.fault_bad_id(),
        Problem::InnerQuotes { meant } => lang.fault_inner_quotes(meant),
        Problem::BadEscape => lang.fault_bad_escape(),
        Problem::NotATouchpoint => lang.fault_not_a_touchpoint(),
        Problem::UnknownKey { found, suggestion } => {
            with_suggestion(lang, lang.fault_unknown_key(found), suggestion.as_deref())
        }
        Problem::UnsentKey { key } => lang.fault_unsent_key(key),
        Problem::TakenKey { key, action } => lang.fault_taken_key(key, &written(action)),
        Problem::TypedKey { key } => lang.fault_typed_key(key),
        Problem::NeedsKey { action } => lang.fault_needs_key(&written(action)),
        Problem::Syntax(message) => lang.fault_syntax(message),
    }
}

fn number(lang: &Lang, count: usize) -> String {
    lang.number(count as u128)
}

fn with_suggestion(lang: &Lang, explanation: Explanation, near: Option<&str>) -> Explanation {
    match near {
        Some(near) => Explanation { help: lang.did_you_mean(near), ..explanation },
        None => explanation,
    }
}

/// Returns a name as it is written in a file.
fn written(name: &str) -> String {
    name.replace('-', "_")
}

/// Returns the key of the owner in the locales.
fn key(owner: FieldOwner) -> &'static str {
    match owner {
        FieldOwner::Map => "map",
        FieldOwner::Touchpoint => "touchpoint",
        FieldOwner::Configuration => "configuration",
        FieldOwner::Keys => "keys",
        FieldOwner::Context => "context",
    }
}
