import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [svelte()],
  // The element finds its other files beside its own script.
  optimizeDeps: { exclude: ["article-widget"] },
  // Files below 4 kB would become `data:` addresses, which a strict Content Security Policy blocks.
  build: { assetsInlineLimit: 0 },
});
