//! The words of a language from its file, and the figures in it from ICU.

use serde_json::Value as Json;
use std::fs;

const DOCUMENT: &str = include_str!("../rendered-document.json");

/// A language: its words, and what ICU writes in it.
pub(super) struct Locale {
    pub(super) tag: String,
    pub(super) files: Vec<Json>,
    pub(super) icu: Json,
    pub(super) document: Json,
}

impl Locale {
    pub(super) fn new(tag: &str, icu: &Json) -> Self {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/messages");
        let base = tag.split('-').next().unwrap();
        let names = [tag, base, &format!("cldr/{tag}"), "en", "und"];
        let read = |name: &&str| fs::read_to_string(format!("{folder}/{name}.json")).ok();
        let files = names.iter().filter_map(read);
        Self {
            tag: tag.into(),
            files: files
                .map(|text| serde_json::from_str(&text).unwrap())
                .collect(),
            icu: icu.clone(),
            document: serde_json::from_str(DOCUMENT).unwrap(),
        }
    }

    /// What ICU writes.
    pub(super) fn icu(&self, path: &str) -> &str {
        let text = self.icu.pointer(path).and_then(Json::as_str);
        text.unwrap_or_else(|| panic!("{} has no {path}", self.tag))
    }

    /// A day or a month. Of the first day of a month, French has a form that ICU lacks.
    pub(super) fn date(&self, date: &str) -> String {
        let text = self.icu(&format!("/dates/{date}"));
        let first = self.word("dates.first_day");
        if date.ends_with("-01") && date.len() > 7 && first != "1" {
            return text.replacen(self.number(1), &first, 1);
        }
        text.to_owned()
    }

    pub(super) fn number(&self, number: usize) -> &str {
        self.icu(&format!("/numbers/{number}"))
    }

    /// A list of three items at most.
    pub(super) fn list(&self, items: &[&str]) -> String {
        let pattern = self.icu(&format!("/lists/{}", items.len())).to_owned();
        let fill = |text: String, (index, item): (usize, &&str)| {
            text.replace(&format!("{{{index}}}"), item)
        };
        items.iter().enumerate().fold(pattern, fill)
    }

    pub(super) fn message(&self, path: &str) -> &Json {
        let path = path.replace('.', "/");
        let found = self
            .files
            .iter()
            .find_map(|file| file.pointer(&format!("/{path}")));
        found.unwrap_or_else(|| panic!("{} has no {path}", self.tag))
    }

    /// A message of the language, with these texts in it.
    pub(super) fn with(&self, path: &str, values: &[(&str, &str)]) -> String {
        filled(self.message(path).as_str().expect(path), values)
    }

    pub(super) fn word(&self, path: &str) -> String {
        self.with(path, &[])
    }

    /// A message with forms for plurals. ICU chooses.
    pub(super) fn plural(&self, path: &str, category: &str, values: &[(&str, &str)]) -> String {
        let message = self.message(path);
        let form = message.get(category).or_else(|| message.get("other"));
        filled(form.unwrap_or(message).as_str().expect(path), values)
    }

    /// The forms of the name of a currency, and whether the file of the language has them instead of CLDR.
    pub(super) fn names(&self, code: &str) -> (Vec<String>, bool) {
        let lists = self.files.iter().enumerate();
        let found = lists
            .filter_map(|(place, file)| Some((place, file.pointer("/numbers/names")?.as_str()?)));
        let cldr = self
            .files
            .iter()
            .position(|file| file.pointer("/numbers/short").is_some());
        for (place, list) in found {
            let name = list.split(';').find_map(|name| name.strip_prefix(code));
            if let Some(forms) = name {
                let forms = forms.trim().split('|').map(Into::into).collect();
                return (forms, Some(place) != cldr);
            }
        }
        panic!("{} has no name of {code}", self.tag)
    }

    /// The name of a currency where no number stands before it.
    pub(super) fn currency(&self, code: &str) -> String {
        self.names(code).0.pop().unwrap()
    }
}

pub(super) fn filled(text: &str, values: &[(&str, &str)]) -> String {
    let fill =
        |text: String, (name, value): &(&str, &str)| text.replace(&format!("{{{name}}}"), value);
    // `Mrd.` at the end of a sentence needs no second full stop.
    values.iter().fold(text.to_owned(), fill).replace("..", ".")
}

/// The texts about a commitment.
impl Locale {
    pub(super) fn commitment(&self, id: &str) -> &Json {
        let all = self.document["commitments"].as_array().unwrap();
        all.iter()
            .find(|commitment| commitment["id"] == id)
            .unwrap()
    }

    pub(super) fn about(&self, id: &str, what: &str) -> String {
        self.icu(&format!("/commitments/{id}/{what}")).into()
    }

    pub(super) fn name(&self, id: &str) -> &str {
        self.commitment(id)["name"].as_str().unwrap()
    }

    /// A sum or multiple, with its hedge.
    pub(super) fn figure(&self, id: &str, what: &str) -> String {
        let figure = self.about(id, what);
        match id {
            "alder" => self.with("figures.about", &[("figure", &figure)]),
            _ => figure,
        }
    }

    /// The same with the remark that it was converted.
    pub(super) fn converted(&self, id: &str, figure: String) -> String {
        match id {
            "douglasie" => self.with("chart.converted", &[("figure", &figure)]),
            _ => figure,
        }
    }

    pub(super) fn words(&self, id: &str, what: &str) -> String {
        self.converted(id, self.figure(id, what))
    }

    /// All multiples are of a sum that is not exact.
    pub(super) fn multiple(&self, id: &str) -> String {
        let multiple = format!("{}×", self.about(id, "multiple"));
        self.converted(id, self.with("chart.about", &[("multiple", &multiple)]))
    }

    /// How long a period is. In Japanese there is no space before a counter.
    pub(super) fn length(&self, id: &str) -> String {
        match id {
            "eschel" => self.word("periods.open_ended"),
            "birke" | "cedro" => self.about("g", "length"),
            _ => self.about(id, "length"),
        }
        .replace(' ', if self.tag == "ja" { "" } else { " " })
    }

    pub(super) fn short_period(&self, id: &str) -> String {
        match id {
            "birke" => self.with("periods.fiscal_year", &[("year", self.icu("/years/1"))]),
            "cedro" => self.icu("/dated_years/1").into(),
            _ => self.length(id),
        }
    }

    pub(super) fn period(&self, id: &str) -> String {
        let period = &self.commitment(id)["period"];
        let start = &*self.date(period["start"].as_str().unwrap_or("2025-01"));
        let range = |end| self.with("dates.range", &[("start", start), ("end", &self.date(end))]);
        let short = self.short_period(id);
        match id {
            "birke" => self.with(
                "periods.named",
                &[("name", &short), ("range", &range("2025-06"))],
            ),
            "cedro" => short,
            "eschel" => self.with("periods.without_end", &[("start", start)]),
            "faggio" => range("2025-06-03"),
            _ => self.with("periods.from", &[("length", &short), ("start", start)]),
        }
    }

    pub(super) fn status(&self, id: &str) -> String {
        self.word(&format!(
            "statuses.{}",
            self.commitment(id)["status"].as_str().unwrap()
        ))
    }

    pub(super) fn detail(&self, id: &str) -> String {
        self.with(
            "chart.facts",
            &[
                ("first", &self.short_period(id)),
                ("second", &self.status(id)),
            ],
        )
    }

    /// A sum in full. A language's own names of currencies stand instead of ICU's; every form of them is allowed.
    pub(super) fn in_full(&self, id: &str, what: &str, code: &str) -> Vec<String> {
        let names = match self.names(code) {
            (names, true) => names,
            (_, false) => {
                vec![self.about(if what == "dollars" { "birke" } else { id }, "currency")]
            }
        };
        let number = self.about(id, what);
        let sum =
            |name: &String| self.with("numbers.name", &[("number", &number), ("currency", name)]);
        names.iter().map(sum).collect()
    }

    pub(super) fn code(&self, id: &str) -> &str {
        self.commitment(id)["amount"]["currency"].as_str().unwrap()
    }

    pub(super) fn as_stated(&self, id: &str) -> Vec<String> {
        let amounts = self.in_full(id, "long", self.code(id));
        if id != "alder" {
            return amounts;
        }
        let mut all = Vec::new();
        for amount in amounts {
            let amount = self.with("figures.over", &[("figure", &amount)]);
            for dollars in self.in_full(id, "dollars", "USD") {
                let dollars = self.with("figures.about", &[("figure", &dollars)]);
                let values = [("amount", &*amount), ("equivalents", &*dollars)];
                all.push(self.with("chart.with_equivalents", &values));
            }
        }
        all
    }
}
