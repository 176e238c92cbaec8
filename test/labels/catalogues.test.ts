import { describe, expect, it } from 'vitest';
import { en } from '../../src/labels/en.js';
import { es } from '../../src/labels/es.js';
import { CATALOGUES, labelsFor } from '../../src/labels/labels-for.js';
import { ENGLISH } from '../../src/labels/make.js';
import { LABELS, type LabelName, type Labels, labelRule } from '../../src/labels/model.js';
import { textNames } from '../../src/labels/own.js';

const at = { file: 'booklet.yaml', placeOf: () => undefined };
const spanish = labelsFor('es', {}, at).value;

const holes = (text: string) => [...text.matchAll(/\{([^{}]*)\}/g)].map(([, inside = '']) => inside).sort();
const labelOf = (name: string) => (Object.hasOwn(LABELS, name) ? name : name.replace(/-[a-z]+$/, '')) as LabelName;

/** Every text that labels give, with what they are asked for filled in. */
function printed(labels: Labels): string[] {
  return Object.values(labels).flatMap((label: unknown) => {
    if (typeof label === 'function') return [String(label('7', 'X'))];
    return typeof label === 'string' ? [label] : Object.values(label as Record<string, string>);
  });
}

describe('a catalogue', () => {
  const all = [...CATALOGUES].map(([language, catalogue]) => ({ language, catalogue }));

  it('exists for English and Spanish', () => {
    expect([...CATALOGUES.keys()]).toEqual(['en', 'es']);
  });

  it.each(all)('of $language has every text and no other', ({ language, catalogue }) => {
    expect(Object.keys(catalogue).sort()).toEqual([...textNames(language)].sort());
  });

  it.each(all)('of $language has the placeholders that each label holds', ({ catalogue }) => {
    const wrong = Object.entries(catalogue).filter(([name, text]) => {
      const expected = [...(labelRule(labelOf(name)).holds ?? [])].sort();
      return holes(text).join() !== expected.join();
    });
    expect(wrong).toEqual([]);
  });

  it.each(all)('of $language is set with care', ({ catalogue }) => {
    const careless = Object.values(catalogue).filter((text) => /['"]|\.\.\.| {2}|^\s|\s$|^$| - /.test(text));
    expect(careless).toEqual([]);
  });

  it.each(all)('of $language prints something for every label', ({ language }) => {
    const texts = printed(labelsFor(language, {}, at).value);
    expect(texts.length).toBe(Object.keys(LABELS).length);
    expect(texts.filter((text) => text === '' || /[{}]/.test(text))).toEqual([]);
  });

  it.each(all)('of $language does not call two parts of a booklet the same', ({ catalogue }) => {
    const titles = (['contents', 'notes', 'index-of-passages', 'index-of-hymns', 'prayer-requests'] as const).map(
      (name) => catalogue[name],
    );
    const editions = (['leader', 'participant', 'large-print', 'handout'] as const).map(
      (name) => catalogue[`edition-${name}`],
    );
    const columns = (['date', 'request', 'answered'] as const).map((name) => catalogue[name]);
    for (const group of [titles, editions, columns]) expect(new Set(group).size).toBe(group.length);
  });
});

describe('Spanish', () => {
  it('has no English left in it', () => {
    const same = Object.keys(en).filter((name) => en[name as keyof typeof en] === es[name as keyof typeof es]);
    expect(same).toEqual(['total', 'min', 'path-length']);
  });

  it('agrees in number', () => {
    expect(spanish.quoted(1, 'RV')).toBe('Se cita 1 versículo de la traducción RV.');
    expect(spanish.quoted(31, 'RV')).toBe('Se citan 31 versículos de la traducción RV.');
    // A million takes “de” in Spanish, and has a plural form of its own.
    expect(spanish.quoted(1_000_000, 'RV')).toContain('versículos');
    expect(spanish.pathQuestions('4')).toBe('la pregunta\u00a04');
    expect(spanish.pathQuestions('1–3, 5')).toBe('las preguntas\u00a01–3, 5');
  });

  it('names the editions', () => {
    expect(spanish.editions).toEqual({
      leader: 'Guía del líder',
      participant: 'Guía del participante',
      largePrint: 'Letra grande',
      handout: 'Hoja de trabajo',
    });
  });
});

describe('English', () => {
  it('prints what it always has', () => {
    const { min, quoted } = ENGLISH;
    expect(ENGLISH).toMatchObject({
      lesson: 'Session',
      contents: 'Contents',
      notes: 'Notes',
      prepare: 'Prepare',
      timing: 'Timing',
      part: 'Part',
      questions: 'Questions',
      minutes: 'Minutes',
      until: 'Until',
      total: 'Total',
      planned: 'planned',
      optional: 'if time allows',
      icebreaker: 'Icebreaker',
      activity: 'Together',
      prayer: 'Prayer',
      aside: 'Aside',
      opening: 'Opening',
      memoryVerse: 'Memory verse',
      readings: 'Readings for the week',
      refrain: 'Refrain',
      hymn: 'Hymn',
      indexOfPassages: 'Passages',
      indexOfHymns: 'Hymns',
      pagesInBrackets: 'Page numbers stand in brackets.',
      firstLines: 'First lines',
      tunes: 'Tunes and meters',
      prayerRequests: 'Prayer requests',
      date: 'Date',
      request: 'Who and what',
      answered: 'What became of it',
      words: 'Words',
      music: 'Music',
      tune: 'Tune',
      meter: 'Meter',
      number: 'Number',
      leaderNote: 'For the leader',
      version: 'Version',
      madeWith: 'Made with Gathering.',
      editions: { leader: 'Leader’s guide', participant: 'Participant’s guide' },
    });
    expect(min(5)).toBe('5\u00a0min');
    expect(quoted(1, 'World English Bible')).toBe('1 verse is quoted from the World English Bible.');
    expect(quoted(2, 'King James Version')).toBe('2 verses are quoted from the King James Version.');
  });

  it('keeps numbers beside their words', () => {
    expect(ENGLISH.participantPage('7')).toBe('Participant\u00a0p.\u00a07');
    expect(ENGLISH.pathLength('45, 60')).toBe('45, 60\u00a0min');
    expect(ENGLISH.pathTakes(52)).toBe('takes\u00a052\u00a0min');
    expect(ENGLISH.pathOver(4)).toBe('4\u00a0min too long');
    expect(ENGLISH.meets('Thursday')).toBe('We meet on Thursday');
  });

  it.each([
    ['5', 'question\u00a05'],
    ['1, 2', 'questions\u00a01, 2'],
    ['1–3', 'questions\u00a01–3'],
    ['1–3, 5', 'questions\u00a01–3, 5'],
    ['', 'question\u00a0'],
  ])('counts the questions “%s”', (ranges, expected) => {
    expect(ENGLISH.pathQuestions(ranges)).toBe(expected);
  });

  it('puts values in as they are', () => {
    expect(ENGLISH.quoted(2, '{verses} $& Bible')).toBe('2 verses are quoted from the {verses} $& Bible.');
  });
});
