import { promisify } from 'node:util';
import { constants, deflateRaw, inflateRaw } from 'node:zlib';
import type { Cache } from '../../cache/model.js';
import { portableKeyOf } from '../../memory/identity.js';
import type { ThemeFonts } from '../fonts.js';
import type { Lasting, PageName } from '../memory.js';
import type { LaidContent } from '../section.js';
import { decode, encode } from './codec.js';

const squeeze = promisify(deflateRaw);
const expand = promisify(inflateRaw);

/**
 * Laid-out sections in a cache. What is known by this process alone, or cannot be written down so that it would be read back the
 * same, is laid out each time.
 */
export function keptSections(cache: Cache): Lasting<LaidContent> {
  const pending: Promise<void>[] = [];
  const names = new WeakMap<object, PageName>();
  const named = (content: string, laid: LaidContent): LaidContent => {
    for (const [index, page] of laid.pages.entries()) names.set(page, { content, index });
    return laid;
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
      if (kept) return named(portable, decode(await expand(kept), fonts.faces) as LaidContent);
      const laid = await layOut();
      // Now, because its nodes may be changed when they are bound into pages.
      const bytes = encode(laid, fonts.faces);
      // Squeezed beside what is laid out next.
      if (bytes) pending.push(squeeze(bytes, { level: constants.Z_BEST_SPEED }).then((less) => cache.put(key, less)));
      return named(portable, laid);
    },
  };
}
