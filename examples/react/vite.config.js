import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  // The element finds its other files beside its own script.
  optimizeDeps: { exclude: ["article-widget"] },
  // Files below 4 kB would become `data:` addresses, which a strict Content Security Policy blocks.
  build: { assetsInlineLimit: 0 },
});
