import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFRef } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { bytesOf, type Made, made } from '../../support/booklet.js';
import { bodyLines, readPdf, textOf } from '../../support/pdf.js';
import {
  contentsOf,
  elementsIn,
  heard,
  printed,
  readTaggedFile,
  type TaggedElement,
  type TaggedFile,
  treeText,
} from '../../support/tag-tree.js';
import { wordsOf } from '../../support/words.js';

const BOOKLET = fileURLToPath(new URL('./fixtures/booklet', import.meta.url));
/** Margins of the theme, in points, that heads and folios stand in. */
const TEXT_BLOCK = { top: 46, bottom: 50 };
const EDITIONS = ['leader', 'participant'] as const;

let booklet: Made;
let files: Record<string, TaggedFile>;
beforeAll(async () => {
  booklet = await made({ booklets: [BOOKLET], editions: [...EDITIONS] });
  const read = EDITIONS.map(async (edition) => [edition, await readTaggedFile(bytesOf(booklet, edition))] as const);
  files = Object.fromEntries(await Promise.all(read));
});

const fileOf = (edition: string): TaggedFile => files[edition] as TaggedFile;
const all = (edition: string, role: string): TaggedElement[] =>
  [...elementsIn(fileOf(edition).root)].filter((element) => element.role === role);

describe.each(EDITIONS)('the tags of the %s edition', (edition) => {
  it('are those of each kind of page, in the order in which they are read', async () => {
    expect(booklet.messages.filter(({ fatal }) => fatal)).toEqual([]);
    await expect(treeText(fileOf(edition).root)).toMatchFileSnapshot(`./fixtures/${edition}.txt`);
  });

  it('hold every word of the pages, and in their order, but for heads and folios', async () => {
    const pdf = await readPdf(bytesOf(booklet, edition));
    const pages = pdf.pages.map((page) => textOf(page.number === 1 ? page.lines : bodyLines(page, TEXT_BLOCK)));
    expect(wordsOf(pages.join('\n')).length).toBeGreaterThan(300);
    expect(wordsOf(printed(fileOf(edition).root))).toEqual(wordsOf(pages.join('\n')));
  });

  it('leave out no level of heading on the way down', () => {
    for (const section of fileOf(edition).root.kids as TaggedElement[]) {
      const levels = [...elementsIn(section)].flatMap(({ role }) => /^H(\d)$/.exec(role)?.[1] ?? []).map(Number);
      levels.forEach((level, index) => {
        expect(level, heard(section).slice(0, 40)).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
      });
    }
    expect(all(edition, 'H1').map((title) => heard(title).trim())).toContain('Every Kind of Block');
    expect(all(edition, 'H2').map((title) => heard(title).trim())).toContain('A heading that skips a level');
  });

  it('give every link words of its own', () => {
    const links = all(edition, 'Link');
    expect(links.length).toBeGreaterThan(10);
    for (const link of links) {
      const annotations = link.kids.flatMap((kid) => ('annotation' in kid ? [kid] : []));
      expect(annotations.length, heard(link)).toBeGreaterThan(0);
      for (const { annotation, name } of annotations) {
        expect(annotation).toBe('Link');
        expect(name).not.toBe('');
      }
    }
    const { file } = fileOf(edition);
    const annotations = file.getPages().flatMap((page) => page.node.Annots()?.asArray() ?? []);
    const annotated = annotations.filter((one) => subtypeOf(file.context.lookup(one, PDFDict)) === 'Link').length;
    expect(links.flatMap(({ kids }) => kids.filter((kid) => 'annotation' in kid))).toHaveLength(annotated);
  });

  it('are found from every piece of marked content and every annotation', () => {
    const { file, root } = fileOf(edition);
    const tree = file.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
    const numbers = tree.lookup(PDFName.of('ParentTree'), PDFDict).lookup(PDFName.of('Nums'), PDFArray).asArray();
    const parents = new Map(
      numbers.flatMap((key, i) => (i % 2 ? [] : [[(key as PDFNumber).asNumber(), numbers[i + 1]]])),
    );
    const elements = new Map([...elementsIn(root)].map((element) => [element.object, element]));
    const holder = (value: unknown) => elements.get((value as PDFRef).objectNumber) as TaggedElement;
    file.getPages().forEach((page, index) => {
      const key = page.node.lookup(PDFName.of('StructParents'), PDFNumber).asNumber();
      const marks = (contentsOf(file)[index] ?? []).flatMap((line) => /\/(\w+) <<\/MCID (\d+)>> BDC/.exec(line) ?? []);
      const list = parents.get(key) as PDFArray;
      expect(list.size()).toBe(marks.length / 3);
      list.asArray().forEach((ref, mark) => {
        const { kids, role } = holder(ref);
        expect(kids).toContainEqual(expect.objectContaining({ page: index, mark }));
        expect(marks.slice(mark * 3 + 1, mark * 3 + 3)).toEqual([role, String(mark)]);
      });
      for (const annotation of page.node.Annots()?.asArray() ?? []) {
        const entry = file.context.lookup(annotation, PDFDict);
        const own = entry.lookup(PDFName.of('StructParent'), PDFNumber).asNumber();
        expect(own).toBeGreaterThanOrEqual(file.getPageCount());
        expect(holder(parents.get(own)).kids).toContainEqual(
          expect.objectContaining({ page: index, annotation: subtypeOf(entry) }),
        );
      }
    });
    const next = tree.lookup(PDFName.of('ParentTreeNextKey'), PDFNumber).asNumber();
    expect([...parents.keys()]).toEqual(Array.from({ length: next }, (_, key) => key));
  });

  it('mark all that is painted, and nest with text and saved states', () => {
    for (const [index, lines] of contentsOf(fileOf(edition).file).entries())
      expect(faultsOf(lines), `page ${index + 1}`).toEqual([]);
  });
});

describe('what the tags say', () => {
  it('tells the number of a question with its words, and has a field in the place of a blank', () => {
    const [first] = all('participant', 'P').filter((element) => heard(element).includes('What does the'));
    expect(
      heard(first as TaggedElement)
        .replace(/\s+/g, ' ')
        .trim(),
    ).toBe('1 What does the do for them?');
    const kids = first?.kids.map((kid) => ('role' in kid ? kid.role : 'words'));
    expect(kids).toEqual(['Lbl', 'words', 'Form', 'words']);
  });

  it('gives pictures their alternative text and their place', () => {
    const [figure, ...others] = all('participant', 'Figure');
    expect(others).toEqual([]);
    expect(figure?.says.alt).toBe('Two triangles, one within the other');
    expect(figure?.says.BBox).toMatch(/^\[ [\d.]+ [\d.]+ [\d.]+ [\d.]+ \]$/);
  });

  it('makes one element of a paragraph that runs over pages', async () => {
    const long = `A word that ${'runs on and on '.repeat(400)}ends.`;
    const source = readFileSync(`${BOOKLET}/foreword.md`, 'utf8').replace('A chapter has paragraphs, too.', long);
    const { buildTiny, tinyBooklet, tinyWorld } = await import('../../support/tiny.js');
    const { root } = await readTaggedFile(bytesOf(await buildTiny(tinyWorld(tinyBooklet(source))), 'participant'));
    const [paragraph] = [...elementsIn(root)].filter(({ role, kids }) => role === 'P' && kids.length > 1);
    const pages = paragraph?.kids.map((kid) => ('page' in kid ? kid.page : -1)) ?? [];
    expect(pages.length).toBeGreaterThan(1);
    expect(pages).toEqual(pages.map((_, index) => (pages[0] ?? 0) + index));
    expect(heard(paragraph as TaggedElement).replace(/\s+/g, ' ')).toMatch(
      /^A word that runs .* ends\. This one says so twice/,
    );
  });

  it('reads a table’s head once, where it is set again on the next page', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => `| ${index + 1} | row |`).join('\n');
    const { buildTiny, lessonOf, tinyBooklet, tinyWorld } = await import('../../support/tiny.js');
    const world = tinyWorld(tinyBooklet(lessonOf(`| Count | What |\n|---|---|\n${rows}`)));
    const bytes = bytesOf(await buildTiny(world), 'participant');
    const { root } = await readTaggedFile(bytes);
    const tables = [...elementsIn(root)].filter(({ role }) => role === 'Table');
    expect(tables).toHaveLength(1);
    expect(tables[0]?.kids).toHaveLength(61);
    expect(heard(root).match(/Count/g)).toHaveLength(1);
    const onPages = (await readPdf(bytes)).pages.flatMap(({ lines }) => lines.map(({ text }) => text)).join('\n');
    expect(onPages.match(/COUNT|Count/g)?.length).toBeGreaterThan(1);
  });

  it('keeps pages for notes apart, however often the page stands in the booklet', () => {
    const notes = all('participant', 'H1').filter((title) => heard(title).trim() === 'Notes');
    expect(notes.length).toBeGreaterThan(1);
    for (const { kids } of notes) expect(kids).toHaveLength(1);
  });

  it('tells what the file promises to be', async () => {
    const { xmp, info } = await readPdf(bytesOf(booklet, 'participant'));
    expect(xmp).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(info.Language).toBe('en');
  });
});

describe('the search for unmarked paint', () => {
  it.each([
    ['unmarked text', ['BT', '(a) Tj', 'ET'], 'BT is not marked'],
    ['an unmarked area', ['0 0 1 1 re', 'f'], 'f is not marked'],
    ['a mark in a mark', ['/P <</MCID 0>> BDC', '/Artifact BMC', 'EMC', 'EMC'], 'a mark in a mark'],
    ['a mark that ends in another state', ['/Artifact BMC', 'q', 'EMC', 'Q'], 'EMC ends q'],
    ['a state that is never restored', ['q'], 'q is open at the end'],
  ])('finds %s', (_, lines, fault) => {
    expect(faultsOf(lines)).toContain(fault);
  });
});

/** What is wrong with the marks of a page's content. */
function faultsOf(lines: readonly string[]): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const close = (operator: string, opener: string) => {
    const last = open.pop();
    if (last !== opener) faults.push(`${operator} ends ${last ?? 'nothing'}`);
  };
  for (const line of lines) {
    const operator = line.slice(line.lastIndexOf(' ') + 1);
    const isMarked = open.includes('mark');
    if (operator === 'q' || operator === 'BT') open.push(operator);
    if (operator === 'Q') close(operator, 'q');
    if (operator === 'ET') close(operator, 'BT');
    if (operator === 'EMC') close(operator, 'mark');
    if (operator === 'BDC' || operator === 'BMC') {
      if (isMarked) faults.push('a mark in a mark');
      open.push('mark');
    }
    if (/^(?:S|s|f|F|f\*|B|B\*|b|b\*|sh|Do|BT)$/.test(operator) && !isMarked) faults.push(`${operator} is not marked`);
  }
  return [...faults, ...open.map((one) => `${one} is open at the end`)];
}

function subtypeOf(annotation: PDFDict): string {
  return annotation.lookup(PDFName.of('Subtype'), PDFName).decodeText();
}
