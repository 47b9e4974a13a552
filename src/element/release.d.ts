/** The mark of the release, which the build puts in: see xtask/src/esbuild.rs. */
declare const RELEASE: string;
