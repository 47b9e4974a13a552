//! Bylines like those in real articles.

use super::*;

/// The names, organizations in brackets.
fn line(byline: &str, tag: &str) -> String {
    let contributors = named(byline, Locale::of(tag));
    let names = contributors.iter().map(|contributor| {
        let name = contributor.name.clone();
        if contributor.is_organization {
            format!("[{name}]")
        } else {
            name
        }
    });
    names.collect::<Vec<_>>().join(" | ")
}

#[test]
fn people_are_divided() {
    for (tag, byline, expected) in [
        ("en", "Ada Byron", "Ada Byron"),
        ("en", "By Ada Byron", "Ada Byron"),
        ("en", "Jane Wagstaff", "Jane Wagstaff"),
        ("sv", "Staffan Svensson", "Staffan Svensson"),
        ("pl", "Jan Deskur", "Jan Deskur"),
        ("en", "Times staff", "[Times staff]"),
        ("en", "The newsdesk", "[The newsdesk]"),
        ("de", "Investigativ-Team", "[Investigativ-Team]"),
        ("de", "Rechercheteam", "[Rechercheteam]"),
        (
            "en",
            "by Ada Byron and Carl Sample",
            "Ada Byron | Carl Sample",
        ),
        ("en", "Ada Byron & Carl Sample", "Ada Byron | Carl Sample"),
        ("en", "Ada Byron, Carl Sample", "Ada Byron | Carl Sample"),
        ("en", "Ada Byron; Carl Sample", "Ada Byron | Carl Sample"),
        ("en", "Ada Byron/Carl Sample", "Ada Byron | Carl Sample"),
        (
            "en",
            "Ada Byron and Carl Sample in Beijing",
            "Ada Byron | Carl Sample",
        ),
        (
            "en",
            "Ada Byron in London, Carl Sample in Beijing",
            "Ada Byron | Carl Sample",
        ),
        ("en", "A B, C D and E F", "A B | C D | E F"),
        ("en", "A B, C D, and E F", "A B | C D | E F"),
        ("en", "Ada, Bob and Carl", "Ada | Bob | Carl"),
        (
            "en",
            "Ada Byron, Jan van der Meer & Carl Sample",
            "Ada Byron | Jan van der Meer | Carl Sample",
        ),
        (
            "en",
            "Carl Sample, Jr., and Ada Byron",
            "Carl Sample, Jr. | Ada Byron",
        ),
        (
            "en",
            "Ada Byron with Carl Sample",
            "Ada Byron | Carl Sample",
        ),
        ("en", "Ada Byron and agencies", "Ada Byron"),
        ("en", "Ada Byron and Reuters", "Ada Byron | [Reuters]"),
        (
            "en",
            "the news desk and Andy Strand",
            "[the news desk] | Andy Strand",
        ),
        ("en", "By the desk for climate", "[the desk for climate]"),
        (
            "en-GB",
            "Ann Example and Bo Sample",
            "Ann Example | Bo Sample",
        ),
    ] {
        assert_eq!(line(byline, tag), expected, "{tag}: {byline}");
    }
}

#[test]
fn each_language_has_its_own_words() {
    for (tag, byline, expected) in [
        (
            "de",
            "Anna Beispiel und Jonas Muster",
            "Anna Beispiel | Jonas Muster",
        ),
        (
            "de-AT",
            "Von Anna Beispiel, Jonas Muster und Kim Test",
            "Anna Beispiel | Jonas Muster | Kim Test",
        ),
        ("de", "von Anna Beispiel aus Berlin", "Anna Beispiel"),
        ("de", "Anna Beispiel (dpa)", "Anna Beispiel"),
        ("de", "Anna Beispiel/dpa", "Anna Beispiel | [dpa]"),
        ("de", "die Redaktion", "[die Redaktion]"),
        (
            "de",
            "Von der Wirtschaftsredaktion",
            "[der Wirtschaftsredaktion]",
        ),
        (
            "fr",
            "Anne Exemple et Paul Essai",
            "Anne Exemple | Paul Essai",
        ),
        (
            "fr-CA",
            "Par Anne Exemple, à Paris, et Paul Essai",
            "Anne Exemple | Paul Essai",
        ),
        ("fr", "Anne Exemple avec AFP", "Anne Exemple | [AFP]"),
        ("fr", "la rédaction", "[la rédaction]"),
        (
            "es",
            "Ana Ejemplo y Luis Prueba",
            "Ana Ejemplo | Luis Prueba",
        ),
        (
            "es-MX",
            "Por Ana Ejemplo e Inés López",
            "Ana Ejemplo | Inés López",
        ),
        (
            "es",
            "Luis Prueba, Ana Ejemplo y EFE",
            "Luis Prueba | Ana Ejemplo | [EFE]",
        ),
        ("es", "Ana y Luis", "Ana | Luis"),
    ] {
        assert_eq!(line(byline, tag), expected, "{tag}: {byline}");
    }
}

#[test]
fn names_places_and_offices_are_not_divided() {
    for (tag, byline, expected) in [
        ("en", "Ada Byron, Beijing", "Ada Byron"),
        ("en", "Ada Byron, New York", "Ada Byron"),
        ("en", "Ada Byron, Business Editor", "Ada Byron"),
        ("en", "Ada Byron in Washington, D.C.", "Ada Byron"),
        (
            "en",
            "Ada Byron, London; Carl Sample, Hong Kong",
            "Ada Byron | Carl Sample",
        ),
        ("en", "Byron, Ada", "Byron, Ada"),
        ("en", "Alexandra Sanders", "Alexandra Sanders"),
        ("de", "Von der Leyen", "Von der Leyen"),
        ("de", "Karl von und zu Muster", "Karl von und zu Muster"),
        (
            "de",
            "Anna Beispiel, Redakteurin für Wirtschaft",
            "Anna Beispiel",
        ),
        ("es", "Santiago Ramón y Cajal", "Santiago Ramón y Cajal"),
        ("fr", "Anne Exemple, envoyée spéciale", "Anne Exemple"),
        // Words of a language that is not known.
        (
            "nl",
            "Anna Voorbeeld en Piet Proef",
            "Anna Voorbeeld en Piet Proef",
        ),
        (
            "nl",
            "Anna Voorbeeld, Piet Proef",
            "Anna Voorbeeld, Piet Proef",
        ),
        (
            "nl",
            "Anna Voorbeeld & Piet Proef",
            "Anna Voorbeeld | Piet Proef",
        ),
        ("ja", "山田太郎; 鈴木花子", "山田太郎 | 鈴木花子"),
        ("en", "and", "and"),
        ("en", ";", ";"),
        ("en", "(staff)", "[(staff)]"),
    ] {
        assert_eq!(line(byline, tag), expected, "{tag}: {byline}");
    }
}

#[test]
fn no_one_is_lost_or_made_up() {
    for (tag, byline, expected) in [
        // Remarks in brackets, wherever they stand.
        (
            "es",
            "Ana Ruiz (Madrid) y Luis Gil (Barcelona)",
            "Ana Ruiz | Luis Gil",
        ),
        (
            "de",
            "Anna Beispiel (Text) und Jonas Muster (Fotos)",
            "Anna Beispiel | Jonas Muster",
        ),
        ("en", "Ada Byron (unfinished", "Ada Byron"),
        // Capitals.
        (
            "en",
            "BY ADA BYRON AND CARL SAMPLE",
            "ADA BYRON | CARL SAMPLE",
        ),
        ("en", "Ada Byron And Carl Sample", "Ada Byron | Carl Sample"),
        ("es", "POR ANA RUIZ Y LUIS GIL", "ANA RUIZ | LUIS GIL"),
        ("es", "Ana E López y Luis Gil", "Ana E López | Luis Gil"),
        (
            "de",
            "VON ANNA BEISPIEL UND JONAS MUSTER",
            "ANNA BEISPIEL | JONAS MUSTER",
        ),
        ("en", "By By Ada Byron", "Ada Byron"),
        // Surnames of two words.
        (
            "es",
            "Santiago Ramón y Cajal y José Ortega y Gasset",
            "Santiago Ramón y Cajal | José Ortega y Gasset",
        ),
        (
            "es",
            "Ana Ruiz, Luis Ortega y Gasset y EFE",
            "Ana Ruiz | Luis Ortega y Gasset | [EFE]",
        ),
        (
            "es",
            "Ana García López y Luis Pérez Gil",
            "Ana García López | Luis Pérez Gil",
        ),
        // Firms and offices of state.
        ("en", "Ada Byron & Co.", "Ada Byron & Co."),
        ("en", "Sample and Sons", "Sample and Sons"),
        (
            "en",
            "Department of Trade and Industry",
            "[Department of Trade and Industry]",
        ),
        (
            "en",
            "Ministry of Trade and Ada Byron",
            "[Ministry of Trade] | Ada Byron",
        ),
        ("en", "Editorial Board", "[Editorial Board]"),
        ("en", "Associated Press", "[Associated Press]"),
        (
            "en",
            "Bill Press and Ann Newsome",
            "Bill Press | Ann Newsome",
        ),
        // What people did.
        (
            "en",
            "Words by Ada Byron; photographs by Carl Sample",
            "Ada Byron | Carl Sample",
        ),
        (
            "en",
            "Ada Byron, with additional reporting by Carl Sample",
            "Ada Byron | Carl Sample",
        ),
        (
            "de",
            "Text: Anna Beispiel, Fotos: Jonas Muster",
            "Anna Beispiel | Jonas Muster",
        ),
        ("fr", "Propos recueillis par Anne Exemple", "Anne Exemple"),
        ("en", "Ada Byron, Senior Fellow", "Ada Byron"),
        ("es", "Redacción / Agencias", "[Redacción]"),
        ("ja", "山田太郎、鈴木花子", "山田太郎 | 鈴木花子"),
        ("ja", "ジョン・スミス", "ジョン・スミス"),
    ] {
        assert_eq!(line(byline, tag), expected, "{tag}: {byline}");
    }
}
