import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

/** The dashboard and kiosk: built to dist/web, in development served by Vite with /graphql passed on to the API. */
export default defineConfig(({ command }) => ({
  root: fileURLToPath(new URL('web', import.meta.url)),
  cacheDir: fileURLToPath(new URL('node_modules/.vite', import.meta.url)),
  plugins: [vue()],
  build: {
    outDir: fileURLToPath(new URL('dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
  },
  // Leaves Apollo's development-only checks and warnings out of what is served.
  define: command === 'build' ? { 'globalThis.__DEV__': 'false' } : {},
  server: {
    proxy: { '/graphql': { target: 'http://localhost:4000', ws: true } },
  },
}));
