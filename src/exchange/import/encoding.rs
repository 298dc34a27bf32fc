//! Decoding the bytes of a file from another program: UTF-8, or UTF-16 as spreadsheets also write it.

/// Why bytes cannot be decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DecodeError {
    /// They are a spreadsheet's workbook, not plain text.
    Workbook,
    /// This line is in another encoding, or is no text.
    Encoding { line: usize },
    /// This line contains a zero byte.
    ZeroByte { line: usize },
}

/// Decodes the contents of a file; the byte-order mark is removed.
pub(crate) fn decode(bytes: Vec<u8>) -> Result<String, DecodeError> {
    // The first bytes of zipped workbooks (xlsx, ods) and of old ones (xls).
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(DecodeError::Workbook);
    }
    let text = match bytes {
        bytes if bytes.starts_with(b"\xff\xfe") => utf_16(&bytes[2..], u16::from_le_bytes)?,
        bytes if bytes.starts_with(b"\xfe\xff") => utf_16(&bytes[2..], u16::from_be_bytes)?,
        bytes => String::from_utf8(bytes).map_err(|error| {
            let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            DecodeError::Encoding { line: line_after(good) }
        })?,
    };
    if let Some(at) = text.find('\0') {
        return Err(DecodeError::ZeroByte { line: line_after(&text.as_bytes()[..at]) });
    }
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, DecodeError> {
    let (pairs, rest) = bytes.as_chunks();
    let text = String::from_utf16(&pairs.iter().map(|&pair| unit(pair)).collect::<Vec<_>>());
    text.ok().filter(|_| rest.is_empty()).ok_or(DecodeError::Encoding { line: 1 })
}

/// Returns the number of the line that begins or continues after these bytes.
fn line_after(before: &[u8]) -> usize {
    before.iter().filter(|&&byte| byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf_8_and_both_kinds_of_utf_16_are_decoded() {
        let wide = |bytes: fn(u16) -> [u8; 2]| "\u{feff}añ\t😀".encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        assert_eq!(decode(wide(u16::to_le_bytes)), Ok("añ\t😀".to_owned()));
        assert_eq!(decode(wide(u16::to_be_bytes)), Ok("añ\t😀".to_owned()));
        assert_eq!(decode("\u{feff}añ".into()), Ok("añ".to_owned()));
        assert_eq!(decode("añ".into()), Ok("añ".to_owned()));
    }

    #[test]
    fn an_error_names_the_line() {
        assert_eq!(decode(b"a\nb\xf1o".to_vec()), Err(DecodeError::Encoding { line: 2 }));
        assert_eq!(decode(b"a\n\nb\0".to_vec()), Err(DecodeError::ZeroByte { line: 3 }));
        assert_eq!(decode(b"\xff\xfea".to_vec()), Err(DecodeError::Encoding { line: 1 }));
        assert_eq!(decode(b"PK\x03\x04...".to_vec()), Err(DecodeError::Workbook));
    }
}
