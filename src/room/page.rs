//! The page of the participants: one file with its style, script and texts, which asks for nothing from outside.

use std::sync::LazyLock;

use axum::http::HeaderValue;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The page, and the policy that allows its own style and script only.
pub(super) struct Page {
    pub html: String,
    pub policy: HeaderValue,
}

/// The page is put together when a room is opened for the first time.
pub(super) static PAGE: LazyLock<Page> = LazyLock::new(|| {
    let style = &without_indents(include_str!("../../assets/room/page.css"));
    let script = &without_indents(include_str!("../../assets/room/page.js"));
    let (english, spanish) =
        (include_str!("../../assets/room/texts.en.json"), include_str!("../../assets/room/texts.es.json"));
    // The texts are JSON in an element of HTML, which `</` would end.
    let texts = format!("{{\"en\":{english},\"es\":{spanish}}}").replace('<', "\\u003c");
    let html = include_str!("../../assets/room/page.html")
        .replace("/*STYLE*/", style)
        .replace("/*TEXTS*/{}", &texts)
        .replace("/*SCRIPT*/", script);
    let policy = format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; connect-src 'self'; img-src data:; base-uri 'none'; \
         form-action 'none'; frame-ancestors 'none'",
        hash(style),
        hash(script)
    );
    let policy = HeaderValue::try_from(policy).unwrap_or_else(|_| HeaderValue::from_static("default-src 'none'"));
    Page { html, policy }
});

/// Returns a text without the blanks at the beginning of its lines and without lines that are only a comment.
fn without_indents(text: &str) -> String {
    let lines = text.lines().map(str::trim_start).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// Returns the hash of an inline element as a policy has it.
fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}
