//! How far a long work is.

/// 进度: told rows done and rows in all; answers whether to go on.
pub type Progress<'p> = &'p (dyn Fn(usize, usize) -> bool + Sync);
