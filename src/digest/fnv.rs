// The hash of Fowler, Noll and Vo (FNV-1a, 64 bits): different texts have different hashes; it keeps no secrets.
// Also a part of build.rs, which includes this file; hence no `//!` here.

const FNV_START: u64 = 0xcbf2_9ce4_8422_2325;

fn fnv(start: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(start, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
