//! Messages of the start screen and of the list of a folder.

use super::{Lang, messages};

messages! {
    // The start screen.
    welcome() = "welcome";
    welcome_more() = "welcome-more";
    start_recent() = "start-recent";
    start_orphans() = "start-orphans";
    start_new() = "start-new";
    start_leave(key: &str) = "start-leave";
    offer_new_map() = "offer-new-map";
    offer_new_map_about(key: &str) = "offer-new-map-about";
    offer_orphan_about(ago: &str, file: &str) = "offer-orphan-about";
    offer_open_about() = "offer-open-about";
    offer_tour() = "offer-tour";
    offer_tour_about() = "offer-tour-about";

    // The list of a folder.
    parent_folder() = "parent-folder";
    browser_hint() = "browser-hint";
    browser_empty() = "browser-empty";
    no_such_folder(typed: &str) = "no-such-folder";
    browser_opens_typed(typed: &str, key: &str) = "browser-opens-typed";
}

impl Lang {
    /// Returns what a template is about, in a few words.
    pub fn template(&self, name: &str) -> String {
        self.loader.get(&format!("template-{name}"))
    }

    /// Returns what a template teaches.
    pub fn template_about(&self, name: &str) -> String {
        self.loader.get_attr(&format!("template-{name}"), "about")
    }
}
