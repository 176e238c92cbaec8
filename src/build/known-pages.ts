import { type FurnitureSetting, furnitureSetting } from '../document/furniture.js';
import type { Setting } from '../document/setting.js';
import type { PageFrame } from '../geometry/frame.js';
import type { Assembly } from '../layout/assemble.js';
import type { BookPage } from '../layout/book.js';
import { portableKeyOf } from '../memory/identity.js';
import type { KeptFile, KeptName } from '../pdf/replay/kept-pages.js';
import type { KnownPages } from '../pdf/replay/page-memory.js';
import { furnitureKeys } from './furniture.js';
import { fontsOf } from './lay-out.js';
import type { BuildMemory } from './memory.js';

/** A file whose pages are painted. */
export interface PaintedFile {
  /** What tells it from other files with the same pages. */
  name: readonly string[];
  assembly: Assembly;
  /** Its pages, in the order of the assembly. */
  pages: readonly BookPage[];
  frame: PageFrame;
  setting: Setting;
}

/** Pages of a file as they were painted before, by this process or another; what is painted now is kept once it is closed. */
export interface FileMemory extends KnownPages {
  close(): void;
}

/** What this process and others know of the pages of a file. */
export async function knownPages(
  { name, assembly, pages, frame, setting }: PaintedFile,
  { pages: own, kept, sections }: BuildMemory,
): Promise<FileMemory> {
  const known = own.pagesOf(...name);
  const fonts = fontsOf(setting.theme);
  const facts: readonly [FurnitureSetting, PageFrame, unknown] = [furnitureSetting(setting), frame, fonts];
  const key = kept && portableKeyOf([name, ...facts]);
  if (!kept || key === undefined) return { ...known, close: () => {} };
  const furniture = furnitureKeys(assembly, frame);
  const names = new Map<BookPage, KeptName>();
  assembly.pages.forEach(({ page, index }, place) => {
    const its = sections.nameOf(page);
    const bookPage = pages[place];
    // Where it stands among its section's pages decides whether it fills the page, and which.
    const stands = JSON.stringify([its?.index, index >= 0, furniture[place]]);
    if (its && bookPage) names.set(bookPage, { content: its.content, page: stands });
  });
  const contents = [...names.values()].map(({ content }) => content);
  const file: KeptFile = await kept.pages.open(key, contents, fonts.faces);
  return {
    of(page) {
      const name = names.get(page);
      return known.of(page) ?? (name && file.of(name));
    },
    set(page, record) {
      const name = names.get(page);
      known.set(page, record);
      if (name) file.set(name, record);
    },
    close: () => file.close(),
  };
}
