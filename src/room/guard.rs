//! Checks every request before it is answered, and gives every answer its security headers.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::body::{Body, HttpBody};
use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, ORIGIN, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::Response;

use super::fault::{Fault, language};
use super::page::PAGE;
use super::routes::BODY_LIMIT;
use super::shared::Shared;
use crate::lang::Lang;

/// The header with the token. A page of another site cannot send it without asking, and it is never answered that it may.
const TOKEN: HeaderName = HeaderName::from_static("x-periplo-token");

/// Checks a request, has it answered, and gives the answer its security headers.
pub(super) async fn guard(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    let lang = Lang::new(language(request.headers()));
    let mut answer = match check(&shared, &request) {
        Ok(()) => next.run(request).await,
        Err(fault) => fault.answer(&lang),
    };
    if let Some(fault) = answer.extensions_mut().remove::<Fault>() {
        answer = fault.answer(&lang);
    }
    protect(answer)
}

fn check(shared: &Shared, request: &Request) -> Result<(), Fault> {
    let host = host(request).ok_or(Fault::Host)?;
    if !is_own_host(&host, shared) {
        return Err(Fault::Host);
    }
    check_origin(request.headers(), &host, shared)?;
    if request.uri().path() == "/" {
        return Ok(());
    }
    // What takes no body is not sent a long one.
    let takes_body = matches!(*request.method(), Method::POST | Method::PUT);
    let is_too_long = !takes_body && request.body().size_hint().lower() > BODY_LIMIT as u64;
    let mut tokens = request.headers().get_all(TOKEN).iter();
    match (tokens.next(), tokens.next()) {
        (Some(token), None) if shared.is_token(token.as_bytes()) => {
            if is_too_long {
                Err(Fault::TooLong)
            } else {
                Ok(())
            }
        }
        (Some(_) | None, _) => Err(Fault::Token),
    }
}

/// Returns the host that a request names, in its header and in its address, if they agree.
fn host(request: &Request) -> Option<Authority> {
    let mut headers = request.headers().get_all(HOST).iter();
    let (header, None) = (headers.next()?, headers.next()) else { return None };
    let host: Authority = header.to_str().ok()?.parse().ok()?;
    let is_same = request.uri().authority().is_none_or(|authority| *authority == host);
    (is_same && !host.as_str().contains('@')).then_some(host)
}

/// Returns true for the room's address with its port, and for the further names with any port, as a proxy may have another.
///
/// A name that an attacker has pointed to this machine is refused: a browser would take the room for a part of their site.
fn is_own_host(host: &Authority, shared: &Shared) -> bool {
    let address = match shared.address {
        SocketAddr::V4(address) => address.ip().to_string(),
        SocketAddr::V6(address) => format!("[{}]", address.ip()),
    };
    let is_address = host.host() == address && host.port_u16().unwrap_or(80) == shared.address.port();
    is_address || shared.hosts.iter().any(|name| name.eq_ignore_ascii_case(host.host()))
}

/// Refuses a request of a page of another site. Requests without `Origin` are no cross-site requests of a browser.
fn check_origin(headers: &HeaderMap, host: &Authority, shared: &Shared) -> Result<(), Fault> {
    // A proxy may offer the room under its name with TLS.
    let is_own = |origin: &HeaderValue| {
        let text = origin.to_str().unwrap_or_default();
        let authority = text.strip_prefix("http://").or_else(|| text.strip_prefix("https://"));
        authority.and_then(|text| text.parse::<Authority>().ok()).is_some_and(|origin| {
            origin == *host || shared.hosts.iter().any(|name| name.eq_ignore_ascii_case(origin.host()))
        })
    };
    if headers.get_all(ORIGIN).iter().all(is_own) { Ok(()) } else { Err(Fault::Origin) }
}

/// Gives an answer the headers that keep its page from asking elsewhere, and others from using it.
fn protect(mut answer: Response<Body>) -> Response<Body> {
    let headers = answer.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, PAGE.policy.clone());
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}
