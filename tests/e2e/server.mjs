// Serves dist/ as a publisher's server would: plain files, nothing else. Prints its address.
// Run by itself it listens on a fixed port, for Playwright; tests of other engines import it.

import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import sirv from "sirv";

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));

/** Starts the server; port 0 takes any free one. Every answer gets the headers. Another folder than dist/ can be named. */
export function serve(port = 0, headers = {}, folder = dist) {
  const files = sirv(folder, { dev: true, dotfiles: false });
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    files(request, response, () => {
      response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
    });
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      resolve({ origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() });
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { origin } = await serve(Number(process.env.PORT ?? 0));
  console.log(origin);
}
