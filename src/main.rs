//! The program: asks the command line what to do, and opens the screen if that is what is wanted.

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {}
