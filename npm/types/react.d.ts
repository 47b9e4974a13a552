// `<article-widget>` in JSX of React.

import type { ArticleWidgetElement } from '../widget/define.js';
import type { ArticleWidgetAttributes, ArticleWidgetDocument } from './attributes.js';
import type { ClassAttributes, HTMLAttributes } from 'react';

type Props = ClassAttributes<ArticleWidgetElement> & HTMLAttributes<ArticleWidgetElement> & ArticleWidgetAttributes & ArticleWidgetDocument;

declare module 'react' {
    namespace JSX {
        interface IntrinsicElements {
            'article-widget': Props;
        }
    }
}
