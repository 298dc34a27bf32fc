//! What the server's connections share with each other and with the event loop.

use std::collections::HashMap;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::http::uri::Authority;
use tokio::sync::oneshot;
use tokio::time::{Instant, timeout};

use super::token::{Token, random_bytes};
use crate::app::model::room::id::ClientId;
use crate::app::model::room::limits::{CHANGE_PACE, CONTRIBUTION_PACE};
use crate::app::model::room::rate::{JoinLimit, PaceLimit};
use crate::app::model::room::request::{RoomAnswer, RoomRequest};
use crate::app::model::room::snapshot::RoomSnapshot;

/// How long a request waits for the event loop and the disk.
const ANSWER_WAIT: Duration = Duration::from_secs(5);

/// Passes a request with its number to the event loop.
pub type PassOn = Box<dyn Fn(u64, RoomRequest) + Send + Sync>;

/// What the connections share.
pub(super) struct Shared {
    pub address: SocketAddr,
    /// Further names under which the room is reached.
    pub hosts: Vec<String>,
    /// Distinguishes the answers of this server from those of an earlier one at the same address.
    pub opening: u32,
    token: Mutex<Token>,
    snapshot: Mutex<(Arc<RoomSnapshot>, Instant)>,
    limits: Mutex<Limits>,
    pass_on: PassOn,
    waiting: Mutex<HashMap<u64, oneshot::Sender<RoomAnswer>>>,
    next_number: AtomicU64,
    start: Instant,
}

struct Limits {
    contributions: PaceLimit<ClientId>,
    changes: PaceLimit<ClientId>,
    joins: JoinLimit<IpAddr>,
}

impl Shared {
    pub fn new(
        address: SocketAddr,
        hosts: Vec<String>,
        token: Token,
        snapshot: RoomSnapshot,
        pass_on: PassOn,
    ) -> io::Result<Shared> {
        let [first, second, third, fourth, ..] = random_bytes()?;
        let limits = Limits {
            contributions: PaceLimit::new(CONTRIBUTION_PACE),
            changes: PaceLimit::new(CHANGE_PACE),
            joins: JoinLimit::default(),
        };
        Ok(Shared {
            address,
            hosts: hosts.iter().map(|name| host_name(name)).collect(),
            opening: u32::from_be_bytes([first, second, third, fourth]),
            token: Mutex::new(token),
            snapshot: Mutex::new((Arc::new(snapshot), Instant::now())),
            limits: Mutex::new(limits),
            pass_on,
            waiting: Mutex::default(),
            next_number: AtomicU64::new(1),
            start: Instant::now(),
        })
    }

    pub fn is_token(&self, text: &[u8]) -> bool {
        lock(&self.token).is_same(text)
    }

    pub fn set_token(&self, token: Token) {
        *lock(&self.token) = token;
    }

    pub fn publish(&self, snapshot: RoomSnapshot) {
        *lock(&self.snapshot) = (Arc::new(snapshot), Instant::now());
    }

    /// Returns the last snapshot and its age.
    pub fn snapshot(&self) -> (Arc<RoomSnapshot>, Duration) {
        let (snapshot, published) = &*lock(&self.snapshot);
        (Arc::clone(snapshot), published.elapsed())
    }

    /// Counts a join from an address; returns false if there were too many.
    pub fn allows_join(&self, address: IpAddr) -> bool {
        lock(&self.limits).joins.allow(network(address), self.start.elapsed())
    }

    /// Counts a contribution; returns false if it comes too soon.
    pub fn allows_contribution(&self, client: ClientId) -> bool {
        lock(&self.limits).contributions.allow(client, self.start.elapsed())
    }

    /// Counts a change of votes or a withdrawal; returns false if it comes too soon.
    pub fn allows_change(&self, client: ClientId) -> bool {
        lock(&self.limits).changes.allow(client, self.start.elapsed())
    }

    /// Passes a request to the event loop and waits for the answer. Returns none if there is none in time.
    pub async fn ask(&self, request: RoomRequest) -> Option<RoomAnswer> {
        let number = self.next_number.fetch_add(1, Ordering::Relaxed);
        let (sender, receiver) = oneshot::channel();
        lock(&self.waiting).insert(number, sender);
        (self.pass_on)(number, request);
        let answer = timeout(ANSWER_WAIT, receiver).await;
        lock(&self.waiting).remove(&number);
        answer.ok()?.ok()
    }

    /// Answers a request that was passed on.
    pub fn answer(&self, number: u64, answer: RoomAnswer) {
        if let Some(sender) = lock(&self.waiting).remove(&number) {
            // Fails if the participant is gone.
            let _gone = sender.send(answer);
        }
    }
}

/// Returns the name in what may be a whole address, such as `https://room.example.org:8443/`.
fn host_name(given: &str) -> String {
    let rest = given.split_once("://").map_or(given, |(_, rest)| rest);
    let authority = rest.split('/').next().unwrap_or_default();
    authority.parse::<Authority>().map_or_else(|_| authority.to_owned(), |authority| authority.host().to_owned())
}

/// Locks what no thread leaves half-changed, even after a panic of another.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Returns the address, or the network of an IPv6 address: one machine has many of these.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6((address.to_bits() & (u128::MAX << 64)).into()),
        address @ IpAddr::V4(_) => address,
    }
}
