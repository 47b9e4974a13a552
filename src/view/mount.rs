//! What the custom element and the prerenderer mount, and what
//! [`ArticleWidget`](super::ArticleWidget) is inside: a whole article, or one island of an article whose
//! text stands in the page already. It holds what its parts have in common.

use super::article::article as article_view;
use super::host::Host;
use super::island::Island;
use crate::carousel::SelectedCompany;
use crate::model::{Article, Id};
use std::rc::Rc;
use yew::prelude::*;

/// What is mounted.
#[derive(Clone, Default)]
pub(crate) enum Content {
    /// Nothing, or nothing any more.
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
    /// The page around it.
    #[prop_or_default]
    pub(crate) host: Host,
    /// Called when the content is on the page. Another callback is another call, even for equal
    /// content.
    #[prop_or_default]
    pub(crate) on_rendered: Callback<()>,
}

/// They are set when there is something new to show.
impl PartialEq for MountProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// An article, an island, or nothing.
// A struct, because a component's own `rendered` costs a reader less than an effect.
pub(crate) struct Mount {
    /// The company that the reader has picked in the article.
    pick: Option<SelectedCompany>,
    on_pick: Callback<(Id, Option<SelectedCompany>)>,
    /// Whether `on_rendered` has been called.
    is_told: bool,
}

impl Component for Mount {
    /// What was picked in the chart of this id, or that nothing is any more.
    type Message = (Id, Option<SelectedCompany>);
    type Properties = MountProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self {
            pick: None,
            on_pick: ctx.link().callback(|picked| picked),
            is_told: false,
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, before: &MountProps) -> bool {
        self.is_told = false;
        if !is_same(&ctx.props().content, &before.content) {
            self.pick = None;
        }
        true
    }

    fn update(&mut self, _: &Context<Self>, (chart, picked): Self::Message) -> bool {
        // What is no longer picked in one chart leaves what is picked in another.
        let is_here = || self.pick.as_ref().is_some_and(|pick| *pick.chart == *chart);
        let is_news = picked.is_some() || is_here();
        if is_news {
            self.pick = picked;
        }
        is_news
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let MountProps { content, host, .. } = ctx.props();
        match content {
            // Not the component: every component costs a reader a kilobyte.
            Content::Article(article) => {
                let host = Host {
                    pick: self.pick.clone(),
                    on_pick: Some(self.on_pick.clone()),
                    ..host.clone()
                };
                article_view(article, &host)
            }
            Content::Island(island) => island.content(host),
            Content::Nothing => Html::default(),
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if !self.is_told {
            self.is_told = true;
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
