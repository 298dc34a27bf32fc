//! The open room: starts and ends its server, and carries out what the editor asks for it.

use std::io;
use std::net::SocketAddr;
use std::sync::mpsc::Sender;

use super::input::Input;
use super::journal::{JournalThread, RoomTask};
use crate::app::model::msg::Msg;
use crate::app::model::room::effect::{RoomEffect, RoomLink, RoomMsg, RoomPlace, USUAL_PORT};
use crate::app::model::room::snapshot::RoomSnapshot;
use crate::room::addresses::own_addresses;
use crate::room::server::{PassOn, RoomHandle, RoomOptions, RoomServer};
use crate::room::token::Token;

/// The server of the open room, if there is one.
pub(super) struct RoomHost {
    event_loop: Sender<Input>,
    server: Option<RoomServer>,
}

impl RoomHost {
    pub fn new(event_loop: Sender<Input>) -> RoomHost {
        RoomHost { event_loop, server: None }
    }

    /// Carries out an effect, and returns the report about it, if there is one.
    pub fn run(&mut self, effect: RoomEffect, journal: &JournalThread) -> Option<Msg> {
        match effect {
            RoomEffect::FindAddresses => return Some(Msg::Room(RoomMsg::Addresses(own_addresses()))),
            RoomEffect::Open { place, snapshot } => {
                return Some(Msg::Room(RoomMsg::Opened(self.open(&place, &snapshot))));
            }
            RoomEffect::Close => self.server = None,
            RoomEffect::RenewLink => return self.renew_link().map(|link| Msg::Room(RoomMsg::LinkRenewed(link))),
            RoomEffect::Publish(snapshot) => {
                self.handle().iter().for_each(|handle| handle.publish((*snapshot).clone()));
            }
            RoomEffect::Keep(entry) => journal.run_for_room(RoomTask::Keep(entry, self.handle())),
            RoomEffect::Forget => journal.run_for_room(RoomTask::Forget),
            RoomEffect::FindLeft { file } => journal.run_for_room(RoomTask::FindLeft(file)),
            RoomEffect::DiscardLeft => journal.run_for_room(RoomTask::DiscardLeft),
        }
        None
    }

    fn handle(&self) -> Option<RoomHandle> {
        self.server.as_ref().map(RoomServer::handle)
    }

    /// Opens the room. If the usual port is taken, another is.
    fn open(&mut self, place: &RoomPlace, snapshot: &RoomSnapshot) -> io::Result<RoomLink> {
        // The port is free again before the server takes it.
        self.server = None;
        let token = Token::random()?;
        let text = token.text().to_owned();
        let open = |port: u16| {
            let event_loop = self.event_loop.clone();
            let pass_on: PassOn = Box::new(move |number, request| {
                let asked = RoomMsg::Asked { number, request };
                // Fails only when the program ends.
                let _ended = event_loop.send(Input::Answer(Msg::Room(asked)));
            });
            let address = SocketAddr::new(place.address, port);
            let (hosts, token, snapshot) = (place.hosts.clone(), token.clone(), snapshot.clone());
            RoomServer::open(RoomOptions { address, hosts, token, snapshot }, pass_on)
        };
        let server = match open(place.port.unwrap_or(USUAL_PORT)) {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse && place.port.is_none() => open(0)?,
            outcome => outcome?,
        };
        let link = RoomLink { address: server.address(), token: text };
        self.server = Some(server);
        Ok(link)
    }

    fn renew_link(&self) -> Option<io::Result<RoomLink>> {
        let server = self.server.as_ref()?;
        Some(Token::random().map(|token| {
            let link = RoomLink { address: server.address(), token: token.text().to_owned() };
            server.handle().set_token(token);
            link
        }))
    }
}
