//! A number by which something said is known again: the same on every machine and in every version.

use std::fmt;

/// 指纹: FNV-1a of some parts, 64 bits. It tells careless changes, not forgeries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Digest(u64);

impl Digest {
    /// The digest of nothing.
    pub fn new() -> Digest {
        Digest(0xCBF2_9CE4_8422_2325)
    }

    /// The digest with one more part; where one part ends and the next begins counts.
    #[must_use]
    pub fn with(self, part: &[u8]) -> Digest {
        let length = (part.len() as u64).to_le_bytes();
        let bytes = length.iter().chain(part);
        let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3);
        Digest(bytes.fold(self.0, step))
    }

    /// The digest that is this number.
    pub fn from_number(number: u64) -> Digest {
        Digest(number)
    }

    /// The number itself.
    pub fn number(self) -> u64 {
        self.0
    }

    /// The digest with another one as its next part.
    #[must_use]
    pub fn with_digest(self, other: Digest) -> Digest {
        self.with(&other.0.to_le_bytes())
    }
}

impl Default for Digest {
    fn default() -> Digest {
        Digest::new()
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_same_for_ever() {
        let digest = Digest::new().with("护照".as_bytes());
        assert_eq!(digest.to_string(), "4c18cafce214a086");
    }

    #[test]
    fn where_a_part_ends_counts() {
        let digest = |parts: &[&str]| {
            let parts = parts.iter();
            parts.fold(Digest::new(), |digest, part| digest.with(part.as_bytes()))
        };
        assert_ne!(digest(&["ab", "c"]), digest(&["a", "bc"]));
        assert_ne!(digest(&["a"]), digest(&["a", ""]));
    }
}
