//! Gets a document from its address.

use super::failure::{Code, Failure};
use super::json;
use crate::document::Document;
use crate::model::Article;
use crate::problem::Problem;
use gloo::net::http::Request;
use web_sys::{AbortController, AbortSignal};

/// An article, and what had to be left out of it.
pub(super) type Loaded = (Article, Vec<Problem>);

/// A load that is under way; dropping it calls it off, and its result is not delivered.
#[must_use = "dropping the load calls it off"]
pub(super) struct Load {
    controller: Option<AbortController>,
}

impl Load {
    /// Starts to load a document and delivers what came of it.
    pub(super) fn start(
        src: Option<String>,
        deliver: impl FnOnce(Result<Loaded, Failure>) + 'static,
    ) -> Self {
        let controller = AbortController::new().ok();
        let signal = controller.as_ref().map(AbortController::signal);
        wasm_bindgen_futures::spawn_local(async move {
            let result = load(src, signal.as_ref()).await;
            if !signal.is_some_and(|signal| signal.aborted()) {
                deliver(result);
            }
        });
        Self { controller }
    }
}

impl Drop for Load {
    fn drop(&mut self) {
        if let Some(controller) = &self.controller {
            controller.abort();
        }
    }
}

async fn load(src: Option<String>, signal: Option<&AbortSignal>) -> Result<Loaded, Failure> {
    let src = src
        .filter(|src| !src.trim().is_empty())
        .ok_or_else(|| Failure {
            code: Code::NoSource,
            message: "<article-widget> has no src attribute: give it the address of a document"
                .into(),
        })?;
    let failure = |code, message: String| Failure {
        code,
        message: format!("{src}: {message}"),
    };
    let network = |_| failure(Code::Network, "no answer came from the server".into());
    let response = Request::get(&src)
        .abort_signal(signal)
        .send()
        .await
        .map_err(network)?;
    if !response.ok() {
        let answer = format!(
            "the server answered {} {}",
            response.status(),
            response.status_text()
        );
        return Err(failure(Code::Http, answer.trim_end().into()));
    }
    let text = response.text().await.map_err(network)?;
    let invalid = |message| failure(Code::Document, message);
    let value = json::parse(&text).map_err(invalid)?;
    let document = Document::from_value(&value);
    document
        .and_then(|document| Article::check(&document))
        .map_err(|problem| invalid(problem.to_string()))
}
