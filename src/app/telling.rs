//! What fields refuse, as sentences that say what to do next.

use super::field::AnswerFault;
use crate::lang::Lang;
use crate::store::journal::Owner;

/// Says why an answer cannot be taken.
pub fn answer_fault(lang: &Lang, fault: AnswerFault) -> String {
    match fault {
        AnswerFault::Text(fault) => lang.text_fault(fault),
        AnswerFault::Number(fault) => lang.number_fault(fault),
    }
}

/// Who has a map open, in the user's language.
pub fn owner(lang: &Lang, owner: &Owner) -> String {
    lang.owner(&owner.user, &owner.host)
}
