// `<article-widget>` in the templates of Vue.

import type { ArticleWidgetEventMap } from '../widget/define.js';
import type { ArticleWidgetAttributes, ArticleWidgetDocument } from './attributes.js';
import type { DefineComponent, HTMLAttributes } from 'vue';

type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}` ? `${First}${Capitalize<Camel<Rest>>}` : Name;
type Listeners = { [Name in keyof ArticleWidgetEventMap as `on${Capitalize<Camel<Name>>}`]?: (event: ArticleWidgetEventMap[Name]) => unknown };

type Props = HTMLAttributes & ArticleWidgetAttributes & ArticleWidgetDocument & Listeners;

declare module 'vue' {
    interface GlobalComponents {
        'article-widget': DefineComponent<Props>;
    }
}
