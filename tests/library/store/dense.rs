//! Texts of very many short tokens: reading them and placing their faults takes time linear in their length.

#[cfg(target_os = "linux")]
use periplo::app::faults::picture::positions;
use periplo::store::ron_text::parse;

/// Each beginning of a text, and the pieces that are repeated after it.
#[cfg(target_os = "linux")]
const TEXTS: [(&str, &[&str]); 4] = [
    ("", &["\"", "\"a\" ", "r##\"", "'", "“ ", "/*", "=======\n"]),
    ("(format: 1, title: \"t\", before: [", &["\"\"", "(),", "(name: \"a\"),", "(nme: 1),", "(", ",", "'a"]),
    ("(format: 1, title: \"t\", before: [(name: \"n\", ", &["name: \"a\",", "reach: 1,000,", "a ", "[],", "−"]),
    ("(format: 1, title: \"t\", objectives: [", &["\"a\",", "\"\\q\",", "1,"]),
];

/// Reads a text with pieces of this many bytes in all, and places its faults. Returns the processor time that it took, in nanoseconds.
#[cfg(target_os = "linux")]
fn reading_time(start: &str, piece: &str, bytes: usize) -> u64 {
    // The time that this thread ran. Other programs on the machine do not change it much.
    let now = || {
        let times = std::fs::read_to_string("/proc/thread-self/schedstat").expect("the times of this thread");
        times.split(' ').next().and_then(|time| time.parse::<u64>().ok()).expect("a time in nanoseconds")
    };
    let text = format!("{start}{}", piece.repeat(bytes / piece.len()));
    let before = now();
    let read = parse(&text);
    let placed = read.as_ref().err().map(|faults| positions(&text, faults));
    let time = now() - before;
    drop((read, placed));
    time
}

#[cfg(target_os = "linux")]
#[test]
fn reading_time_does_not_grow_faster_than_the_text() {
    const BYTES: usize = 50_000;
    /// Four times the text takes four times the time, or sixteen times if the time is quadratic.
    const MOST_GROWTH: u64 = 9;
    /// Shorter times, in nanoseconds, are too short to be compared.
    const LEAST_TIME: u64 = 5_000_000;
    for (start, pieces) in TEXTS {
        for piece in pieces {
            let grows_too_fast = || {
                let short = reading_time(start, piece, BYTES).max(LEAST_TIME);
                reading_time(start, piece, 4 * BYTES) > MOST_GROWTH * short
            };
            assert!(!(0..3).all(|_| grows_too_fast()), "{start:?} with many of {piece:?}");
        }
    }
}

#[test]
fn a_valid_map_on_one_line_is_read() {
    let touchpoints: String = (0..20_000).map(|number| format!("(name: \"T{number}\"),")).collect();
    let parsed = parse(&format!("(format: 1, title: \"t\", before: [{touchpoints}])")).expect("a map");
    assert_eq!(parsed.map.len(), 20_000);
}

#[test]
fn a_text_with_more_tokens_than_can_be_kept_is_refused_with_its_first_faults() {
    let text = format!("(format: 1, title: \"t\", before: [(nme: \"n\"),{}])", ",".repeat(400_000));
    let faults = parse(&text).expect_err("faults");
    let first = format!("{:?}", faults[0].problem);
    assert!(first.starts_with("UnknownField"), "{first}");
    assert!(faults.iter().all(|fault| fault.span.end <= text.len()));
    let problems: Vec<String> = faults.iter().map(|fault| format!("{:?}", fault.problem)).collect();
    assert!(!problems.iter().any(|problem| problem.contains("CutShort")), "the end of the text was not examined");
}
