import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import { mm } from '../../src/geometry/units.js';
import { loadTheme } from '../../src/theme/load.js';
import type { Theme } from '../../src/theme/model.js';
import { diskWorld } from '../../src/world/disk.js';
import { bytesOf, type Made, made, ROOT } from '../support/booklet.js';
import { type Mark, type Pdf, type PdfPage, readPdf } from '../support/pdf.js';
import { tinyBooklet, tinyWorld, WORK } from '../support/tiny.js';

const TEMPLATES = `${ROOT}/templates`;
const THEMES = ['modern', 'heritage', 'youth'] as const;
type Name = (typeof THEMES)[number];

const LESSON = `---
title: The Sower
subtitle: What becomes of the seed
aim: To ask for *good* soil.
memory-verse: Mark 4:20
---

## Begin

Words to begin with.

:::leader[A note]
For the leader alone.
:::

::::question{minutes=5 kind=understand}
Where does the seed fall?

:::answer
Along the path.
:::
::::

::memory-verse
`;

async function set(theme: Name, edition: string, yaml = '', targets: string[] = ['screen']): Promise<Made> {
  const world = tinyWorld(tinyBooklet(LESSON, `title: Tiny\nsubtitle: Of a kind\ntheme: ${theme}\n${yaml}\n`));
  const request = { base: WORK, booklets: [`${WORK}/lessons/tiny`], templates: [`${WORK}/templates`] };
  return made({ ...request, editions: [edition], targets: targets as never }, world);
}

const pdfOf = async (theme: Name, edition: string, yaml = ''): Promise<Pdf> =>
  readPdf(bytesOf(await set(theme, edition, yaml), edition));

async function themeOf(name: Name): Promise<Theme> {
  const { value } = await loadTheme(diskWorld(), name, { folders: [TEMPLATES], base: ROOT });
  if (!value) throw new Error(`${name} did not load`);
  return value;
}

const linesOf = (pages: readonly PdfPage[]) => pages.flatMap(({ lines }) => lines);
const pageWith = (pdf: Pdf, words: string) =>
  pdf.pages.find(({ lines }) => lines.some(({ text }) => text.includes(words))) as PdfPage;
const lineWith = (page: PdfPage, words: string) => page.lines.find(({ text }) => text.includes(words));
const wide = ({ marks }: PdfPage) => marks.filter(({ left, right }) => right - left > 200);
const breadth = ({ left, right }: Mark) => right - left;

describe.each(THEMES)('the theme %s', (name) => {
  it.each([
    ['leader', ''],
    ['participant', 'paper: a4'],
    ['large-print', ''],
    ['handout', 'paper: a4'],
  ])('sets the %s edition without a word of warning (%s)', async (edition, yaml) => {
    const { messages } = await set(name, edition, yaml, ['screen', 'phone', 'home', 'copyshop', 'press']);
    // What a sheet costs is for the lesson to mend.
    expect(formatDiagnostics(messages.filter(({ ruleId }) => ruleId !== 'short-last-page'))).toBe('');
  });

  it('has type and hairlines in black ink alone, and inks for all colours that have none', () => {
    const { color } = parse(readFileSync(`${TEMPLATES}/${name}/theme.yaml`, 'utf8')) as {
      color: Record<string, { rgb: string; cmyk: number[] }>;
    };
    for (const key of ['ink', 'muted', 'rule'] as const) {
      expect(color[key]?.cmyk.slice(0, 3), key).toEqual([0, 0, 0]);
    }
    for (const [key, value] of Object.entries(color)) expect(value.cmyk, key).toHaveLength(4);
  });

  it('has a cover in nothing but the colours of the theme', () => {
    const art = readFileSync(`${TEMPLATES}/${name}/cover.svg`, 'utf8');
    const paints = [...art.matchAll(/(?:fill|stroke|stop-color)="([^"]*)"/g)].map(([, paint]) => paint);
    expect(paints.length).toBeGreaterThan(5);
    for (const paint of paints) expect(paint).toMatch(/^(?:none|\{[a-z-]+\})$/);
  });

  it.each(['letter', 'a4'])('keeps a long title out of the drawing (%s)', async (paper) => {
    const title = 'Learning to Hope Together Through the Long Years of Waiting and Wandering';
    const world = tinyWorld(tinyBooklet(LESSON, `title: ${title}\ntheme: ${name}\npaper: ${paper}\n`));
    const request = { base: WORK, booklets: [`${WORK}/lessons/tiny`], templates: [`${WORK}/templates`] };
    const pdf = await readPdf(bytesOf(await made({ ...request, editions: ['participant'] }, world), 'participant'));
    const cover = pdf.pages[0] as PdfPage;
    expect(Math.max(...cover.lines.map(({ y }) => y))).toBeLessThan(cover.height * 0.52);
    expect(Math.max(...cover.lines.map(({ right }) => right))).toBeLessThan(cover.width * 0.9);
  });
});

describe('what the themes show', () => {
  it('modern shows the lesson’s number as a large figure beside its word, and a rule above headings', async () => {
    const page = pageWith(await pdfOf('modern', 'participant'), 'What becomes of the seed');
    const { size } = await themeOf('modern');
    const number = linesOf([page]).find(({ text }) => /^session\s+1$/i.test(text));
    expect(number?.items.map((item) => item.size)).toEqual([size.lessonNumber, size.lessonNumber * 2.6]);
    const heading = lineWith(page, 'Begin');
    expect(wide(page).some(({ top }) => top < (heading?.y ?? 0) && top > (heading?.y ?? 0) - 30)).toBe(true);
  });

  it('youth shows numbers in the colour of paper on discs of the accent', async () => {
    const { color } = await themeOf('youth');
    for (const edition of ['leader', 'participant']) {
      const pdf = await pdfOf('youth', edition);
      const page = pageWith(pdf, 'Where does the seed fall');
      const number = linesOf([page]).find(({ text }) => text === '1');
      expect(number?.items[0]?.color).toBe(color.paper);
      const disc = page.marks.find(
        ({ left, right, top, bottom }) =>
          left < (number?.x ?? 0) &&
          right > (number?.right ?? 0) &&
          top < (number?.y ?? 0) &&
          bottom > (number?.y ?? 0),
      );
      expect(disc).toMatchObject({ kind: 'fill', color: color.accent });
      expect(disc && breadth(disc)).toBeCloseTo(disc ? disc.bottom - disc.top : 0, 1);
    }
  });

  it('heritage draws two frames round what is for the leader', async () => {
    const pdf = await pdfOf('heritage', 'leader');
    const page = pageWith(pdf, 'For the leader alone');
    const y = lineWith(page, 'For the leader alone')?.y ?? 0;
    const left = mm((await themeOf('heritage')).margins.outer);
    const sides = new Set(
      page.marks
        .filter(({ top, bottom, left: from, right }) => top < y && bottom > y && right - from < 2 && from < left + 30)
        .map(({ left: from }) => Math.round(from * 2) / 2),
    );
    expect(sides.size).toBeGreaterThanOrEqual(2);
  });

  it('the borders of heritage stand alike at all four edges of pages of any shape', async () => {
    for (const yaml of ['paper: letter', 'paper: a4', 'trim: letter']) {
      const cover = (await pdfOf('heritage', 'participant', yaml)).pages[0] as PdfPage;
      const marks = cover.marks.filter((mark) => breadth(mark) < cover.width - 1);
      const edges = [
        Math.min(...marks.map(({ left }) => left)),
        Math.min(...marks.map(({ top }) => top)),
        cover.width - Math.max(...marks.map(({ right }) => right)),
        cover.height - Math.max(...marks.map(({ bottom }) => bottom)),
      ];
      for (const edge of edges) expect(edge).toBeCloseTo(edges[0] ?? 0, 0);
      expect(edges[0]).toBeGreaterThan(9);
    }
  });

  it('a drawing of the booklet’s own has no border of the theme’s', async () => {
    const art = '<svg viewBox="0 0 396 612"><rect x="100" y="400" width="50" height="50" fill="{cover-ink}"/></svg>';
    const world = tinyWorld({
      ...tinyBooklet(LESSON, 'title: Tiny\ntheme: heritage\ncover: art.svg\n'),
      'lessons/tiny/art.svg': art,
    });
    const request = { base: WORK, booklets: [`${WORK}/lessons/tiny`], templates: [`${WORK}/templates`] };
    const pdf = await readPdf(bytesOf(await made({ ...request, editions: ['participant'] }, world), 'participant'));
    const { marks, width } = pdf.pages[0] as PdfPage;
    expect(marks.some((mark) => Math.abs(breadth(mark) - 50) < 1)).toBe(true);
    expect(marks.filter((mark) => mark.left < 30 && breadth(mark) < width - 1)).toEqual([]);
  });
});
