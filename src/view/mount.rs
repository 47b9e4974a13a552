//! The component that the custom element, the prerenderer and [`ArticleWidget`](super::ArticleWidget) mount: a whole
//! article, or one island of an article whose text is on the page already. It holds the state that its parts share.

use super::article::article as article_view;
use super::host::Host;
use super::island::Island;
use super::widget_state::WidgetState;
use crate::carousel::SelectedCompany;
use crate::model::{Article, Id};
use std::rc::Rc;
use yew::prelude::*;

/// The content that is mounted.
#[derive(Clone, Default)]
pub(crate) enum Content {
    /// Nothing: before the first content, or after it was cleared.
    #[default]
    Nothing,
    /// A whole article.
    Article(Rc<Article>),
    /// A chart or a row of stories.
    Island(Island),
}

#[derive(Clone, Default, Properties)]
pub(crate) struct MountProps {
    pub(crate) content: Content,
    /// The page around the content.
    #[prop_or_default]
    pub(crate) host: Host,
    /// The state that the parts share. For a whole article, `Mount` itself holds the selected company.
    #[prop_or_default]
    pub(crate) widget: WidgetState,
    /// Called when the content is on the page. A new callback is called even if the content is equal.
    #[prop_or_default]
    pub(crate) on_rendered: Callback<()>,
}

/// Properties are only set when the content is to be rendered, so they never count as equal.
impl PartialEq for MountProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// An article, an island, or nothing.
// A struct, because `rendered` of a component costs a reader less than an effect.
pub(crate) struct Mount {
    /// The company that the reader has selected in the article.
    selected: Option<SelectedCompany>,
    on_pick: Callback<(Id, Option<SelectedCompany>)>,
    /// Whether `on_rendered` has been called.
    has_called_back: bool,
}

impl Component for Mount {
    /// The company that is selected in the chart of this id, or `None` when it no longer is.
    type Message = (Id, Option<SelectedCompany>);
    type Properties = MountProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self {
            selected: None,
            on_pick: ctx.link().callback(|selection| selection),
            has_called_back: false,
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, before: &MountProps) -> bool {
        self.has_called_back = false;
        if !is_same(&ctx.props().content, &before.content) {
            self.selected = None;
        }
        true
    }

    fn update(&mut self, _: &Context<Self>, (chart, selected): Self::Message) -> bool {
        // A company that is deselected in one chart may be selected in another.
        let is_from_here = |company: &SelectedCompany| *company.chart == *chart;
        let changes = selected.is_some() || self.selected.as_ref().is_some_and(is_from_here);
        if changes {
            self.selected = selected;
        }
        changes
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let MountProps {
            content,
            host,
            widget,
            ..
        } = ctx.props();
        match content {
            // A function, not a component: every component costs a reader a kilobyte.
            Content::Article(article) => {
                let host = Host {
                    on_pick: Some(self.on_pick.clone()),
                    ..host.clone()
                };
                let widget = WidgetState {
                    selected: self.selected.clone(),
                    ..widget.clone()
                };
                article_view(article, &host, &widget)
            }
            Content::Island(island) => island.content(host, widget),
            Content::Nothing => Html::default(),
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if !self.has_called_back {
            self.has_called_back = true;
            ctx.props().on_rendered.emit(());
        }
    }
}

fn is_same(one: &Content, other: &Content) -> bool {
    match (one, other) {
        (Content::Article(one), Content::Article(other)) => Rc::ptr_eq(one, other),
        _ => false,
    }
}
