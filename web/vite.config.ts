import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the console's browser app to `dist/web` of the repository. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  // The server puts a fresh nonce in its place on each answer: styles made at run time need one.
  html: { cspNonce: '__NETRA_NONCE__' },
  build: {
    outDir: fileURLToPath(new URL('../dist/web', import.meta.url)),
    emptyOutDir: true,
    // An inlined file would be a data: address, which the content security policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: {
        index: fileURLToPath(new URL('index.html', import.meta.url)),
        form: fileURLToPath(new URL('src/lapor/form.ts', import.meta.url)),
        embed: fileURLToPath(new URL('src/lapor/embed.ts', import.meta.url)),
        keeper: fileURLToPath(new URL('src/lapor/keeper.ts', import.meta.url)),
      },
      output: {
        // Pages of the public door are made by the server, which knows their files by name.
        entryFileNames: ({ name }) =>
          ['embed', 'form', 'keeper'].includes(name) ? 'lapor/[name].js' : 'assets/[name]-[hash].js',
        assetFileNames: ({ names }) =>
          names.includes('form.css') ? 'lapor/[name][extname]' : 'assets/[name]-[hash][extname]',
      },
    },
    chunkSizeWarningLimit: 900,
  },
});
