//! The markup of an article, as the views write it.

use super::written::written;
use crate::digest::Digests;
use crate::model::Article;
use crate::view::{Content, Host, Mount, MountProps, Names, WidgetState, islands};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use yew::LocalServerRenderer;

/// What an island's place looks like while it is empty; see `view/island.rs`.
fn empty(name: &str) -> String {
    format!(r#" data-island="{name}"></div>"#)
}

/// The markup of an article. Each of its islands is written apart, with the marks by which Yew finds its
/// components again, and stamped; the text has no marks, because no component will look for it.
///
/// Ids begin with `prefix`; where it is empty, the markup is for a shadow tree.
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

/// What stands inside of a root.
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

/// The result of a future that waits for nothing, as no view does.
///
/// So it needs no runtime, and can be called inside of one.
fn done<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => unreachable!("a view waits for something"),
    }
}

/// Debug builds of Yew name the component in its marks, which only lengthens the markup.
/// Neither texts nor attributes can look like a mark: in them, `<` is escaped.
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
