import * as pdfLib from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { PdfDigests } from '../../src/memory/pdf-digests.js';

const { PDFContext, PDFName } = pdfLib;

/** A context with some objects before the first one, so that numbers differ. */
function made(before = 0) {
  const context = PDFContext.create();
  for (let index = 0; index < before; index += 1) context.register(context.obj(index));
  return { context, digests: new PdfDigests(pdfLib, (ref) => context.lookup(ref)) };
}

/** A font's stand-in: a dictionary that leads to a stream by way of a list. */
function font({ context }: ReturnType<typeof made>, bytes: string, name = 'One') {
  const stream = context.register(context.stream(Buffer.from(bytes), { Type: 'Made' }));
  return context.register(context.obj({ BaseFont: name, Files: [stream, 7, true] }));
}

describe('PdfDigests', () => {
  it('are the same for what says the same, whatever its numbers', () => {
    const [here, there] = [made(), made(5)];
    const digest = here.digests.of(font(here, 'a'));
    expect(digest).toMatch(/^[\w-]{43}$/);
    expect(there.digests.of(font(there, 'a'))).toBe(digest);
  });

  it.each([
    ['a byte of a stream', 'b', 'One'],
    ['an entry', 'a', 'Two'],
  ])('differ by %s, however deep', (_, bytes, name) => {
    const here = made();
    expect(here.digests.of(font(here, bytes, name))).not.toBe(here.digests.of(font(here, 'a')));
  });

  it('tell lists from each other that read alike', () => {
    const { context, digests } = made();
    const list = (...items: string[]) => digests.of(context.obj(items.map((item) => PDFName.of(item))));
    expect(list('a', 'b')).not.toBe(list('a","/b'));
    expect(digests.ofAll([context.obj(1), undefined])).not.toBe(digests.ofAll([context.obj(1)]));
  });

  it('are none for what leads back to itself, or too deep', () => {
    const { context, digests } = made();
    const child = context.obj({});
    const ref = context.register(child);
    child.set(PDFName.of('Parent'), context.register(context.obj({ Kids: [ref] })));
    expect(digests.of(ref)).toBeUndefined();
    expect(digests.ofAll([context.obj(1), ref])).toBeUndefined();
    let deep = context.obj({});
    for (let depth = 0; depth < 150; depth += 1) deep = context.obj({ Next: deep });
    expect(digests.of(deep)).toBeUndefined();
  });
});
