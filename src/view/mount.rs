//! The place of one article: what the custom element and the prerenderer mount.

use super::article_widget::article_widget;
use super::host::Host;
use crate::model::Article;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, Default, Properties)]
pub(crate) struct MountProps {
    /// The article; `None` while the place waits for another.
    pub(crate) article: Option<Rc<Article>>,
    /// The page around the widget.
    #[prop_or_default]
    pub(crate) host: Host,
    /// Called when the article is on the page. Another callback is another call, even for an
    /// equal article.
    #[prop_or_default]
    pub(crate) on_rendered: Callback<()>,
}

/// Whoever sets them has something new to show.
impl PartialEq for MountProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// An article, or nothing.
// A struct, because a component's own `rendered` costs a reader less than an effect.
pub(crate) struct Mount;

impl Component for Mount {
    type Message = ();
    type Properties = MountProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        match &props.article {
            // Not the component: every component costs a reader a kilobyte.
            Some(article) => article_widget(article, &props.host),
            None => Html::default(),
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        ctx.props().on_rendered.emit(());
    }
}
