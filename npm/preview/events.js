// @ts-check
// Server-sent events: the pages that are open, and what they are told.

/** @import { ServerResponse } from "node:http" */
/** @import { Story } from "./story.js" */

/** How often an open connection says that it is there, in milliseconds. */
const BEAT = 20_000;

/**
 * An event as it is sent. JSON has no line breaks of its own.
 *
 * @param {string} name
 * @param {unknown} data
 */
const event = (name, data) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

export class Events {
    /** @type {Map<ServerResponse, Story>} */
    #open = new Map();

    /** @param {Story[]} stories */
    constructor(stories) {
        this.stories = stories;
        this.beat = setInterval(() => this.#send(() => ':\n\n'), BEAT);
        this.beat.unref();
    }

    /**
     * Begins to tell a page about a story.
     *
     * @param {ServerResponse} response
     * @param {Story} story
     */
    connect(response, story) {
        response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
        response.write(`retry: 1000\n\n${this.#list()}${event('article', story.report())}`);
        this.#open.set(response, story);
        response.on('close', () => this.#open.delete(response));
    }

    /**
     * Tells all pages that a story has changed.
     *
     * @param {Story} story
     */
    tell(story) {
        const list = this.#list();
        const article = event('article', story.report());
        this.#send((shown) => (shown === story ? list + article : list));
    }

    /** Ends all connections. */
    close() {
        clearInterval(this.beat);
        for (const response of this.#open.keys()) response.end();
    }

    #list() {
        return event('documents', this.stories.map((story) => story.summary()));
    }

    /** @param {(story: Story) => string} textFor */
    #send(textFor) {
        for (const [response, story] of this.#open) response.write(textFor(story));
    }
}
