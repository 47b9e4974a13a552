// `<article-widget>` in JSX of Solid.

import type { ArticleWidgetElement } from '../widget/define.js';
import type { ArticleWidgetAttributes, ArticleWidgetDocument } from './attributes.js';
import type { JSX } from 'solid-js';

type Props = JSX.HTMLAttributes<ArticleWidgetElement> & ArticleWidgetAttributes & { 'prop:article'?: ArticleWidgetDocument['article'] };

declare module 'solid-js' {
    namespace JSX {
        interface IntrinsicElements {
            'article-widget': Props;
        }
    }
}
