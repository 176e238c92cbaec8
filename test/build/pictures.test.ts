import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { beforeAll, expect, it } from 'vitest';
import { ROOT } from '../support/booklet.js';
import { type Pdf, textOf } from '../support/pdf.js';
import { drawPages } from '../support/picture.js';
import { type EditionName, sampleBooklet } from '../support/sample.js';

/** One picture for each kind of page: where the page is found, by a named place or by words that stand on it alone. */
const KINDS: { name: string; edition: EditionName; page: (pdf: Pdf) => number | undefined }[] = [
  { name: 'cover', edition: 'participant', page: () => 1 },
  { name: 'imprint', edition: 'participant', page: () => 2 },
  { name: 'contents', edition: 'participant', page: at('.contents') },
  { name: 'chapter', edition: 'participant', page: at('foreword') },
  { name: 'opener', edition: 'participant', page: at('hebrews-7') },
  { name: 'glance', edition: 'leader', page: at('hebrews-7') },
  { name: 'questions', edition: 'participant', page: at('old-testament-intercessors.q-grounds') },
  { name: 'table', edition: 'participant', page: at('old-testament-intercessors.q-table') },
  { name: 'figure', edition: 'participant', page: holding('The two intercessions of Romans 8', 'our weak prayer') },
  { name: 'answers', edition: 'leader', page: at('old-testament-intercessors.q-grounds') },
  { name: 'hymn', edition: 'participant', page: holding('Our priest has passed beyond the skies,') },
  { name: 'index', edition: 'participant', page: at('.index-of-passages') },
  { name: 'prayer-requests', edition: 'participant', page: at('.prayer-requests') },
  { name: 'notes', edition: 'participant', page: at('.notes') },
];

function at(place: string): (pdf: Pdf) => number | undefined {
  return ({ places }) => places.get(place)?.page;
}

/** The one page that has all these words. */
function holding(...words: string[]): (pdf: Pdf) => number | undefined {
  return ({ pages }) => {
    const found = pages.filter(({ lines }) => {
      const text = textOf(lines).replace(/\s+/g, ' ');
      return words.every((part) => text.includes(part));
    });
    return found.length === 1 ? found[0]?.number : undefined;
  };
}

/** Share of a page's dots that may differ: less than a moved line of text changes, more than another machine's edges do. */
const TOLERATED = 0.006;
/** How far a dot may be from its reference before it counts, from 0 to 1. */
const THRESHOLD = 0.2;
const REFERENCES = join(ROOT, 'test/reference');
const DRAWN = join(tmpdir(), 'gathering-pictures');

let pictures: Map<string, Buffer>;
beforeAll(async () => {
  const { pdf, bytes } = await sampleBooklet();
  mkdirSync(DRAWN, { recursive: true });
  pictures = new Map();
  for (const edition of ['leader', 'participant'] as const) {
    const kinds = KINDS.filter((kind) => kind.edition === edition);
    const numbers = kinds.map(({ name, page }) => {
      const number = page(pdf[edition]);
      if (number === undefined) throw new Error(`no page, or more than one, for the picture “${name}”`);
      return number;
    });
    const drawn = await drawPages(bytes[edition], numbers);
    for (const [index, { name }] of kinds.entries()) pictures.set(name, drawn[index] as Buffer);
  }
});

it.each(KINDS.map(({ name }) => name))('the %s page looks as it did', (name) => {
  const drawn = pictures.get(name) as Buffer;
  const reference = join(REFERENCES, `${name}.png`);
  if (process.env.UPDATE) {
    mkdirSync(REFERENCES, { recursive: true });
    writeFileSync(reference, drawn);
    return;
  }
  const [actual, changes] = [join(DRAWN, `${name}.png`), join(DRAWN, `${name}.changes.png`)];
  writeFileSync(actual, drawn);
  const advice = 'If the page is right as it is now, run: UPDATE=1 npx vitest run test/build/pictures.test.ts';
  if (!existsSync(reference)) expect.fail(`There is no ${reference} to compare ${actual} with. ${advice}`);
  const [was, is] = [PNG.sync.read(readFileSync(reference)), PNG.sync.read(drawn)];
  if (was.width !== is.width || was.height !== is.height)
    expect.fail(`${actual} is ${is.width} × ${is.height} dots, ${reference} ${was.width} × ${was.height}. ${advice}`);
  const marked = new PNG({ width: is.width, height: is.height });
  const different = pixelmatch(was.data, is.data, marked.data, is.width, is.height, { threshold: THRESHOLD });
  const share = different / (is.width * is.height);
  if (share <= TOLERATED) return;
  writeFileSync(changes, PNG.sync.write(marked));
  expect.fail(
    `${(share * 100).toFixed(1)} % of ${actual} differs from ${reference}; ${changes} shows where. ${advice}`,
  );
});

it('a comparison notices a line that moved, and a page without its text', async () => {
  const { pdf, bytes } = await sampleBooklet();
  const place = pdf.participant.places.get('old-testament-intercessors.q-grounds')?.page ?? 1;
  const [page, next] = (await drawPages(bytes.participant, [place, place + 1])).map((png) =>
    PNG.sync.read(png),
  ) as PNG[] as [PNG, PNG];
  const share = (other: Uint8Array) =>
    pixelmatch(page.data, other, undefined, page.width, page.height, { threshold: THRESHOLD }) /
    (page.width * page.height);
  expect(share(next.data)).toBeGreaterThan(TOLERATED * 2);
  const moved = new Uint8Array(page.data);
  // Everything in the lower half three dots further down.
  const half = page.width * 4 * Math.round(page.height / 2);
  moved.set(page.data.subarray(half, page.data.length - page.width * 12), half + page.width * 12);
  expect(share(moved)).toBeGreaterThan(TOLERATED);
  expect(share(new Uint8Array(page.data.length).fill(255))).toBeGreaterThan(TOLERATED * 2);
});
