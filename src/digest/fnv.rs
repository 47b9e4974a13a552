// The Fowler–Noll–Vo hash (FNV-1a, 64 bits). It tells texts apart, but is not a cryptographic hash.
// build.rs includes this file too, so it cannot begin with `//!`.

const FNV_START: u64 = 0xcbf2_9ce4_8422_2325;

fn fnv(start: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(start, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
