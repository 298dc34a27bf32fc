//! The dialog of the room: choosing an address, and showing the link.

use crate::app::model::action::Reply;
use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::share::ShareDialog;
use crate::app::model::effect::Effect;
use crate::app::model::next::{Next, Step};
use crate::app::model::room::effect::RoomEffect;
use crate::app::model::state::State;

/// Shows the link of an open room. For a closed one, asks for the machine's addresses first.
pub(crate) fn open(state: &mut State) -> Next {
    if state.session.hosted.link().is_none() {
        return Next::effect(Effect::Room(RoomEffect::FindAddresses));
    }
    state.dialogs.push(Dialog::Share(ShareDialog::default()));
    Next::nothing()
}

/// Handles a reply to the dialog.
pub(crate) fn reply(state: &mut State, reply: Reply) -> Next {
    let is_open = state.session.hosted.link().is_some();
    let Some(Dialog::Share(share)) = state.dialogs.last_mut() else { return Next::nothing() };
    match reply {
        Reply::Next => share.chosen = (share.chosen + 1).min(share.addresses.len().saturating_sub(1)),
        Reply::Previous => share.chosen = share.chosen.saturating_sub(1),
        Reply::Choose | Reply::Accept | Reply::Keep if !is_open => {
            let address = share.addresses.get(share.chosen).copied();
            return address.map_or_else(Next::nothing, |address| Next::step(Step::OpenRoom(address)));
        }
        Reply::Choose | Reply::Accept | Reply::Keep | Reply::Leave | Reply::Discard => {
            state.dialogs.pop();
        }
        Reply::Add | Reply::GoOn | Reply::Input(_) => {}
    }
    Next::nothing()
}
