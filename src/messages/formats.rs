//! How a language writes numbers, sums, dates and lists: data of Unicode (CLDR), in `messages/cldr`. Files of
//! languages may replace single texts, as a newspaper does that writes `bn` for a billion.

use super::plurals::PluralRules;
use super::text::messages;

messages! {
    /// The formats of a language.
    Formats {
        /// Plurals.
        plurals: PluralFormats {
            /// A rule for each plural, with `;` between them: `one i=1&v=0;other`; see `plurals.rs`.
            rules: Text,
        }
        /// Numbers and sums of money.
        numbers: NumberFormats {
            /// The sign before the fraction.
            decimal: Text,
            /// The sign between thousands.
            group: Text,
            /// How many digits the groups above the thousands have: 3, or 2 in India.
            upper_group: Text,
            /// How many digits a number has at least that is grouped.
            least_grouped: Text,
            /// The ten digits from zero to nine; empty for 0 to 9.
            digits: Text,
            /// A number of hundredths.
            percent: Message["number"],
            /// A sum with a word for a power of ten, and with the sign of its currency.
            sign: Message["currency", "number"],
            /// The same without such a word.
            exact_sign: Message["currency", "number"],
            /// A sum with the name of its currency.
            name: Message["number", "currency"],
            /// The codes of the currencies that stand in running text with their names, with spaces between them;
            /// `all` for all of them. The others stand there with their signs.
            named_in_text: Text,
            /// The short words for powers of ten: `6:# Mio.;9:# Mrd.` The number before the colon is the power from
            /// which on the word is used. If the word stands for another power, that follows after `/`. The word has
            /// a form for each plural, with `|` between them.
            short: Text,
            /// The same in full: `6:# Million|# Millionen`.
            long: Text,
            /// The signs of currencies: `USD $;EUR €`. Others have their code.
            signs: Text,
            /// The names of currencies, with a form for each plural: `USD dollar|dollars`. Others have their code, or
            /// the forms of `*`, in which the code stands for `¤`.
            names: Text,
        }
        /// Days and months.
        dates: DateFormats {
            /// The names of the months within a day, with `|` between them.
            months: Text,
            /// The same where no day stands beside them, if they differ.
            months_alone: Text,
            /// The same in short.
            short_months: Text,
            /// The first day of a month: `1`, or `1er`.
            first_day: Text,
            /// How many digits the other days have at least: 1 or 2.
            day_digits: Text,
            day: Message["day", "month", "year"],
            month: Message["month", "year"],
            short_month: Message["month", "year"],
            /// A year without a month.
            year: Message["year"],
            day_and_time: Message["day", "time"],
            range: Message["start", "end"],
        }
        /// Lists.
        lists: ListFormats {
            /// A list of two.
            pair: Message["first", "second"],
            /// Two items of a longer list.
            middle: Message["first", "second"],
            /// The last two items of a longer list.
            end: Message["first", "second"],
            /// The first signs of last items before which "and" is written otherwise; after `^`, those before which it
            /// is not.
            apart: Text,
            /// A list of two with such an item.
            apart_pair: Message["first", "second"],
            /// The last two items of a longer list with such an item.
            apart_end: Message["first", "second"],
        }
        /// Lengths of time.
        units: UnitFormats {
            years: PluralMessage["count"],
            months: PluralMessage["count"],
            days: PluralMessage["count"],
            /// Words for the numbers from one on in lengths of time, with `|` between them; empty for digits.
            small_numbers: Text,
        }
        /// Words beside figures in a text.
        figures: FigureFormats {
            over: Message["figure"],
            at_least: Message["figure"],
            about: Message["figure"],
            nearly: Message["figure"],
            up_to: Message["figure"],
            /// The upper bound of a number.
            under: Message["figure"],
            /// A ratio: how many times as much something is.
            times: PluralMessage["number"],
        }
    }
}

impl Formats {
    /// The rules of plurals.
    pub(crate) const fn rules(&self) -> PluralRules {
        PluralRules(self.plurals.rules)
    }
}
