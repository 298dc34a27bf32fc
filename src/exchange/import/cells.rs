//! The cells of a row, in one text: a table of millions of cells needs few pieces of memory.

use std::fmt;

/// The texts of the cells of a row.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Cells {
    text: Box<str>,
    /// Where each cell ends in the text. No file is so large that a row has more bytes than 32 bits count.
    ends: Box<[u32]>,
}

impl Cells {
    /// Returns the number of cells.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Returns true if there is no cell.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Returns the text of a cell; none if the row has no such cell.
    pub fn get(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(at)?;
        let begin = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        Some(&self.text[begin as usize..end as usize])
    }

    /// Returns the texts of the cells, from left to right.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &str> + ExactSizeIterator + Clone {
        (0..self.len()).map(|at| self.get(at).unwrap_or_default())
    }
}

impl<S: AsRef<str>> FromIterator<S> for Cells {
    fn from_iter<I: IntoIterator<Item = S>>(texts: I) -> Cells {
        let mut row = RowBuilder::default();
        texts.into_iter().enumerate().for_each(|(at, text)| row.set(at, text.as_ref()));
        row.finish()
    }
}

impl fmt::Debug for Cells {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

/// A row whose cells are set in any order.
#[derive(Default)]
pub(crate) struct RowBuilder {
    /// The texts of the cells, in the order in which they were set.
    text: String,
    /// Where the text of each cell is.
    places: Vec<(u32, u32)>,
}

impl RowBuilder {
    /// Returns the number of cells.
    pub(crate) fn len(&self) -> usize {
        self.places.len()
    }

    /// Puts a text into a cell. Cells before it that are not set are empty.
    pub(crate) fn set(&mut self, at: usize, text: &str) {
        if self.places.len() <= at {
            self.places.resize(at + 1, (0, 0));
        }
        let begin = self.text.len() as u32;
        self.text.push_str(text);
        self.places[at] = (begin, self.text.len() as u32);
    }

    /// Returns the cells, and is empty again.
    pub(crate) fn finish(&mut self) -> Cells {
        // Most rows are built from left to right, and their text is in order already.
        let is_in_order = self.places.windows(2).all(|pair| pair[0].1 == pair[1].0);
        if is_in_order && self.places.first().is_none_or(|(begin, _)| *begin == 0) {
            let ends = self.places.drain(..).map(|(_, end)| end).collect();
            let text = self.text.as_str().into();
            self.text.clear();
            return Cells { text, ends };
        }
        let length = |&(begin, end): &(u32, u32)| end - begin;
        let mut text = String::with_capacity(self.places.iter().map(|place| length(place) as usize).sum());
        let mut ends = Vec::with_capacity(self.places.len());
        for &(begin, end) in &self.places {
            text.push_str(&self.text[begin as usize..end as usize]);
            ends.push(text.len() as u32);
        }
        self.text.clear();
        self.places.clear();
        Cells { text: text.into(), ends: ends.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_are_set_in_any_order_stand_in_theirs() {
        let mut row = RowBuilder::default();
        row.set(2, "three");
        row.set(0, "uno");
        row.set(0, "one");
        let cells = row.finish();
        assert_eq!(cells.iter().collect::<Vec<_>>(), ["one", "", "three"]);
        assert_eq!((cells.get(2), cells.get(3), cells.len()), (Some("three"), None, 3));
        assert!(row.finish().is_empty());
        assert_eq!(format!("{cells:?}"), r#"["one", "", "three"]"#);
    }
}
