//! English.

use super::{
    ArticleMessages, ChartMessages, ColumnMessages, ControlMessages, ExportMessages, Messages,
    OrderMessages, PeriodMessages, StoryMessages, message,
};
use crate::format::{self, Locale};
use crate::model::Status;
use crate::quantity::Span;

pub(super) const ENGLISH: Messages = Messages {
    article: ArticleMessages {
        by: message!["By "[0]],
        published: "Published ",
        updated: "Updated ",
        contents,
        takeaways: "Key takeaways",
        corrections: "Corrections",
        notes: "Notes",
        sources: "Sources",
        methodology: "How the figures were found",
        footnote: message!["Footnote "[0]],
        back_to_text: "Back to the text",
        missing: "A part of this article cannot be shown here.",
        #[cfg(feature = "prerender")]
        articles: "Articles",
    },
    stories: StoryMessages {
        carousel: "carousel",
        slide: "slide",
        slide_of: message![[0] " of " [1] ": " [2]],
        previous: "Previous stories",
        next: "Next stories",
        choose: "Choose which stories to show",
        read_more: "Read more",
        one_of: message!["Story " [0] " of " [1]],
        one_of_short: message![[0] " of " [1]],
        some_of: message!["Stories " [0] " to " [1] " of " [2]],
        some_of_short: message![[0] "–" [1] " of " [2]],
        company_first: message![[0] " first"],
        about_company,
        first_order: "The stories are in their first order again.",
    },
    controls: ControlMessages {
        explore: "Explore: form, currency, order, companies",
        show_as: "Show as",
        bars: "Bars",
        timeline: "Timeline",
        ratio: "Ratio",
        compare: "Compare",
        total: "Total",
        per_year: "Per year",
        both: "Both",
        total_panel: "In total",
        currency: "Currency",
        sort_by: "Sort by",
        baseline: "Baseline of ratios",
        highlight: "Highlight",
        no_highlight: "None",
        companies: "Companies",
        show_all_companies: "Show all companies",
        find_company: "Find a company",
        show_more: message![[0] " of " [1] " are shown. Show more"],
        marks: "Marks: arrow keys move between them",
        nothing_to_show: "No company to show: change the search, or show all.",
    },
    orders: OrderMessages {
        amount: ["Largest first", "Smallest first"],
        per_year: ["Largest per year first", "Smallest per year first"],
        name: ["Name, A to Z", "Name, Z to A"],
        document: ["As listed", "As listed, from the end"],
    },
    sentence_orders: OrderMessages {
        amount: ["largest first", "smallest first"],
        per_year: ["largest per year first", "smallest per year first"],
        name: ["from A to Z", "from Z to A"],
        document: ["as listed", "as listed, from the end"],
    },
    chart: ChartMessages {
        totals: "Total commitment",
        unlike_totals: "Total commitment over unlike periods",
        yearly_sums: "Commitment per year",
        both_sums: "Commitment in total and per year",
        in_total: message![[0] " in total"],
        a_year: message![[0] " a year"],
        stated: message!["stated as "[0]],
        in_a_period: message![[0] " in " [1]],
        spread_over: message![[0] " spread over " [1]],
        as_bars: message![[0] ", in " [1]],
        totals_over_time: message!["Total commitment, in " [0] ", as area: time × sum per year"],
        as_multiples_of: message![[0] ", as a multiple of " [1] "’s"],
        as_multiples: message![[0] ", as a multiple of the baseline’s"],
        converted: message![[0] " (converted)"],
        about: message!["about "[0]],
        not_known: "not known",
        not_known_without_end: "not known, as no end was stated",
        not_stated_in_currency: "not stated in this currency",
        with_equivalents: message![[0] " (" [1] ")"],
        status,
        bar_chart: "Bar chart",
        timeline: "Timeline",
        more: message![[0] " more"],
        heading: message![[0] ", " [1]],
        description: message![[0] ". " [1] ": " [2] "."],
        no_rows: "nothing",
        leads: message![[0] " leads with " [1] " times the figure of " [2] "."],
        announced: message![[0] "."],
        companies_of: message![[0] " of " [1] " companies."],
        only: message![[0] "."],
        first: message!["First " [0] "."],
        first_and_last: message!["First " [0] ", last " [1] "."],
        periods_differ: message!["The periods differ: " [0] "."],
        last_for: message![[0] " " [1]],
        other_lengths: "others still other lengths",
        conversion: message![
            "Converted at " [0] " " [1] " to the " [2] ", the rate of " [3] " (" [4] ")."
        ],
        dated: message![[0] " (" [1] ")"],
        source: message!["Source: "[0]],
        data: message!["The data, "[0]],
        data_of: message!["The data, " [0] " of " [1] ", " [2]],
        show_table: "Table",
        table: "Chart data",
    },
    columns: ColumnMessages {
        company: "Company",
        as_stated: "As stated",
        total: "Total",
        per_year: "Per year",
        total_in: message!["Total, in "[0]],
        per_year_in: message!["Per year, in "[0]],
        multiple_of: message!["Multiple of "[0]],
        converted: "Converted",
        yes: "yes",
        no: "no",
        start: "Start",
        period: "Period",
        status: "Status",
        purpose: "Purpose",
        remark: "Remark",
        source: "Source",
    },
    periods: PeriodMessages {
        length,
        fiscal_year: message!["fiscal year "[0]],
        from: message![[0] " from " [1]],
        without_end: message!["from " [0] ", without an end"],
    },
    exports: ExportMessages {
        title: "Take the chart along",
        csv: "Data",
        image: "Image",
        wide: "Wide (PNG)",
        tall: "Tall (PNG)",
        svg: "Drawing (SVG)",
        link: "Link",
        print: "Print",
        link_is_copied: "The link is copied.",
        link_is_refused: "The browser did not let the link be copied.",
        picture_is_saved: "The picture is among your downloads.",
        picture_is_refused: "This page does not let the picture be made.",
    },
};

/// There are at least five minutes and four sections. It begins with a word: beside text from right to left, a number
/// would change its place.
fn contents(minutes: usize, sections: usize) -> String {
    let count = |number| format::count(number, Locale::English);
    let (minutes, sections) = (count(minutes), count(sections));
    [
        "Reading time: ",
        &minutes,
        " minutes · ",
        &sections,
        " sections",
    ]
    .concat()
}

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
