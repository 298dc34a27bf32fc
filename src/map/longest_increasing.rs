//! The longest increasing subsequence: the items that can stay in place while the others move.

/// Marks the numbers of a longest strictly increasing subsequence, in time O(n log n) (Fredman, 1975).
pub(crate) fn longest_increasing(numbers: &[usize]) -> Vec<bool> {
    // For each length, less 1, the position of the smallest number that ends a subsequence of that length.
    let mut ends = Vec::<usize>::new();
    // The position of the number before each number in the best subsequence that ends there.
    let mut before = Vec::with_capacity(numbers.len());
    for (at, number) in numbers.iter().enumerate() {
        let length = ends.partition_point(|&last| numbers[last] < *number);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length == ends.len() {
            ends.push(at);
        } else {
            ends[length] = at;
        }
    }
    let mut marks = vec![false; numbers.len()];
    let mut next = ends.last().copied();
    while let Some(at) = next {
        marks[at] = true;
        next = before[at];
    }
    marks
}
