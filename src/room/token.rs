//! The secret in the room's link: whoever has it may join.

use std::fmt;
use std::hint::black_box;
use std::io;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// 128 random bits, written as 22 characters of URL-safe base 64.
#[derive(Clone)]
pub struct Token(Box<str>);

impl Token {
    /// Returns a new random token. Fails if the system has no random numbers.
    pub fn random() -> io::Result<Token> {
        Ok(Token(URL_SAFE_NO_PAD.encode(random_bytes()?).into()))
    }

    /// Returns the text of the token, for the link only.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Returns true if the text is the token. Takes the same time for every text of the right length, so that nobody can
    /// find out the token a character at a time.
    pub fn is_same(&self, text: &[u8]) -> bool {
        let own = self.0.as_bytes();
        let difference =
            own.iter().zip(text).fold(0, |difference, (ours, theirs)| black_box(difference | (ours ^ theirs)));
        own.len() == text.len() && difference == 0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token")
    }
}

/// Returns 128 random bits of the system.
pub(super) fn random_bytes() -> io::Result<[u8; 16]> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_url_safe_and_equals_only_itself() {
        let (one, other) = (Token::random().unwrap(), Token::random().unwrap());
        assert_eq!(one.text().len(), 22);
        assert!(one.text().bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')));
        assert!(one.is_same(one.text().as_bytes()) && !one.is_same(other.text().as_bytes()));
        let longer = format!("{}A", one.text());
        for text in [&one.text()[..21], &longer, "", "\0"] {
            assert!(!one.is_same(text.as_bytes()), "{text}");
        }
        assert!(!format!("{one:?}").contains(one.text()));
    }
}
