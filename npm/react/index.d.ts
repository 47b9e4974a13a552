// The types of `article-widget/react`.

import type { ArticleWidgetElement, ArticleWidgetEventMap } from '../widget/define.js';
import type { HTMLAttributes, ReactElement, ReactNode, Ref } from 'react';

type Listener<Name extends keyof ArticleWidgetEventMap> = (event: ArticleWidgetEventMap[Name]) => void;

/** The properties of the component: those of the element, its events, and what any element may have. */
export interface ArticleWidgetProps extends Omit<HTMLAttributes<ArticleWidgetElement>, 'onError'> {
    /** The document itself; it goes before `src`. */
    article?: object | null | undefined;
    /** The address of the document, or of HTML that `prerender` has written, relative to the page. */
    src?: string | undefined;
    /** The address of a feed whose stories take the place of the first row of related stories. */
    relatedSrc?: string | undefined;
    /** The colours: `auto` by default. */
    theme?: 'auto' | 'light' | 'dark' | undefined;
    /** When the article is loaded, or comes alive: `lazy` by default. */
    loading?: 'lazy' | 'eager' | undefined;
    /** Whether charts offer links to their state, and heed them. */
    linkable?: boolean | undefined;
    /** The address of a file with words in the place of the widget's. */
    messages?: string | undefined;
    /** The article is on the page, and alive. */
    onReady?: Listener<'article-widget-ready'> | undefined;
    /** There is no article, or it stopped working. */
    onError?: Listener<'article-widget-error'> | undefined;
    /** The reader did something to a chart. */
    onChart?: Listener<'article-widget-chart'> | undefined;
    /** The reader has moved a row of related stories. */
    onSlide?: Listener<'article-widget-slide'> | undefined;
    /** The reader activates a teaser; `preventDefault()` leaves it to your router. */
    onTeaser?: Listener<'article-widget-teaser'> | undefined;
    /** The reader follows a link; `preventDefault()` leaves it to your router. */
    onNavigate?: Listener<'article-widget-navigate'> | undefined;
    /** What stands there while there is no article. */
    children?: ReactNode;
    /** The element. */
    ref?: Ref<ArticleWidgetElement> | undefined;
}

/** The element as a component, for the browser and for rendering on a server. */
export function ArticleWidget(props: ArticleWidgetProps): ReactElement;
