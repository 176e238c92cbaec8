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

/** What this process and others know of the pages of a file; undefined where neither would remember them. */
export async function knownPages(file: PaintedFile, memory: BuildMemory): Promise<FileMemory | undefined> {
  const own = memory.pages?.pagesOf(...file.name);
  const kept = await keptPages(file, memory);
  if (!own && !kept) return undefined;
  return {
    of: (page) => own?.of(page) ?? kept?.of(page),
    set(page, record) {
      own?.set(page, record);
      kept?.set(page, record);
    },
    close: () => kept?.close(),
  };
}

/** What other processes know of the pages of a file. */
async function keptPages(
  { name, assembly, pages, frame, setting }: PaintedFile,
  { kept, sections }: BuildMemory,
): Promise<FileMemory | undefined> {
  const fonts = fontsOf(setting.theme);
  const facts: readonly [FurnitureSetting, PageFrame, unknown] = [furnitureSetting(setting), frame, fonts];
  const key = kept && portableKeyOf([name, ...facts]);
  if (!kept || key === undefined) return undefined;
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
      const its = names.get(page);
      return its && file.of(its);
    },
    set(page, record) {
      const its = names.get(page);
      if (its) file.set(its, record);
    },
    close: () => file.close(),
  };
}
