//! The markup of an article, as the views write it.

use super::written::written;
use crate::digest::Digests;
use crate::model::Article;
use crate::view::{Content, Host, Mount, MountProps, Names, WidgetState, islands};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use yew::LocalServerRenderer;

/// The markup of an island's place while it is empty; see `view/island.rs`.
fn empty(name: &str) -> String {
    format!(r#" data-island="{name}"></div>"#)
}

/// The markup of an article. Each of its islands is rendered separately, gets a digest, and has the marks by
/// which Yew finds its components when it hydrates. The text has no marks, because it is not hydrated.
///
/// Ids begin with `prefix`. If it is empty, the markup is for a shadow tree.
pub(super) fn render(article: &Rc<Article>, digests: &Digests, prefix: &str) -> String {
    let host = Host {
        names: Names::new(prefix),
        ..Host::default()
    };
    let widget = WidgetState {
        has_empty_islands: true,
        ..WidgetState::default()
    };
    let text = mounted(Content::Article(article.clone()), host.clone(), widget);
    let text = text.strip_prefix(START).unwrap_or(&text);
    let mut markup = text.strip_suffix(END).unwrap_or(text).to_owned();
    for island in islands(article) {
        let name = island.name();
        let widget = WidgetState {
            has_all_stories: true,
            ..WidgetState::default()
        };
        let content = mounted(Content::Island(island), host.clone(), widget);
        let stamp = digests.stamp(&name, &written(&content));
        let full = format!(r#" data-island="{name}" data-digest="{stamp}">{content}</div>"#);
        markup = markup.replacen(&empty(&name), &full, 1);
    }
    markup
}

/// The markup inside a root.
fn mounted(content: Content, host: Host, widget: WidgetState) -> String {
    let props = MountProps {
        content,
        host,
        widget,
        ..MountProps::default()
    };
    let renderer = LocalServerRenderer::<Mount>::with_props(props);
    without_component_names(&done(renderer.render()))
}

/// The marks around a component.
const START: &str = "<!--<[]>-->";
const END: &str = "<!--</[]>-->";

/// The result of a future that never waits. No view waits for anything.
///
/// So this function needs no async runtime, and can be called inside one.
fn done<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => unreachable!("a view waits for something"),
    }
}

/// Removes component names from marks. Debug builds of Yew write them, and they only lengthen the markup. A
/// text or an attribute cannot look like a mark, because `<` is escaped in both.
fn without_component_names(markup: &str) -> String {
    let mut parts = markup.split("<!--");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (comment, rest) = part.split_once("-->").unwrap_or((part, ""));
        let comment = match comment {
            mark if mark.starts_with("<[") => "<[]>",
            mark if mark.starts_with("</[") => "</[]>",
            other => other,
        };
        for text in ["<!--", comment, "-->", rest] {
            plain.push_str(text);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::without_component_names;

    #[test]
    fn marks_lose_their_names_and_nothing_else() {
        assert_eq!(
            without_component_names(
                "<!--<[a::B]>--><p title=\"[x]\">[y]>--&gt;</p><!--</[a::B]>-->"
            ),
            "<!--<[]>--><p title=\"[x]\">[y]>--&gt;</p><!--</[]>-->"
        );
        let plain = "<!--<[]>-->[<!--</[]>-->";
        assert_eq!(without_component_names(plain), plain);
    }
}
