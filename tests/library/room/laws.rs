//! Laws of the room, over random requests and decisions.

use periplo::app::model::room::Room;
use periplo::app::model::room::change::RoomChange;
use periplo::app::model::room::contribution::ContributionState;
use periplo::app::model::room::limits::{PARTICIPANT_LIMIT, WAITING_LIMIT};
use periplo::app::model::room::record::RoomRecord;
use periplo::app::model::room::round::{Dots, RoundKind};
use proptest::prelude::*;

use super::TestRoom;

/// Does something that the numbers choose. Who joins is new: nobody has the id of somebody who was dropped.
fn step(room: &mut TestRoom, (kind, who, what): (u8, u8, u8)) {
    let number = usize::from(what) % room.room.contributions().count().max(1);
    let is_waiting = room.room.contribution(number).is_some_and(|each| each.state == ContributionState::Waiting);
    let text = ["Pays", "pays", "Waits :(", "\u{1b}[2J", ""][usize::from(what) % 5];
    match kind % 12 {
        0..4 => drop(room.write(who % 8, &format!("c{}", what % 16), text)),
        4 => drop(room.withdraw(who % 8, &format!("c{}", what % 16))),
        5 | 6 => drop(room.vote(who % 8, &[(0, u32::from(what % 4)), (1, u32::from(who % 7))])),
        7 if is_waiting => {
            let touchpoint = room.touchpoint(0);
            room.change(RoomChange::Taken { numbers: vec![number], touchpoint });
        }
        8 if is_waiting => room.change(RoomChange::Declined(vec![number])),
        9 => room.change(RoomChange::VoteBegan(Dots { each: 5, per_touchpoint: 3 })),
        10 => room.change(RoomChange::CollectBegan { is_hidden: what % 2 == 0 }),
        11 if what % 8 == 0 => room.change(RoomChange::AllDropped),
        11 if what % 8 == 1 => room.change(RoomChange::Locked(who % 2 == 0)),
        11 if what % 8 < 4 => room.change(RoomChange::RoundEnded),
        11 if what % 8 < 6 => room.change(RoomChange::ContributionsRevealed),
        _ if room.room.participants() < 4 || what % 8 == 0 => {
            room.join();
        }
        _ => {}
    }
}

/// What all participants see, without the revision.
fn views(room: &TestRoom) -> Vec<Option<serde_json::Value>> {
    let view = |number| {
        let mut view = room.view(number);
        view.as_object_mut()?.remove("revision");
        Some(view)
    };
    (0..8).map(view).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn every_view_that_changes_has_another_revision_and_no_limit_is_passed(
        steps in prop::collection::vec(any::<(u8, u8, u8)>(), 1..80)
    ) {
        let mut room = TestRoom::with_participants(4);
        for each in steps {
            let (before, revisions) = (views(&room), [0, 1, 2, 3, 4, 5, 6, 7].map(|number| room.view(number)["revision"].clone()));
            step(&mut room, each);
            let is_rejoin = matches!(room.journal.last(), Some(RoomChange::AllDropped | RoomChange::Joined(_)));
            for (number, after) in views(&room).into_iter().enumerate() {
                let same = room.view(number as u8)["revision"] == revisions[number];
                prop_assert!(is_rejoin || !same || before[number] == after, "{each:?}: {before:?} {after:?}");
            }
            let waiting = room.room.waiting_contributions().count();
            prop_assert_eq!(waiting, room.room.waiting());
            prop_assert!(waiting <= WAITING_LIMIT && room.room.participants() <= PARTICIPANT_LIMIT);
            let dots: u32 = room.room.votes().values().sum();
            prop_assert!(dots as usize <= 5 * room.room.participants());
            prop_assert!(dots == 0 || room.room.round().kind != RoundKind::Collect);
        }
    }

    #[test]
    fn a_room_is_the_same_after_its_journal_was_read(
        steps in prop::collection::vec(any::<(u8, u8, u8)>(), 1..80),
        at in 0_usize..80
    ) {
        let mut room = TestRoom::with_participants(4);
        let mut record = room.room.record();
        room.journal.clear();
        for (number, each) in steps.into_iter().enumerate() {
            if number == at {
                record = room.room.record();
                room.journal.clear();
            }
            step(&mut room, each);
        }
        let text = serde_json::to_string(&(&record, &room.journal)).unwrap();
        let (record, changes): (RoomRecord, Vec<RoomChange>) = serde_json::from_str(&text).unwrap();
        let restored = Room::restore(record, &changes);
        prop_assert_eq!(restored.record(), room.room.record());
        let restored = TestRoom { room: restored, ..room_like(&room) };
        prop_assert_eq!(views(&restored), views(&room));
    }
}

/// Returns a room with the same map.
fn room_like(room: &TestRoom) -> TestRoom {
    TestRoom { map: room.map.clone(), ..TestRoom::with_participants(0) }
}
