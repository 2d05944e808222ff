//! Findings for a person and for a machine. Knows no rule and no terminal.
