//! What services show where a page is shared: Open Graph, and the kind of card for those that read Twitter's names.
//! Twitter's other names are left out, because their readers take Open Graph's.

use super::people::{self, Contributor};
use super::{Page, PagePicture, modified};
use crate::format::Locale;
use crate::model::{Article, Inlines};

/// A picture that stands for an article.
#[derive(Clone)]
pub(super) struct SharedPicture {
    /// Its absolute address.
    pub(super) address: String,
    /// Its width and height in pixels, if they are known.
    pub(super) size: Option<(u32, u32)>,
    /// What those who do not see it are told.
    pub(super) alternative: Option<String>,
}

impl SharedPicture {
    /// The one that was made for a page.
    pub(super) fn made(picture: &PagePicture) -> Self {
        Self {
            address: picture.address.to_string(),
            size: Some(picture.size),
            alternative: Some(picture.alternative.clone()),
        }
    }
}

/// The names and values of the elements `meta`, in their order. What is not known is left out.
pub(super) fn properties(article: &Article, page: &Page) -> Vec<(&'static str, String)> {
    let mut found = vec![
        ("og:type", "article".into()),
        ("og:title", article.headline.plain_text()),
    ];
    let mut add = |name, value: Option<String>| {
        found.extend(value.map(|value| (name, value)));
    };
    let standfirst = article.standfirst.as_ref();
    add("og:description", standfirst.map(Inlines::plain_text));
    add("og:url", page.canonical.as_ref().map(ToString::to_string));
    let pictures = page.pictures(article);
    let has_picture = !pictures.is_empty();
    for picture in pictures {
        // What follows an address is about that picture.
        add("og:image", Some(picture.address));
        let (width, height) = picture.size.unzip();
        add("og:image:width", width.map(|width| width.to_string()));
        add("og:image:height", height.map(|height| height.to_string()));
        add("og:image:alt", picture.alternative);
    }
    add("og:locale", locale(&article.language));
    add("og:site_name", page.site_name.clone());
    for author in contributors(article) {
        add("article:author", Some(author.name));
    }
    add("article:section", article.kicker.clone());
    let published = article.published.as_ref();
    add(
        "article:published_time",
        published.map(|time| time.iso.clone()),
    );
    add(
        "article:modified_time",
        modified(article).map(|time| time.iso.clone()),
    );
    let card = if has_picture {
        "summary_large_image"
    } else {
        "summary"
    };
    add(CARD, Some(card.into()));
    found
}

/// The property whose readers look for it under `name`, not `property`.
pub(super) const CARD: &str = "twitter:card";

/// The authors of the document, or else the names in the byline.
pub(super) fn contributors(article: &Article) -> Vec<Contributor> {
    let locale = Locale::of(&article.language);
    match &article.byline {
        Some(byline) if article.authors.is_empty() => people::named(byline, locale),
        _ => {
            let names = article.authors.iter();
            names
                .map(|author| Contributor::new(&author.name, locale))
                .collect()
        }
    }
}

/// The region in which a language is most used, by the likely subtags of CLDR 48. Open Graph has no language without one.
const REGIONS: [(&str, &str); 29] = [
    ("ar", "EG"),
    ("cs", "CZ"),
    ("da", "DK"),
    ("de", "DE"),
    ("el", "GR"),
    ("en", "US"),
    ("es", "ES"),
    ("fa", "IR"),
    ("fi", "FI"),
    ("fr", "FR"),
    ("he", "IL"),
    ("hi", "IN"),
    ("id", "ID"),
    ("it", "IT"),
    ("ja", "JP"),
    ("ko", "KR"),
    ("nb", "NO"),
    ("nl", "NL"),
    ("nn", "NO"),
    ("no", "NO"),
    ("pl", "PL"),
    ("pt", "BR"),
    ("ru", "RU"),
    ("sv", "SE"),
    ("tr", "TR"),
    ("uk", "UA"),
    ("vi", "VN"),
    ("zh", "CN"),
    ("zh-hant", "TW"),
];

/// A language as Open Graph writes it, such as `en_GB`; `None` if its region is not known.
fn locale(tag: &str) -> Option<String> {
    let tag = tag.to_ascii_lowercase();
    let mut parts = tag.split('-');
    let language = parts.next().filter(|language| !language.is_empty())?;
    let mut script = "";
    for part in parts {
        match part.len() {
            // What follows an extension says nothing about the region.
            1 => break,
            2 => return Some(format!("{language}_{}", part.to_ascii_uppercase())),
            // A part of the world, such as Latin America.
            3 if part.bytes().all(|sign| sign.is_ascii_digit()) => return None,
            4 if part.starts_with(|sign: char| sign.is_ascii_alphabetic()) => script = part,
            _ => {}
        }
    }
    let written = format!("{language}-{script}");
    let usual = |name: &str| REGIONS.iter().find(|(known, _)| *known == name);
    let (_, region) = usual(&written).or_else(|| usual(language))?;
    Some(format!("{language}_{region}"))
}

#[cfg(test)]
mod tests {
    use super::locale;
    use crate::messages;

    #[test]
    fn languages_have_their_region_or_the_usual_one() {
        for (tag, expected) in [
            ("en-GB", Some("en_GB")),
            ("EN-gb", Some("en_GB")),
            ("en", Some("en_US")),
            ("pt-PT", Some("pt_PT")),
            ("pt", Some("pt_BR")),
            ("zh", Some("zh_CN")),
            ("zh-Hant", Some("zh_TW")),
            ("zh-Hant-HK", Some("zh_HK")),
            ("zh-Hans", Some("zh_CN")),
            ("de-1996", Some("de_DE")),
            ("de-CH-1996", Some("de_CH")),
            ("de-x-at", Some("de_DE")),
            ("es-419", None),
            ("tlh", None),
            ("gsw-CH", Some("gsw_CH")),
            ("", None),
        ] {
            assert_eq!(locale(tag).as_deref(), expected, "{tag}");
        }
    }

    #[test]
    fn every_language_of_the_interface_has_a_region() {
        for tag in messages::languages() {
            assert!(locale(tag).is_some(), "{tag}");
        }
    }
}
