//! The structural tokens of a text, stored in little memory.

use super::lexer::{RonToken, TokenKind};

/// Bytes of text per stored token, at least, in a text of unknown quality. A map of many short touchpoints has two.
const BYTES_PER_TOKEN: usize = 2;
/// This many tokens are stored in any case.
const SMALL_COUNT: usize = 100_000;

/// A list of tokens. Tokens are named by their index.
pub(super) struct TokenList {
    tokens: Vec<StoredToken>,
    limit: usize,
    is_complete: bool,
}

/// A token in 12 bytes; a text of 256 MiB may have a hundred million.
struct StoredToken {
    kind: TokenKind,
    start: u32,
    end: u32,
}

impl TokenList {
    /// Creates a list for the tokens of a text, so many that a dense text without a meaning cannot fill the memory.
    pub fn for_text(text: &str) -> TokenList {
        let limit = text.len() / BYTES_PER_TOKEN + SMALL_COUNT;
        TokenList { tokens: Vec::new(), limit, is_complete: true }
    }

    /// Adds a token. Returns false if the list is full; it is incomplete from then on.
    pub fn push(&mut self, token: RonToken) -> bool {
        let (Ok(start), Ok(end)) = (u32::try_from(token.start), u32::try_from(token.end)) else {
            self.is_complete = false;
            return false;
        };
        self.is_complete = self.tokens.len() < self.limit;
        if self.is_complete {
            if self.tokens.capacity() == self.tokens.len() {
                // Growing by half instead of doubling keeps the peak low.
                let more = (self.tokens.len() / 2).max(SMALL_COUNT).min(self.limit - self.tokens.len());
                self.tokens.reserve_exact(more);
            }
            self.tokens.push(StoredToken { kind: token.kind, start, end });
        }
        self.is_complete
    }

    /// Returns true if every token of the text is in the list.
    pub fn is_complete(&self) -> bool {
        self.is_complete
    }

    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    pub fn get(&self, at: usize) -> Option<RonToken> {
        let &StoredToken { kind, start, end } = self.tokens.get(at)?;
        Some(RonToken { kind, start: start as usize, end: end as usize })
    }
}
