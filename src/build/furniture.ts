import { pageFurniture } from '../document/furniture.js';
import type { Setting } from '../document/setting.js';
import { type PageFrame, textLeft } from '../geometry/frame.js';
import type { Assembly } from '../layout/assemble.js';
import { furnitureOf } from '../layout/book.js';
import { layOutPages } from '../layout/galley.js';
import type { LaidNode } from '../layout/nodes.js';
import { identityOf } from '../memory/identity.js';
import { fontsOf } from './lay-out.js';
import type { BuildMemory } from './memory.js';

/** What there is to say around each page, and where: equal for pages around which the same stands at the same place. */
export function furnitureKeys(assembly: Assembly, frame: PageFrame): string[] {
  return furnitureOf(assembly).map(({ number, recto, head, folio }) =>
    JSON.stringify([textLeft(frame, number), recto, head, folio]),
  );
}

/** Heads and folios of every page of an edition, laid out; those of before, wherever they say the same at the same place. */
export async function layOutFurniture(
  assembly: Assembly,
  frame: PageFrame,
  setting: Setting,
  { keep }: BuildMemory,
): Promise<LaidNode[]> {
  const known = keep(`furniture ${identityOf(setting)}`, [frame], () => new Map<string, LaidNode>());
  const keys = furnitureKeys(assembly, frame);
  const pages = furnitureOf(assembly).map((page, index) => ({ page, key: keys[index] as string }));
  const missing = new Map(pages.filter(({ key }) => !known.has(key)).map(({ key, page }) => [key, page]));
  const parts = [...missing.values()].map((page) => ({
    content: pageFurniture(page, frame, setting),
    size: frame.trim,
  }));
  const laid = parts.length > 0 ? await layOutPages(parts, fontsOf(setting.theme)) : [];
  const all = new Map([...known, ...[...missing.keys()].map((key, index) => [key, laid[index] as LaidNode] as const)]);
  known.clear();
  return pages.map(({ key }) => {
    const node = all.get(key) as LaidNode;
    known.set(key, node);
    return node;
  });
}
