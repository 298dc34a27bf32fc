//! What fields refuse, as sentences that say what to do next.

use super::field::AnswerFault;
use crate::lang::Lang;

/// Says why an answer cannot be taken.
pub fn answer_fault(lang: &Lang, fault: AnswerFault) -> String {
    match fault {
        AnswerFault::Text(fault) => lang.text_fault(fault),
        AnswerFault::Number(fault) => lang.number_fault(fault),
    }
}
