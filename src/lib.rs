//! mulu (目录): the desk at which the catalogs of government service matters are made to agree.

pub mod text;
pub mod yaml;
