/**
 * What tags cost: the sample booklet's editions are laid out once, and their pages painted in turns with tags and without.
 * Prints the ratio of rendering (layout and painting) with tags to the same without, and of the files' sizes.
 *
 *     npm run bench:tags [-- ROUNDS]
 */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

await runnerImport(fileURLToPath(new URL('tags-measured.mjs', import.meta.url)), {
  configFile: false,
  logLevel: 'warn',
  define: { 'process.env.NODE_ENV': '"production"' },
});
