//! The text format of a room's journal: records, each on a line with its length and a hash.

use super::fingerprint::Fingerprint;

/// The first line of every journal of a room. A changed layout needs another number.
pub(super) const OPENING: &str = "periplo room 1\n";

/// Returns the beginning of a journal with its first record.
pub fn print_first(record: &str) -> String {
    format!("{OPENING}{}", print_record(record))
}

/// Returns a record to be appended to a journal.
pub fn print_record(record: &str) -> String {
    let Fingerprint { length, hash } = Fingerprint::of(record.as_bytes());
    format!("{length} {hash:016x} {record}\n")
}

/// Returns the records of a journal up to the first that was cut short or damaged; none if it has another layout.
pub fn parse(bytes: &[u8]) -> Option<Vec<String>> {
    let mut rest = bytes.strip_prefix(OPENING.as_bytes())?;
    let mut records = Vec::new();
    while let Some((record, after)) = take_record(rest) {
        records.push(record.to_owned());
        rest = after;
    }
    (!records.is_empty()).then_some(records)
}

fn take_record(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let mut parts = bytes.splitn(3, |&byte| byte == b' ');
    let number = |part: &[u8], radix| u64::from_str_radix(str::from_utf8(part).ok()?, radix).ok();
    let (length, hash) = (number(parts.next()?, 10)?, number(parts.next()?, 16)?);
    let (record, rest) = parts.next()?.split_at_checked(usize::try_from(length).ok()?)?;
    let is_whole = Fingerprint::of(record) == Fingerprint { length, hash };
    is_whole.then_some((str::from_utf8(record).ok()?, rest.strip_prefix(b"\n")?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_read_up_to_the_torn_end() {
        let text = print_first("{\"a\": \"ñ\"}") + &print_record("[1]") + &print_record("");
        assert_eq!(parse(text.as_bytes()).unwrap(), ["{\"a\": \"ñ\"}", "[1]", ""]);
        for end in 0..text.len() {
            let found = parse(&text.as_bytes()[..end]).unwrap_or_default();
            assert!(found.len() < 3, "{end}");
        }
        for at in OPENING.len()..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1;
            assert!(parse(&bytes).unwrap_or_default().len() < 3, "{at}");
        }
        assert_eq!(parse(b"periplo journal 2\n"), None);
    }
}
