//! The style sheet and the script of the page, with the hashes by which its policy allows these two and nothing else.

use std::borrow::Cow;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rust_embed::{EmbeddedFile, RustEmbed};

#[derive(RustEmbed)]
#[folder = "assets/export/inline"]
struct Assets;

/// A text that stands in the page, as the program was built with it.
pub struct Inline {
    text: Cow<'static, [u8]>,
    /// Its SHA-256, in base 64.
    pub hash: String,
}

impl Inline {
    /// What the page looks like.
    pub fn style() -> Inline {
        Inline::new(Assets::get("page.css"))
    }

    /// What the page does.
    pub fn script() -> Inline {
        Inline::new(Assets::get("page.js"))
    }

    fn new(file: Option<EmbeddedFile>) -> Inline {
        // Both files are part of the program.
        debug_assert!(file.is_some());
        let (text, hash) = file.map(|file| (file.data, file.metadata.sha256_hash())).unwrap_or_default();
        Inline { text, hash: STANDARD.encode(hash) }
    }

    /// The text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.text).unwrap_or_default()
    }
}
