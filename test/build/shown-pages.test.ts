import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it, vi } from 'vitest';
import { FilePages, ShownPages } from '../../src/build/kept/shown-pages.js';
import { type FinishedFile, lookThrough } from '../../src/build/look-through.js';
import { findingsReceived, lookThroughApart } from '../../src/build/look-through-apart.js';
import { type MemoryCache, memoryCache } from '../../src/cache/memory.js';
import * as texts from '../../src/leaks/page-text.js';
import * as pdfjs from '../../src/leaks/pdfjs.js';
import { Interpreter } from '../../src/print/preflight/read/interpret.js';
import { LESSON, pdfOf, pdfWith, SECRET, withheldOf } from '../leaks/make.js';

const fileOf = (bytes: Uint8Array, rest: Partial<FinishedFile> = {}): FinishedFile => ({
  bytes,
  name: 'tiny/participant.pdf',
  edition: 'participant',
  made: { target: 'home', sheets: true, multiple: 1 },
  withheld: withheldOf(LESSON),
  ...rest,
});

/** Looks a file through as a process of its own would that has this cache. */
async function withCache(cache: MemoryCache, file: FinishedFile) {
  const kept = new ShownPages(cache);
  const findings = await kept.with(file, (known) => lookThrough(known));
  await kept.settled();
  return findings;
}

/** How many pages each of the two readers read while something is done, and whether pdf.js was asked for. */
async function read(act: () => Promise<unknown>) {
  const spies = [
    vi.spyOn(texts, 'pageText'),
    vi.spyOn(Interpreter.prototype, 'page'),
    vi.spyOn(pdfjs, 'loadPdfjs'),
  ] as const;
  try {
    await act();
    const [text, painted, loaded] = spies.map((spy) => spy.mock.calls.length);
    return { text, painted, loaded };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

describe('what pages of a finished file show', () => {
  it('is read once by all processes, and the findings are the same with and without it', async () => {
    const file = fileOf(await pdfOf([SECRET]));
    const alone = await lookThrough(file);
    expect(alone.leaks).toHaveLength(1);
    expect(alone.faults).not.toEqual([]);
    const cache = memoryCache();
    const cold = await read(async () => expect(await withCache(cache, file)).toEqual(alone));
    expect(cold).toEqual({ text: 2, painted: 2, loaded: 1 });
    const warm = await read(async () => expect(await withCache(cache, file)).toEqual(alone));
    expect(warm).toEqual({ text: 0, painted: 0, loaded: 0 });
  });

  it('is read anew where a page lies otherwise in the file', async () => {
    const cache = memoryCache();
    await withCache(cache, fileOf(await pdfOf(['Ask, and it will be given you.'])));
    const other = fileOf(await pdfOf([SECRET]));
    const alone = await lookThrough(other);
    const change = await read(async () => expect(await withCache(cache, other)).toEqual(alone));
    expect(change).toEqual({ text: 1, painted: 1, loaded: 1 });
    expect(await read(() => withCache(cache, other))).toEqual({ text: 0, painted: 0, loaded: 0 });
  });

  it('is read anew where only a font is another', async () => {
    const cache = memoryCache();
    const bytes = await pdfWith(({ page, font }) => page.drawText('Ask and seek', { x: 20, y: 40, size: 10, font }));
    const document = await PDFDocument.load(bytes);
    const before = await document.save({ useObjectStreams: false });
    await withCache(cache, fileOf(before));
    expect(await read(() => withCache(cache, fileOf(before)))).toEqual({ text: 0, painted: 0, loaded: 0 });
    const after = Uint8Array.from(before);
    after.set(Buffer.from('/HelveticB'), Buffer.from(before).indexOf('/Helvetica'));
    const pages = document.getPageCount();
    expect(await read(() => withCache(cache, fileOf(after)))).toEqual({ text: pages, painted: pages, loaded: 1 });
  });

  it('is searched again for what is withheld only later', async () => {
    const cache = memoryCache();
    const bytes = await pdfOf([SECRET]);
    const nothing = withheldOf(':::leader\nThe quiet gardener waters seventeen lemon trees.\n:::');
    expect((await withCache(cache, fileOf(bytes, { withheld: nothing }))).leaks).toEqual([]);
    const later = await read(async () => expect((await withCache(cache, fileOf(bytes))).leaks).toHaveLength(1));
    expect(later.text).toBe(0);
  });

  it.each([
    ['no data', new TextEncoder().encode('Ask, and it will be given you.')],
    ['nothing', new Uint8Array()],
  ])('is made anew where what was kept is %s', async (_, bytes) => {
    const cache = memoryCache();
    const file = fileOf(await pdfOf([SECRET]));
    const alone = await withCache(cache, file);
    const whole = new Map(cache.entries);
    expect(whole.size).toBe(1);
    for (const key of whole.keys()) cache.entries.set(key, bytes);
    expect(await withCache(cache, file)).toEqual(alone);
    expect(await read(() => withCache(cache, file))).toEqual({ text: 0, painted: 0, loaded: 0 });
  });

  it('is kept by the thread that looks through for another as well', async () => {
    const cache = memoryCache();
    const file = fileOf(await pdfOf([SECRET]));
    const kept = new ShownPages(cache);
    const apart = async (known: FinishedFile) =>
      findingsReceived(structuredClone(await lookThroughApart(structuredClone(known))));
    expect(await kept.with(file, apart)).toEqual(await lookThrough(file));
    await kept.settled();
    expect(await read(() => withCache(cache, file))).toEqual({ text: 0, painted: 0, loaded: 0 });
    expect(await kept.with(file, apart)).toEqual(await lookThrough(file));
  });

  it('is written down so that it is read as it was, and only while it is in use', async () => {
    const first = await FilePages.from(undefined);
    await lookThrough(fileOf(await pdfOf([SECRET])), undefined, { ...first, words: new Map() });
    expect(first.pages.asked.size).toBe(2);
    const second = await FilePages.from(await first.packed());
    const [key, ...others] = [...first.pages.asked.keys()];
    expect(second.pages.get(key as string)).toEqual(first.pages.get(key as string));
    for (const [text, shown] of first.texts.asked) expect(second.texts.get(text)).toEqual(shown);
    expect(await second.packed()).toBeUndefined();
    // A page of its own was read, and one of those before was not asked for.
    second.pages.set('another', []);
    const third = await FilePages.from(await second.packed());
    expect([third.pages.get('another'), third.pages.get(others[0] as string)]).toEqual([[], undefined]);
  });
});
