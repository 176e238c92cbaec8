import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import { bytesOf, type Made } from '../support/booklet.js';
import { type Pdf, type PdfPage, readPdf } from '../support/pdf.js';
import { drawPages } from '../support/picture.js';
import { buildTiny, lessonOf, tinyBooklet, tinyWorld } from '../support/tiny.js';

const LONG =
  'https://archive.example.org/collections/early-church/letters-of-ignatius/edition_1885/page-12?view=facsimile&zoom=100#chapter-4';

const LESSON = lessonOf(`
Read [a page](https://example.org/a)[^n] and [a long one](${LONG}), then [the page](https://example.org/a) again.

:::leader
See [the commentary](https://secret.example.net/commentary) first.
:::

| [In a table](https://example.org/table) | See [above](#one) |
|---|---|
| Ask [the office](mailto:office@example.org) | x |

[^n]: With [a note](https://example.org/note).
`);

const DOTS_PER_INCH = 200;

/** The code that a camera would read at the left of the text block, from one height of a page to another, in points. */
async function codeAt(bytes: Uint8Array, page: number, top: number, height: number): Promise<string | undefined> {
  const [picture] = await drawPages(bytes, [page], DOTS_PER_INCH);
  const { data, width } = PNG.sync.read(picture as Buffer);
  const dots = (points: number) => Math.round((points * DOTS_PER_INCH) / 72);
  const size = { width: dots(120), height: dots(height) };
  const cut = new Uint8ClampedArray(size.width * size.height * 4);
  for (let y = 0; y < size.height; y += 1) {
    const from = ((dots(top) + y) * width + dots(20)) * 4;
    cut.set(data.subarray(from, from + size.width * 4), y * size.width * 4);
  }
  return jsQR.default(cut, size.width, size.height)?.data;
}

const textsOf = (pages: readonly PdfPage[]) => pages.flatMap(({ lines }) => lines.map(({ text }) => text.trim()));

describe.each(['classic', 'plain'])('addresses that a lesson links to, in the theme “%s”', (theme) => {
  let made: Made;
  const pdf = new Map<string, Pdf>();
  beforeAll(async () => {
    made = await buildTiny(tinyWorld(tinyBooklet(LESSON)), { theme });
    expect(formatDiagnostics(made.messages)).toBe('');
    for (const edition of ['participant', 'leader']) pdf.set(edition, await readPdf(bytesOf(made, edition)));
  });
  const of = (edition: string) => pdf.get(edition) as Pdf;

  it('stand at its end, whole, once each, in the order of their marks', () => {
    const text = textsOf(of('participant').pages).join('\n');
    const list = text.slice(text.indexOf('LINKS')).replaceAll('\n', ' ');
    expect(list.replace(/\s+/g, '')).toContain(
      [
        'LINKS[1]apagehttps://example.org/a',
        `[2]alongone${LONG}`,
        '[3]Inatablehttps://example.org/table',
        '[4]theofficeoffice@example.org',
        '[5]anotehttps://example.org/note',
      ].join(''),
    );
    expect(text.replace(/\s+/g, ' ')).toMatch(/a page\[1\]1 and a long one\[2\], then the page\[1\] again/);
    expect(text).not.toContain('\u00ad');
  });

  it('are those that the edition shows, and no others', () => {
    expect(textsOf(of('participant').pages).join()).not.toContain('secret');
    expect(textsOf(of('leader').pages).join()).toContain('https://secret.example.net/commentary');
  });

  it('are links, from the words, from the address, and from the mark to the address', () => {
    const links = of('participant').pages.flatMap((page) => page.links);
    const to = (url: string) => links.filter((link) => link.url?.replace(/\/$/, '') === url);
    // What is beneath a link is measured roughly and may take in the bracket that follows.
    expect(to('https://example.org/a').map(({ text }) => text.replace('[', '').trim())).toEqual([
      'a page',
      'the page',
      'https://example.org/a',
    ]);
    expect(to('mailto:office@example.org')).toHaveLength(2);
    expect(links.filter((link) => link.to === 'one..link-1')).toHaveLength(2);
    expect(links.filter((link) => link.to === 'one').length).toBeGreaterThan(0);
  });

  it.each([
    ['1', 'https://example.org/a', 15],
    ['2', LONG, 21.3],
    ['3', 'https://example.org/table', 15],
    ['4', 'mailto:office@example.org', 15],
    ['5', 'https://example.org/note', 15],
  ])('can be read by a telephone: %s', async (number, href, side) => {
    const { page = 0, top = 0 } = of('participant').places.get(`one..link-${number}`) ?? {};
    expect(await codeAt(bytesOf(made, 'participant'), page, top, (side * 72) / 25.4)).toBe(href);
  });
});

describe('a lesson that links to nothing outside', () => {
  it('has no list', async () => {
    const made = await buildTiny(tinyWorld(tinyBooklet(lessonOf('See [here](#one).'))), { editions: ['participant'] });
    expect(textsOf((await readPdf(bytesOf(made, 'participant'))).pages)).not.toContain('LINKS');
  });
});

describe('a list of many links', () => {
  it('divides no entry between pages, and none from its heading', async () => {
    const many = Array.from({ length: 24 }, (_, n) => `[page ${n}](https://example.org/page/${n}).`).join(' ');
    const made = await buildTiny(tinyWorld(tinyBooklet(lessonOf(many))), { editions: ['participant'] });
    const { pages } = await readPdf(bytesOf(made, 'participant'));
    for (const page of pages) {
      const numbers = textsOf([page]).filter((text) => /^\[\d+\]/.test(text)).length;
      const addresses = textsOf([page]).filter((text) => text.includes('https://')).length;
      expect(numbers).toBe(addresses);
    }
    expect(pages.filter((page) => textsOf([page]).some((text) => text.includes('https://'))).length).toBe(3);
  });
});

describe('references in a booklet that names an online Bible', () => {
  const BODY =
    '::scripture[Mark 4:1-9]\n\nSee Mark 4:3, Rom 8:26 and again Rom 8:26.\n\n:::leader\n[Read it](https://example.org/bible/Rom.8.26) aloud, with Heb 7:25.\n:::';
  const built = async (yaml: string) => {
    const made = await buildTiny(tinyWorld(tinyBooklet(lessonOf(BODY), yaml)));
    expect(formatDiagnostics(made.messages)).toBe('');
    return readPdf(bytesOf(made, 'participant'));
  };

  it('lead there, unless the booklet prints the passage, and look as they do without', async () => {
    const linked = await built('title: Tiny\nbible: https://example.org/bible/{osis}\n');
    const plain = await built('title: Tiny\n');
    const links = linked.pages.flatMap((page) => page.links);
    const urls = links.flatMap(({ url }) => url ?? []);
    expect(urls).toEqual(['https://example.org/bible/Rom.8.26', 'https://example.org/bible/Rom.8.26']);
    expect(links.filter(({ text }) => text.startsWith('Mark')).map(({ to }) => to)).toEqual(['one.mark-4-1-9']);
    expect(linked.pages.map(({ lines }) => lines.map(({ text }) => text))).toEqual(
      plain.pages.map(({ lines }) => lines.map(({ text }) => text)),
    );
    expect(textsOf(linked.pages)).not.toContain('LINKS');
  });
});

describe('links within a booklet', () => {
  it('lead from lesson to lesson, to questions, headings, hymns and chapters, and are listed nowhere', async () => {
    const QUESTION = '::::question{#soils}\nWhich?\n::::\n\n::::question\nWhy?\n::::';
    const files = {
      ...tinyBooklet(
        lessonOf(`See [Lesson 2](#two), [its question](#two.q2), [soils](#two.soils), [ours](#q2), [before](#foreword).
\n${QUESTION}\n\n## Part\n\nBack to [the part](#part).`),
        'title: Tiny\nfront: [foreword]\nback: [index-of-hymns]\n',
      ),
      'lessons/tiny/2-two.md': lessonOf(
        `To [the part](#one.part) and [the hymn](#sow).\n\n${QUESTION}\n\n:::hymn[Sow]{#sow}\nHe sows\n:::`,
      ),
      'lessons/tiny/foreword.md': '---\ntitle: Foreword\n---\n\nBegin with [the question](#one.q2).\n',
    };
    const made = await buildTiny(tinyWorld(files));
    expect(formatDiagnostics(made.messages)).toBe('');
    for (const edition of ['participant', 'leader']) {
      const { pages, places } = await readPdf(bytesOf(made, edition));
      const targets = pages.flatMap(({ links }) => links.flatMap(({ to }) => to ?? []));
      expect(targets).toEqual(
        expect.arrayContaining([
          'two',
          'two.q2',
          'two.soils',
          'one.q2',
          'foreword',
          'one.part',
          'two.sow',
          '.index-of-hymns',
        ]),
      );
      expect(targets.filter((to) => !places.has(to))).toEqual([]);
      expect(textsOf(pages)).not.toContain('LINKS');
    }
  });
});
