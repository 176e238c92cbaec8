import { beforeAll, describe, expect, test } from 'vitest';
import { BOOKS } from '../../src/scripture/books.js';
import { bindReference, formatReference } from '../../src/scripture/house-style.js';
import { readLabel } from '../../src/scripture/labels.js';
import { ENGLISH } from '../../src/scripture/languages/english.js';
import { checkReferenceLanguage, loadReferenceLanguage, withBookNames } from '../../src/scripture/languages/load.js';
import type { ReferenceLanguage } from '../../src/scripture/languages/model.js';
import { loadTranslation } from '../../src/scripture/library.js';
import { findInProse, type ProseContext } from '../../src/scripture/partial-references.js';
import { osisOf } from '../../src/scripture/ranges.js';
import { findReferences } from '../../src/scripture/references.js';
import type { Translation } from '../../src/scripture/translation.js';
import { world } from './lessons.js';

let spanish: ReferenceLanguage;
beforeAll(async () => {
  spanish = await loadReferenceLanguage('es-MX');
});

const shown = (text: string, language: ReferenceLanguage, kind: 'prose' | 'label' = 'prose') =>
  findReferences(text, kind, language).map(({ start, end, ranges }) => `${text.slice(start, end)} = ${osisOf(ranges)}`);

describe('Spanish', () => {
  test.each([
    ['véase Hebreos 7:25', ['Hebreos 7:25 = Heb.7.25']],
    ['Lc 22:31-34, 54-62.', ['Lc 22:31-34, 54-62 = Luke.22.31-Luke.22.34,Luke.22.54-Luke.22.62']],
    ['Éxodo 32:11-14; 33:12-17', ['Éxodo 32:11-14; 33:12-17 = Exod.32.11-Exod.32.14,Exod.33.12-Exod.33.17']],
    ['Romanos 8:26 y 27', ['Romanos 8:26 = Rom.8.26', '27 = Rom.8.27']],
    ['Juan 7:53–8:11', ['Juan 7:53–8:11 = John.7.53-John.8.11']],
    ['Lucas 22:31 al 34', ['Lucas 22:31 al 34 = Luke.22.31-Luke.22.34']],
    ['Mateo 5 a 7', ['Mateo 5 a 7 = Matt.5.1-Matt.7.999']],
    ['Lucas 22,31-34', ['Lucas 22,31-34 = Luke.22.31-Luke.22.34']],
    ['(Lucas 22:31, RVR1909)', ['Lucas 22:31 = Luke.22.31']],
    ['(Lucas 22:31, NVI)', ['Lucas 22:31 = Luke.22.31']],
    ['1.ª Corintios 13:4 y 1ª Juan 2:1', ['1.ª Corintios 13:4 = 1Cor.13.4', '1ª Juan 2:1 = 1John.2.1']],
    ['Primera carta a los Corintios 13:4', ['Primera carta a los Corintios 13:4 = 1Cor.13.4']],
    ['Isaías 53:12; Romanos 8:34', ['Isaías 53:12 = Isa.53.12', 'Romanos 8:34 = Rom.8.34']],
    ['el Salmo 23 de David', ['Salmo 23 = Ps.23.1-Ps.23.999']],
    ['Judas 3', ['Judas 3 = Jude.1.3']],
    ['Romanos 8. 34 personas', ['Romanos 8 = Rom.8.1-Rom.8.999']],
    ['Hebreos 7:25 y 3 textos más', ['Hebreos 7:25 = Heb.7.25']],
    ['¿Qué dice? «Hebreos 7:25» lo dice.', ['Hebreos 7:25 = Heb.7.25']],
  ])('finds what is a reference: %s', (text, expected) => {
    expect(shown(text, spanish)).toEqual(expected);
  });

  test.each([
    'Hebreos es una carta larga, y Romanos también',
    'Tiene 3 hijos y Juan 21 años',
    'Es 3 veces mayor. Es 3:30 muy tarde?',
    'Marcos 3 de ustedes como líderes',
    'La 3 y la 4',
    'Mi 2 de mayo',
    'Mar 3:30 es la cita con el médico',
    'Ha 2 años que no viene',
    'Pedro 3 veces lloró',
    'Nos vemos con Juan 7:30 p. m.',
    'lucas 22:31',
    'Santiago 15 de enero',
    'versículo 4',
    'En el año 70, 6.000 huyeron',
  ])('passes over what is none: %s', (text) => {
    expect(shown(text, spanish)).toEqual([]);
  });

  const context: ProseContext = { lesson: { book: 'Luke', chapter: 22 }, named: [] };
  const inProse = (text: string, more = context) =>
    findInProse(text, more, spanish).map(({ start, end, ranges }) => `${text.slice(start, end)} = ${osisOf(ranges)}`);

  test('supplies book and chapter', () => {
    expect(inProse('En el v. 32, los vv. 33–34, los versículos 31 y 32, y el versículo 31 al 33.')).toEqual([
      'v. 32 = Luke.22.32',
      'vv. 33–34 = Luke.22.33-Luke.22.34',
      'versículos 31 y 32 = Luke.22.31,Luke.22.32',
      'versículo 31 al 33 = Luke.22.31-Luke.22.33',
    ]);
    expect(inProse('Él ora (22:32) como en 22:41; nos vemos a las 7:30 (u 8:15 h).')).toEqual([
      '22:32 = Luke.22.32',
      '22:41 = Luke.22.41',
    ]);
    expect(inProse('El Salmo 110:1 se canta, pero ¿qué dice el versículo 4?')).toContain('versículo 4 = Ps.110.4');
  });

  test.each([
    'Cantemos el versículo 2 del himno.',
    'Lea el versículo 2 del poema.',
    'Compare Isaías 53:12. ¿Qué añade el versículo 11?',
    'Nos vemos en 7:30 h.',
  ])('leaves a verse alone where it could be another: %s', (text) => {
    expect(inProse(text).filter((found) => /vers|7:30/.test(found))).toEqual([]);
  });

  test('reads every book by the name it prints', async () => {
    const web = (await loadTranslation(
      world,
      'WEB',
      BOOKS.map(({ osis }) => osis),
    )) as Translation;
    for (const { osis } of BOOKS) {
      const verse = { book: osis, chapter: 1, verse: 1 };
      const printed = formatReference([{ start: verse, end: verse }], web, spanish);
      expect(shown(printed, spanish, 'label')).toEqual([`${printed} = ${osis}.1.1`]);
    }
    const psalms = (from: number, to: number) =>
      formatReference(
        [
          {
            start: { book: 'Ps', chapter: from, verse: 1 },
            end: { book: 'Ps', chapter: to, verse: web.verses('Ps', to) },
          },
        ],
        web,
        spanish,
      );
    expect([psalms(23, 23), psalms(1, 3)]).toEqual(['Salmo\u00a023', 'Salmos\u00a01–3']);
  });

  test('binds the parts of a reference', () => {
    expect(bindReference('Lucas 22:31-34 y 54', spanish)).toBe('Lucas\u00a022:31–34 y 54');
    expect(bindReference('Lucas 22 and 23', spanish)).toBe('Lucas\u00a022\u00a0and\u00a023');
  });

  test.each([
    ['Corintios 13', 'a book with its number', 'write 1 or 2 before “Corintios”'],
    ['Lucs 22:31', 'a reference such as “Lucas 22:31-34, 54-62”', 'did you mean “Lucas 22:31”?'],
    [
      'Lucas 22:31 RVR1909',
      'a reference such as “Lucas 22:31-34, 54-62”',
      'name the translation as {translation=RVR1909}',
    ],
    ['Lucas 22:31 otra vez', 'a reference such as “Lucas 22:31-34, 54-62”', 'leave out “otra vez”'],
  ])('tells what is wrong with %s', (label, expected, advice) => {
    expect(readLabel(label, spanish).problem).toEqual({ expected, advice });
  });

  test('reads labels of several parts', () => {
    const read = readLabel('Lucas 22:31 y 32; Juan 21:15-19', spanish);
    expect(read.problem ?? osisOf(read.reference.ranges)).toBe('Luke.22.31,Luke.22.32,John.21.15-John.21.19');
  });

  test('does not disturb English', () => {
    expect(shown('Luke 22:31 and John 21', ENGLISH)).toEqual([
      'Luke 22:31 = Luke.22.31',
      'John 21 = John.21.1-John.21.999',
    ]);
    expect(shown('Lucas 22:31', ENGLISH)).toEqual([]);
    expect(shown('Lucas 22:31', spanish)).toEqual(['Lucas 22:31 = Luke.22.31']);
  });
});

describe('other languages', () => {
  test.each([
    ['de', 'siehe Lukas 22,31-34 und Hebräer 7:25', ['Lukas', 'Hebräer']],
    ['de', 'siehe Lukas 22,31-34.', ['Lukas 22,31-34 = Luke.22.31-Luke.22.34']],
    ['fr', 'voir Luc 22.31-34', ['Luc 22.31-34 = Luke.22.31-Luke.22.34']],
    ['pt-BR', 'veja Lucas 22:31', ['Lucas 22:31 = Luke.22.31']],
    ['zh', '（路加福音22:31）', ['路加福音22:31 = Luke.22.31']],
    ['nb', 'se Lukas 22:31', ['Lukas 22:31 = Luke.22.31']],
  ])('%s: %s', async (tag, text, expected) => {
    const language = await loadReferenceLanguage(tag);
    expect(language.missing).toBeUndefined();
    const found = shown(text, language);
    expect(found).toHaveLength(expected.length);
    for (const [index, part] of expected.entries()) expect(found[index]).toContain(part);
  });

  test.each([['Am 5. Mai und am 15. Mai'], ['Er ist 3']])('passes over German %s', async (text) => {
    expect(shown(text, await loadReferenceLanguage('de'))).toEqual([]);
  });

  test('are called as the Bible’s headers say, else in English', async () => {
    const german = await loadReferenceLanguage('de');
    const named = withBookNames(german, new Map([['Ps', 'Psalm']]));
    expect(german.names.get('Ps')).toBe('Psalms');
    expect([named.names.get('Ps'), named.psalm, named.names.get('Luke')]).toEqual(['Psalm', undefined, 'Luke']);
    expect(withBookNames(german, new Map([['Luke', 'Lukas']])).psalm).toBe('Psalm');
    expect(withBookNames(spanish, new Map([['Ps', 'SALMOS']]))).toBe(spanish);
  });

  test.each(['xx', 'full', 'ascii', '../en', 'qaa-x-private', 'constructor', ''])('has none for %j', async (tag) => {
    const language = await loadReferenceLanguage(tag);
    expect(language).toMatchObject({ tag: 'en', missing: tag });
    const [message] = checkReferenceLanguage(language, { file: 'a/booklet.yaml' });
    expect(message).toMatchObject({ ruleId: 'language-references', fatal: false, file: 'a/booklet.yaml' });
  });

  test('are loaded once', async () => {
    expect(await loadReferenceLanguage('es')).toBe(spanish);
    expect(await loadReferenceLanguage('en-GB')).toBe(ENGLISH);
    expect(checkReferenceLanguage(spanish, { file: 'b' })).toEqual([]);
  });
});
