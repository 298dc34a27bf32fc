//! Runs work on several threads and delivers the results in order.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

/// How many results of each thread may wait in its queue.
const QUEUE_LENGTH: usize = 8;
/// How long to wait for a result before `take` is called without one.
const WAIT_TIME: Duration = Duration::from_millis(100);

/// Returns the number of threads that can run at the same time.
pub(super) fn available_threads() -> usize {
    thread::available_parallelism().map_or(1, NonZeroUsize::get)
}

/// Runs `work` on the numbers from 0 to `count` on several threads, and passes the results to `take` in order. Calls `take`
/// with none while the next result is not ready.
///
/// Each thread works on every `threads`-th number. It waits while [`QUEUE_LENGTH`] of its results have not been taken, so
/// memory does not grow with `count`. All threads stop when `take` breaks.
pub(super) fn map_in_order<T: Send>(
    count: usize,
    threads: usize,
    work: impl Fn(usize) -> T + Sync,
    mut take: impl FnMut(Option<T>) -> ControlFlow<()>,
) {
    let (work, threads) = (&work, threads.clamp(1, count.max(1)));
    thread::scope(|scope| {
        let start = |first: usize| {
            let (sender, results) = sync_channel(QUEUE_LENGTH);
            scope.spawn(move || (first..count).step_by(threads).try_for_each(|nth| sender.send(work(nth))));
            results
        };
        let results: Vec<_> = (0..threads).map(start).collect();
        for results in results.iter().cycle().take(count) {
            loop {
                let result = match results.recv_timeout(WAIT_TIME) {
                    Ok(result) => Some(result),
                    Err(RecvTimeoutError::Timeout) => None,
                    // The thread panicked. The scope passes the panic on.
                    Err(RecvTimeoutError::Disconnected) => return,
                };
                let is_ready = result.is_some();
                if take(result).is_break() {
                    return;
                }
                if is_ready {
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
    fn results_arrive_in_order_with_any_number_of_threads() {
        for threads in [1, 2, 3, 16, 1_000] {
            let mut taken = Vec::new();
            let slow_first = |nth: usize| {
                std::hint::black_box((0..(100 - nth) * 500).map(std::hint::black_box).sum::<usize>());
                nth
            };
            map_in_order(100, threads, slow_first, |nth| {
                taken.extend(nth);
                ControlFlow::Continue(())
            });
            assert_eq!(taken, (0..100).collect::<Vec<_>>(), "{threads} threads");
        }
    }

    #[test]
    fn without_work_nothing_is_taken() {
        map_in_order(0, 4, |nth| nth, |_| panic!("there is nothing to take"));
    }

    /// The first result is taken only after the threads have run ahead as far as they can.
    #[test]
    fn threads_wait_when_their_queues_are_full() {
        const THREADS: usize = 3;
        // Each thread holds one more result, for which its queue has no room.
        const MOST: usize = THREADS * (QUEUE_LENGTH + 1);
        let begun = AtomicUsize::new(0);
        let mut taken = 0;
        let work = |_| begun.fetch_add(1, Ordering::SeqCst);
        map_in_order(1_000, THREADS, work, |result| {
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
    fn all_threads_stop_when_take_breaks() {
        let begun = AtomicUsize::new(0);
        let count_calls = |nth| {
            begun.fetch_add(1, Ordering::SeqCst);
            nth
        };
        map_in_order(usize::MAX, 2, count_calls, |nth| {
            if nth == Some(9) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert!(begun.load(Ordering::SeqCst) < 100);
    }

    #[test]
    fn take_is_called_without_a_result_while_it_waits() {
        let (go, wait) = std::sync::mpsc::channel();
        let wait = std::sync::Mutex::new(wait);
        let mut waited = 0;
        map_in_order(
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
