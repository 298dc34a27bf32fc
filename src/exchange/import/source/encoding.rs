//! Decoding the bytes of a text file: UTF-8, UTF-16 with and without a mark, and Windows-1252.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::exchange::import::Remark;
use crate::lang::Lang;

/// How many bytes are looked at to recognise UTF-16 without a mark.
const SAMPLE: usize = 4_096;

/// Why bytes are no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// This line is in another encoding, or is no text.
    Encoding { line: usize },
    /// This line contains a zero byte.
    ZeroByte { line: usize },
}

impl DecodeError {
    /// Returns the sentence about the error, and what to do.
    pub fn message(self, lang: &Lang) -> String {
        match self {
            DecodeError::Encoding { line } => lang.import_encoding(line),
            DecodeError::ZeroByte { line } => lang.import_zero_byte(line),
        }
    }
}

/// What had to be assumed about an encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EncodingGuess {
    /// The text is not UTF-8, so it was read as Windows-1252; the first such character is on this line.
    Windows1252 { line: usize },
    /// The text is UTF-8 with damaged characters, the first of them on this line.
    Damaged { line: usize },
}

impl EncodingGuess {
    /// Returns the warning about the guess.
    pub(crate) fn remark(self, lang: &Lang) -> Remark {
        match self {
            EncodingGuess::Windows1252 { line } => Remark::at(line, lang.source_windows_1252()),
            EncodingGuess::Damaged { line } => Remark::at(line, lang.source_damaged_characters()),
        }
    }
}

/// A decoded text, without byte-order mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodedText<'a> {
    pub text: Cow<'a, str>,
    pub guess: Option<EncodingGuess>,
}

/// Decodes the contents of a text file.
pub fn decode(bytes: &[u8]) -> Result<DecodedText<'_>, DecodeError> {
    let (encoding, mark) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (encoding, length),
        None => (utf_16_without_mark(bytes).unwrap_or(UTF_8), 0),
    };
    let body = &bytes[mark..];
    let (text, guess) = match encoding.decode_without_bom_handling_and_without_replacement(body) {
        Some(text) => (text, None),
        None if encoding == UTF_8 => {
            let line = line_after(valid_part(body));
            if is_mostly_utf_8(body) {
                (String::from_utf8_lossy(body), Some(EncodingGuess::Damaged { line }))
            } else if is_binary(body) {
                return Err(DecodeError::Encoding { line });
            } else {
                let (text, _) = WINDOWS_1252.decode_without_bom_handling(body);
                (text, Some(EncodingGuess::Windows1252 { line }))
            }
        }
        None => return Err(DecodeError::Encoding { line: 1 }),
    };
    match text.find('\0') {
        Some(at) => Err(DecodeError::ZeroByte { line: line_after(&text.as_bytes()[..at]) }),
        None => Ok(DecodedText { text, guess }),
    }
}

/// Returns which UTF-16 a text without a mark is in: nearly every second byte of western text is zero then.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let (pairs, rest) = bytes[..bytes.len().min(SAMPLE)].as_chunks::<2>();
    if pairs.is_empty() || !rest.is_empty() || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let zeros = |place: usize| pairs.iter().filter(|pair| pair[place] == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    let is_most = |high: usize, low: usize| high * 2 >= pairs.len() && low * 3 < high;
    if is_most(second, first) { Some(UTF_16LE) } else { is_most(first, second).then_some(UTF_16BE) }
}

/// Returns the bytes before the first that is not UTF-8.
fn valid_part(bytes: &[u8]) -> &[u8] {
    std::str::from_utf8(bytes).map_or_else(|error| &bytes[..error.valid_up_to()], |_| bytes)
}

/// Returns true if more characters outside ASCII are valid UTF-8 than not.
fn is_mostly_utf_8(bytes: &[u8]) -> bool {
    let (mut valid, mut damaged) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        damaged += usize::from(!chunk.invalid().is_empty());
    }
    valid > damaged
}

/// Returns true if there are control characters that no text contains.
fn is_binary(bytes: &[u8]) -> bool {
    bytes.iter().any(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31))
}

/// Returns the number of the line that begins or continues after these bytes.
fn line_after(before: &[u8]) -> usize {
    before.iter().filter(|&&byte| byte == b'\n').count() + 1
}
