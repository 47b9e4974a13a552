// `<article-widget>` in the markup of Svelte.

import type { ArticleWidgetElement } from '../widget/define.js';
import type { ArticleWidgetEventMap } from '../widget/define.js';
import type { ArticleWidgetAttributes, ArticleWidgetDocument } from './attributes.js';
import type { HTMLAttributes } from 'svelte/elements';

type Listeners = { [Name in keyof ArticleWidgetEventMap as `on${Name}`]?: (event: ArticleWidgetEventMap[Name]) => unknown };

type Props = Omit<HTMLAttributes<ArticleWidgetElement>, keyof ArticleWidgetAttributes> & ArticleWidgetAttributes & ArticleWidgetDocument & Listeners;

declare module 'svelte/elements' {
    interface SvelteHTMLElements {
        'article-widget': Props;
    }
}
