//! The company whose stories come first.

use super::super::{chart_of, default_article};
use article_widget::carousel::SelectedCompany;
use article_widget::document::Value;
use article_widget::model::Teaser;
use serde_json::json;

/// Stories with these tags.
fn stories(tags: &[&str]) -> Vec<Teaser> {
    let story = |tag: &&str| json!({ "headline": "A story", "href": "a.html", "tags": [tag] });
    let list: Vec<_> = tags.iter().map(story).collect();
    let value: Value = serde_json::from_value(json!(list)).unwrap();
    Teaser::read_list(&value)
}

#[test]
fn a_company_brings_its_own_stories_forward() {
    let chart = chart_of(&default_article());
    let company = SelectedCompany::new(&chart, 0);
    assert_eq!((&*company.chart, &*company.name), (&*chart.id, "Alibaba"));
    for (tags, selected, comes_first) in [
        (&["Alibaba"] as &[&str], Some(&company), true),
        (&["Meta", "alibaba"], Some(&company), true),
        (&["Meta"], Some(&company), false),
        (&[], Some(&company), false),
        (&["Alibaba"], None, false),
    ] {
        let stories = stories(tags);
        assert_eq!(stories.len(), tags.len());
        let first = SelectedCompany::with_stories(selected, &stories);
        assert_eq!(first.as_ref(), selected.filter(|_| comes_first), "{tags:?}");
    }
}
