//! The style sheet and the script of the page, and the policy that allows these two and nothing else.

use std::borrow::Cow;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rust_embed::{EmbeddedFile, RustEmbed};

#[derive(RustEmbed)]
#[folder = "assets/export/inline"]
struct Assets;

/// What the page looks like and what it does.
pub struct Policy {
    style: Part,
    script: Part,
}

/// A text that is part of the page, with its SHA-256.
struct Part {
    text: Cow<'static, [u8]>,
    hash: String,
}

impl Policy {
    /// The style sheet and the script that the program was built with.
    pub fn new() -> Policy {
        Policy { style: Part::new(Assets::get("page.css")), script: Part::new(Assets::get("page.js")) }
    }

    /// The style sheet.
    pub fn style(&self) -> &str {
        self.style.text()
    }

    /// The script.
    pub fn script(&self) -> &str {
        self.script.text()
    }

    /// A Content-Security-Policy that lets the style sheet style and the script run, and nothing else do anything.
    pub fn directives(&self) -> String {
        let (style, script) = (&self.style.hash, &self.script.hash);
        format!(
            "default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; base-uri 'none'; \
             form-action 'none'"
        )
    }
}

impl Part {
    fn new(file: Option<EmbeddedFile>) -> Part {
        // Both files are part of the program.
        debug_assert!(file.is_some());
        file.map_or_else(
            || Part { text: Cow::Borrowed(&[]), hash: String::new() },
            |file| Part { hash: STANDARD.encode(file.metadata.sha256_hash()), text: file.data },
        )
    }

    fn text(&self) -> &str {
        std::str::from_utf8(&self.text).unwrap_or_default()
    }
}
