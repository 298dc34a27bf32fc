//! What is refused, and by whom a map is held, as sentences that say what to do next.

use crate::app::model::dialog::answer::AnswerFault;
use crate::lang::{Lang, Language};
use crate::map::filter::Term;
use crate::store::journal::JournalOwner;
use crate::store::suggestion::suggest;

/// Says why an answer cannot be taken.
pub fn answer_fault(lang: &Lang, fault: AnswerFault) -> String {
    match fault {
        AnswerFault::Text(fault) => lang.text_fault(fault),
        AnswerFault::Number(fault) => lang.number_fault(fault),
        AnswerFault::Date => lang.date_fault(),
    }
}

/// Who has a map open, in the user's language.
pub fn owner(lang: &Lang, owner: &JournalOwner) -> String {
    lang.owner(&owner.user, &owner.host)
}

/// Says that the review has no rule of that name, and which are near; else which there are.
pub fn no_such_rule(lang: &Lang, typed: &str) -> String {
    let known = Term::rule_names(lang.language() == Language::Spanish);
    let mut names: Vec<&str> = known.iter().copied().filter(|name| name.contains(typed)).collect();
    names.extend(suggest(typed, &known).filter(|name| !name.contains(typed)));
    if names.is_empty() {
        lang.known_rules(typed, &known.join(", "))
    } else {
        lang.no_such_rule(typed, &names.join(", "))
    }
}
