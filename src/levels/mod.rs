//! Levels side by side: who corresponds to whom, where they differ, what was decided.
