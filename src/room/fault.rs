//! Why a request is refused, as an answer with a sentence in the participant's language.

use axum::Json;
use axum::http::header::{ACCEPT_LANGUAGE, RETRY_AFTER};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::app::model::room::request::Refusal;
use crate::lang::{Lang, Language};

/// Why a request is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// No token, or a wrong one.
    Token,
    /// A `Host` header that is not the room's.
    Host,
    /// The request comes from a page of another site.
    Origin,
    NotFound,
    Method,
    /// The body is longer than allowed.
    TooLong,
    /// The body is not sent as JSON.
    ContentType,
    /// The body is not what this request takes.
    Body,
    TooFast,
    /// The facilitator's program did not answer in time.
    NoAnswer,
    Refused(Refusal),
}

impl Fault {
    fn status(self) -> StatusCode {
        match self {
            Fault::Token => StatusCode::UNAUTHORIZED,
            Fault::Host | Fault::Origin => StatusCode::FORBIDDEN,
            Fault::NotFound => StatusCode::NOT_FOUND,
            Fault::Method => StatusCode::METHOD_NOT_ALLOWED,
            Fault::TooLong => StatusCode::PAYLOAD_TOO_LARGE,
            Fault::ContentType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Fault::Body => StatusCode::UNPROCESSABLE_ENTITY,
            Fault::TooFast => StatusCode::TOO_MANY_REQUESTS,
            Fault::NoAnswer => StatusCode::SERVICE_UNAVAILABLE,
            Fault::Refused(refusal) => {
                StatusCode::from_u16(refusal.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
            }
        }
    }

    fn text(self, lang: &Lang) -> String {
        match self {
            Fault::Token => lang.room_fault_token(),
            Fault::Host => lang.room_fault_host(),
            Fault::Origin => lang.room_fault_origin(),
            Fault::NotFound => lang.room_fault_not_found(),
            Fault::Method => lang.room_fault_method(),
            Fault::TooLong => lang.room_fault_too_long(),
            Fault::ContentType => lang.room_fault_content_type(),
            Fault::Body => lang.room_fault_body(),
            Fault::TooFast => lang.room_fault_too_fast(),
            Fault::NoAnswer => lang.room_fault_no_answer(),
            Fault::Refused(refusal) => refusal_text(refusal, lang),
        }
    }

    /// Returns the answer with its sentence.
    pub fn answer(self, lang: &Lang) -> Response {
        let mut answer = (self.status(), Json(json!({"error": self.text(lang)}))).into_response();
        if self.status() == StatusCode::TOO_MANY_REQUESTS {
            answer.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("1"));
        }
        answer
    }
}

/// An answer that the guard gives its sentence, since it knows the participant's language.
impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut answer = self.status().into_response();
        answer.extensions_mut().insert(self);
        answer
    }
}

fn refusal_text(refusal: Refusal, lang: &Lang) -> String {
    match refusal {
        Refusal::Locked => lang.room_refused_locked(),
        Refusal::RoomFull => lang.room_refused_full(),
        Refusal::UnknownClient => lang.room_refused_unknown_client(),
        Refusal::UnknownContribution => lang.room_refused_unknown_contribution(),
        Refusal::NotCollecting => lang.room_refused_not_collecting(),
        Refusal::TooManyWaiting => lang.room_refused_too_many_waiting(),
        Refusal::TooManyOfOne => lang.room_refused_too_many_of_one(),
        Refusal::Text(error) => lang.room_refused_text(error),
        Refusal::NotVoting => lang.room_refused_not_voting(),
        Refusal::TooManyDots { limit } => lang.room_refused_too_many_dots(limit),
        Refusal::TooManyOnOne { limit } => lang.room_refused_too_many_on_one(limit),
        Refusal::UnknownTouchpoint => lang.room_refused_unknown_touchpoint(),
        Refusal::NotKept => lang.room_refused_not_kept(),
    }
}

/// Returns the language that a browser asks for first, of those that there are.
pub(super) fn language(headers: &HeaderMap) -> Language {
    let accepted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let primary = |range: &str| range.trim().split(['-', ';']).next().unwrap_or_default().to_ascii_lowercase();
    accepted.split(',').find_map(|range| primary(range).parse().ok()).unwrap_or_default()
}
