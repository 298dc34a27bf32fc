//! The same work on many things, on all cores, with the results in the things' order.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

/// How many results of each thread may wait to be taken.
const WAITING: usize = 8;
/// How often somebody who waits for a result is told that there is none yet.
const PATIENCE: Duration = Duration::from_millis(100);

/// The threads that this machine runs at the same time.
pub fn cores() -> usize {
    thread::available_parallelism().map_or(1, NonZeroUsize::get)
}

/// Works on the things from 0 on, on that many threads, and gives each result to `take` in their order; `None` where
/// there is none for a while.
///
/// Each thread has its share of the things, and stops while [`WAITING`] of its results are not taken, so that what is held
/// does not grow with the number of things. All of them stop when `take` breaks.
pub fn in_order<T: Send>(
    count: usize,
    threads: usize,
    work: impl Fn(usize) -> T + Sync,
    mut take: impl FnMut(Option<T>) -> ControlFlow<()>,
) {
    let (work, threads) = (&work, threads.clamp(1, count.max(1)));
    thread::scope(|scope| {
        let start = |first: usize| {
            let (sender, results) = sync_channel(WAITING);
            scope.spawn(move || (first..count).step_by(threads).try_for_each(|nth| sender.send(work(nth))));
            results
        };
        let results: Vec<_> = (0..threads).map(start).collect();
        for results in results.iter().cycle().take(count) {
            loop {
                let result = match results.recv_timeout(PATIENCE) {
                    Ok(result) => Some(result),
                    Err(RecvTimeoutError::Timeout) => None,
                    // The thread failed, which the scope tells.
                    Err(RecvTimeoutError::Disconnected) => return,
                };
                let is_there = result.is_some();
                if take(result).is_break() {
                    return;
                }
                if is_there {
                    break;
                }
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn results_come_in_order_whatever_the_threads() {
        for threads in [1, 2, 3, 16, 1_000] {
            let mut taken = Vec::new();
            let slow_first = |nth: usize| {
                std::hint::black_box((0..(100 - nth) * 500).map(std::hint::black_box).sum::<usize>());
                nth
            };
            in_order(100, threads, slow_first, |nth| {
                taken.extend(nth);
                ControlFlow::Continue(())
            });
            assert_eq!(taken, (0..100).collect::<Vec<_>>(), "{threads} threads");
        }
    }

    #[test]
    fn nothing_to_do_is_done_at_once() {
        in_order(0, 4, |nth| nth, |_| panic!("there is nothing to take"));
    }

    /// The first result is not taken before the threads have run as far ahead as they may.
    #[test]
    fn no_more_is_held_than_may_wait() {
        const THREADS: usize = 3;
        // In each thread's hand one more, which finds no room.
        const MOST: usize = THREADS * (WAITING + 1);
        let begun = AtomicUsize::new(0);
        let mut taken = 0;
        let work = |_| begun.fetch_add(1, Ordering::SeqCst);
        in_order(1_000, THREADS, work, |result| {
            if result.is_some() {
                taken += 1;
                let most = (taken + MOST).min(1_000);
                while taken == 1 && begun.load(Ordering::SeqCst) < MOST {
                    thread::yield_now();
                }
                thread::yield_now();
                assert!(begun.load(Ordering::SeqCst) <= most, "{taken} taken");
            }
            ControlFlow::Continue(())
        });
        assert_eq!(taken, 1_000);
    }

    #[test]
    fn a_taker_who_has_enough_ends_all_work() {
        let begun = AtomicUsize::new(0);
        let endless = |nth| {
            begun.fetch_add(1, Ordering::SeqCst);
            nth
        };
        in_order(usize::MAX, 2, endless, |nth| {
            if nth == Some(9) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert!(begun.load(Ordering::SeqCst) < 100);
    }

    #[test]
    fn who_waits_is_told_so() {
        let (go, wait) = std::sync::mpsc::channel();
        let wait = std::sync::Mutex::new(wait);
        let mut waited = 0;
        in_order(
            1,
            2,
            |_| wait.lock().unwrap().recv(),
            |result| {
                waited += usize::from(result.is_none());
                if result.is_none() {
                    go.send(()).unwrap();
                }
                ControlFlow::Continue(())
            },
        );
        assert_eq!(waited, 1);
    }
}
