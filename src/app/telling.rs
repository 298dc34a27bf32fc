//! What files and fields refuse, as sentences that say what to do next.

use super::field::AnswerFault;
use crate::lang::Lang;
use crate::store::{OpenError, SaveError};

/// Says why a file could not be opened.
pub fn open_error(lang: &Lang, file: &str, error: &OpenError) -> String {
    lang.cannot_open(file, &error.to_string())
}

/// Says why a map could not be saved.
pub fn save_error(lang: &Lang, file: &str, error: &SaveError) -> String {
    lang.cannot_save(file, &error.to_string())
}

/// Says why an answer cannot be taken.
pub fn answer_fault(lang: &Lang, fault: AnswerFault) -> String {
    match fault {
        AnswerFault::Text(fault) => lang.text_fault(fault),
        AnswerFault::Number(fault) => lang.number_fault(fault),
    }
}
