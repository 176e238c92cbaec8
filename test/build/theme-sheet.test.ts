import { existsSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { themeSheet } from '../../src/build/theme-sheet/theme-sheet.js';
import type { ThemeSheetRequest } from '../../src/build-types.js';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import { ROOT } from '../support/booklet.js';
import { type Pdf, readPdf, textOf } from '../support/pdf.js';
import { lessonOf, tinyBooklet, tinyWorld, WORK } from '../support/tiny.js';

const FILES = {
  ...tinyBooklet(
    lessonOf(
      [
        'Words that open the lesson. '.repeat(60),
        '::scripture[Romans 8:18-39]',
        'Words between them. '.repeat(120),
        '::::question{lines=6}\nWho asks?\n\n:::answer\nNobody but leaders read this.\n:::\n::::',
        ':::question{lines=6}\nWho answers?\n:::',
      ].join('\n\n'),
    ),
    'title: Tiny\npaper: a4\n',
  ),
  'lessons/tiny/2-two.md': lessonOf('The other lesson. [Back](#one)').replace('title: One', 'title: Two'),
  'templates/harvest/theme.yaml':
    'extends: classic\ndescription: Ochre for autumn\ncolor:\n  accent: "#8a4b08"\n  cover-ground: "#8a4b08"\n',
  'templates/broken/theme.yaml': 'extends: classic\ncolour: red\n',
};

/** Those that come with Gathering, and the one above that works. */
const THEMES = [...readdirSync(`${ROOT}/templates`), 'harvest']
  .filter((name) => name === 'harvest' || existsSync(`${ROOT}/templates/${name}/theme.yaml`))
  .sort();

const sheet = (request: Partial<ThemeSheetRequest> = {}, files: Record<string, string> = FILES) =>
  themeSheet(tinyWorld(files), {
    base: WORK,
    templates: [`${WORK}/templates`],
    folder: `${WORK}/lessons/tiny`,
    ...request,
  });

describe('a contact sheet of themes', () => {
  let made: Awaited<ReturnType<typeof sheet>>;
  let pdf: Pdf;

  beforeAll(async () => {
    made = await sheet();
    pdf = await readPdf(made.value?.bytes ?? new Uint8Array());
  });

  const text = () => pdf.pages.flatMap(({ lines }) => textOf(lines)).join('\n');

  it('shows every theme that works, on the booklet’s paper', () => {
    expect(made.value?.themes).toEqual(THEMES);
    expect(pdf.pages).toHaveLength(Math.ceil(THEMES.length / 3));
    for (const { width, height } of pdf.pages) expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
    for (const words of ['Tiny', 'One', 'classic', 'harvest', 'Ochre for autumn']) expect(text()).toContain(words);
  });

  it('shows cover, opener, text and questions of each, and nothing for leaders', () => {
    const times = (words: string) => text().split(words).length - 1;
    // On the cover of each, and at the head of the sheet; the opener has the lesson’s title.
    expect(times('Who asks?')).toBe(THEMES.length);
    expect(times('Words that open the lesson.')).toBeGreaterThan(30);
    expect(times('For I consider that the sufferings')).toBe(THEMES.length);
    expect(text()).not.toContain('Nobody but leaders');
  });

  it('keeps within the sheet', () => {
    const [page] = pdf.pages;
    for (const { x, y } of page?.lines.flatMap(({ items }) => items) ?? []) {
      expect(x).toBeGreaterThan(30);
      expect(x).toBeLessThan(565);
      expect(y).toBeGreaterThan(25);
      expect(y).toBeLessThan(817);
    }
  });

  it('says which theme it leaves out, and why', () => {
    expect(formatDiagnostics(made.messages)).toMatch(/^templates\/broken\/theme\.yaml:2:1 {2}unknown-key/);
  });

  it('is made to the same bytes again', async () => {
    const again = await sheet();
    expect(Buffer.compare(again.value?.bytes ?? Buffer.of(), made.value?.bytes ?? Buffer.of(1))).toBe(0);
  });

  it.each(['2', 'two', '2-two', '2-two.md'])('shows the lesson that is named: %s', async (lesson) => {
    const { value } = await sheet({ lesson });
    const { pages } = await readPdf(value?.bytes ?? new Uint8Array());
    expect(pages.map(({ lines }) => textOf(lines)).join('\n')).toContain('The other lesson.');
  });

  it('says that there is no such lesson', async () => {
    const { value, messages } = await sheet({ lesson: '2-tow' });
    expect(value).toBeUndefined();
    expect(formatDiagnostics(messages)).toContain(
      'no lesson “2-tow”; expected the number, the id or the file of a lesson; did you mean “2-two”?',
    );
  });

  it('says what stands in the way of a booklet that cannot be read, once', async () => {
    const { value, messages } = await sheet({}, { ...FILES, 'lessons/tiny/booklet.yaml': 'titel: Tiny\n' });
    expect(value).toBeUndefined();
    expect(messages.filter(({ ruleId, file }) => ruleId === 'unknown-key' && file?.startsWith('lessons'))).toHaveLength(
      1,
    );
  });
});
