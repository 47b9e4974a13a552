//! Messages with places for other texts.

use super::places::{END, isolation, number};
use super::plurals::{PluralRules, chosen};

/// Words without a place for another text.
pub(crate) type PlainText = &'static str;

/// A message with places for `N` texts: control characters, see `places.rs`.
///
/// It is data, and one function fills all messages. A closure for each would add kilobytes of WebAssembly.
#[derive(Clone, Copy)]
pub(crate) struct Message<const N: usize>(pub(super) &'static str);

impl<const N: usize> Message<N> {
    /// The message with these texts in its places.
    pub(crate) fn with(self, texts: [&str; N]) -> String {
        filled(self.0, &texts)
    }
}

impl Message<1> {
    /// The words before and after the one place, which is filled with an element.
    pub(crate) fn around(self) -> (&'static str, &'static str) {
        self.0.split_once(|sign| sign < ' ').unwrap_or((self.0, ""))
    }
}

impl Message<2> {
    /// Whether the second text follows the first one directly.
    pub(crate) fn is_close(self) -> bool {
        let mut signs = self.0.chars();
        signs.find(|sign| number(*sign) == Some(0)).is_some()
            && signs.next().and_then(number) == Some(1)
    }
}

/// A message that depends on a number, which is the first text: one form for each plural of the language, in the
/// order of its rules, with `|` between them; or one form for all.
#[derive(Clone, Copy)]
pub(crate) struct PluralMessage<const N: usize>(pub(super) &'static str);

impl<const N: usize> PluralMessage<N> {
    /// The message for a whole number, with these texts in its places.
    pub(crate) fn with(self, count: usize, rules: PluralRules, texts: [&str; N]) -> String {
        self.with_number(&count.to_string(), rules, texts)
    }

    /// The same for a number with the digits 0 to 9 and a decimal point.
    pub(crate) fn with_number(self, number: &str, rules: PluralRules, texts: [&str; N]) -> String {
        filled(chosen(self.0, rules, number, 0), &texts)
    }
}

fn filled(message: &str, texts: &[&str]) -> String {
    let mut filled = String::new();
    for sign in message.chars() {
        match number(sign).and_then(|number| texts.get(number)) {
            Some(text) => {
                let opening = isolation(sign, text);
                filled.extend(opening);
                filled.push_str(text);
                filled.extend(opening.map(|_| END));
            }
            // The full stop of an abbreviation ends a sentence, too.
            None if sign == '.' && filled.ends_with('.') => {}
            None => filled.push(sign),
        }
    }
    filled
}

/// The texts of a language, one after the other.
pub(super) struct Texts<'a> {
    list: &'a [&'static str],
    next: usize,
}

impl<'a> Texts<'a> {
    pub(super) const fn new(list: &'a [&'static str]) -> Self {
        Self { list, next: 0 }
    }

    // Called for each message: in line it would weigh kilobytes.
    #[inline(never)]
    pub(super) const fn next(&mut self) -> &'static str {
        self.next += 1;
        self.list[self.next - 1]
    }
}

/// The name of a message, and of the texts in its places.
#[cfg(feature = "prerender")]
#[derive(Clone, Copy, Debug)]
pub(crate) struct MessageEntry {
    /// The group that it belongs to.
    pub(crate) group: &'static str,
    pub(crate) name: &'static str,
    /// What it is for.
    pub(crate) description: &'static str,
    pub(crate) has_plurals: bool,
    pub(crate) places: &'static [&'static str],
}

/// Makes the types of groups of messages, a reader of a list of their texts, and the list of their names.
macro_rules! messages {
    (
        $(#[$about:meta])*
        $All:ident {
            $(
                $(#[doc = $of_group:literal])*
                $group:ident: $Group:ident {
                    $( $(#[doc = $doc:literal])* $name:ident: $Kind:ident $([ $($place:literal),+ ])? ),+ $(,)?
                }
            )+
        }
    ) => {
        $(#[$about])*
        #[allow(dead_code, reason = "as below")]
        pub(crate) struct $All {
            $( $(#[doc = $of_group])* pub(crate) $group: $Group, )+
        }

        $(
            $(#[doc = $of_group])*
            #[allow(dead_code, reason = "the loader and the command use some of them; tests find those that nothing uses")]
            pub(crate) struct $Group {
                $( $(#[doc = $doc])* pub(crate) $name: $crate::messages::text::kind!(type $Kind $($($place)+)?), )+
            }
        )+

        impl $All {
            /// How many texts it has.
            pub(super) const COUNT: usize = 0 $( $( + $crate::messages::text::kind!(count $name) )+ )+;

            /// Takes its texts in the order of the fields.
            pub(super) const fn read(texts: &mut $crate::messages::text::Texts<'_>) -> Self {
                Self {
                    $( $group: $Group {
                        $( $name: $crate::messages::text::kind!(value $Kind texts), )+
                    }, )+
                }
            }

            /// The names of its texts, in the order of the fields.
            #[cfg(feature = "prerender")]
            pub(super) const ENTRIES: [$crate::messages::text::MessageEntry; Self::COUNT] = [
                $( $( $crate::messages::text::MessageEntry {
                    group: stringify!($group),
                    name: stringify!($name),
                    description: concat!($($doc),*),
                    has_plurals: $crate::messages::text::kind!(plurals $Kind),
                    places: &[$($($place),+)?],
                }, )+ )+
            ];
        }
    };
}

/// The parts of [`messages!`] that depend on the kind of a message.
macro_rules! kind {
    (type Text) => { $crate::messages::text::PlainText };
    (type Message $($place:literal)+) => {
        $crate::messages::text::Message<{ [$($place),+].len() }>
    };
    (type PluralMessage $($place:literal)+) => {
        $crate::messages::text::PluralMessage<{ [$($place),+].len() }>
    };
    (value Text $texts:ident) => { $texts.next() };
    (value $Kind:ident $texts:ident) => { $crate::messages::text::$Kind($texts.next()) };
    (plurals PluralMessage) => { true };
    (plurals $Kind:ident) => { false };
    (count $name:ident) => { 1 };
}
pub(super) use {kind, messages};

#[cfg(all(test, feature = "prerender"))]
mod tests {
    use crate::messages::Language;

    /// The signs of isolation as brackets.
    fn shown(text: &str) -> String {
        text.replace('\u{2067}', "⟨rtl:")
            .replace('\u{2068}', "⟨")
            .replace('\u{2069}', "⟩")
    }

    #[test]
    fn texts_of_the_other_direction_are_isolated() {
        for (tag, text, words) in [
            ("en", "Anna Beispiel, 24", "By Anna Beispiel, 24"),
            ("en", "שמש 24 (אנרגיה)", "By ⟨שמש 24 (אנרגיה)⟩"),
            ("ja", "شركة 7", "文：⟨شركة 7⟩"),
            ("ar", "Anna Beispiel", "بقلم ⟨Anna Beispiel⟩"),
            ("ar", "آنا", "بقلم ⟨آنا⟩"),
        ] {
            let message = Language::of(tag).messages().article.by;
            assert_eq!(shown(&message.with([text])), words, "{tag}");
        }
        let list = |tag, names: [&str; 3]| {
            let lists = &Language::of(tag).formats().lists;
            shown(
                &lists
                    .middle
                    .with([names[0], &lists.end.with([names[1], names[2]])]),
            )
        };
        assert_eq!(list("en", ["A", "ب", "C"]), "A, ⟨ب⟩ and C");
        assert_eq!(list("he", ["A", "ב", "C"]), "⟨A⟩, ⟨ב⟩ ו⟨C⟩");
        // A sum of CLDR begins with a mark that says nothing about its direction.
        let sum = Language::of("fa").messages().chart.a_year;
        assert_eq!(
            shown(&sum.with(["\u{200e}$ ۸۰ میلیارد"])),
            "سالانه ⟨rtl:\u{200e}$ ۸۰ میلیارد⟩"
        );
        // What is isolated stays isolated once.
        let messages = &Language::of("ar").messages().chart;
        let length = messages.last_for.with(["A وB", "7"]);
        assert_eq!(
            shown(&messages.periods_differ.with([&length]))
                .matches('⟨')
                .count(),
            2
        );
    }

    #[test]
    fn numbers_have_the_signs_of_cldr() {
        for tag in ["ar", "fa", "he"] {
            let formats = Language::of(tag).formats();
            for text in [
                formats.numbers.sign.with(["$", "5"]),
                formats.dates.day.with(["1", "2", "3"]),
                formats.units.years.with(7, formats.rules(), ["7"]),
                formats.figures.over.with(["7"]),
            ] {
                assert_eq!(shown(&text), text);
            }
        }
    }

    #[test]
    fn an_abbreviation_ends_a_sentence() {
        let messages = &Language::of("cs").messages().chart;
        assert_eq!(messages.only.with(["Alza 80 mld."]), "Alza 80 mld.");
        assert_eq!(messages.only.with(["Alza 80"]), "Alza 80.");
    }

    #[test]
    fn only_numbers_may_be_close_to_signs() {
        for (tag, is_close) in [("en", true), ("de", false), ("ar", false), ("ja", true)] {
            let sign = Language::of(tag).formats().numbers.sign;
            assert_eq!(sign.is_close(), is_close, "{tag}");
        }
    }
}
