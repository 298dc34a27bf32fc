//! The style sheet and the script inside the page, with the hashes for its content security policy.

use std::borrow::Cow;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rust_embed::{EmbeddedFile, RustEmbed};

#[derive(RustEmbed)]
#[folder = "assets/export/inline"]
struct Assets;

/// A file that is embedded in the page.
pub(crate) struct InlineAsset {
    text: Cow<'static, [u8]>,
    /// Its SHA-256 hash in base 64.
    pub hash: String,
}

impl InlineAsset {
    /// Returns the style sheet.
    pub(crate) fn style() -> InlineAsset {
        InlineAsset::new(Assets::get("page.css"))
    }

    /// Returns the script.
    pub(crate) fn script() -> InlineAsset {
        InlineAsset::new(Assets::get("page.js"))
    }

    fn new(file: Option<EmbeddedFile>) -> InlineAsset {
        // Both files are compiled into the program.
        debug_assert!(file.is_some());
        let (text, hash) = file.map(|file| (file.data, file.metadata.sha256_hash())).unwrap_or_default();
        InlineAsset { text, hash: STANDARD.encode(hash) }
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.text).unwrap_or_default()
    }
}
