// @ts-check
// The dialog with the HTML that is to be pasted.

/** @import { Report } from "./types.js" */

import { write } from './elements.js';

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/**
 * The two lines that load a document from its address.
 *
 * @param {string} name the name of the file
 * @param {string} assets the folder of the widget's files
 */
export function twoLines(name, assets) {
    const document = (/[^/\\]*$/.exec(name)?.[0] ?? name).replace(/\.(md|markdown|txt)$/i, '.json');
    const folder = assets && !assets.endsWith('/') ? `${assets}/` : assets;
    return `<article-widget src="${encodeURIComponent(document)}"></article-widget>\n<script type="module" src="${escaped(`${folder || './'}embed.js`)}"></script>\n`;
}

/**
 * What the dialog shows: HTML, or why there is none.
 *
 * @typedef {object} Shown
 * @property {string} [html]
 * @property {string} [fault] what is wrong with the address of the folder
 * @property {string} [note] what else is in the way
 */

/**
 * Finds what the dialog shows.
 *
 * @param {Report | undefined} report
 * @param {string} kind
 * @param {string} assets the folder of the widget's files
 * @returns {Promise<Shown>}
 */
async function find(report, kind, assets) {
    if (!report?.document) return { note: 'There is no article yet.' };
    if (kind === 'lines') return { html: twoLines(report.name, assets) };
    try {
        const answer = await fetch(`/documents/${report.id}/.paste?assets=${encodeURIComponent(assets)}`);
        const text = await answer.text();
        if (answer.ok) return { html: text };
        // Beside the field, nobody has to be told the name of the option.
        return answer.status === 400 ? { fault: text.replace(/^options: assets: /, '') } : { note: text };
    } catch {
        return { note: 'The preview does not answer.' };
    }
}

/**
 * Prepares the dialog.
 *
 * @param {{ dialog: HTMLDialogElement, opener: HTMLElement, form: HTMLFormElement, folder: HTMLElement, fault: HTMLElement, html: HTMLTextAreaElement, copy: HTMLElement, close: HTMLElement, note: HTMLElement }} parts
 * @param {() => Report | undefined} reportNow
 */
export function begin({ dialog, opener, form, folder, fault, html, copy, close, note }, reportNow) {
    /** Numbers the requests: an answer that comes late is not shown. */
    let asked = 0;
    const update = async () => {
        const { kind, assets } = /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(form)));
        asked += 1;
        const mine = asked;
        const shown = await find(reportNow(), kind, assets.trim());
        if (mine !== asked) return;
        html.value = shown.html ?? '';
        folder.ariaInvalid = `${shown.fault !== undefined}`;
        write(fault, shown.fault ?? '');
        write(note, shown.note ?? '');
    };
    opener.addEventListener('click', () => {
        dialog.showModal();
        update();
    });
    close.addEventListener('click', () => dialog.close());
    form.addEventListener('input', (event) => event.target !== html && update());
    form.addEventListener('submit', (event) => event.preventDefault());
    copy.addEventListener('click', async () => {
        html.select();
        try {
            await navigator.clipboard.writeText(html.value);
            note.textContent = 'Copied.';
        } catch {
            note.textContent = 'The text is selected: copy it with the keyboard.';
        }
    });
    return update;
}
