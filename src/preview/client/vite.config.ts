import { defineConfig } from 'vite';

// Relative to this folder, which is the root of the page.
const OUT = '../../../dist/preview/client';

export default defineConfig({
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: OUT,
    emptyOutDir: true,
    assetsDir: 'assets',
    // The page allows itself nothing but files of its own: no data: addresses, no script in the markup.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    // The licences of what is bundled ask to be handed on with it.
    license: { fileName: 'licences.md' },
    target: ['chrome109', 'edge109', 'firefox115', 'safari16.4'],
    // Most of it is pdf.js, which is fetched beside the page and from the same computer.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      output: {
        // Servers know .js as a script; .mjs is served as text by some.
        assetFileNames: ({ names }) =>
          names[0]?.endsWith('.mjs') ? 'assets/pdf-worker-[hash].js' : 'assets/[name]-[hash][extname]',
      },
    },
  },
});
