//! What the fuzz target is made of: documents that are nearly right ([`grammar`], [`mutation`]),
//! and what must hold of every text that claims to be one ([`properties`], [`markup`]).

pub mod dice;
pub mod grammar;
pub mod markup;
pub mod mutation;
pub mod properties;
