//! The codes of all matters in one text, so that a part of one is found in one run.

use memchr::memmem;

use crate::catalog::{Catalog, MatterId};
use crate::search::class::{CODE, CODE_PART, NONE};
use crate::search::{Affected, Record};

/// 编码: a line for each matter with its codes, in small letters.
#[derive(Clone, Debug, Default)]
pub(super) struct Codes {
    text: Vec<u8>,
    /// Where the line of each matter begins; one more at the end.
    starts: Vec<u32>,
}

impl Codes {
    /// Adds the line of one more matter.
    pub(super) fn push(&mut self, record: &Record<'_>) {
        self.push_line(&line(record));
    }

    fn push_line(&mut self, line: &[u8]) {
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        self.text.extend_from_slice(line);
        self.starts
            .push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    /// Follows a change of matters. Mostly no code changes; then nothing is moved.
    pub(super) fn follow(&mut self, catalog: &Catalog, affected: &Affected) {
        let line_of = |id| line(&Record::of(catalog, id));
        let is_new = |id: &MatterId| *self.line(id.number()) != *line_of(*id);
        if !affected.is_shift() && !affected.changed.iter().any(is_new) {
            return;
        }
        let mut lines: Vec<Vec<u8>> = (1..self.starts.len())
            .map(|next| self.line(next - 1).to_vec())
            .collect();
        affected.follow(&mut lines, line_of);
        *self = Codes::default();
        for line in lines {
            self.push_line(&line);
        }
    }

    /// Ranks the matters that have a word in a code, each by its place; `None` if there is none.
    pub(super) fn ranks(&self, word: &str) -> Option<Vec<u8>> {
        let finder = memmem::Finder::new(word);
        let mut ranks: Option<Vec<u8>> = None;
        let (mut at, mut place) = (0, 0);
        while let Some(found) = self.text.get(at..).and_then(|rest| finder.find(rest)) {
            while self
                .starts
                .get(place + 1)
                .is_some_and(|next| *next as usize <= at + found)
            {
                place += 1;
            }
            let line = self.line(place);
            let ranks = ranks.get_or_insert_with(|| vec![NONE; self.starts.len()]);
            if let Some(rank) = ranks.get_mut(place) {
                *rank = rank_of(line, word.as_bytes());
            }
            at = self
                .starts
                .get(place + 1)
                .map_or(self.text.len(), |next| *next as usize);
        }
        ranks
    }

    fn line(&self, place: usize) -> &[u8] {
        let bounds = self.starts.get(place).zip(self.starts.get(place + 1));
        bounds
            .and_then(|(start, end)| self.text.get(*start as usize..*end as usize))
            .unwrap_or_default()
    }

    /// Bytes held.
    pub(super) fn bytes(&self) -> usize {
        self.text.len() + self.starts.len() * 4
    }
}

fn rank_of(line: &[u8], word: &[u8]) -> u8 {
    let mut codes = line.split(u8::is_ascii_whitespace);
    if codes.any(|code| code == word) {
        CODE
    } else {
        CODE_PART
    }
}

/// The codes of a matter; one that ends another is found there.
fn line(record: &Record<'_>) -> Vec<u8> {
    let mut line = record.code.to_owned();
    for code in [record.base_code, record.local_code] {
        line.push(' ');
        line.push_str(code);
    }
    let base = record.base_code;
    if !record.code.is_empty() && record.code.ends_with(base) && record.local_code.is_empty() {
        record.code.clone_into(&mut line);
    }
    line.push('\n');
    line.to_lowercase().into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(code: &str) -> Record<'_> {
        Record {
            code,
            ..Record::default()
        }
    }

    #[test]
    fn a_whole_code_ranks_before_a_part_of_one() {
        let mut codes = Codes::default();
        for code in ["00AB12", "1100AB123", "77"] {
            codes.push(&record(code));
        }
        let ranks = codes.ranks("00ab12").unwrap();
        assert_eq!(ranks.get(..3).unwrap(), [CODE, CODE_PART, NONE]);
        assert!(codes.ranks("99").is_none());
    }
}
