import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';

const about = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  dependencies: Record<string, string>;
};

/**
 * Libraries that are not bundled: those that read files of their own or start others (pdfkit its color profile, pdf.js its
 * worker, `open` its script, a pool of threads its worker), what they share with our code, and those of which a part is
 * loaded by its name.
 */
const APART = [
  '@react-pdf/hyphenate',
  'bible-passage-reference-parser',
  'fontkit',
  'open',
  'pdfjs-dist',
  'pdfkit',
  'subset-font',
  'tinypool',
];

for (const name of APART) {
  if (!(name in about.dependencies)) throw new Error(`${name} is not bundled, so it must be a dependency`);
}

/** The command, the library and what threads run, each with the libraries that it needs: Node reads tens of files and not 1,500. */
export default defineConfig({
  // React's development build records a stack for every element.
  define: { 'process.env.NODE_ENV': '"production"' },
  publicDir: false,
  // pdf.js has a canvas where there is one for this computer.
  ssr: { noExternal: true, external: [...APART, '@napi-rs/canvas'] },
  build: {
    ssr: true,
    outDir: 'dist',
    // The types lie there already.
    emptyOutDir: false,
    target: 'node20.19',
    minify: false,
    // The licences of what is bundled ask to be handed on with it.
    license: { fileName: 'licences.md' },
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      input: {
        index: 'src/index.ts',
        'cli/main': 'src/cli/main.ts',
        'workers/maker': 'src/workers/maker.ts',
        'workers/inspector': 'src/workers/inspector.ts',
        // What goes on from one build to the next is measured without the command around it.
        build: 'src/build.ts',
        'world/disk': 'src/world/disk.ts',
        'output/write': 'src/output/write.ts',
      },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        // It can evaluate JavaScript, which nobody asks of it; whatever could be seen from there would be slower.
        codeSplitting: { groups: [{ name: 'gray-matter', test: /[\\/]node_modules[\\/]gray-matter[\\/]/ }] },
      },
      checks: { eval: false },
    },
  },
});
