//! The text in the bytes of a file from another program: UTF-8 or, as spreadsheets also write it, UTF-16.

/// Why bytes are no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoText {
    /// A workbook of a spreadsheet, not a table in plain text.
    Workbook,
    /// Text in another encoding, or no text at all, on this line.
    Encoding { line: usize },
    /// A zero byte on this line, which no text has.
    ZeroByte { line: usize },
}

/// The text that a file holds, without its byte-order mark.
pub fn text(bytes: Vec<u8>) -> Result<String, NoText> {
    // The first bytes of zipped workbooks (xlsx, ods) and of older ones (xls).
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(NoText::Workbook);
    }
    let text = match bytes {
        bytes if bytes.starts_with(b"\xff\xfe") => wide(&bytes[2..], u16::from_le_bytes)?,
        bytes if bytes.starts_with(b"\xfe\xff") => wide(&bytes[2..], u16::from_be_bytes)?,
        bytes => String::from_utf8(bytes).map_err(|error| {
            let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            NoText::Encoding { line: lines(good) }
        })?,
    };
    if let Some(at) = text.find('\0') {
        return Err(NoText::ZeroByte { line: lines(&text.as_bytes()[..at]) });
    }
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, NoText> {
    let (pairs, rest) = bytes.as_chunks();
    let text = String::from_utf16(&pairs.iter().map(|&pair| unit(pair)).collect::<Vec<_>>());
    text.ok().filter(|_| rest.is_empty()).ok_or(NoText::Encoding { line: 1 })
}

/// The number of the line that comes behind these bytes.
fn lines(before: &[u8]) -> usize {
    before.iter().filter(|&&byte| byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spreadsheets_text_is_read_whatever_unicode_it_is_in() {
        let wide = |bytes: fn(u16) -> [u8; 2]| "\u{feff}añ\t😀".encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        assert_eq!(text(wide(u16::to_le_bytes)), Ok("añ\t😀".to_owned()));
        assert_eq!(text(wide(u16::to_be_bytes)), Ok("añ\t😀".to_owned()));
        assert_eq!(text("\u{feff}añ".into()), Ok("añ".to_owned()));
        assert_eq!(text("añ".into()), Ok("añ".to_owned()));
    }

    #[test]
    fn what_is_no_text_is_known_by_its_line() {
        assert_eq!(text(b"a\nb\xf1o".to_vec()), Err(NoText::Encoding { line: 2 }));
        assert_eq!(text(b"a\n\nb\0".to_vec()), Err(NoText::ZeroByte { line: 3 }));
        assert_eq!(text(b"\xff\xfea".to_vec()), Err(NoText::Encoding { line: 1 }));
        assert_eq!(text(b"PK\x03\x04...".to_vec()), Err(NoText::Workbook));
    }
}
