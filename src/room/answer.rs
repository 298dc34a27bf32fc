//! The answers to requests that the event loop has decided.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::fault::Fault;
use crate::app::model::room::request::RoomAnswer;

/// Returns the response with the body of an answer.
pub(super) fn answer(answer: RoomAnswer) -> Result<Response, Fault> {
    let status = StatusCode::from_u16(answer.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let body = match answer {
        RoomAnswer::Joined(client) => json!({"client": client}),
        RoomAnswer::Contributed | RoomAnswer::ContributedBefore => json!({}),
        RoomAnswer::Withdrawn => return Ok(status.into_response()),
        RoomAnswer::Voted { dots_left } => json!({"dots_left": dots_left}),
        RoomAnswer::Refused(refusal) => return Err(Fault::Refused(refusal)),
    };
    Ok((status, Json(body)).into_response())
}
