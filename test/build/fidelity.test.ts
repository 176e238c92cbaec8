import { beforeAll, describe, expect, it } from 'vitest';
import type { SetPassage, VerseSpan } from '../../src/lesson/passage.js';
import { toLesson } from '../../src/lesson/to-lesson.js';
import { allBlocks } from '../../src/lesson/walk.js';
import { parseLesson } from '../../src/markdown/parse.js';
import { loadTranslations } from '../../src/scripture/library.js';
import { booksNeeded } from '../../src/scripture/needs.js';
import { setScripture } from '../../src/scripture/set-scripture.js';
import { diskWorld } from '../../src/world/disk.js';
import { bodyLines, type Paragraph, type Pdf, type PdfPage, paragraphsOf, type TextLine } from '../support/pdf.js';
import {
  chaptersOf,
  EDITION_NAMES,
  pagesOf,
  type Sample,
  type SourceLesson,
  sampleBooklet,
} from '../support/sample.js';
import { readable, type SourceBlock } from '../support/source.js';
import { runsOf, wordsOf } from '../support/words.js';

let sample: Sample;
/** The set passages of each lesson, in order. */
let passages: Map<string, SetPassage[]>;
beforeAll(async () => {
  sample = await sampleBooklet();
  passages = new Map(
    await Promise.all(
      [...sample.lessons, ...chapters()].map(async (text) => [text.id, await passagesOf(text)] as const),
    ),
  );
});

/** The chapters of both editions. */
function chapters(): SourceLesson[] {
  return sample.parts.flatMap(({ chapter }) => chapter ?? []);
}

/** The chapters that only the leader has. */
function leaderChapters(): SourceLesson[] {
  return sample.parts.flatMap(({ chapter, editions }) => (chapter && !editions.includes('participant') ? chapter : []));
}

describe('every word of the lessons is in the booklet, in reading order', () => {
  it('knows lessons to look at', () => {
    expect(sample.lessons.length).toBeGreaterThan(0);
    for (const { blocks } of sample.lessons) expect(blocks.length).toBeGreaterThan(40);
  });

  it('in the leader’s edition', () => {
    for (const lesson of sample.lessons) {
      const pages = pagesOf(sample, 'leader', lesson.id);
      const shown = lesson.blocks.filter((block) => block.for !== 'participant');
      const prepare = shown.filter((block) => block.for === 'prepare');
      expect(missing(streamOf(pages.slice(0, 1)), prepare, []), `${lesson.id}: first page`).toEqual([]);
      const flow = shown.filter((block) => block.for !== 'prepare' && block.kind !== 'note');
      const notes = shown.filter((block) => block.kind === 'note');
      expect(missing(streamOf(pages.slice(1)), [...flow, ...notes], passages.get(lesson.id) ?? []), lesson.id).toEqual(
        [],
      );
    }
  });

  it('in the participant’s edition, but for what is the leader’s', () => {
    for (const lesson of sample.lessons) {
      const shown = lesson.blocks.filter((block) => block.for === 'all' || block.for === 'participant');
      const blanked = shown.map((block) => ({
        ...block,
        text: readable(block.raw, sample.booklet.variables, () => ''),
      }));
      const flow = blanked.filter((block) => block.kind !== 'note');
      const notes = blanked.filter((block) => block.kind === 'note');
      expect(
        missing(
          streamOf(pagesOf(sample, 'participant', lesson.id)),
          [...flow, ...notes],
          passages.get(lesson.id) ?? [],
        ),
        lesson.id,
      ).toEqual([]);
    }
  });

  it('and every word of the chapters, in the editions that have them', () => {
    expect(chapters().map(({ id }) => id)).toEqual(['foreword', 'leading', 'review']);
    expect(chaptersOf(sample, 'participant').map(({ id }) => id)).toEqual(['foreword', 'review']);
    for (const edition of EDITION_NAMES) {
      for (const { id, front, blocks } of chaptersOf(sample, edition)) {
        expect(blocks.length, `blocks of ${id}`).toBeGreaterThan(5);
        const shown = blocks.filter((block) =>
          edition === 'leader' ? block.for !== 'participant' : block.for === 'all' || block.for === 'participant',
        );
        const title: SourceBlock = { ...(shown[0] as SourceBlock), kind: 'heading', text: String(front.title) };
        const flow = shown.filter((block) => block.kind !== 'note');
        const notes = shown.filter((block) => block.kind === 'note');
        const stream = streamOf(pagesOf(sample, edition, id));
        expect(stream.slice(0, wordsOf(title.text).length).map(({ word }) => word)).toEqual(wordsOf(title.text));
        expect(
          missing(stream, [title, ...flow, ...notes], passages.get(id) ?? []),
          `${id} in the ${edition} edition`,
        ).toEqual([]);
      }
    }
  });

  it('but not the words that describe a picture to those who cannot see it', () => {
    const pictures = sample.lessons.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'caption'));
    expect(pictures.length).toBeGreaterThan(1);
    for (const { alternative = '', text } of pictures) {
      expect(wordsOf(text).length, 'a caption, which the tests above have looked for').toBeGreaterThan(2);
      const runs = runsOf(wordsOf(alternative), RUN);
      expect(runs.length).toBeGreaterThan(10);
      for (const edition of EDITION_NAMES) {
        const printed = ` ${runningWords(sample.pdf[edition])} `;
        expect(runs.filter((run) => printed.includes(` ${run} `))).toEqual([]);
      }
    }
  });

  it('is checked by a test that notices a lost word, a lost block and blocks out of order', () => {
    const [lesson] = sample.lessons as [SourceLesson];
    const stream = streamOf(pagesOf(sample, 'leader', lesson.id).slice(1));
    const blocks = lesson.blocks.filter(
      (block) =>
        block.for !== 'participant' &&
        block.for !== 'prepare' &&
        block.kind !== 'note' &&
        block.kind !== 'scripture' &&
        block.kind !== 'memory-verse',
    );
    expect(missing(stream, blocks, [])).toEqual([]);
    const [first, second] = [blocks[10], blocks[11]] as [SourceBlock, SourceBlock];
    expect(missing(stream, blocks.with(10, { ...first, text: `${first.text} lost` }), [])).not.toEqual([]);
    expect(
      missing(stream, blocks.with(10, { ...first, text: first.text.split(' ').slice(0, -1).join(' ') }), []),
    ).not.toEqual([]);
    expect(missing(stream, [...blocks.slice(0, 10), second, first, ...blocks.slice(12)], [])).not.toEqual([]);
    expect(missing(stream, [...blocks, { ...first, text: 'an added paragraph' }], [])).not.toEqual([]);
  });
});

describe('what is the leader’s stays with the leader', () => {
  it('the participant’s PDF holds no run of six words of a note, an answer or a thing to prepare', () => {
    const secrets = secretRuns();
    expect(secrets.length).toBeGreaterThan(500);
    expect(leaked(sample.pdf.participant, secrets)).toEqual([]);
  });

  it('nor of a chapter that is for the leader only, nor its title', () => {
    expect(leaderChapters().map(({ id }) => id)).toEqual(['leading']);
    for (const { front, blocks, id } of leaderChapters()) {
      const secrets = hiddenRuns(blocks);
      expect(secrets.length, id).toBeGreaterThan(300);
      expect(leaked(sample.pdf.participant, [...secrets, wordsOf(String(front.title)).join(' ')])).toEqual([]);
      expect(leaked(sample.pdf.leader, secrets).length / secrets.length).toBeGreaterThan(0.95);
    }
  });

  it('and no blank filled in', () => {
    const filled = filledBlanks();
    expect(filled.length).toBeGreaterThan(15);
    expect(leaked(sample.pdf.participant, filled)).toEqual([]);
  });

  it('is checked by a test that notices a leak: the leader’s PDF has them all', () => {
    const secrets = [...secretRuns(), ...filledBlanks()];
    const found = leaked(sample.pdf.leader, secrets);
    expect(found.length / secrets.length).toBeGreaterThan(0.95);
  });

  it('and looks at outline, metadata, XMP, annotations and names of places as well as at the pages', () => {
    const { participant } = sample.pdf;
    const [secret] = secretRuns() as [string];
    const hidden: Partial<Pdf>[] = [
      { outline: [...participant.outline, { title: secret, level: 1, to: '.cover' }] },
      { outline: [...participant.outline, { title: 'Cover', level: 1, to: secret.replaceAll(' ', '-') }] },
      { info: { ...participant.info, Keywords: secret } },
      { xmp: participant.xmp.replace('</rdf:RDF>', `<x>${secret}</x></rdf:RDF>`) },
      { notes: [`Alternative text: ${secret}`] },
      { places: new Map([...participant.places, [secret.replaceAll(' ', '-'), { page: 1, top: 0 }]]) },
    ];
    for (const part of hidden)
      expect(leaked({ ...participant, ...part }, [secret]), Object.keys(part).join()).toEqual([secret]);
  });
});

/** A word of a PDF's running text, with whether a paragraph begins or ends there. */
interface Word {
  word: string;
  first: boolean;
  last: boolean;
}

/** The running text of pages: no heads, folios, raised figures. */
function streamOf(pages: readonly PdfPage[]): Word[] {
  const lines = pages.flatMap((page) => bodyLines(page, sample.frame.margins)).map(unraised);
  return paragraphsOf(lines).flatMap(({ text }: Paragraph) => {
    const words = wordsOf(text);
    return words.map((word, index) => ({ word, first: index === 0, last: index === words.length - 1 }));
  });
}

function unraised(line: TextLine): TextLine {
  const items = line.items.filter((item) => item.size > line.size * 0.75);
  return { ...line, items, text: items.map((item) => item.text).join('') };
}

/** What may follow a block's words in its paragraph: the time a question takes, and whether it may be dropped. */
const AFTER_BLOCK = /^(?:\d+ min ?)?(?:if time allows ?)?(?:participant p \w+)?$/;

/** Blocks that are not found, each as a paragraph of its own after the one before it. The passages of `scripture` blocks come in their order. */
function missing(stream: readonly Word[], blocks: readonly SourceBlock[], set: readonly SetPassage[]): string[] {
  const lost: string[] = [];
  const left = [...set];
  let at = 0;
  for (const block of blocks) {
    const passage = block.kind === 'scripture' || block.kind === 'memory-verse' ? left.shift() : undefined;
    const parts = passage ? passageParts(block, passage) : [wordsOf(block.text)];
    for (const words of parts) {
      if (words.length === 0) continue;
      const found = find(stream, words, at);
      if (found < 0) lost.push(`${block.for} ${block.kind}: ${words.join(' ')}`);
      else at = found + words.length;
    }
  }
  return lost;
}

function find(stream: readonly Word[], words: readonly string[], from: number): number {
  for (let at = from; at + words.length <= stream.length; at += 1) {
    if (!stream[at]?.first || !words.every((word, index) => stream[at + index]?.word === word)) continue;
    const rest: string[] = [];
    for (let end = at + words.length - 1; stream[end] && !stream[end]?.last; end += 1)
      rest.push(stream[end + 1]?.word ?? '');
    if (AFTER_BLOCK.test(rest.join(' '))) return at;
  }
  return -1;
}

/** A set passage's reference line and paragraphs; of a memory verse the text comes first. */
function passageParts(block: SourceBlock, passage: SetPassage): string[][] {
  const text = passage.blocks.flatMap((part) => {
    if (part.type === 'gap') return [];
    const paragraphs = part.type === 'prose' ? [part.spans] : part.lines.map((line) => line.spans);
    return paragraphs.map((spans) => wordsOf(spans.flatMap((span) => span.runs.map((run) => run.text)).join(' ')));
  });
  const reference = wordsOf(block.text);
  const name = wordsOf(block.kind === 'scripture' ? passage.translation.name : '');
  return block.kind === 'scripture'
    ? [reference, name, ...text]
    : [...text, [...reference, passage.translation.abbreviation.toLowerCase()]];
}

function spansOf(part: SetPassage['blocks'][number]): VerseSpan[] {
  if (part.type === 'gap') return [];
  return part.type === 'prose' ? part.spans : part.lines.flatMap((line) => line.spans);
}

/** The passages of a lesson as the scripture room sets them, in order. */
async function passagesOf({ id, source }: SourceLesson): Promise<SetPassage[]> {
  const { variables, translation } = sample.booklet;
  const parsed = parseLesson({ file: `${id}.md`, source, variables });
  const lesson = toLesson(parsed.value, { file: `${id}.md`, number: 1, id, images: new Map() }).value;
  const translations = await loadTranslations(diskWorld(), booksNeeded([lesson], translation));
  const set = setScripture(lesson, { translation, translations }).value;
  return [...allBlocks(set)].flatMap((block) =>
    (block.type === 'scripture' || block.type === 'memory-verse') && block.passage ? [block.passage] : [],
  );
}

/** Words that make a run long enough to tell something. */
const RUN = 6;

/** Six words in a row of everything that is the leader's, unless public text has them as well. */
function secretRuns(): string[] {
  const marked = [...sample.lessons, ...chapters()].flatMap(({ blocks }) =>
    blocks.filter((block) => ['leader', 'prepare', 'answer'].includes(block.for)),
  );
  return hiddenRuns([...marked, ...leaderChapters().flatMap(({ blocks }) => blocks)]);
}

/** Six words in a row of these blocks, unless public text has them as well. */
function hiddenRuns(blocks: readonly SourceBlock[]): string[] {
  const runs = blocks.flatMap((block) => runsOf(wordsOf(block.text), RUN)).filter((run) => run.split(' ').length > 2);
  const open = publicText();
  return [...new Set(runs)].filter((run) => !open.includes(` ${run} `));
}

/** Each blank's answer with up to two words before and after it. */
function filledBlanks(): string[] {
  const variables = sample.booklet.variables;
  const open = publicText();
  const contexts = sample.lessons.flatMap(({ blocks }) =>
    blocks
      .filter((block) => block.for === 'all' || block.for === 'participant')
      .flatMap(({ raw }) =>
        [...raw.matchAll(/:blank\[([^\]]*)\]/g)].map((match) => {
          const before = (
            raw
              .slice(0, match.index)
              .split(/:blank\[[^\]]*\]/)
              .at(-1) ?? ''
          ).trimEnd();
          const after = raw.slice(match.index + match[0].length).split(/:blank\[/)[0] ?? '';
          const words = (text: string) => wordsOf(readable(text, variables));
          return [...words(before).slice(-2), ...words(match[1] ?? ''), ...words(after).slice(0, 2)].join(' ');
        }),
      ),
  );
  return contexts.filter((context) => !open.includes(` ${context} `));
}

/** Everything that a participant may read: the lessons' public parts with blanks empty, passages, front matter and booklet. */
function publicText(): string {
  const { booklet } = sample;
  const lessons = [...sample.lessons, ...chaptersOf(sample, 'participant')];
  const scripture = [...passages.values()].flat().map((passage) =>
    passage.blocks
      .map((part) =>
        spansOf(part)
          .flatMap((span) => span.runs.map((run) => run.text))
          .join(''),
      )
      .join(' '),
  );
  const parts = lessons.flatMap(({ blocks, front }) => [
    ...blocks
      .filter((block) => block.for === 'all' || block.for === 'participant')
      .map((block) => readable(block.raw, booklet.variables, () => '|')),
    ...Object.values(front).flat(),
  ]);
  // A gap ends a run of words, as the end of a block does.
  const pieces = [...parts, ...scripture, booklet.title, booklet.subtitle ?? '', booklet.notice ?? ''].flatMap((part) =>
    part.split('|'),
  );
  return pieces.map((part) => ` ${wordsOf(part).join(' ')} `).join('\n');
}

/** Which of the runs of words stand anywhere in a PDF. */
function leaked(pdf: Pdf, runs: readonly string[]): string[] {
  const paragraphs = pdf.pages.map((page) => streamWords(page)).join(' ');
  const across = runningWords(pdf);
  const said = [
    ...pdf.outline.flatMap(({ title, to }) => [title, to]),
    ...Object.values(pdf.info).map(String),
    pdf.xmp.replace(/<[^>]*>/g, ' '),
    ...pdf.notes,
    ...pdf.places.keys(),
  ];
  const everything = [paragraphs, across, ...said.map((text) => wordsOf(text).join(' '))]
    .map((text) => ` ${text} `)
    .join('\n');
  return runs.filter((run) => everything.includes(` ${run} `));
}

function streamWords(page: PdfPage): string {
  return wordsOf(
    paragraphsOf(page.lines.map(unraised))
      .map(({ text }) => text)
      .join('\n'),
  ).join(' ');
}

/** The words of all text blocks without heads and folios between them, so that a run over two pages is one. */
function runningWords(pdf: Pdf): string {
  const lines = pdf.pages.flatMap((page) => bodyLines(page, sample.frame.margins)).map(unraised);
  return wordsOf(
    paragraphsOf(lines)
      .map(({ text }) => text)
      .join('\n'),
  ).join(' ');
}
