import { beforeAll, describe, expect, it } from 'vitest';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import { mm } from '../../src/geometry/units.js';
import { bodyLines, type Mark, type PdfPage, textOf } from '../support/pdf.js';
import { ALL, spansIn } from '../support/references.js';
import {
  chaptersOf,
  EDITION_NAMES,
  pagesOf,
  partsOf,
  type Sample,
  type SourceLesson,
  type SourcePart,
  sampleBooklet,
} from '../support/sample.js';
import { wordsOf } from '../support/words.js';

let sample: Sample;
beforeAll(async () => {
  sample = await sampleBooklet();
});

const LABELS = { leader: 'Leader’s guide', participant: 'Participant’s guide' };

it('builds without a message and tells pages and sheets as they are', () => {
  expect(formatDiagnostics(sample.made.messages)).toBe('');
  for (const file of sample.made.files) {
    const pdf = sample.pdf[file.edition as 'leader'];
    expect(file).toMatchObject({
      booklet: 'intercession',
      pages: pdf.pages.length,
      sheets: Math.ceil(pdf.pages.length / 4),
    });
    expect(file.bytes).toBe(sample.bytes[file.edition as 'leader'].length);
    expect(file.path).toBe(`/out/intercession/${file.edition}.pdf`);
  }
  expect(sample.made.files.map((file) => file.edition)).toEqual([...EDITION_NAMES]);
});

describe.each(EDITION_NAMES)('the %s edition', (edition) => {
  const pdf = () => sample.pdf[edition];
  const page = (number: number): PdfPage => {
    const found = pdf().pages[number - 1];
    if (!found) throw new Error(`no page ${number}`);
    return found;
  };
  const pageAt = (anchor: string): PdfPage => {
    const place = pdf().places.get(anchor);
    if (!place) throw new Error(`no place “${anchor}”`);
    return page(place.page);
  };
  const words = (text: string) => ` ${wordsOf(text).join(' ')} `;
  const holds = (where: PdfPage, text: string) =>
    expect(words(textOf(where.lines)), `“${text}” on page ${where.label}`).toContain(words(text));
  const body = (where: PdfPage) => bodyLines(where, sample.frame.margins);
  const parts = (place: SourcePart['place']) => partsOf(sample, edition, place);
  /** Anchors and titles of everything after the imprint, in order. */
  const order = () => [
    { anchor: '.contents', title: 'Contents' },
    ...parts('front'),
    ...sample.lessons.map(({ id, front }) => ({ anchor: id, title: String(front.title) })),
    ...parts('back'),
    { anchor: '.notes', title: 'Notes' },
  ];

  it('goes from cover to imprint, contents, chapters, lessons, review, indexes and notes', () => {
    const numbers = ['.cover', ...order().map(({ anchor }) => anchor)].map((anchor) => pageAt(anchor).number);
    expect([...new Set(numbers)].sort((a, b) => a - b)).toEqual(numbers);
    expect(parts('front').map(({ anchor }) => anchor)).toEqual(
      edition === 'leader' ? ['foreword', 'leading'] : ['foreword'],
    );
    expect(parts('back').map(({ anchor }) => anchor)).toEqual([
      'review',
      '.index-of-passages',
      '.index-of-hymns',
      '.prayer-requests',
    ]);
    for (const part of sample.parts.filter(({ editions }) => !editions.includes(edition)))
      expect(pdf().places.has(part.anchor), `“${part.title}” is not in this edition`).toBe(false);
    expect(numbers[0]).toBe(1);
    expect(numbers[1]).toBe(3);
    // The closing notes fill the last sheet.
    expect(pdf().pages.length % 4).toBe(0);
    const notes = pdf().pages.slice(pageAt('.notes').number - 1);
    expect(notes.length).toBeLessThanOrEqual(4);
    for (const one of notes) expect(words(textOf(body(one)))).toBe(' notes ');
  });

  it('counts the cover apart, the front in roman numerals and the body from 1', () => {
    const first = pageAt(sample.lessons[0]?.id ?? '').number;
    const roman = ['ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'].slice(0, first - 2);
    const arabic = Array.from({ length: pdf().pages.length - first + 1 }, (_, at) => String(at + 1));
    expect(pdf().pages.map(({ label }) => label)).toEqual(['Cover', ...roman, ...arabic]);
  });

  it('puts title, subtitle, edition and church on the cover', () => {
    const { booklet } = sample;
    for (const text of [booklet.title, booklet.subtitle ?? '', LABELS[edition], booklet.variables.church ?? ''])
      holds(page(1), text);
  });

  it('states on the imprint page what the booklet is', () => {
    const { booklet } = sample;
    const facts = [
      booklet.title,
      booklet.subtitle,
      ...booklet.authors,
      booklet.variables.church,
      LABELS[edition],
      `Version ${booklet.version}`,
      'November 22, 2026',
      booklet.notice,
    ];
    for (const fact of facts) holds(page(2), fact ?? 'missing');
  });

  it('carries the notice of each translation with the verses quoted from it', () => {
    const quoted = versesQuoted();
    const text = textOf(page(2).lines);
    expect(quoted.get('WEB')?.size).toBeGreaterThan(0);
    expect(quoted.get('KJV')?.size).toBeGreaterThan(0);
    const verses = (count: number | undefined) => (count === 1 ? '1 verse is' : `${count} verses are`);
    expect(text).toContain(`${verses(quoted.get('WEB')?.size)} quoted from the World English Bible.`);
    expect(text).toContain(`${verses(quoted.get('KJV')?.size)} quoted from the King James Version.`);
    expect(text).toMatch(/World English Bible, which is in the public domain/);
    expect(text).toMatch(/“World English Bible” is a trademark of eBible\.org/);
    expect(text).toMatch(/King James Version[^.]*\. It is in the public domain except in the United Kingdom/);
  });

  it('opens each lesson on a recto with number, title, subtitle, passages and aim', () => {
    sample.lessons.forEach(({ id, front }, index) => {
      const opener = pageAt(id);
      expect(opener.number % 2, `${id} opens on a recto`).toBe(1);
      expect(textOf(opener.lines.slice(0, 2))).toBe(`SESSION ${index + 1}\n${front.title}`);
      for (const text of [front.subtitle, ...(front.passages as string[]), front.aim] as string[]) holds(opener, text);
    });
  });

  it('lists every lesson in the contents with the page it opens on', () => {
    const contents = pageAt('.contents');
    for (const { id, front } of sample.lessons) {
      const opener = pageAt(id);
      const links = contents.links.filter((link) => link.to === id).map((link) => link.text);
      expect(links).toEqual([front.title, opener.label]);
      const row = contents.lines.find((line) => line.text === front.title);
      const number = contents.lines.find((line) => line.text === opener.label && Math.abs(line.y - (row?.y ?? 0)) < 1);
      expect(number, `the page of “${front.title}” beside it`).toBeDefined();
      holds(contents, front.subtitle as string);
    }
  });

  it('has an outline whose entries lead to what they name', () => {
    const titles = sample.lessons.flatMap(({ front, blocks }, index) => [
      { title: `${index + 1}. ${front.title}`, level: 1 },
      ...blocks.filter((block) => block.kind === 'heading').map((block) => ({ title: block.text, level: 2 })),
    ]);
    expect(pdf().outline.map(({ title, level }) => ({ title, level }))).toEqual([
      { title: 'Contents', level: 1 },
      ...parts('front').map(({ title }) => ({ title, level: 1 })),
      ...titles,
      ...parts('back').map(({ title }) => ({ title, level: 1 })),
      { title: 'Notes', level: 1 },
    ]);
    for (const { title, to } of pdf().outline) {
      const place = pdf().places.get(to);
      const name = title.replace(/^\d+\. /, '');
      const lines = body(pageAt(to)).filter((line) => line.text.trim() === name);
      expect(lines.length, `“${title}” on the page its entry leads to`).toBeGreaterThan(0);
      expect(
        lines.some((line) => line.y > (place?.top ?? 0) && line.y - (place?.top ?? 0) < 110),
        `“${title}” just below its place`,
      ).toBe(true);
    }
  });

  it('has only links that lead somewhere', () => {
    for (const link of pdf().pages.flatMap(({ links }) => links)) {
      if (link.url) expect(link.url).toMatch(/^(https?|mailto):/);
      else
        expect(pdf().places.has(link.to ?? ''), `“${link.text}” on page ${link.page} leads to “${link.to}”`).toBe(true);
    }
  });

  it('runs the booklet’s title over versos and the lesson’s or chapter’s over rectos, but not over first pages', () => {
    const { margins } = sample.frame;
    const starts = order().map(({ anchor, title }) => ({ anchor, title, first: pageAt(anchor).number }));
    const seen = new Set<string>();
    for (const { number, label, lines, width } of pdf().pages.slice(1)) {
      const part = starts.findLast(({ first }) => first <= number);
      const heads = lines.filter((line) => line.y < margins.top);
      const recto = number % 2 === 1;
      // The imprint, the contents, and the first page of everything.
      const bare = !part || part.anchor === '.contents' || part.first === number;
      expect(
        heads.map((line) => line.text),
        `page ${label}`,
      ).toEqual(bare ? [] : [recto ? part.title : sample.booklet.title]);
      const [head] = heads;
      if (!head) continue;
      if (recto) seen.add(part?.anchor ?? '');
      if (recto) expect(head.right).toBeCloseTo(width - margins.outer, 0);
      else expect(head.x).toBeCloseTo(margins.outer, 0);
    }
    for (const { id } of sample.lessons) expect(seen).toContain(id);
    expect(
      [...seen].filter(
        (anchor) => anchor.startsWith('.') || chaptersOf(sample, edition).some(({ id }) => id === anchor),
      ),
      'chapters or indexes with a recto after their first page, or this test sees none',
    ).not.toEqual([]);
  });

  it('puts the folio below the text at its outer edge on every page but cover and imprint', () => {
    const { margins } = sample.frame;
    for (const { number, label, lines, width, height } of pdf().pages.slice(1)) {
      const folios = lines.filter((line) => line.y > height - margins.bottom + 1);
      expect(
        folios.map((line) => line.text),
        `page ${label}`,
      ).toEqual(number === 2 ? [] : [label]);
      if (number === 2) continue;
      if (number % 2 === 1) expect(folios[0]?.right).toBeCloseTo(width - margins.outer, 0);
      else expect(folios[0]?.x).toBeCloseTo(margins.outer, 0);
    }
  });

  it('mirrors the margins: inner ones at the fold', () => {
    const { margins } = sample.frame;
    expect(margins.inner).not.toBeCloseTo(margins.outer, 1);
    for (const where of pdf().pages.slice(4)) {
      const left = Math.min(...where.lines.map((line) => line.x));
      const marks = where.marks.filter((mark) => mark.right - mark.left > 200).map((mark) => mark.left);
      expect(Math.min(left, ...marks), `left edge of page ${where.label}`).toBeCloseTo(
        where.number % 2 === 1 ? margins.inner : margins.outer,
        0,
      );
    }
  });

  it('keeps everything but heads and folios inside the text block', () => {
    const { margins, trim } = sample.frame;
    for (const where of pdf().pages.slice(1)) {
      const inner = where.number % 2 === 1 ? margins.inner : margins.outer;
      const edges = {
        left: inner - 0.6,
        right: inner + sample.frame.text.width + 0.6,
        top: margins.top - 0.6,
        bottom: trim.height - margins.bottom + 0.6,
      };
      for (const line of body(where)) {
        expect(line.x, `“${line.text}” on page ${where.label}`).toBeGreaterThanOrEqual(edges.left);
        expect(line.right, `“${line.text}” on page ${where.label}`).toBeLessThanOrEqual(edges.right + 1.5);
        expect(line.y + line.size * 0.15, `“${line.text}” on page ${where.label}`).toBeLessThanOrEqual(
          edges.bottom + 1.5,
        );
      }
      for (const mark of where.marks.filter(({ bottom }) => bottom > margins.top)) {
        expect(mark.left, `a mark on page ${where.label}`).toBeGreaterThanOrEqual(edges.left - 0.5);
        expect(mark.right, `a mark on page ${where.label}`).toBeLessThanOrEqual(edges.right + 0.5);
        expect(mark.bottom, `a mark on page ${where.label}`).toBeLessThanOrEqual(edges.bottom + 0.5);
      }
    }
  });

  it('has half-letter pages', () => {
    expect(new Set(pdf().pages.map(({ width, height }) => `${width} × ${height}`))).toEqual(new Set(['396 × 612']));
  });

  it('says in its metadata what it is, whose and in which language', () => {
    const { booklet } = sample;
    expect(pdf().language).toBe('en');
    expect(pdf().info).toMatchObject({
      Title: booklet.title,
      Author: booklet.authors.join(', '),
      Subject: `${booklet.subtitle} · ${LABELS[edition]}`,
      CreationDate: 'D:20261122000000Z',
      ModDate: 'D:20261122000000Z',
      Creator: 'Gathering',
    });
    for (const part of [
      booklet.title,
      ...booklet.authors,
      '<rdf:li>en</rdf:li>',
      '<xmp:CreateDate>2026-11-22T00:00:00Z',
    ])
      expect(pdf().xmp).toContain(part);
  });

  it('embeds a subset of every font', () => {
    expect(pdf().fonts.length).toBeGreaterThan(2);
    expect(pdf().fonts.filter((font) => !font.embedded || !font.subset)).toEqual([]);
    expect(pdf().fonts.map(({ name }) => name)).toContain('EBGaramond-Regular');
    expect(sample.bytes[edition].length).toBeLessThan(1_500_000);
  });

  it('sets Greek and Hebrew in a font that has them', () => {
    const runs = pdf().pages.flatMap(({ lines }) => lines.flatMap(({ items }) => items));
    const hebrew = runs.filter((run) => /\p{Script=Hebrew}/u.test(run.text));
    expect(hebrew.map((run) => run.text.trim())).toContain('פגע');
    expect(new Set(hebrew.map((run) => run.font))).toEqual(new Set(['Cardo-Regular']));
    if (edition === 'leader') expect(runs.map((run) => run.text).join(' ')).toMatch(/παντελές[\s\S]*ἐντυγχάνω/);
  });

  /** Verses of set passages by translation, counted from the files of this edition’s lessons and chapters: `Genesis 18 22`. */
  function versesQuoted(): Map<string, Set<string>> {
    const verses = new Map<string, Set<string>>();
    for (const { blocks } of [...sample.lessons, ...chaptersOf(sample, edition)]) {
      for (const { kind, text, translation = sample.booklet.translation, for: whom } of blocks) {
        if (kind !== 'scripture' && kind !== 'memory-verse') continue;
        if (edition === 'leader' ? whom === 'participant' : whom !== 'all' && whom !== 'participant') continue;
        const spans = spansIn(text);
        // Each part of a list is a span, or the test would count too few.
        expect(spans.length, `a reference this test can read: ${text}`).toBe(text.split(/[,;]/).length);
        const quoted = verses.get(translation) ?? new Set();
        for (const { book, from, to } of spans) {
          expect([from[0], to[1] < ALL], `verses of one chapter, which this test can count: ${text}`).toEqual([
            to[0],
            true,
          ]);
          for (let verse = from[1]; verse <= to[1]; verse += 1) quoted.add(`${book} ${from[0]} ${verse}`);
        }
        verses.set(translation, quoted);
      }
    }
    return verses;
  }
});

/** The marks of a page that are lines to write on, and not part of a table, a box or a drawing. */
function writingLines(where: PdfPage): Mark[] {
  const long = where.marks.filter(
    (mark) =>
      mark.kind === 'stroke' &&
      mark.bottom - mark.top < 0.1 &&
      mark.color === sample.theme.color.rule &&
      mark.right - mark.left > 200,
  );
  // Other strokes of a drawing touch a long line in it; nothing touches a line to write on, though a box may go round it.
  const touches = (line: Mark, mark: Mark) =>
    mark.bottom - mark.top > 5 &&
    mark.top < line.top + 0.5 &&
    mark.bottom > line.top - 0.5 &&
    mark.left > line.left - 0.5 &&
    mark.right < line.right + 0.5;
  return long.filter((line) => !where.marks.some((mark) => touches(line, mark)));
}

/** A page made only to fill a verso, with nothing but lines. */
function isFiller(where: PdfPage): boolean {
  return textOf(bodyLines(where, sample.frame.margins)) === 'Notes';
}

describe('the participant’s room to write', () => {
  it('has lines 8 mm apart, as many as each question asks for', () => {
    const { pdf, frame } = sample;
    for (const text of [...sample.lessons, ...chaptersOf(sample, 'participant')]) {
      const asked = [...text.source.matchAll(/^:{4,}question\{#(\S+)[^}]*lines=(\d+)/gm)];
      if (text.blocks.some((block) => block.inside.includes('question'))) expect(asked.length).toBeGreaterThan(5);
      const after = ends(text);
      for (const [, name = '', count] of asked) {
        const start = pdf.participant.places.get(`${text.id}.${name}`);
        const end = after.find((place) => start && isAfter(place, start));
        if (!start || !end) throw new Error(`“${text.id}.${name}” or what follows it has no place`);
        const own = pdf.participant.pages.slice(start.page - 1, end.page).flatMap((where) =>
          isFiller(where)
            ? []
            : writingLines(where)
                .filter((mark) => !mark.dashed)
                .map((mark) => ({ page: where.number, top: mark.top }))
                // The place of what follows is where its box begins; a line at its very edge is the question’s own.
                .filter((line) => isAfter(line, start) && !isAfter(line, { ...end, top: end.top + 1 })),
        );
        expect(own.length, `lines for ${text.id}.${name}`).toBe(Number(count));
        own.slice(1).forEach((line, index) => {
          const before = own[index] as typeof line;
          // What does not fit goes on at the head of the next page.
          const gap = line.page === before.page ? line.top - before.top : line.top - frame.margins.top;
          const off = Math.abs(gap - mm(8));
          expect(off, `lines of ${text.id}.${name} 8 mm apart`).toBeLessThan(line.page === before.page ? 0.1 : 1);
          expect(line.page - before.page).toBeLessThanOrEqual(1);
        });
      }
    }
  });

  type Where = { page: number; top: number };
  const isAfter = (a: Where, b: Where) => a.page > b.page || (a.page === b.page && a.top > b.top);

  /** Where the things of a lesson or chapter begin, in order, but for passages, which may stand inside a question; last, where it ends. */
  function ends(text: SourceLesson): Where[] {
    const pages = pagesOf(sample, 'participant', text.id);
    const passages = text.blocks
      .filter((block) => block.kind === 'scripture')
      .map((block) => `${text.id}.${wordsOf(block.text).join('-')}`);
    const places = [...sample.pdf.participant.places]
      .filter(([name]) => name.startsWith(`${text.id}.`) && !passages.some((passage) => name.startsWith(passage)))
      .map(([, place]) => place);
    const last = { page: pages.at(-1)?.number ?? 0, top: Number.POSITIVE_INFINITY };
    return [...places.sort((a, b) => (isAfter(a, b) ? 1 : -1)), last];
  }

  it('has dotted lines where the lesson asks for them, and none of either in the leader’s lessons', () => {
    let dotted = 0;
    for (const { id, source } of [...sample.lessons, ...chaptersOf(sample, 'participant')]) {
      const lines = (edition: 'leader' | 'participant') =>
        pagesOf(sample, edition, id)
          .filter((where) => !isFiller(where))
          .flatMap(writingLines);
      const asked = [...source.matchAll(/^::lines\{count=(\d+) style=dotted\}/gm)];
      const count = asked.reduce((sum, [, value]) => sum + Number(value), 0);
      expect(lines('participant').filter((mark) => mark.dashed).length, `dotted lines of ${id}`).toBe(count);
      dotted += count;
      expect(
        lines('leader').filter((mark) => mark.dashed),
        `dotted lines in the leader’s ${id}`,
      ).toEqual([]);
      // Ornaments and rules between parts are few.
      expect(lines('leader').length, `lines in the leader’s ${id}`).toBeLessThan(4);
    }
    expect(dotted).toBeGreaterThan(5);
  });

  it('has a tick box beside each reading of the week in both editions', () => {
    for (const edition of EDITION_NAMES) {
      for (const { blocks } of sample.lessons) {
        for (const reading of blocks.filter((block) => block.inside.includes('readings') && block.kind === 'item')) {
          const found = sample.pdf[edition].pages
            .flatMap((where) => where.lines.map((line) => ({ where, line })))
            .filter(({ line }) => wordsOf(line.text).join(' ') === wordsOf(reading.text).join(' '));
          const boxed = found.some(({ where, line }) =>
            where.marks.some(
              (mark) =>
                mark.right < line.x && line.x - mark.right < 12 && mark.top > line.y - 14 && mark.bottom < line.y + 4,
            ),
          );
          expect(boxed, `a box beside ${reading.text} in the ${edition} edition`).toBe(true);
        }
      }
    }
  });

  it('ends with a page of lines for notes', () => {
    for (const edition of EDITION_NAMES) {
      const last = sample.pdf[edition].pages.at(-1) as PdfPage;
      expect(last.lines[0]?.text).toBe('Notes');
      const rules = last.marks.filter((mark) => mark.right - mark.left > 200).map((mark) => mark.top);
      expect(rules.length).toBeGreaterThan(15);
      for (const [index, top] of rules.slice(1).entries()) expect(top - (rules[index] ?? 0)).toBeCloseTo(mm(8), 1);
    }
  });
});

describe('the leader’s first page of a lesson', () => {
  it('shows what to prepare with boxes, and minutes that add up', () => {
    for (const { id, source, blocks, front } of sample.lessons) {
      const [opener] = pagesOf(sample, 'leader', id) as [PdfPage];
      const text = ` ${wordsOf(textOf(opener.lines)).join(' ')} `;
      const nextText = ` ${wordsOf(textOf(sample.pdf.leader.pages[opener.number]?.lines ?? [])).join(' ')} `;
      for (const block of blocks.filter((item) => item.for === 'prepare'))
        expect(text, `“${block.text}” on the first page of ${id}`).toContain(` ${wordsOf(block.text).join(' ')} `);
      const minutes = [...source.matchAll(/^:{3,}[a-z]+.*?minutes=(\d+)(?![^\n]*optional)/gm)].map(([, value]) =>
        Number(value),
      );
      const total = minutes.reduce((sum, value) => sum + value, 0);
      expect(total, `minutes in ${id}`).toBe(Number(front.duration));
      expect(text + nextText).toContain(` total planned ${front.duration} ${total} `);
    }
  });
});
