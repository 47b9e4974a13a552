// A browser for the tests of the package, and servers for what they have built.

import { createServer } from "node:http";
import { chromium } from "@playwright/test";
import sirv from "sirv";

/** Milliseconds until an article is alive on a busy machine. */
const PATIENCE = 20_000;

export const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });

/** The header with which other sites may use the files of a server. */
export const SHARED = { "Access-Control-Allow-Origin": "*" };

/** Serves a folder on a free port, with these headers. */
export async function serve(folder, headers = {}) {
  const setHeaders = (response) => response.setHeaders(new Map(Object.entries(headers)));
  const server = createServer(sirv(folder, { dev: true, setHeaders }));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/**
 * Opens a page, waits until its article is alive, and gives what a reader sees: words and colours that take every kind of file
 * of the release. Fails for every request that did, and tells what the page complains of.
 *
 * @param words those of the article's language
 */
export async function look(browser, address, words = "Erkunden: Form") {
  const page = await browser.newPage();
  const failed = [];
  page.on("response", (response) => response.status() >= 400 && failed.push(`${response.status()} ${response.url()}`));
  page.on("requestfailed", (request) => failed.push(`${request.failure().errorText} ${request.url()}`));
  page.on("console", (message) => message.type() === "error" && failed.push(message.text()));
  page.on("pageerror", (error) => failed.push(error.stack));
  await page.goto(address);
  const widget = page.locator("article-widget");
  try {
    await widget.locator(".choice").first().waitFor({ state: "attached", timeout: PATIENCE });
    // The feed comes when the reader is near, and takes its place while the reader is not yet there.
    await widget.evaluate(({ shadowRoot }) => scrollTo(0, shadowRoot.querySelector(".carousel").getBoundingClientRect().top + scrollY - 1.5 * innerHeight));
    await page.waitForFunction(() => document.querySelector("article-widget").shadowRoot.querySelector(".carousel")?.textContent.includes("Aus dem Feed"), undefined, { timeout: PATIENCE });
  } catch (error) {
    throw Error(`${error.message}\n${failed.join("\n")}\n${await widget.innerText().catch(() => "")}`);
  }
  const seen = await widget.evaluate(({ shadowRoot }, words) => {
    const style = (selector) => getComputedStyle(shadowRoot.querySelector(selector));
    return {
      words: shadowRoot.textContent.includes(words),
      size: parseFloat(style("h1").fontSize) > 20,
      sheets: [...shadowRoot.querySelectorAll("link")].every(({ sheet }) => sheet),
    };
  }, words);
  await page.close();
  return { ...seen, failed };
}
