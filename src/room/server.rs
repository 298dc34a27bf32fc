//! The server's thread: it exists, with its socket, only while the room is open.

use std::fmt;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use tokio::net::TcpListener as AsyncListener;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::{Semaphore, oneshot};

use super::connection;
use super::routes::router;
pub use super::shared::PassOn;
use super::shared::Shared;
use super::token::Token;
use crate::app::model::room::request::RoomAnswer;
use crate::app::model::room::snapshot::RoomSnapshot;

/// The most connections.
const CONNECTION_LIMIT: usize = 512;
/// How long to wait after a connection could not be accepted, for example because there are too many open files.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);

/// Where and how a room is opened.
pub struct RoomOptions {
    /// One of the machine's addresses; port 0 takes any free port.
    pub address: SocketAddr,
    /// Further names under which the room is reached, such as that of a proxy.
    pub hosts: Vec<String>,
    pub token: Token,
    /// What participants are shown until [`RoomHandle::publish`] is called.
    pub snapshot: RoomSnapshot,
}

/// An open room. It closes when this is dropped.
pub struct RoomServer {
    shared: Arc<Shared>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// What other threads do with an open room. After it was closed, it does nothing.
#[derive(Clone)]
pub struct RoomHandle(Arc<Shared>);

impl fmt::Debug for RoomHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RoomHandle")
    }
}

impl RoomHandle {
    /// Answers the request with this number. An answer to nobody is dropped.
    pub fn answer(&self, number: u64, answer: RoomAnswer) {
        self.0.answer(number, answer);
    }

    /// Shows participants a new snapshot.
    pub fn publish(&self, snapshot: RoomSnapshot) {
        self.0.publish(snapshot);
    }

    /// Replaces the token; requests with the old one are refused from now on.
    pub fn set_token(&self, token: Token) {
        self.0.set_token(token);
    }
}

impl RoomServer {
    /// Opens a room. Requests that change it are given to `pass_on`; they wait for [`RoomHandle::answer`].
    pub fn open(options: RoomOptions, pass_on: PassOn) -> io::Result<RoomServer> {
        let RoomOptions { address, hosts, token, snapshot } = options;
        let listener = TcpListener::bind(address)?;
        listener.set_nonblocking(true)?;
        let shared = Arc::new(Shared::new(listener.local_addr()?, hosts, token, snapshot, pass_on)?);
        let runtime = Builder::new_current_thread().enable_io().enable_time().build()?;
        let (stop, stopped) = oneshot::channel();
        let of_thread = Arc::clone(&shared);
        let thread = thread::Builder::new().name("room".to_owned());
        let thread = thread.spawn(move || run(&runtime, listener, of_thread, stopped))?;
        Ok(RoomServer { shared, stop: Some(stop), thread: Some(thread) })
    }

    /// Returns the address with the port that was taken.
    pub fn address(&self) -> SocketAddr {
        self.shared.address
    }

    /// Returns a handle for other threads.
    pub fn handle(&self) -> RoomHandle {
        RoomHandle(Arc::clone(&self.shared))
    }
}

impl Drop for RoomServer {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _panicked = thread.join();
        }
    }
}

/// Serves until `stopped` ends. Then all connections are dropped.
fn run(runtime: &Runtime, listener: TcpListener, shared: Arc<Shared>, stopped: oneshot::Receiver<()>) {
    runtime.block_on(async move {
        let accepting = tokio::spawn(accept(listener, shared));
        let _always_dropped = stopped.await;
        accepting.abort();
    });
}

/// Accepts connections. One too many is closed at once: a browser tries again.
async fn accept(listener: TcpListener, shared: Arc<Shared>) -> io::Result<()> {
    let listener = AsyncListener::from_std(listener)?;
    let router = router(shared);
    let free = Arc::new(Semaphore::new(CONNECTION_LIMIT));
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => {
                if let Ok(permit) = Arc::clone(&free).try_acquire_owned() {
                    tokio::spawn(connection::serve(stream, peer, router.clone(), permit));
                }
            }
            Err(_) => tokio::time::sleep(ACCEPT_PAUSE).await,
        }
    }
}
