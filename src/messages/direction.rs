//! The direction of a language's script.

use super::scripts::{LANGUAGES, REGIONS, SCRIPTS};

/// Whether the text of a document with this BCP 47 tag runs from right to left. A script in the tag decides, or else the
/// script in which the language is usually written in the region.
#[must_use]
pub fn is_right_to_left(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let mut is_right_to_left = is_among(LANGUAGES, language);
    for part in parts {
        match part.len() {
            // What follows says nothing about the script.
            1 => break,
            4 if part.starts_with(char::is_alphabetic) => return is_among(SCRIPTS, part),
            2 if is_among(REGIONS, &[language, "-", part].concat()) => {
                is_right_to_left = !is_right_to_left;
            }
            _ => {}
        }
    }
    is_right_to_left
}

/// Whether a tag is in a list with spaces between the tags.
fn is_among(tags: &str, tag: &str) -> bool {
    tags.split(' ').any(|known| known.eq_ignore_ascii_case(tag))
}

#[cfg(test)]
mod tests {
    use super::is_right_to_left;

    #[test]
    fn the_script_decides() {
        for tag in [
            "ar",
            "AR-eg",
            "ckb",
            "dv",
            "fa",
            "fa-AF",
            "he",
            "iw",
            "ji",
            "ks",
            "ks-IN",
            "nqo",
            "ps",
            "sd",
            "sd-PK",
            "ug",
            "ug-CN",
            "ur-IN",
            "yi",
            "heb",
            "uig",
            "ar-x-latn",
            "az-Arab",
            "az-IR",
            "kk-CN",
            "ku-IQ",
            "pa-Arab",
            "pa-PK",
            "uz-AF",
            "ff-Adlm",
            "en-Hebr",
            "ha-Arab-NG",
            "tr-arab",
        ] {
            assert!(is_right_to_left(tag), "{tag}");
        }
        for tag in [
            "",
            "en",
            "en-GB",
            "de-1996",
            "ar-Latn",
            "ar-Latn-EG",
            "he-latn",
            "az",
            "az-AZ",
            "az-Latn-IR",
            "ks-Deva",
            "ku",
            "pa",
            "pa-IN",
            "sd-IN",
            "sd-Deva",
            "ug-KZ",
            "ug-Cyrl",
            "uz",
            "uz-Cyrl-AF",
            "zh-Hant-TW",
            "ja",
            "tr-x-arab",
            "und",
            "art-x-marked",
        ] {
            assert!(!is_right_to_left(tag), "{tag}");
        }
    }
}
