//! Circles in the register of divisions.

use crate::catalog::Registers;

/// Whether the way up from a division comes back to it. The way is followed only as far as levels go.
pub(super) fn is_in_circle(code: &str, registers: &Registers) -> bool {
    let mut above = registers.above(code);
    above.any(|division| &*division.code == code)
}
