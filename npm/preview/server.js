// @ts-check
// The server of the preview: its pages, the widget's files, those of the documents' folders, and events.

/** @import { IncomingMessage, ServerResponse } from "node:http" */
/** @import * as Library from "../server/index.js" */
/** @import { Story } from "./story.js" */

import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { Events } from './events.js';
import { findFile } from './folder.js';
import { refusal } from './guard.js';
import { live, paste, still } from './pages.js';
import * as policy from './policy.js';

/** Nothing but 127.0.0.1: other machines have no way to the preview. */
const ADDRESS = '127.0.0.1';
const LAST_PORT = 65535;
/** The files of the preview's own page. */
const PAGE = fileURLToPath(new URL('page/', import.meta.url));

/**
 * @typedef {object} Context
 * @property {Story[]} stories
 * @property {typeof Library} library
 * @property {string} widget the folder of the widget's files
 */

/**
 * @typedef {object} Server
 * @property {number} port
 * @property {(story: Story) => void} tell tells the open pages that a story has changed
 * @property {() => Promise<void>} close
 */

/**
 * Starts the server, at a port or the next free one.
 *
 * @param {Context} context
 * @param {number} port
 * @returns {Promise<Server>}
 */
export async function startServer(context, port) {
    const events = new Events(context.stories);
    const answer = router(context, events);
    const server = createServer((request, response) => {
        for (const [name, value] of Object.entries(policy.COMMON)) response.setHeader(name, value);
        const refused = refusal(request.method, request.headers, portOf(server));
        if (refused) return say(response, refused.status, refused.message);
        answer(request, response).catch((error) => {
            console.error(`error: ${error.message}`);
            if (response.headersSent) response.destroy();
            else say(response, 500, error.message);
        });
    });
    await listen(server, port);
    return {
        port: portOf(server),
        tell: (story) => events.tell(story),
        close: () => {
            events.close();
            server.closeAllConnections();
            return new Promise((resolve) => server.close(() => resolve()));
        },
    };
}

/** @param {import("node:http").Server} server */
const portOf = (server) => /** @type {import("node:net").AddressInfo} */ (server.address()).port;

/**
 * @param {import("node:http").Server} server
 * @param {number} port
 * @returns {Promise<void>}
 */
async function listen(server, port) {
    try {
        await new Promise((resolve, reject) => {
            server.once('error', reject);
            server.listen(port, ADDRESS, () => {
                server.off('error', reject);
                resolve(undefined);
            });
        });
    } catch (/** @type {any} */ error) {
        if (error.code !== 'EADDRINUSE' || port >= LAST_PORT) throw error;
        await listen(server, port + 1);
    }
}

/**
 * What answers requests.
 *
 * @param {Context} context
 * @param {Events} events
 */
function router({ stories, library, widget }, events) {
    // Files are looked for at each request: a package may be installed, and a release built, while they are served.
    const pages = sirv(PAGE, { dev: true, etag: true });
    const files = sirv(widget, { dev: true, etag: true, extensions: [] });
    /** @type {Map<string, Files>} */
    const folders = new Map();

    /** @type {(request: IncomingMessage, response: ServerResponse) => Promise<void>} */
    return async (request, response) => {
        const { pathname, searchParams } = new URL(request.url ?? '/', 'http://preview');
        const [, first = '', rest = ''] = /** @type {RegExpExecArray} */ (/^\/([^/]*)\/?(.*)/s.exec(pathname));
        const missing = () => say(response, 404, 'There is no such file.');
        if (first === '' || first === 'preview') {
            response.setHeader('Content-Security-Policy', policy.PREVIEW);
            return serve(pages, request, response, rest, missing);
        }
        if (first === 'widget') return serve(files, request, response, rest, missing);
        const [, number = '', name = ''] = /^(\d+)\/(.*)/s.exec(rest) ?? [];
        const story = stories[Number(first === 'events' ? (searchParams.get('document') ?? 1) : number) - 1];
        if (!story) return missing();
        if (first === 'events') return events.connect(response, story);
        if (first !== 'documents') return missing();
        // No file of the folder has these names: hidden files are not served.
        if (name === '.live') return send(response, live);
        if (name === '.still' || name === '.paste') {
            if (story.source === undefined) return say(response, 404, 'There is no article yet.');
            if (name === '.still') return send(response, still(library, story.source, searchParams.get('direction') === 'rtl'));
            return sayPaste(response, library, story.source, searchParams.get('assets') ?? '');
        }
        const found = await findFile(story.folder, name);
        if (!found) return missing();
        response.setHeader('Content-Security-Policy', policy.FILE);
        const folder = folders.get(found.folder) ?? sirv(found.folder, { dev: true, etag: true, extensions: [] });
        folders.set(found.folder, folder);
        serve(folder, request, response, encodeURI(found.path), missing);
    };
}

/** @typedef {ReturnType<typeof sirv>} Files */

/**
 * Serves a file. Its path is encoded as a whole, as `encodeURI` does.
 *
 * @param {Files} files
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 * @param {string} path
 * @param {() => void} missing
 */
function serve(files, request, response, path, missing) {
    const url = `/${path}`;
    // sirv would take `?` and `#` in the name of a file as the end of its path, and it does not decode them. It goes by what is
    // parsed already.
    Object.assign(request, { url, _parsedUrl: { raw: url, pathname: url } });
    files(request, response, missing);
}

/**
 * Answers with the HTML that is to be pasted, or with what is wrong with the folder: a writer types its address letter by letter.
 *
 * @param {ServerResponse} response
 * @param {typeof Library} library
 * @param {string} source
 * @param {string} assets the folder of the widget's files
 */
function sayPaste(response, library, source, assets) {
    try {
        say(response, 200, paste(library, source, assets));
    } catch (error) {
        if (!(error instanceof library.ArticleError)) throw error;
        say(response, 400, error.message);
    }
}

/**
 * Answers with a page.
 *
 * @param {ServerResponse} response
 * @param {{ html: string, policy: string }} page
 */
function send(response, { html, policy }) {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy }).end(html);
}

/**
 * Answers with words.
 *
 * @param {ServerResponse} response
 * @param {number} status
 * @param {string} text
 */
function say(response, status, text) {
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
}
