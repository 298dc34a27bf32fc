//! One connection: reads requests until it is idle for too long or sends too slowly.

use std::io;
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::sync::OwnedSemaphorePermit;
use tokio::time::{Instant, timeout_at};

/// The most bytes of a request line with its headers.
const HEADER_LIMIT: usize = 8 * 1_024;
/// How long a connection may be idle.
const IDLE_LIMIT: Duration = Duration::from_secs(2);
/// How long a request may take until all of it has come.
const REQUEST_LIMIT: Duration = Duration::from_secs(5);
/// How long an answer may take until it begins.
const ANSWER_LIMIT: Duration = Duration::from_secs(10);
/// How long a slow browser may take to read an answer.
const READING_LIMIT: Duration = Duration::from_secs(30);
/// How often a connection is checked that is to be closed earlier than it was before.
const CHECK_INTERVAL: Duration = Duration::from_millis(250);

/// What a connection is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// It waits for a request, or sends an answer; at the latest it ends then.
    Idle { until: Instant },
    /// A request has begun to come.
    Receiving,
    /// A request is complete and is being answered.
    Answering,
}

/// Follows what a connection does, and says when it is to be closed.
#[derive(Clone)]
pub(super) struct Activity(Arc<Mutex<(Stage, Instant)>>);

impl Activity {
    fn new() -> Activity {
        let now = Instant::now();
        Activity(Arc::new(Mutex::new((Stage::Idle { until: now + READING_LIMIT }, now + IDLE_LIMIT))))
    }

    fn lock(&self) -> MutexGuard<'_, (Stage, Instant)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn deadline(&self) -> Instant {
        self.lock().1
    }

    /// Bytes have come.
    fn has_read(&self) {
        let mut state = self.lock();
        if matches!(state.0, Stage::Idle { .. }) {
            *state = (Stage::Receiving, Instant::now() + REQUEST_LIMIT);
        }
    }

    /// All of a request has come.
    pub fn has_received(&self) {
        *self.lock() = (Stage::Answering, Instant::now() + ANSWER_LIMIT);
    }

    /// The answer is ready to be sent.
    fn has_answered(&self) {
        let now = Instant::now();
        *self.lock() = (Stage::Idle { until: now + READING_LIMIT }, now + IDLE_LIMIT);
    }

    /// A part of the answer was sent.
    fn has_written(&self) {
        let mut state = self.lock();
        if let (Stage::Idle { until }, deadline) = &mut *state {
            *deadline = (Instant::now() + IDLE_LIMIT).min(*until);
        }
    }
}

/// Serves one connection until it ends. `_permit` counts it.
pub(super) async fn serve(stream: TcpStream, peer: SocketAddr, router: Router, _permit: OwnedSemaphorePermit) {
    // Small answers go out at once.
    stream.set_nodelay(true).ok();
    let activity = Activity::new();
    let of_service = activity.clone();
    let router = TowerToHyperService::new(router);
    let service = service_fn(move |mut request: Request<Incoming>| {
        let activity = of_service.clone();
        request.extensions_mut().insert(peer);
        request.extensions_mut().insert(activity.clone());
        let answer = router.call(request);
        async move {
            let answer = answer.await;
            activity.has_answered();
            answer
        }
    });
    let mut http = http1::Builder::new();
    http.max_header_size(HEADER_LIMIT).half_close(false);
    let stream = WatchedStream { stream, activity: activity.clone() };
    let mut connection = pin!(http.serve_connection(TokioIo::new(stream), service));
    while activity.deadline() > Instant::now() {
        let check = activity.deadline().min(Instant::now() + CHECK_INTERVAL);
        if timeout_at(check, connection.as_mut()).await.is_ok() {
            return;
        }
    }
}

/// A stream that tells when it was read and written.
struct WatchedStream {
    stream: TcpStream,
    activity: Activity,
}

impl AsyncRead for WatchedStream {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let outcome = Pin::new(&mut self.stream).poll_read(cx, buffer);
        if buffer.filled().len() > before {
            self.activity.has_read();
        }
        outcome
    }
}

impl AsyncWrite for WatchedStream {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let outcome = Pin::new(&mut self.stream).poll_write(cx, bytes);
        if matches!(outcome, Poll::Ready(Ok(1..))) {
            self.activity.has_written();
        }
        outcome
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
