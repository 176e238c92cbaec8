import { beforeAll, describe, expect, it } from 'vitest';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import type { Inline } from '../../src/lesson/model.js';
import { allBlocks, inlinesOf, inlineText } from '../../src/lesson/walk.js';
import { made } from '../lesson/make.js';
import { bytesOf, type Made } from '../support/booklet.js';
import { type Pdf, type PdfPage, readPdf, textOf } from '../support/pdf.js';
import { type Sample, sampleBooklet } from '../support/sample.js';
import { buildTiny, tinyWorld } from '../support/tiny.js';
import { wordsOf } from '../support/words.js';

const PARTICIPANT_PAGE = /Participant\sp\.\s(\w+)/g;
/** The questions and activities that a lesson's file holds, by id, with the words that each begins with. */
function citedBlocks(source: string): { id: string; opening: string }[] {
  const lesson = made(source).lesson;
  return [...allBlocks(lesson)].flatMap((block) => {
    if (block.type === 'activity') {
      const first = block.title ?? block.children.flatMap((child) => inlinesOf(child))[0] ?? [];
      return { id: block.id, opening: openingOf(first) };
    }
    if (block.type !== 'question') return [];
    return { id: block.id, opening: openingOf(block.prompt.flatMap((child) => inlinesOf(child))[0] ?? []) };
  });
}

/** The first words of a run, up to a gap to fill in. */
function openingOf(run: readonly Inline[]): string {
  const blank = run.findIndex((inline) => inline.type === 'blank');
  const text = inlineText(blank < 0 ? run : run.slice(0, blank));
  return text.split(/\s+/).slice(0, 5).join(' ');
}

const words = (text: string) => ` ${wordsOf(text).join(' ')} `;

describe('the leader’s book of the sample cites the participants’', () => {
  let sample: Sample;
  beforeAll(async () => {
    sample = await sampleBooklet();
  });

  /** The text of a page from the height of an anchor down to the next one, the next page's head included. */
  const at = (pdf: Pdf, anchor: string): { page: PdfPage; text: string } => {
    const place = pdf.places.get(anchor);
    const page = place && pdf.pages[place.page - 1];
    if (!page) throw new Error(`no place “${anchor}”`);
    const after = page.lines.filter(({ y }) => y > place.top - 4);
    const next = pdf.pages[place.page];
    return { page, text: `${textOf(after)} ${next ? textOf(next.lines) : ''}` };
  };

  it('at every question and activity, with the page where participants really find it', () => {
    const { leader, participant } = sample.pdf;
    let checked = 0;
    for (const { id, source } of [...sample.lessons, ...sample.parts.flatMap(({ chapter }) => chapter ?? [])]) {
      for (const block of citedBlocks(source)) {
        const anchor = `${id}.${block.id}`;
        if (!participant.places.has(anchor)) continue;
        const there = at(participant, anchor);
        const here = at(leader, anchor);
        const [cited] = [...here.text.matchAll(PARTICIPANT_PAGE)];
        expect(cited?.[1], `${anchor} in the leader's book`).toBe(there.page.label);
        // Not only the name of the place: the very words stand on that page.
        expect(words(textOf(there.page.lines)), `${anchor} on page ${there.page.label}`).toContain(
          words(block.opening),
        );
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(60);
  });

  it('no oftener than there is something to cite', () => {
    const { leader, participant } = sample.pdf;
    const cited = leader.pages.flatMap((page) => [...textOf(page.lines).matchAll(PARTICIPANT_PAGE)]);
    const folios = new Set(participant.pages.map(({ label }) => label));
    for (const [, folio = ''] of cited) expect(folios).toContain(folio);
    for (const page of participant.pages) expect(textOf(page.lines)).not.toMatch(PARTICIPANT_PAGE);
    // Questions and activities that participants have, and no others.
    const kinds = /\.(?:q\d+|q-[\w-]+|icebreaker|activity|prayer|aside)/;
    expect(cited.length).toBeGreaterThan(
      [...participant.places.keys()].filter((name) => kinds.test(name)).length * 0.8,
    );
  });

  it('in a second column of the contents', () => {
    const { leader, participant } = sample.pdf;
    const contents = leader.pages[(leader.places.get('.contents')?.page ?? 0) - 1];
    const text = textOf(contents?.lines ?? []);
    expect(text).toMatch(/Leader\s+Participant/);
    for (const { id, front } of sample.lessons) {
      const page = (pdf: Pdf) => pdf.pages[(pdf.places.get(id)?.page ?? 0) - 1]?.label;
      const title = String(front.title);
      const row = (contents?.lines ?? []).filter(({ y }) => {
        const line = contents?.lines.find((one) => one.text.includes(title));
        return line && Math.abs(line.y - y) < 3;
      });
      const numbers = row
        .map((line) => line.text)
        .join(' ')
        .replace(title, ' ')
        .match(/\d+/g);
      expect(numbers?.slice(-2), title).toEqual([page(leader), page(participant)]);
    }
  });
});

const BOOKLET = `title: Tiny
editions:
  - leader
  - participant
  - large-print
  - handout
  - {name: group-a, extends: participant, label: Group A, without: [readings], lines: 2}
  - {name: plain-leader, extends: leader, theme: plain, paper: a4}
  - {name: co-leader, extends: leader, answers: false}
back: [prayer-requests]
`;

const LESSON = `---
title: One
duration: 45
---

Opening words for everyone.

::::activity[Say hello]{minutes=5}
Tell your name.
::::

::::question{minutes=20 lines=3}
What is said here about the first thing?

:::answer
The answer nobody but leaders may read.
:::
::::

::::question{for=leader}
Have you slept well yourself, leader?
::::

::::question{for="group-a"}
What does group A think about it?
::::

:::aside[Only A]{for="group-a"}
A text for group A alone.
:::

::::question{minutes=20}
What follows from the second thing?
::::

:::readings
- Luke 1:1
- Luke 1:2
:::
`;

describe('all editions of a booklet', () => {
  let built: Made;
  const pdf: Record<string, Pdf> = {};
  beforeAll(async () => {
    const files = { 'lessons/tiny/booklet.yaml': BOOKLET, 'lessons/tiny/1-one.md': LESSON };
    built = await buildTiny(tinyWorld(files));
    for (const { edition = '' } of built.files) pdf[edition] = await readPdf(bytesOf(built, edition));
  }, 60_000);
  const text = (edition: string) => (pdf[edition]?.pages ?? []).map((page) => textOf(page.lines)).join('\n');
  const lesson = (edition: string) => {
    const book = pdf[edition] as Pdf;
    return book.pages[(book.places.get('one')?.page ?? 0) - 1] as PdfPage;
  };

  it('come from one run, in their order', () => {
    expect(formatDiagnostics(built.messages)).toBe('');
    expect(built.files.map(({ edition }) => edition)).toEqual([
      'leader',
      'participant',
      'large-print',
      'handout',
      'group-a',
      'plain-leader',
      'co-leader',
    ]);
  });

  it('show what is for them', () => {
    for (const edition of Object.keys(pdf)) {
      const isLeaders = /leader/.test(edition);
      expect(text(edition).includes('slept well'), edition).toBe(isLeaders);
      expect(text(edition).includes('group A think'), edition).toBe(edition === 'group-a');
      expect(text(edition).includes('A text for group A'), edition).toBe(edition === 'group-a');
      expect(text(edition).includes('nobody but leaders'), edition).toBe(isLeaders && edition !== 'co-leader');
      expect(text(edition).includes('Luke 1:2'), edition).toBe(!['group-a', 'handout'].includes(edition));
      expect(text(edition).includes('20 min'), edition).toBe(isLeaders);
      expect(text(edition).includes('Opening words'), edition).toBe(edition !== 'handout');
    }
  });

  it('number the questions alike, and those that only some see not at all', () => {
    for (const edition of Object.keys(pdf)) {
      const page = lesson(edition);
      const numberAt = (opening: string) => {
        const pages = pdf[edition]?.pages ?? [page];
        const found = pages.flatMap(({ lines }) => {
          const prompt = lines.find((line) => line.text.includes(opening));
          if (!prompt) return [];
          return lines
            .filter((line) => Math.abs(line.y - prompt.y) < 4 && line.x < prompt.x - 5)
            .map((line) => line.text);
        });
        const inline = pages.flatMap(({ lines }) => lines).find((line) => line.text.includes(opening))?.text ?? '';
        return found[0] ?? /^(\d+)\s/.exec(inline)?.[1];
      };
      expect(numberAt('about the first thing'), edition).toBe('1');
      expect(numberAt('from the second thing'), edition).toBe('2');
      expect(numberAt('slept well'), edition).toBeUndefined();
      expect(numberAt('group A think'), edition).toBeUndefined();
    }
  });

  it('are called by their own label, or by that of the edition they come from', () => {
    const cover = (edition: string) => textOf(pdf[edition]?.pages[0]?.lines ?? []).toLowerCase();
    expect(cover('group-a')).toContain('group a');
    expect(cover('plain-leader')).toContain('leader’s guide');
    expect(cover('large-print')).toContain('large print');
    expect(pdf['group-a']?.info.Subject).toBe('Group A');
  });

  it('have pages of their own size', () => {
    const size = (edition: string) =>
      [pdf[edition]?.pages[0]?.width, pdf[edition]?.pages[0]?.height].map((n) => Math.round(n ?? 0));
    expect(size('leader')).toEqual([396, 612]);
    expect(size('plain-leader')).toEqual([420, 595]);
    expect(size('large-print')).toEqual([612, 792]);
    expect(size('handout')).toEqual([612, 792]);
    expect(built.files.find(({ edition }) => edition === 'large-print')?.sheets).toBe(
      Math.ceil((pdf['large-print']?.pages.length ?? 0) / 2),
    );
  });

  it('set large print in 18 points by reflow, with page numbers of its own', () => {
    const sizes = pdf['large-print']?.pages.flatMap(({ lines }) =>
      lines.filter(({ text: line }) => line.includes('Opening words')).map((line) => line.size),
    );
    expect(sizes).toEqual([18]);
    expect(lesson('large-print').label).toBe('1');
    expect(
      Math.min(...(pdf['large-print']?.pages.flatMap((page) => page.lines.map((line) => line.size)) ?? [])),
    ).toBeGreaterThan(11);
  });

  it('hand a lesson out on the two sides of one sheet, with nothing around its questions', () => {
    expect(pdf.handout?.pages.length).toBeLessThanOrEqual(2);
    expect(text('handout')).not.toContain('Contents');
    expect(text('handout')).not.toContain('Prayer requests');
    expect(text('handout')).toContain('One');
  });

  it('give as many writing lines as they say', () => {
    const ruled = (edition: string) => {
      const page = lesson(edition);
      return page.marks.filter((mark) => mark.kind === 'stroke' && mark.right - mark.left > 200).length;
    };
    expect(ruled('group-a')).toBeGreaterThan(ruled('participant'));
  });

  it('are the same bytes, made alone or with the others', async () => {
    for (const edition of ['leader', 'group-a']) {
      const alone = await buildTiny(
        tinyWorld({ 'lessons/tiny/booklet.yaml': BOOKLET, 'lessons/tiny/1-one.md': LESSON }),
        { editions: [edition] },
      );
      expect(alone.files.map((file) => file.edition)).toEqual([edition]);
      expect(Buffer.compare(bytesOf(alone, edition), bytesOf(built, edition)), edition).toBe(0);
    }
  });

  it('cite the participants’ pages in every book for leaders', () => {
    for (const edition of ['leader', 'plain-leader', 'co-leader']) {
      expect(
        [...text(edition).matchAll(PARTICIPANT_PAGE)].map(([, page]) => page),
        edition,
      ).toEqual(['1', '1', '1']);
    }
    expect(text('group-a')).not.toMatch(PARTICIPANT_PAGE);
  });
});

describe('editions that cannot be made', () => {
  const told = async (booklet: string, lesson = LESSON) => {
    const files = { 'lessons/tiny/booklet.yaml': booklet, 'lessons/tiny/1-one.md': lesson };
    const result = await buildTiny(tinyWorld(files));
    expect(result.files).toEqual([]);
    expect(result.written.size).toBe(0);
    return formatDiagnostics(result.messages);
  };

  it('tell of audiences that do not exist', async () => {
    expect(await told('title: T\neditions: [leader, {name: group-b}]\n')).toBe(
      [
        'lessons/tiny/1-one.md:24:14  unknown-audience  something for “group-a”; expected the name of an edition of this booklet; did you mean “group-b”?',
        'lessons/tiny/1-one.md:28:18  unknown-audience  something for “group-a”; expected the name of an edition of this booklet; did you mean “group-b”?',
      ].join('\n'),
    );
    expect(
      await told(
        'title: T\nback: [{chapter: two, for: leeders}]\nlessons: [1-one]\n',
        '---\ntitle: One\n---\n\nText.\n',
      ),
    ).toContain('no file two.md');
  });

  it('tell of an edition of which nothing is left', async () => {
    expect(await told('title: T\neditions: [{name: songs, only: [hymn]}]\n', '---\ntitle: One\n---\n\nText.\n')).toBe(
      'lessons/tiny/booklet.yaml  edition-empty  the edition “songs”, which shows nothing of any lesson; expected an edition with something in it; ask for more in its “only”, or leave less out',
    );
  });
});
