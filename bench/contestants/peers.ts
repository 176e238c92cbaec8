import { join } from 'node:path';
import { EDITS } from '../corpus/edit.js';
import { measureNode } from '../run/measure.js';
import { timedEdits } from './gathering.js';
import { type Entry, type Ground, type Own, type Sample, Unavailable } from './model.js';
import { ownBooklets, pdfBytes } from './own.js';

/** Peers that come from npm: plain react-pdf, Typst from Markdown and from ready source. */
export const NODE_PEERS: readonly Entry[] = [
  peer('react-pdf', 'plain react-pdf', 'react-pdf', ({ corpus, out }) => [out, ...corpus.booklets]),
  {
    key: 'react-pdf-watch',
    name: 'plain react-pdf, edit in a warm process',
    enter: async (ground) => {
      const { corpus, out } = ownBooklets('react-pdf-watch', ground);
      const args = [program(ground, 'react-pdf'), '--edits', String(EDITS), out, corpus.booklets[0] ?? ''];
      return {
        key: 'react-pdf-watch',
        name: 'plain react-pdf, edit in a warm process',
        run: () => timedEdits(args, out),
      };
    },
  },
  peer('typst-markdown', 'Typst from Markdown', 'typst', ({ corpus, out }) => [out, ...corpus.booklets], hasTypst),
  {
    key: 'typst-source',
    name: 'Typst from ready source',
    async enter(ground) {
      const missing = await hasTypst();
      if (missing) return missing;
      const own = ownBooklets('typst-source', ground);
      await measureNode([program(ground, 'typst'), '--write', own.keep, ...own.corpus.booklets]);
      const files = own.corpus.booklets.flatMap((folder) =>
        ['leader', 'participant'].map((edition) =>
          join(own.keep, folder.slice(own.corpus.folder.length), `${edition}.typ`),
        ),
      );
      return {
        key: 'typst-source',
        name: 'Typst from ready source',
        run: () => runNode([program(ground, 'typst'), '--ready', own.out, ...files], own),
      };
    },
  },
];

function peer(
  key: string,
  name: string,
  folder: string,
  args: (own: Own) => string[],
  missing: () => Promise<Unavailable | undefined> = async () => undefined,
): Entry {
  return {
    key,
    name,
    async enter(ground) {
      const why = await missing();
      if (why) return why;
      const own = ownBooklets(key, ground);
      return { key, name, run: () => runNode([program(ground, folder), ...args(own)], own) };
    },
  };
}

async function runNode(args: readonly string[], { out }: Own): Promise<Sample> {
  const { milliseconds, peak } = await measureNode(args);
  return { milliseconds, ...(peak ? { peak } : {}), bytes: pdfBytes(out) };
}

/** Typst's compiler is a program for each system, and npm leaves it out where there is none. */
async function hasTypst(): Promise<Unavailable | undefined> {
  try {
    await import('@myriaddreamin/typst-ts-node-compiler');
    return undefined;
  } catch {
    return new Unavailable('its compiler is not installed, or there is none for this system');
  }
}

function program({ root }: Ground, folder: string): string {
  return join(root, 'bench/dist/peers', folder, 'main.js');
}
