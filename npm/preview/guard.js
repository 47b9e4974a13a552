// @ts-check
// Which requests are answered: those of this machine's own pages. A page of another site whose name leads to 127.0.0.1 (DNS
// rebinding) is known by the name that its requests ask for.

/** @import { IncomingHttpHeaders } from "node:http" */

const NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * The names that a port of this machine is asked for by. Browsers leave out the port 80.
 *
 * @param {number} port
 */
const hosts = (port) => NAMES.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));

/**
 * Why a request is refused; `undefined` where it is answered.
 *
 * @param {string | undefined} method
 * @param {Pick<IncomingHttpHeaders, "host" | "origin">} headers
 * @param {number} port
 * @returns {{ status: number, message: string } | undefined}
 */
export function refusal(method, { host, origin }, port) {
    const allowed = hosts(port);
    if (!host || !allowed.includes(host.toLowerCase())) return { status: 403, message: 'This address is not that of the preview.' };
    if (origin !== undefined && !allowed.some((name) => origin === `http://${name}`)) {
        return { status: 403, message: 'Pages of other sites get no answer.' };
    }
    if (method !== 'GET' && method !== 'HEAD') return { status: 405, message: 'Only GET and HEAD are answered.' };
    return undefined;
}
