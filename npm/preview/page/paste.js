// @ts-check
// The dialog with the HTML that is to be pasted.

/** @import { Report } from "./types.js" */

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
    return `<article-widget src="${escaped(encodeURI(document))}"></article-widget>\n<script type="module" src="${escaped(`${folder || './'}embed.js`)}"></script>\n`;
}

/**
 * Prepares the dialog.
 *
 * @param {{ dialog: HTMLDialogElement, opener: HTMLElement, form: HTMLFormElement, html: HTMLTextAreaElement, copy: HTMLElement, close: HTMLElement, note: HTMLElement }} parts
 * @param {() => Report | undefined} reportNow
 */
export function begin({ dialog, opener, form, html, copy, close, note }, reportNow) {
    /** Numbers the requests: an answer that comes late is not shown. */
    let asked = 0;
    const update = async () => {
        const report = reportNow();
        const { kind, assets } = /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(form)));
        asked += 1;
        const mine = asked;
        note.textContent = '';
        if (!report?.document) {
            html.value = '';
            note.textContent = 'There is no article yet.';
            return;
        }
        const folder = assets.trim();
        const address = `/documents/${report.id}/.paste?assets=${encodeURIComponent(folder)}`;
        const answer = kind === 'lines' ? undefined : await fetch(address).catch(() => undefined);
        const text = kind === 'lines' ? twoLines(report.name, folder) : ((await answer?.text()) ?? '');
        if (mine !== asked) return;
        const isGood = kind === 'lines' || answer?.ok;
        html.value = isGood ? text : '';
        if (!isGood) note.textContent = text || 'The preview does not answer.';
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
