// The name that the bundle of live.js and the glue has in a release.

export * from "./live.js";
