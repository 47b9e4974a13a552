import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  // The element finds its other files beside its own script.
  optimizeDeps: { exclude: ["article-widget"] },
});
