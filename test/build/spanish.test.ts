import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import { bytesOf, type Made, ROOT } from '../support/booklet.js';
import { type Pdf, readPdf, textOf } from '../support/pdf.js';
import { buildTiny, tinyWorld, WORK } from '../support/tiny.js';
import { spanishBible } from '../support/usfm.js';

const FOLDER = 'lessons/spanish';
const fixture = (name: string) => readFileSync(`${ROOT}/test/fixtures/spanish/${name}`, 'utf8');

const FILES: Record<string, string> = {
  [`${FOLDER}/booklet.yaml`]: fixture('booklet.yaml'),
  [`${FOLDER}/1-simon.md`]: fixture('1-simon.md'),
  ...spanishBible(`${FOLDER}/biblia`),
};

const made = (files: Record<string, string> = FILES): Promise<Made> =>
  buildTiny(tinyWorld(files), { booklets: [`${WORK}/${FOLDER}`] });

const flow = (pdf: Pdf): string =>
  pdf.pages
    .map((page) => textOf(page.lines))
    .join('\n')
    .replaceAll('\u00ad', '')
    .replace(/\s+/g, ' ');

// Built when a booklet may name a folder of USFM as its translation.
describe('a booklet in Spanish with a translation of its own', () => {
  let result: Made;
  let leader: Pdf;
  let participant: Pdf;

  beforeAll(async () => {
    result = await made();
    expect(formatDiagnostics(result.messages)).toBe('');
    leader = await readPdf(bytesOf(result, 'leader'));
    participant = await readPdf(bytesOf(result, 'participant'));
  });

  it('is a Spanish document', () => {
    expect([leader.language, participant.language]).toEqual(['es', 'es']);
  });

  it('prints the passages of its translation with verse numbers, in both editions', () => {
    for (const text of [flow(leader), flow(participant)]) {
      expect(text).toContain('Aquí se prueba la primera frase, que tiene unas palabras.');
      expect(text).toContain('Aquí se prueba la cuarta frase.');
      for (const line of ['Una línea corta del poema;', 'otra le responde.', 'Sigue la mañana clara;']) {
        expect(text).toContain(line);
      }
      // A theme may set them in capitals.
      for (const reference of ['lucas 22:31–34', 'salmo 23:1–3']) expect(text.toLowerCase()).toContain(reference);
      for (const left of ['Una nota.', 'Un título de salmo', 'El título mayor', 'Nada más se dice.'])
        expect(text).not.toContain(left);
    }
  });

  it('keeps the lines of poetry and their indents', () => {
    const lines = participant.pages.flatMap((page) => page.lines);
    const first = lines.find(({ text }) => text.includes('Una línea corta del poema;'));
    const second = lines.find(({ text }) => text.includes('otra le responde.'));
    expect(second?.y).toBeGreaterThan(first?.y ?? Number.NaN);
    expect(second?.x).toBeGreaterThan(first?.x ?? Number.NaN);
  });

  it('shows answers to the leader only', () => {
    const answer = 'La oración no siempre quita la dificultad.';
    expect(flow(leader)).toContain(answer);
    expect(flow(participant)).not.toContain(answer);
    expect(flow(participant)).not.toContain('confirmar');
  });

  it('links references in running text to the passage that is printed', () => {
    const links = leader.pages.flatMap((page) => page.links);
    for (const words of ['v. 32', 'versículos 31 y 32', 'versículos 33 al 34']) {
      expect(
        links.some(({ text, to }) => text.replace(/\s+/g, ' ').includes(words) && to),
        words,
      ).toBe(true);
    }
  });

  it('names the books of its index in Spanish, in the order of the Bible', () => {
    const text = flow(leader);
    const index = text.slice(text.lastIndexOf('Salmos'));
    const books = ['Salmos', 'Lucas', 'Juan', 'Romanos', 'Hebreos', '1 Juan'].map((book) => index.indexOf(book));
    expect(books.every((at) => at >= 0)).toBe(true);
    expect(books).toEqual([...books].sort((a, b) => a - b));
    expect(index).toMatch(/Hebreos 7:25/);
    expect(index).toMatch(/Romanos 8:26–27/);
  });

  it('prints the translation’s notice', () => {
    for (const text of [flow(leader), flow(participant)]) {
      expect(text).toContain('El texto de estos versículos se escribió solo para probar el programa.');
    }
  });

  it('is the same, byte for byte, a second time', async () => {
    const again = await made();
    expect(bytesOf(again, 'leader')).toEqual(bytesOf(result, 'leader'));
    expect(bytesOf(again, 'participant')).toEqual(bytesOf(result, 'participant'));
  });

  it.each([
    [
      'a quotation that is not in it',
      '1-simon.md',
      'prueba la segunda frase',
      'prueba la sexta frase',
      'quotation-differs',
    ],
    [
      'a passage that it lacks',
      '1-simon.md',
      '::scripture[Salmo 23:1-3]',
      '::scripture[Hebreos 7:25]',
      'reference-missing',
    ],
    ['a verse that no Bible has', '1-simon.md', 'Hebreos 7:25', 'Hebreos 7:52', 'reference-missing'],
    ['a folder that is not there', 'booklet.yaml', './biblia', './nada', 'file-missing'],
    ['a folder outside', 'booklet.yaml', './biblia', '../biblia', 'path-outside'],
    ['a broken verse', 'biblia/43-LUK.usfm', '\\v 32', '\\v 31', 'usfm-verse'],
    ['a missing notice', 'biblia/bible.yaml', 'notice:', 'note:', 'missing-key'],
  ])('tells of %s', async (_, file, from, to, rule) => {
    const path = `${FOLDER}/${file}`;
    const { messages } = await made({ ...FILES, [path]: (FILES[path] ?? '').replace(from, to) });
    expect(messages.map(({ ruleId }) => ruleId)).toContain(rule);
  });
});
