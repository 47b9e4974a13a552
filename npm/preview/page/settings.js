// @ts-check
// How the article is shown: the form, and what the browser keeps of it.

/**
 * @typedef {object} Settings
 * @property {"phone" | "tablet" | "desktop"} width
 * @property {"light" | "dark"} scheme
 * @property {boolean} mirrored
 * @property {boolean} still whether the article is shown without scripts
 */

const KEY = 'article-widget-preview';

/** The pixels of each width. */
export const WIDTHS = { phone: 390, tablet: 768, desktop: 1280 };

/**
 * Settings from what was kept, whatever that is.
 *
 * @param {string | null} kept
 * @param {boolean} isDark whether the reader prefers dark pages
 * @returns {Settings}
 */
export function readSettings(kept, isDark) {
    /** @type {Partial<Settings>} */
    let found = {};
    try {
        found = JSON.parse(kept ?? '{}') ?? {};
    } catch {
        // Another program on this port has kept something else.
    }
    const { width, scheme, mirrored, still } = found;
    return {
        width: width && Object.hasOwn(WIDTHS, width) ? width : 'desktop',
        scheme: scheme === 'light' || scheme === 'dark' ? scheme : isDark ? 'dark' : 'light',
        mirrored: mirrored === true,
        still: still === true,
    };
}

/**
 * Puts the settings into the form, and tells each change.
 *
 * @param {HTMLFormElement} form
 * @param {(settings: Settings) => void} onChange
 */
export function begin(form, onChange) {
    const settings = readSettings(localStorage.getItem(KEY), matchMedia('(prefers-color-scheme: dark)').matches);
    const control = (/** @type {string} */ name) => /** @type {any} */ (form.elements.namedItem(name));
    for (const name of /** @type {const} */ (['width', 'scheme'])) control(name).value = settings[name];
    for (const name of /** @type {const} */ (['mirrored', 'still'])) control(name).checked = settings[name];
    form.addEventListener('change', () => {
        const now = {
            width: control('width').value,
            scheme: control('scheme').value,
            mirrored: control('mirrored').checked,
            still: control('still').checked,
        };
        localStorage.setItem(KEY, JSON.stringify(now));
        onChange(now);
    });
    form.addEventListener('submit', (event) => event.preventDefault());
    onChange(settings);
}
