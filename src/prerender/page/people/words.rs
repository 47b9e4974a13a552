//! The words of bylines that are no names, in the languages that are known.

use crate::format::Locale;

/// The words between and around the names of a byline, in a language.
pub(super) struct Words {
    /// The word before the first name.
    pub(super) by: &'static str,
    /// Words between two names.
    pub(super) and: &'static [&'static str],
    /// Words before a place or a paper.
    pub(super) of: &'static [&'static str],
    /// Words with which the name of a desk begins.
    pub(super) the: &'static [&'static str],
}

impl Words {
    /// The words of a language.
    pub(super) fn of(locale: Locale) -> Self {
        match locale {
            Locale::English => Self {
                by: "by",
                and: &["and", "with"],
                of: &["in", "at", "for", "from"],
                the: &["the"],
            },
            Locale::German => Self {
                by: "von",
                and: &["und", "mit"],
                of: &["in", "aus", "für"],
                the: &["die", "der", "das"],
            },
            Locale::French => Self {
                by: "par",
                and: &["et", "avec"],
                of: &["à", "en", "au", "aux", "pour"],
                the: &["la", "le", "les"],
            },
            Locale::Spanish => Self {
                by: "por",
                and: &["y", "e", "con"],
                of: &["en", "desde", "para"],
                the: &["la", "el", "los", "las"],
            },
            Locale::Other => Self {
                by: "",
                and: &[],
                of: &[],
                the: &[],
            },
        }
    }
}

/// What words for a desk or an agency contain.
pub(super) const DESKS: [&str; 7] = [
    "newsroom",
    "redaktion",
    "rédaction",
    "redacción",
    "agentur",
    "agence",
    "agencia",
];
/// How words for a desk end. Surnames contain them elsewhere.
pub(super) const DESK_ENDINGS: [&str; 2] = ["desk", "team"];
/// The names of agencies.
pub(super) const AGENCIES: [&str; 13] = [
    "afp",
    "ansa",
    "ap",
    "apa",
    "associated press",
    "canadian press",
    "dpa",
    "efe",
    "europa press",
    "press association",
    "reuters",
    "tass",
    "xinhua",
];
/// Words with which the name of an organization ends or begins, and which no person is called.
pub(super) const INSTITUTIONS: [&str; 18] = [
    "agency",
    "association",
    "board",
    "center",
    "centre",
    "committee",
    "council",
    "department",
    "foundation",
    "gmbh",
    "institute",
    "institution",
    "ministry",
    "news",
    "office",
    "organisation",
    "organization",
    "university",
];
/// What may follow “and” in the name of a firm.
pub(super) const FIRMS: [&str; 7] = ["cie", "co", "company", "partners", "söhne", "sohn", "sons"];
/// Words that stand in the place of a name, but do not name an author.
pub(super) const OTHERS: [&str; 6] = [
    "agencies",
    "agenturen",
    "agences",
    "agencias",
    "others",
    "andere",
];
/// How words for an office begin.
pub(super) const OFFICES: [&str; 23] = [
    "analyst",
    "autor",
    "bureau",
    "chef",
    "chief",
    "columnist",
    "correspon",
    "direct",
    "direkt",
    "economist",
    "editor",
    "fellow",
    "journalist",
    "korrespondent",
    "leiter",
    "periodista",
    "presid",
    "producer",
    "profess",
    "redact",
    "redakteur",
    "reporter",
    "writer",
];
/// How places of two words begin.
pub(super) const PLACES: [&str; 22] = [
    "abu",
    "addis",
    "bad",
    "buenos",
    "cape",
    "ciudad",
    "hong",
    "kuala",
    "las",
    "los",
    "mexico",
    "new",
    "north",
    "nueva",
    "puerto",
    "rio",
    "san",
    "santa",
    "south",
    "st",
    "tel",
    "washington",
];
/// Parts of names that are written in lower case.
pub(super) const PARTICLES: [&str; 19] = [
    "al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "ibn", "la", "le",
    "ter", "van", "von", "zu", "y",
];
/// Suffixes that follow a comma and belong to a name.
pub(super) const SUFFIXES: [&str; 6] = ["ii", "iii", "iv", "jr", "jun", "sr"];
