/** The mark of the release, which the build puts in: see xtask/src/bundle/esbuild.rs. */
declare const RELEASE: string;
