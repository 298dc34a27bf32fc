//! Short sentences about errors and other users.

use crate::lang::{Lang, Language};
use crate::map::filter::Term;
use crate::store::journal::JournalOwner;
use crate::store::suggestion::suggest;

/// Returns who has a map open, in the user's language.
pub(crate) fn owner(lang: &Lang, owner: &JournalOwner) -> String {
    lang.owner(&owner.user, &owner.host)
}

/// Returns the sentence for an unknown rule: it names similar rules, or all of them.
pub(crate) fn no_such_rule(lang: &Lang, typed: &str) -> String {
    let known = Term::rule_names(lang.language() == Language::Spanish);
    let mut names: Vec<&str> = known.iter().copied().filter(|name| name.contains(typed)).collect();
    names.extend(suggest(typed, &known).filter(|name| !name.contains(typed)));
    if names.is_empty() {
        lang.known_rules(typed, &known.join(", "))
    } else {
        lang.no_such_rule(typed, &names.join(", "))
    }
}
