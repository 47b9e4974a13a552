// The attributes of the element, as every framework has them in its markup.

/** The attributes of `<article-widget>`. */
export interface ArticleWidgetAttributes {
    /** The address of the document, or of HTML that `prerender` has written, relative to the page. */
    src?: string | undefined;
    /** The address of a feed whose stories take the place of the first row of related stories. */
    'related-src'?: string | undefined;
    /** The colours: `auto` by default. */
    theme?: 'auto' | 'light' | 'dark' | undefined;
    /** When the article is loaded, or comes alive: `lazy` by default. */
    loading?: 'lazy' | 'eager' | undefined;
    /** Whether charts offer links to their state, and heed them. */
    linkable?: boolean | undefined;
    /** The address of a file with words in the place of the widget's. */
    messages?: string | undefined;
}

/** What can be set in markup besides: a property. */
export interface ArticleWidgetDocument {
    /** The document itself. */
    article?: object | null | undefined;
}
