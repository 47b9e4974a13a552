import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

export default defineConfig({
  // Without this, Vue looks for a component of its own with that name.
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === "article-widget" } } })],
  // The element finds its other files beside its own script.
  optimizeDeps: { exclude: ["article-widget"] },
  // Files below 4 kB would become `data:` addresses, which a strict Content Security Policy blocks.
  build: { assetsInlineLimit: 0 },
});
