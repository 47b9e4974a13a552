//! English.

use super::{
    ArticleMessages, ChartMessages, ColumnMessages, ControlMessages, ExportMessages, Messages,
    OrderMessages, PeriodMessages, StoryMessages,
};
use crate::format::{self, Locale};
use crate::model::{Span, Status};

pub(super) const ENGLISH: Messages = Messages {
    locale: Locale::English,
    article: ArticleMessages {
        by: |byline| ["By ", byline].concat(),
        published: "Published ",
        updated: "Updated ",
        takeaways: "Key takeaways",
        corrections: "Corrections",
        notes: "Notes",
        sources: "Sources",
        methodology: "How the figures were found",
        footnote: |number| format!("Footnote {number}"),
        back_to_text: "Back to the text",
        missing: "A part of this article cannot be shown here.",
    },
    stories: StoryMessages {
        carousel: "carousel",
        slide: "slide",
        slide_of: |place, count, headline| [place, " of ", count, ": ", headline].concat(),
        previous: "Previous stories",
        next: "Next stories",
        choose: "Choose which stories to show",
        read_more: "Read more",
        one_of: |place, count| ["Story ", place, " of ", count].concat(),
        one_of_short: |place, count| [place, " of ", count].concat(),
        some_of: |first, last, count| ["Stories ", first, " to ", last, " of ", count].concat(),
        some_of_short: |first, last, count| [first, "–", last, " of ", count].concat(),
        company_first: |company| [company, " first"].concat(),
        about_company,
        first_order: "The stories are in their first order again.",
    },
    controls: ControlMessages {
        show_as: "Show as",
        bars: "Bars",
        timeline: "Timeline",
        ratio: "Ratio",
        compare: "Compare",
        total: "Total",
        per_year: "Per year",
        currency: "Currency",
        options: "Options",
        sort_by: "Sort by",
        baseline: "Baseline of ratios",
        highlight: "Highlight",
        no_highlight: "None",
        companies: "Companies",
        show_all_companies: "Show all companies",
        find_company: "Find a company",
        show_more: |shown, count| format!("{shown} of {count} are shown. Show more"),
        marks: "Marks: arrow keys move between them",
        nothing_to_show: "No company to show: change the search, or show all.",
    },
    orders: OrderMessages {
        largest_first: "Largest first",
        smallest_first: "Smallest first",
        largest_per_year_first: "Largest per year first",
        smallest_per_year_first: "Smallest per year first",
        a_to_z: "Name, A to Z",
        z_to_a: "Name, Z to A",
        as_listed: "As listed",
        as_listed_reversed: "As listed, from the end",
    },
    sentence_orders: OrderMessages {
        largest_first: "largest first",
        smallest_first: "smallest first",
        largest_per_year_first: "largest per year first",
        smallest_per_year_first: "smallest per year first",
        a_to_z: "from A to Z",
        z_to_a: "from Z to A",
        as_listed: "as listed",
        as_listed_reversed: "as listed, from the end",
    },
    chart: ChartMessages {
        totals: "Total commitment",
        unlike_totals: "Total commitment over unlike periods",
        yearly_sums: "Commitment per year",
        as_bars: |sums, currency| format!("{sums}, in {currency}"),
        totals_over_time: |currency| {
            format!("Total commitment, in {currency}, as area: time × sum per year")
        },
        yearly_sums_over_time: |sums, currency| {
            format!("{sums}, in {currency}, as height; length is time")
        },
        as_multiples_of: |sums, company| format!("{sums}, as a multiple of {company}’s"),
        as_multiples: |sums| format!("{sums}, as a multiple of the baseline’s"),
        converted: |what| [what, " (converted)"].concat(),
        about: |multiple| ["about ", multiple].concat(),
        not_known: "not known",
        not_known_without_end: "not known, as no end was stated",
        not_stated_in_currency: "not stated in this currency",
        with_equivalents: |amount, equivalents| format!("{amount} ({equivalents})"),
        status,
        bar_chart: "Bar chart",
        timeline: "Timeline",
        more: |count| [count, " more"].concat(),
        heading: |subtitle, order| format!("{subtitle}, {order}"),
        description: |kind, heading, rows| format!("{kind}. {heading}: {rows}."),
        no_rows: "nothing",
        leads: |first, times, second| {
            format!("{first} leads with {times} times the figure of {second}.")
        },
        announced: |heading| [heading, "."].concat(),
        companies_of: |shown, count| format!("{shown} of {count} companies."),
        only: |row| [row, "."].concat(),
        first: |row| format!("First {row}."),
        first_and_last: |first, last| format!("First {first}, last {last}."),
        hedged: "Not exact: stated as “over”, “about” or the like",
        reported: "Known from reports only",
        periods_differ: |groups| format!("The periods differ: {groups}."),
        last_for: |companies, length| format!("{companies} {length}"),
        other_lengths: "others still other lengths",
        conversion: |rate, quote, base, date, source| {
            format!("Converted at {rate} {quote} to the {base}, the rate of {date} ({source}).")
        },
        source: |source| ["Source: ", source].concat(),
        data: |title, order| format!("{title}: the data, {order}"),
        data_of: |title, shown, count, order| {
            format!("{title}: the data, {shown} of {count}, {order}")
        },
        show_table: "Show the data as a table",
        table: "Chart data",
    },
    columns: ColumnMessages {
        company: "Company",
        as_stated: "As stated",
        total: "Total",
        per_year: "Per year",
        total_in: |currency| ["Total, in ", currency].concat(),
        per_year_in: |currency| ["Per year, in ", currency].concat(),
        multiple: "Multiple",
        multiple_of: |company| ["Multiple of ", company].concat(),
        compared_with: |multiple, company| format!("{multiple}, compared with {company}"),
        converted: "Converted",
        yes: "yes",
        no: "no",
        start: "Start",
        period: "Period",
        status: "Status",
        purpose: "Purpose",
        source: "Source",
    },
    periods: PeriodMessages {
        length,
        fiscal_year: |year| ["fiscal year ", year].concat(),
        from: |length, start| format!("{length} from {start}"),
        without_end: |start| format!("from {start}, without an end"),
    },
    exports: ExportMessages {
        title_with_link: "Download, link or print",
        title: "Download or print",
        csv: "Data (CSV)",
        svg: "Picture (SVG)",
        png: "Picture (PNG)",
        link: "Copy a link to this view",
        print: "Print",
        link_is_copied: "The link is copied.",
        link_is_refused: "The browser did not let the link be copied.",
        picture_is_saved: "The picture is among your downloads.",
        picture_is_refused: "This page does not let the picture be made.",
    },
};

fn about_company(count: usize, company: &str) -> String {
    let (stories, come) = match count {
        1 => (" story about ", " comes first."),
        _ => (" stories about ", " come first."),
    };
    let count = format::count(count, Locale::English);
    [&count, stories, company, come].concat()
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Announced => "announced",
        Status::Planned => "planned",
        Status::Earmarked => "earmarked",
        Status::Reported => "reportedly planned",
    }
}

/// `three years`, `18 months`, `100 days`, `open-ended`.
fn length(span: Option<Span>) -> String {
    const WORDS: [&str; 10] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ];
    let (count, unit) = match span {
        Some(Span::Months(months)) if months.is_multiple_of(12) => (months / 12, "year"),
        Some(Span::Months(months)) => (months, "month"),
        Some(Span::Days(days)) => (days, "day"),
        None => return "open-ended".into(),
    };
    let plural = if count == 1 { "" } else { "s" };
    match WORDS.get((count as usize).wrapping_sub(1)) {
        Some(word) => format!("{word} {unit}{plural}"),
        None => format!("{count} {unit}{plural}"),
    }
}
