//! The examples of `docs/markdown.md` work.

use super::{FRONT_MATTER, import};
use serde_json::json;

const GUIDE: &str = include_str!("../../../docs/markdown.md");

/// The fenced examples of a kind. The guide fences them with four backticks.
fn examples(kind: &str) -> Vec<&'static str> {
    let open = format!("\n````{kind}\n");
    let parts = GUIDE.split(open.as_str()).skip(1);
    parts
        .map(|part| part.split("\n````\n").next().unwrap())
        .collect()
}

#[test]
fn whole_examples_become_documents() {
    let wholes = examples("markdown whole");
    assert!(!wholes.is_empty());
    for whole in wholes {
        import(whole);
    }
}

/// In the guide, each example of blocks comes before the JSON that it is converted to.
#[test]
fn blocks_become_what_the_guide_says() {
    let (blocks, results) = (examples("markdown"), examples("json"));
    assert!(blocks.len() > 8);
    assert_eq!(blocks.len(), results.len());
    for (block, result) in blocks.iter().zip(results) {
        let data = "\
commitments:
  - { id: alibaba, name: A, amount: { value: 380, scale: billion, currency: CNY, hedge: over }, equivalents: [{ value: 53, scale: billion, currency: USD, hedge: about }], period: { start: 2025-02, years: 3 }, status: announced, purpose: p, source: s }
  - { id: microsoft, name: M, amount: { value: 80, scale: billion, currency: USD }, period: { year: 2025 }, status: planned, purpose: p, source: s }
charts: [{ id: ai-spending, title: C, currency: USD, source: s }]
related: [{ id: more, title: R, teasers: [{ headline: T, href: t }] }]
---
";
        let front_matter = FRONT_MATTER.trim_end_matches("---\n");
        // The chart must be placed exactly once.
        let places = block.contains("```chart\nai-spending");
        let rest = if places {
            ""
        } else {
            "\n\n```chart\nai-spending\n```\n"
        };
        let document = import(&format!("{front_matter}\n{data}{block}{rest}"));
        let mut body = document["body"].as_array().unwrap().clone();
        if !places {
            body.pop();
        }
        let expected: serde_json::Value = serde_json::from_str(&format!("[{result}]")).unwrap();
        assert_eq!(json!(body), expected, "{block}");
    }
}
