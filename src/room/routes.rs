//! The requests that the room answers.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::{Path, Request, State};
use axum::http::header::{CONTENT_TYPE, ETAG, EXPECT, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::middleware::from_fn_with_state;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{delete, get, post, put};
use axum::{Extension, Json, Router};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::answer::answer;
use super::connection::Activity;
use super::fault::Fault;
use super::guard::guard;
use super::page::PAGE;
use super::shared::Shared;
use super::token::random_bytes;
use crate::app::model::room::Votes;
use crate::app::model::room::id::{ClientId, ContributionId};
use crate::app::model::room::request::{Refusal, RoomRequest};
use crate::map::Phase;

/// The most bytes of a body.
pub(super) const BODY_LIMIT: usize = 4 * 1_024;
/// The most bytes of a body that is too long which are read before the answer, so that the sender gets to see it.
const DISCARD_LIMIT: usize = 2 * 1_024 * 1_024;

type Answer = Result<Response, Fault>;

/// Returns the routes, behind the guard.
pub(super) fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/", get(async || Html(&*PAGE.html)))
        .route("/api/join", post(join))
        .route("/api/room", get(room))
        .route("/api/contributions", post(contribute))
        .route("/api/contributions/{id}", delete(withdraw))
        .route("/api/votes", put(vote))
        .fallback(async || Fault::NotFound)
        .method_not_allowed_fallback(async || Fault::Method)
        .layer(from_fn_with_state(Arc::clone(&shared), guard))
        .with_state(shared)
}

#[derive(Deserialize)]
struct JoinBody {}

async fn join(State(shared): State<Arc<Shared>>, Extension(peer): Extension<SocketAddr>, request: Request) -> Answer {
    let JoinBody {} = read(request).await?;
    let client = ClientId::new(random_bytes().map_err(|_| Fault::NoAnswer)?);
    // While the door is locked, those who try do not use up what their address may do.
    if shared.snapshot().0.room.is_locked() {
        return Err(Fault::Refused(Refusal::Locked));
    }
    if !shared.allows_join(peer.ip()) {
        return Err(Fault::TooFast);
    }
    pass_on(&shared, RoomRequest::Join { client }).await
}

async fn room(State(shared): State<Arc<Shared>>, uri: Uri, headers: HeaderMap) -> Answer {
    let client = client_in(&uri)?;
    let (snapshot, age) = shared.snapshot();
    let revision = snapshot.revision(client).ok_or(Fault::Refused(Refusal::UnknownClient))?;
    let tag = format!("\"{:08x}-{revision}\"", shared.opening);
    let is_known = |value: &HeaderValue| {
        let mut tags = value.to_str().unwrap_or_default().split(',');
        tags.any(|known| known.trim().trim_start_matches("W/") == tag)
    };
    let mut answer = if headers.get_all(IF_NONE_MATCH).iter().any(is_known) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        Json(snapshot.view(client, age)).into_response()
    };
    answer.headers_mut().extend(HeaderValue::try_from(tag).ok().map(|tag| (ETAG, tag)));
    Ok(answer)
}

#[derive(Deserialize)]
struct ContributionBody {
    client: String,
    id: String,
    phase: Phase,
    text: String,
}

async fn contribute(State(shared): State<Arc<Shared>>, request: Request) -> Answer {
    let ContributionBody { client, id, phase, text } = read(request).await?;
    let client = known(&shared, &client)?;
    let id: ContributionId = id.parse().map_err(|_| Fault::Body)?;
    if !shared.allows_contribution(client) {
        return Err(Fault::TooFast);
    }
    pass_on(&shared, RoomRequest::Contribute { client, id, phase, text }).await
}

async fn withdraw(State(shared): State<Arc<Shared>>, Path(id): Path<String>, uri: Uri) -> Answer {
    let client = known(&shared, client_text(&uri))?;
    let id: ContributionId = id.parse().map_err(|_| Fault::Refused(Refusal::UnknownContribution))?;
    if !shared.allows_change(client) {
        return Err(Fault::TooFast);
    }
    pass_on(&shared, RoomRequest::Withdraw { client, id }).await
}

#[derive(Deserialize)]
struct VoteBody {
    client: String,
    votes: Votes,
    round: Option<u32>,
}

async fn vote(State(shared): State<Arc<Shared>>, request: Request) -> Answer {
    let VoteBody { client, votes, round } = read(request).await?;
    let client = known(&shared, &client)?;
    if !shared.allows_change(client) {
        return Err(Fault::TooFast);
    }
    pass_on(&shared, RoomRequest::Vote { client, votes, round }).await
}

/// Has the event loop answer a request.
async fn pass_on(shared: &Shared, request: RoomRequest) -> Answer {
    shared.ask(request).await.map_or(Err(Fault::NoAnswer), answer)
}

/// Returns the text of the query's `client`.
fn client_text(uri: &Uri) -> &str {
    let mut pairs = uri.query().unwrap_or_default().split('&');
    pairs.find_map(|pair| pair.strip_prefix("client=")).unwrap_or_default()
}

fn client_in(uri: &Uri) -> Result<ClientId, Fault> {
    client_text(uri).parse().map_err(|_| Fault::Refused(Refusal::UnknownClient))
}

/// Returns the participant with this id. What strangers send does not reach the event loop.
fn known(shared: &Shared, client: &str) -> Result<ClientId, Fault> {
    let client = client.parse().ok().filter(|&client| shared.snapshot().0.room.knows(client));
    client.ok_or(Fault::Refused(Refusal::UnknownClient))
}

/// Reads the body of a request: JSON, and nothing else.
async fn read<T: DeserializeOwned>(request: Request) -> Result<T, Fault> {
    let (head, body) = request.into_parts();
    let is_json = |value: &HeaderValue| {
        let kind = value.to_str().unwrap_or_default().split(';').next().unwrap_or_default();
        kind.trim().eq_ignore_ascii_case("application/json")
    };
    let mut kinds = head.headers.get_all(CONTENT_TYPE).iter();
    if !kinds.next().is_some_and(is_json) || kinds.next().is_some() {
        return Err(Fault::ContentType);
    }
    let is_announced = head.headers.contains_key(EXPECT);
    let bytes = read_bytes(body, is_announced).await?;
    if let Some(activity) = head.extensions.get::<Activity>() {
        activity.has_received();
    }
    serde_json::from_slice(&bytes).map_err(|_| Fault::Body)
}

/// Reads a body of at most `BODY_LIMIT` bytes. `is_announced` if the sender waits for leave before sending it.
async fn read_bytes(body: Body, is_announced: bool) -> Result<Vec<u8>, Fault> {
    use axum::body::HttpBody;
    if body.size_hint().lower() > BODY_LIMIT as u64 && is_announced {
        return Err(Fault::TooLong);
    }
    let bytes = to_bytes(body, DISCARD_LIMIT).await.map_err(|_| Fault::TooLong)?;
    if bytes.len() > BODY_LIMIT { Err(Fault::TooLong) } else { Ok(bytes.into()) }
}
