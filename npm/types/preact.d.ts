// `<article-widget>` in JSX of Preact.

import type { ArticleWidgetElement } from '../widget/define.js';
import type { ArticleWidgetAttributes, ArticleWidgetDocument } from './attributes.js';
import type { ClassAttributes, HTMLAttributes } from 'preact';

type Props = ClassAttributes<ArticleWidgetElement> & Omit<HTMLAttributes<ArticleWidgetElement>, keyof ArticleWidgetAttributes> & ArticleWidgetAttributes & ArticleWidgetDocument;

declare module 'preact' {
    namespace JSX {
        interface IntrinsicElements {
            'article-widget': Props;
        }
    }
}
