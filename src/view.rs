//! The views: Yew components that turn the model into markup. Each component has a file of its name
//! ([`ArticleWidget`], `ChartFigure`, `Carousel`). Parts without state are functions that return [`yew::Html`],
//! because these are less code for a reader to load.
//!
//! They render purely: they use no window, clock, storage or measuring while rendering, so that the same views
//! write static HTML natively. Effects on the live page are in `dom`. Markup has no `style` attributes and no raw
//! HTML.
//!
//! May not import `element`: a view does not know that a custom element exists.

mod article;
mod article_contents;
mod article_header;
mod article_notes;
mod article_widget;
mod blocks;
mod carousel;
mod carousel_controls;
mod changing;
mod chart_controls;
mod chart_export;
mod chart_figure;
mod chart_marks;
mod chart_names;
mod chart_notes;
mod chart_plot;
mod chart_pointing;
mod chart_reading;
mod chart_table;
mod choice;
mod host;
mod inlines;
mod island;
mod mount;
mod names;
mod picture;
mod sentences;
mod setting;
mod slides;
mod table;
mod teaser;
mod widget_state;
#[cfg(all(test, feature = "authoring", not(target_arch = "wasm32")))]
mod wording;

pub use article_widget::{ArticleWidget, ArticleWidgetProps};
#[cfg(any(feature = "prerender", all(browser, feature = "element")))]
pub(crate) use host::Host;
pub use host::{ChartEvent, SlideEvent};
#[cfg(all(browser, feature = "element"))]
pub(crate) use island::Island;
#[cfg(feature = "prerender")]
pub(crate) use island::islands;
#[cfg(any(feature = "prerender", all(browser, feature = "element")))]
pub(crate) use mount::{Content, Mount, MountProps};
#[cfg(any(feature = "prerender", all(browser, feature = "element")))]
pub(crate) use names::Names;
#[cfg(feature = "prerender")]
pub(crate) use widget_state::WidgetState;
