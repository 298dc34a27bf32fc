//! Tests of the start screen with unsaved changes whose file is gone.

use std::path::PathBuf;
use std::time::Duration;

use crate::app::journal::{SHOP, abandoned, before};
use crate::support::{press, screen};
use periplo::app::model::context::Context;
use periplo::app::model::effect::Effect;
use periplo::app::model::msg::{Msg, Opening};
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::lang::{Lang, Language};
use periplo::store::disk::journal::{JournalOrigin, JournalReport, OrphanJournal};

#[test]
fn unsaved_changes_whose_file_is_gone_are_listed_and_offered_on_the_start_screen() {
    let mut state = State::new(Lang::new(Language::English), 7);
    update(&mut state, Msg::Begin(Opening::Start));
    assert!(matches!(update(&mut state, Msg::Recent(Vec::new()))[..], [Effect::FindOrphans]));
    let mut left = abandoned(SHOP, SHOP);
    (left.origin, left.record.file) = (JournalOrigin::GoneFile, Some("/maps/shop.ron".into()));
    let orphan = OrphanJournal {
        id: left.id.clone(),
        file: "/maps/shop.ron".into(),
        title: "The shop".to_owned(),
        count: 2,
        age: Duration::from_secs(180),
    };
    update(&mut state, Msg::Orphans(vec![orphan]));
    let shown = screen(&state, 100, 30);
    for text in ["Unsaved changes whose file is gone", "The shop", "2 touchpoints", "3 minutes ago", "/maps/shop.ron"] {
        assert!(shown.contains(text), "{text}:\n{shown}");
    }
    let effects = press(&mut state, "<Enter>");
    assert!(matches!(&effects[..], [Effect::ReadOrphan { id }] if *id == left.id), "{effects:?}");
    let read = || Msg::Unsaved(JournalReport { abandoned: vec![left.clone()], ..JournalReport::default() });
    update(&mut state, read());
    assert_eq!(state.context(), Context::Recovery);
    assert!(screen(&state, 100, 30).contains("Their file is gone: /maps/shop.ron"));
    press(&mut state, "<Esc>");
    update(&mut state, read());
    press(&mut state, "<Enter>");
    assert_eq!(before(state.map()), ["Asks", "Compares"]);
    assert!(state.session.document.is_dirty() && state.session.file.is_none());
    // The same answer again, too late: the map that is open is not mixed with it.
    update(&mut state, read());
    assert_eq!(state.context(), Context::Board);
}

#[test]
fn discarded_changes_whose_file_is_gone_leave_the_start_screen() {
    let mut state = State::new(Lang::new(Language::English), 7);
    update(&mut state, Msg::Begin(Opening::Start));
    let mut left = abandoned(SHOP, SHOP);
    (left.origin, left.record.file) = (JournalOrigin::GoneFile, Some("/maps/shop.ron".into()));
    let (id, file, age) = (left.id.clone(), PathBuf::from("/maps/shop.ron"), Duration::ZERO);
    update(&mut state, Msg::Orphans(vec![OrphanJournal { id, file, title: "The shop".to_owned(), count: 2, age }]));
    update(&mut state, Msg::Unsaved(JournalReport { abandoned: vec![left], ..JournalReport::default() }));
    press(&mut state, "d");
    let effects = press(&mut state, "2");
    assert!(matches!(&effects[..], [Effect::DiscardJournal { .. }]), "{effects:?}");
    assert!(!screen(&state, 100, 30).contains("The shop"));
}
