/** The mark of the release, which the build puts in: see xtask/src/bundle/esbuild.rs. */
declare const RELEASE: string;
/** The mark of its style sheets. */
declare const SHEETS: string;

/** The tags of the languages that there are texts of, with spaces between them; the build defines it. */
declare const LANGUAGES: string;

/** The tag of the build, which prerendered HTML carries in `data-build`; the build defines it. */
declare const BUILD: string;
