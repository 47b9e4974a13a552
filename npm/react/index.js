'use client';
// @ts-check
// The element as a component of React, 18 or newer. A server renders the element with its children, without an article.

import { createElement, forwardRef, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { define } from '../widget/define.js';

/** @import { ForwardedRef } from "react" */
/** @import { ArticleWidgetElement } from "../widget/define.js" */
/** @import { ArticleWidgetProps } from "./index.js" */

/** The events of the element, by the names of the properties. */
const EVENTS = {
    onReady: 'article-widget-ready',
    onError: 'article-widget-error',
    onChart: 'article-widget-chart',
    onSlide: 'article-widget-slide',
    onTeaser: 'article-widget-teaser',
    onNavigate: 'article-widget-navigate',
};

// With the attributes, so that the element never has the new ones and the old document. A server has neither, and React 18
// warns there of effects of layout.
const useCommit = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * @param {Omit<ArticleWidgetProps, "ref">} props
 * @param {ForwardedRef<ArticleWidgetElement>} ref
 */
function render(props, ref) {
    const { article, relatedSrc, linkable, className, children, ...others } = props;
    const element = useRef(/** @type {any} */ (null));
    const listeners = useRef(/** @type {Record<string, any>} */ ({}));
    listeners.current = {};
    /** @type {Record<string, any>} */
    const attributes = { ref: element, class: className, 'related-src': relatedSrc, linkable: linkable ? '' : undefined };
    for (const [name, value] of Object.entries(others)) {
        if (name in EVENTS) listeners.current[name] = value;
        else attributes[name] = value;
    }
    useImperativeHandle(ref, () => element.current);
    useEffect(() => {
        const { current } = element;
        const listening = new AbortController();
        for (const [name, event] of Object.entries(EVENTS)) {
            // The last listener is called, without listening anew after each rendering.
            current.addEventListener(event, (/** @type {Event} */ happened) => listeners.current[name]?.(happened), { signal: listening.signal });
        }
        return () => listening.abort();
    }, []);
    useCommit(() => {
        element.current.article = article ?? null;
    }, [article]);
    // After the document is set: an element that is defined first would ask for `src`.
    useEffect(() => define(), []);
    return createElement('article-widget', attributes, children);
}

// React 18 gives a function no `ref` among its properties.
export const ArticleWidget = forwardRef(render);
ArticleWidget.displayName = 'ArticleWidget';
