//! Messages of the commands that list and change touchpoints.

use super::messages;

messages! {
    list_phase(phase: &str, count: usize) = "list-phase";
    list_alternative() = "list-alternative";
    list_channel(channel: &str) = "list-channel";
    list_reach(reach: &str, evidence: &str) = "list-reach";
    list_emotion(emotion: &str) = "list-emotion";
    list_critical() = "list-critical";
    list_id(id: &str) = "list-id";

    edit_added(file: &str, name: &str, phase: &str) = "edit-added";
    edit_removed(file: &str, name: &str) = "edit-removed";
    edit_moved(file: &str, name: &str, phase: &str) = "edit-moved";
    edit_dry_run(done: &str) = "edit-dry-run";
    edit_unknown_id(file: &str, id: &str, typed: &str) = "edit-unknown-id";
    edit_other_phase(name: &str, phase: &str) = "edit-other-phase";
    edit_after_itself(name: &str) = "edit-after-itself";
    edit_first_of_phase(name: &str) = "edit-first-of-phase";
    edit_shortened() = "edit-shortened";
    edit_set(file: &str, name: &str) = "edit-set";
    edit_no_sign(typed: &str) = "edit-no-sign";
    edit_field_twice(field: &str) = "edit-field-twice";
    edit_near_field(field: &str, near: &str) = "edit-near-field";
    edit_no_field(field: &str, known: &str) = "edit-no-field";
    edit_no_stdin(error: &str) = "edit-no-stdin";
    edit_map_full(file: &str) = "edit-map-full";
}
