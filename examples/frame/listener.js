// Makes the frame as high as its article, and tells it the colours of the page.

const story = () => document.getElementById("story");
const siteOf = (frame) => new URL(frame.src).origin;

addEventListener("message", ({ source, origin, data }) => {
  const frame = story();
  // Any page may send messages here, and a frame may be led to another page.
  const isOurs = source === frame.contentWindow && origin === siteOf(frame);
  if (isOurs && data?.type === "article-widget-height") frame.height = data.height;
});

function tellTheme() {
  const theme = document.querySelector("[name=theme]:checked").value;
  document.documentElement.dataset.theme = theme;
  story().contentWindow.postMessage({ type: "article-widget-theme", theme }, siteOf(story()));
}

// The page has loaded once the frame has; a browser may have kept the reader's choice from an earlier visit.
addEventListener("load", tellTheme);
addEventListener("change", tellTheme);
