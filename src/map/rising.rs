//! The longest rising subsequence: what can stay where it is while the rest moves.

/// Marks a longest strictly rising subsequence of these numbers, in time O(n log n) (Fredman, 1975).
pub fn rising(numbers: &[usize]) -> Vec<bool> {
    // The last of the best subsequence of each length so far, and what stands before each number in its own best.
    let mut lasts = Vec::<usize>::new();
    let mut before = Vec::with_capacity(numbers.len());
    for (at, number) in numbers.iter().enumerate() {
        let length = lasts.partition_point(|&last| numbers[last] < *number);
        before.push(length.checked_sub(1).map(|shorter| lasts[shorter]));
        if length == lasts.len() {
            lasts.push(at);
        } else {
            lasts[length] = at;
        }
    }
    let mut marks = vec![false; numbers.len()];
    let mut next = lasts.last().copied();
    while let Some(at) = next {
        marks[at] = true;
        next = before[at];
    }
    marks
}
