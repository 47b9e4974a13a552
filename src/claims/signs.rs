//! The signs of currencies.

/// The signs of currencies.
pub(super) const SIGNS: [char; 12] = ['$', '€', '£', '¥', '₩', '₹', '₽', '₺', '₫', '฿', '₪', '₴'];

/// The letters that can stand before a dollar sign.
pub(super) const PREFIXES: [&str; 13] = [
    "US", "C", "CA", "A", "AU", "HK", "NZ", "S", "NT", "MX", "R", "CN", "JP",
];
