// The modules in this folder are types alone.
export {};
