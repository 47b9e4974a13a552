//! Every word of the interface that a reader sees or hears. The names are those in the files of languages
//! (`messages/de.json`); the comments are for translators, too.

use super::text::messages;

messages! {
    /// The messages of a language. Numbers are passed as formatted texts.
    Messages {
        /// The words of the loader, while an article loads and where it cannot be shown.
        loader: LoaderMessages {
            loading: Text,
            failed: Text,
            retry: Text,
        }
        /// The words around the text of an article.
        article: ArticleMessages {
            /// Above the text: the author.
            by: Message["byline"],
            published: Message["date"],
            updated: Message["date"],
            /// Opens the list of the sections of a long article, together with the next one. It begins with a word:
            /// beside text from right to left, a number would change its place.
            reading_time: PluralMessage["count"],
            sections: PluralMessage["count"],
            takeaways: Text,
            corrections: Text,
            notes: Text,
            sources: Text,
            methodology: Text,
            /// The date before the text of a correction, and the sign and the space between them.
            correction: Message["date"],
            footnote: Message["number"],
            back_to_text: Text,
            /// Replaces a block that is invalid or unknown.
            missing: Text,
            /// The heading of the list of articles, for a site without a name.
            articles: Text,
        }
        /// Rows of related stories.
        stories: StoryMessages {
            /// The roles of a row and of a slide, for screen readers.
            carousel: Text,
            slide: Text,
            slide_of: Message["place", "count", "headline"],
            previous: Text,
            next: Text,
            choose: Text,
            read_more: Text,
            /// The status if one story is visible: in full, and in short form.
            one_of: Message["place", "count"],
            one_of_short: Message["place", "count"],
            /// The status if several stories are visible.
            some_of: Message["first", "last", "count"],
            some_of_short: Message["first", "last", "count"],
            /// Says which company's stories come first: beside the title, and as an announcement.
            company_first: Message["company"],
            about_company: PluralMessage["count", "company"],
            first_order: Text,
        }
        /// The controls of a chart.
        controls: ControlMessages {
            /// The button of the panel with the choices that few readers need; it names them.
            explore: Text,
            show_as: Text,
            bars: Text,
            timeline: Text,
            ratio: Text,
            compare: Text,
            total: Text,
            per_year: Text,
            both: Text,
            /// The heading of the panel of whole sums, beside one of yearly sums.
            total_panel: Text,
            currency: Text,
            sort_by: Text,
            baseline: Text,
            highlight: Text,
            no_highlight: Text,
            companies: Text,
            show_all_companies: Text,
            find_company: Text,
            show_more: Message["shown", "count"],
            /// The name of the group of marks, for screen readers.
            marks: Text,
            nothing_to_show: Text,
        }
        /// The orders of the rows of a chart; each has a reverse.
        orders: OrderMessages {
            amount: Text,
            amount_reversed: Text,
            per_year: Text,
            per_year_reversed: Text,
            name: Text,
            name_reversed: Text,
            document: Text,
            document_reversed: Text,
        }
        /// The same orders within a sentence.
        sentence_orders: SentenceOrderMessages {
            amount: Text,
            amount_reversed: Text,
            per_year: Text,
            per_year_reversed: Text,
            name: Text,
            name_reversed: Text,
            document: Text,
            document_reversed: Text,
        }
        /// The words in and around a chart.
        chart: ChartMessages {
            /// What kind of sums are compared.
            totals: Text,
            unlike_totals: Text,
            yearly_sums: Text,
            both_sums: Text,
            /// The sum of the other basis, in the facts about a commitment.
            in_total: Message["sum"],
            a_year: Message["sum"],
            stated: Message["amount"],
            /// A sum and its period in a timeline: of a year at most, or longer.
            in_a_period: Message["sum", "length"],
            spread_over: Message["sum", "length"],
            /// A sum and the words that its period has no end.
            open_sum: Message["sum", "length"],
            /// The subtitle of each form. `sums` is one of the texts above.
            as_bars: Message["sums", "currency"],
            totals_over_time: Message["currency"],
            as_multiples_of: Message["sums", "company"],
            /// Used if the name of the company is too long.
            as_multiples: Message["sums"],
            /// The words at the line of the baseline of ratios, which is 1; its name may be left out.
            baseline: Message["company", "number"],
            /// A figure or a currency for which an exchange rate was used.
            converted: Message["figure"],
            /// A multiple that was computed from inexact figures.
            about: Message["multiple"],
            not_known: Text,
            /// The yearly sum of an open-ended period.
            not_known_without_end: Text,
            not_stated_in_currency: Text,
            /// An amount with its equivalents.
            with_equivalents: Message["amount", "equivalents"],
            bar_chart: Text,
            timeline: Text,
            /// The end of a list that is cut off: how many more there are.
            more: PluralMessage["count"],
            /// A sentence that joins the subtitle and the order.
            heading: Message["subtitle", "order"],
            description: Message["kind", "heading", "rows"],
            /// A company and its figure, in a list.
            row: Message["company", "figure"],
            /// Two sentences: a space between them, or nothing.
            sentences: Message["first", "second"],
            no_rows: Text,
            leads: Message["first", "times", "second"],
            /// The heading at the beginning of an announcement, as a sentence.
            announced: Message["heading"],
            companies_of: PluralMessage["shown", "count"],
            only: Message["row"],
            first: Message["row"],
            first_and_last: Message["first", "last"],
            /// The notes below the chart.
            periods_differ: Message["groups"],
            last_for: Message["companies", "length"],
            other_lengths: Text,
            /// Two such groups.
            groups: Message["first", "second"],
            /// Two facts about a commitment.
            facts: Message["first", "second"],
            conversion: Message["rate", "quote", "base", "date", "source"],
            /// A remark on a date.
            dated: Message["remark", "date"],
            source: Message["source"],
            /// The caption of the table.
            data: Message["order"],
            data_of: Message["shown", "count", "order"],
            show_table: Text,
            /// The name of the table, for screen readers.
            table: Text,
        }
        /// The columns of the table, of the tips and of the exported file.
        columns: ColumnMessages {
            company: Text,
            as_stated: Text,
            total: Text,
            per_year: Text,
            /// The columns above with the name of the currency.
            total_in: Message["currency"],
            per_year_in: Message["currency"],
            /// A column of the exported file with the code of the currency.
            in_currency: Message["column", "currency"],
            multiple_of: Message["company"],
            converted: Text,
            yes: Text,
            no: Text,
            start: Text,
            period: Text,
            status: Text,
            purpose: Text,
            remark: Text,
            source: Text,
        }
        /// How firm a commitment is.
        statuses: StatusMessages {
            announced: Text,
            planned: Text,
            earmarked: Text,
            reported: Text,
        }
        /// Periods.
        periods: PeriodMessages {
            open_ended: Text,
            fiscal_year: Message["year"],
            from: Message["length", "start"],
            without_end: Message["start"],
            /// A period with a name, and its first and last months.
            named: Message["name", "range"],
        }
        /// The words for exporting a chart.
        exports: ExportMessages {
            /// The name of the row of buttons, for screen readers.
            title: Text,
            csv: Text,
            /// The button that opens the panel with the pictures.
            image: Text,
            wide: Text,
            tall: Text,
            svg: Text,
            link: Text,
            print: Text,
            link_is_copied: Text,
            link_is_refused: Text,
            picture_is_saved: Text,
            picture_is_refused: Text,
        }
    }
}
