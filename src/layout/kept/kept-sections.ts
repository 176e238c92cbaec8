import { deserialize, serialize } from 'node:v8';
import { inflateRawSync } from 'node:zlib';
import type { Font } from 'fontkit';
import type { Cache } from '../../cache/model.js';
import { portableKeyOf } from '../../memory/identity.js';
import { squeeze } from '../../memory/squeezed.js';
import type { ThemeFonts } from '../fonts.js';
import type { Lasting, PageName } from '../memory.js';
import type { LaidNode } from '../nodes.js';
import type { LaidContent, SectionPage } from '../section.js';
import { decode, encode } from './codec.js';

/** A section as it is kept. */
interface Written {
  /** All but the nodes of its pages. */
  frame: Uint8Array;
  /** Those of each page, squeezed. */
  nodes: Uint8Array[];
}

/**
 * Laid-out sections in a cache. What is known by this process alone, or cannot be written down so that it would be read back the
 * same, is laid out each time. Nodes are read only when somebody asks for them: pages that were painted before need none.
 */
export function keptSections(cache: Cache): Lasting<LaidContent> {
  const pending: Promise<void>[] = [];
  const names = new WeakMap<object, PageName>();
  const named = (content: string, laid: LaidContent): LaidContent => {
    for (const [index, page] of laid.pages.entries()) names.set(page, { content, index });
    return laid;
  };
  const keep = async (key: string, frame: Uint8Array, nodes: readonly Uint8Array[]) => {
    const squeezed = nodes.map((bytes) => squeeze(bytes));
    const written: Written = { frame, nodes: await Promise.all(squeezed) };
    await cache.put(key, serialize(written));
  };
  return {
    nameOf: (page) => names.get(page),
    settled: async () => void (await Promise.all(pending.splice(0))),
    async recall(facts, layOut) {
      const { fonts } = facts as { fonts: ThemeFonts };
      const portable = portableKeyOf(facts);
      if (portable === undefined) return layOut();
      const key = `section ${portable}`;
      const kept = await cache.get(key);
      if (kept) return named(portable, read(deserialize(kept) as Written, fonts.faces));
      const laid = await layOut();
      // Now, because its nodes may be changed when they are bound into pages.
      const { pages, ...rest } = laid;
      const frame = encode({ ...rest, pages: pages.map(({ tags }) => ({ tags })) }, fonts.faces);
      const nodes = pages.flatMap((page) => encode(page.nodes, fonts.faces) ?? []);
      // Squeezed beside what is laid out next.
      if (frame && nodes.length === pages.length) pending.push(keep(key, frame, nodes));
      return named(portable, laid);
    },
  };
}

function read({ frame, nodes }: Written, faces: readonly Font[]): LaidContent {
  const { pages, ...rest } = decode(frame, faces) as LaidContent;
  return { ...rest, pages: pages.map(({ tags }, index) => pageOf(tags, nodes[index] as Uint8Array, faces)) };
}

function pageOf(tags: SectionPage['tags'], squeezed: Uint8Array, faces: readonly Font[]): SectionPage {
  let nodes: LaidNode[] | undefined;
  return {
    tags,
    get nodes() {
      nodes ??= decode(inflateRawSync(squeezed), faces) as LaidNode[];
      return nodes;
    },
  };
}
