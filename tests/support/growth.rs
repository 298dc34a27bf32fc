//! Whether the time of something grows in proportion to its size, or faster.

/// Four times the size takes four times the time, or sixteen times if the time is quadratic.
const MOST_GROWTH: u64 = 9;
/// Shorter times, in nanoseconds, are too short to be compared.
const LEAST_TIME: u64 = 5_000_000;

/// Returns the processor time that this thread has used, in nanoseconds. Other programs on the machine change it little.
fn thread_time() -> u64 {
    let times = std::fs::read_to_string("/proc/thread-self/schedstat").expect("the times of this thread");
    times.split(' ').next().and_then(|time| time.parse().ok()).expect("a time in nanoseconds")
}

/// Returns true if something made in a size takes much more than four times the time when it is made four times as large.
/// `prepare` makes it, which is not timed, and `run` does with it what is timed.
pub fn grows_too_fast<T, R>(size: usize, prepare: impl Fn(usize) -> T, run: impl Fn(&T) -> R) -> bool {
    let time = |size| {
        let prepared = prepare(size);
        let before = thread_time();
        let result = run(&prepared);
        let time = thread_time() - before;
        drop(result);
        time
    };
    let is_too_slow = || time(4 * size) > MOST_GROWTH * time(size).max(LEAST_TIME);
    (0..3).all(|_| is_too_slow())
}
