import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { hasErrors } from '../../src/diagnostics/diagnostic.js';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import { labelsFor } from '../../src/labels/labels-for.js';
import { ENGLISH } from '../../src/labels/make.js';
import { isLabel, labelRule } from '../../src/labels/model.js';
import { textNames } from '../../src/labels/own.js';
import { checkYaml } from '../../src/yaml/check.js';

const schema = z.object({ language: z.string().default('en'), labels: z.record(z.string(), z.unknown()).default({}) });

/** The labels of a booklet.yaml with these lines. */
function from(source: string) {
  const yaml = checkYaml({ file: 'booklet.yaml', source, schema });
  if (!yaml.value) throw new Error(formatDiagnostics(yaml.messages));
  const { value, messages } = labelsFor(yaml.value.language, yaml.value.labels, { file: 'booklet.yaml', ...yaml });
  return { labels: value, report: formatDiagnostics(messages), failed: hasErrors(messages) };
}

const place = { file: 'booklet.yaml', placeOf: () => undefined };
const of = (language: string, own: Record<string, unknown> = {}) => {
  const { value, messages } = labelsFor(language, own, place);
  return { labels: value, messages, report: formatDiagnostics(messages) };
};

describe('a language', () => {
  it.each([
    ['en', 'Session'],
    ['en-GB', 'Session'],
    ['eng', 'Session'],
    ['es', 'Sesión'],
    ['es-MX', 'Sesión'],
    ['es-419', 'Sesión'],
    ['spa', 'Sesión'],
    ['ES-mx', 'Sesión'],
    // No tag, but plain enough.
    ['es-MX-AR', 'Sesión'],
    ['en-GB-US', 'Session'],
  ])('%s has labels of its own', (language, lesson) => {
    const { labels, messages } = of(language);
    expect(labels.lesson).toBe(lesson);
    expect(messages).toEqual([]);
  });

  it('is not taken for another that begins alike', () => {
    expect(of('est').labels.lesson).toBe('Session');
    expect(of('est').report).toContain('label-missing');
  });

  it.each(['', '-', 'x', '__proto__', 'constructor', 'en_US', '\u0000', 'a'.repeat(5000)])(
    'named “%s” breaks nothing',
    (language) => {
      expect(of(language).labels.contents).toBe('Contents');
    },
  );
});

describe('a language without labels', () => {
  it('prints English, and says so once, with all that is missing', () => {
    const { labels, report, failed } = from('language: de\n');
    expect(labels.contents).toBe('Contents');
    expect(failed).toBe(false);
    const names = textNames('de');
    expect(report).toBe(
      `booklet.yaml:1:11  label-missing  warning: no words in the language “de” for ${names.length} labels (${names.join(', ')}); ` +
        'expected words for everything that the program itself prints; ' +
        'English is printed instead: add them beneath “labels”, as in “lesson: …”',
    );
  });

  it('is told only of what its booklet does not give', () => {
    const names = textNames('de').filter((name) => name !== 'made-with' && name !== 'total');
    const holds = (name: string) => {
      const label = name.replace(/-(?:one|other)$/, '');
      return isLabel(label) ? (labelRule(label).holds ?? []) : [];
    };
    const own = Object.fromEntries(
      names.map((name) => [
        name,
        holds(name)
          .map((value) => `{${value}}`)
          .join(', ') || 'Wort',
      ]),
    );
    expect(of('de', own).report).toContain('for 2 labels (total, made-with); ');
    expect(of('de', { ...own, total: 'Summe' }).report).toContain('for 1 label (made-with); ');
    const all = of('de', { ...own, total: 'Summe', 'made-with': 'Mit Gathering gemacht.' });
    expect(all.messages).toEqual([]);
    expect(all.labels.pathQuestions('1–3')).toBe('1–3');
  });

  it('is pointed to its own labels where it has some', () => {
    expect(from('language: de\nlabels:\n  total: Summe\n').report).toMatch(/^booklet.yaml:2:1 {2}label-missing/);
  });

  it('has its own plural forms', () => {
    const own = {
      'quoted-one': '{verses} werset: {translation}',
      'quoted-few': '{verses} wersety: {translation}',
      'quoted-many': '{verses} wersetów: {translation}',
    };
    const { labels, report } = of('pl', own);
    expect([1, 3, 5, 22].map((count) => labels.quoted(count, 'BG'))).toEqual([
      '1 werset: BG',
      '3 wersety: BG',
      '5 wersetów: BG',
      '22 wersety: BG',
    ]);
    expect(report).toContain(', quoted-other, ');
    expect(report).not.toContain('quoted-few');
  });

  it('counts English words as English does', () => {
    const { labels } = of('ja');
    expect(labels.quoted(1, 'JCB')).toBe('1 verse is quoted from the JCB.');
    expect(of('fr').labels.quoted(0, 'LSG')).toBe('0 verses are quoted from the LSG.');
    expect(of('ja', { 'quoted-other': '{translation} {verses}' }).labels.quoted(1, 'JCB')).toBe('JCB 1');
  });

  it('is told that its dates are English where nobody knows the names of its days', () => {
    const { report } = from('title: x\nlanguage: tlh\n');
    expect(report).toContain(
      'booklet.yaml:2:11  label-missing  warning: the language “tlh”, whose days and months have no names here; ' +
        'expected a language that dates can be written in; ' +
        'dates are written in English: check the tag, or leave “date” and “schedule” out',
    );
  });
});

describe('a booklet’s own labels', () => {
  it('are printed in place of the catalogue’s', () => {
    const { labels, report } = from(
      'language: es\nlabels:\n  lesson: Lección\n  min: "{minutes} minutos"\n  edition-leader: Guía de la maestra\n',
    );
    expect(report).toBe('');
    expect(labels.lesson).toBe('Lección');
    expect(labels.min(5)).toBe('5\u00a0minutos');
    expect(labels.editions.leader).toBe('Guía de la maestra');
    expect(labels.contents).toBe('Contenido');
  });

  it('leave the others as they are', () => {
    const { labels } = of('en', { lesson: 'Study' });
    const { lesson: _, ...others } = JSON.parse(JSON.stringify(labels)) as typeof labels;
    expect(ENGLISH).toMatchObject(others);
    expect(ENGLISH.lesson).toBe('Session');
  });

  it('may leave a number out where the form says it', () => {
    const { labels, messages } = of('en', { 'quoted-one': 'One verse comes from {translation}.' });
    expect(messages).toEqual([]);
    expect(labels.quoted(1, 'WEB')).toBe('One verse comes from WEB.');
    expect(labels.quoted(2, 'WEB')).toBe('2 verses are quoted from the WEB.');
    // French “one” is also none.
    expect(of('fr', { 'quoted-one': 'Un verset : {translation}' }).report).toContain('without {verses}');
  });

  it('are one line, however they were written', () => {
    expect(from('labels:\n  answered: |\n    What became\n    of it all\n').labels.answered).toBe(
      'What became of it all',
    );
    expect(of('en', { notes: 'My\u00a0notes' }).labels.notes).toBe('My\u00a0notes');
  });

  it.each([
    [
      'a slip',
      'lession: Study',
      'booklet.yaml:2:3  unknown-label  the label “lession”; expected the name of a label; did you mean “lesson”?',
    ],
    [
      'a name in another style',
      'memoryVerse: To learn',
      'booklet.yaml:2:3  unknown-label  the label “memoryVerse”; expected the name of a label; did you mean “memory-verse”?',
    ],
    [
      'the English words',
      'Readings for the week: This week',
      'booklet.yaml:2:3  unknown-label  the label “Readings for the week”; expected the name of a label; did you mean “readings”?',
    ],
    [
      'a label of several forms',
      'quoted: From {translation}',
      'booklet.yaml:2:3  unknown-label  the label “quoted”; expected the name of a label; in this language it has the names “quoted-one”, “quoted-other”',
    ],
    [
      'a form that the language has not',
      'path-questions-few: q. {ranges}',
      'booklet.yaml:2:3  unknown-label  the label “path-questions-few”; expected the name of a label; in this language it has the names “path-questions-one”, “path-questions-other”',
    ],
    [
      'an empty text',
      'lesson: " "',
      'booklet.yaml:2:11  wrong-value  the label “lesson” is empty; expected the words to print; write them, or leave the line out',
    ],
    [
      'a number',
      'lesson: 7',
      'booklet.yaml:2:11  wrong-value  the label “lesson” is no text; expected the words to print; put them in quotation marks',
    ],
    [
      'a list',
      'lesson: [a, b]',
      'booklet.yaml:2:11  wrong-value  the label “lesson” is no text; expected the words to print; put them in quotation marks',
    ],
    [
      'nothing',
      'lesson:',
      'booklet.yaml:2:3  wrong-value  the label “lesson” is no text; expected the words to print; put them in quotation marks',
    ],
    [
      'a mistyped placeholder',
      'min: "{minuts} min"',
      'booklet.yaml:2:8  label-placeholder  “{minuts}” in the label “min”; expected {minutes}; did you mean “{minutes}”?',
    ],
    [
      'a placeholder of another label',
      'quoted-other: "{verses} of {book}"',
      'booklet.yaml:2:17  label-placeholder  “{book}” in the label “quoted-other”; expected {verses} and {translation}; did you mean “{translation}”?',
    ],
    [
      'a missing placeholder',
      'min: minutes',
      'booklet.yaml:2:8  label-placeholder  the label “min” without {minutes}; expected {minutes}; put {minutes} where it is to be printed',
    ],
    [
      'a placeholder where there is nothing to put in',
      'contents: "{title}"',
      'booklet.yaml:2:13  label-placeholder  “{title}” in the label “contents”; expected words without braces; take it out',
    ],
    [
      'a variable',
      'lesson: "{{church}}"',
      'booklet.yaml:2:11  label-placeholder  “{{church}}” in the label “lesson”; expected words without braces; write the words out; labels take no variables',
    ],
    [
      'a brace alone',
      'min: "{minutes} min}"',
      'booklet.yaml:2:8  label-placeholder  a brace without a partner in the label “min”; expected {minutes}; close it, or take it out',
    ],
  ])('are refused with %s', (_, line, expected) => {
    const { report, failed } = from(`labels:\n  ${line}\n`);
    expect(report).toBe(expected);
    expect(failed).toBe(true);
  });

  it('are refused when nothing is called so, with all that is', () => {
    const { report } = of('en', { zzzzzzzz: 'x' });
    expect(report).toContain(`use one of ${textNames('en').join(', ')}`);
  });

  it('miss both placeholders when they have neither', () => {
    expect(of('en', { 'quoted-other': 'Quoted.' }).messages).toHaveLength(2);
  });

  it('leave the catalogue’s words where they are refused', () => {
    expect(of('en', { lesson: '', min: 'x' }).labels.lesson).toBe('Session');
    expect(of('en', { lesson: '', min: 'x' }).labels.min(3)).toBe('3\u00a0min');
  });

  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'editions', '', ' ', '-one'])(
    'cannot be called “%s”',
    (name) => {
      const own = JSON.parse(`{${JSON.stringify(name)}: "x {y}"}`) as Record<string, unknown>;
      const { labels, messages } = of('en', own);
      expect(messages.map(({ ruleId }) => ruleId)).toEqual(['unknown-label']);
      expect(JSON.stringify(labels)).toBe(JSON.stringify(ENGLISH));
      expect(Object.hasOwn(Object.prototype, 'y')).toBe(false);
    },
  );

  it('of any length and kind are judged quickly', () => {
    const long = 'a-B'.repeat(100_000);
    const start = performance.now();
    const { messages } = of('en', {
      [long]: long,
      lesson: null,
      notes: { a: 1 },
      part: Number.NaN,
      min: '{'.repeat(100_000),
      total: '{}'.repeat(1000),
      until: ' '.repeat(100_000),
    });
    expect(performance.now() - start).toBeLessThan(2000);
    expect(messages.length).toBe(7);
    expect(Math.max(...messages.map(({ reason }) => reason.length))).toBeLessThan(2000);
  });
});
