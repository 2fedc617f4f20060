import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './compressed.ts';
import { routesOnly } from './routes-only.ts';
import { withoutCliPhrases } from './without-cli-phrases.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

// The server finds pages by `index.html`; everything else has a hash in its name and is kept by browsers for a year.
export default defineConfig({
  root,
  base: '/',
  plugins: [react(), routesOnly(), withoutCliPhrases(), compressed()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    reportCompressedSize: false,
  },
  server: { port: 4173, proxy: { '/api': 'http://127.0.0.1:4300' } },
});
