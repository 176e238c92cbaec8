import { beforeAll, describe, expect, it } from 'vitest';
import { BOOKS } from '../../src/scripture/books.js';
import { loadTranslations } from '../../src/scripture/library.js';
import type { Translation } from '../../src/scripture/translation.js';
import { diskWorld } from '../../src/world/disk.js';
import { bodyLines, type PdfPage, textOf } from '../support/pdf.js';
import { ALL, bookPlace, spanKey, spansIn, spansOfList, type VerseSpan } from '../support/references.js';
import { chaptersOf, EDITION_NAMES, pagesOf, partsOf, type Sample, sampleBooklet } from '../support/sample.js';
import { wordsOf } from '../support/words.js';

let sample: Sample;
let bible: Translation;
beforeAll(async () => {
  sample = await sampleBooklet();
  const named = new Set(sample.lessons.flatMap(({ source }) => spansIn(source).map(({ book }) => book)));
  const codes = new Set(BOOKS.filter(({ name }) => named.has(name)).map(({ osis }) => osis));
  bible = (await loadTranslations(diskWorld(), new Map([['WEB', codes]]))).get('WEB') as Translation;
});

/** The same for “John 17” and “John 17:1–26”. */
function keyOf(span: VerseSpan): string {
  const osis = BOOKS.find(({ name }) => name === span.book)?.osis ?? '';
  const [chapter, verse] = span.to;
  return span.from[1] === 1 && verse === bible.verses(osis, chapter)
    ? spanKey({ ...span, from: [span.from[0], 0], to: [chapter, ALL] })
    : spanKey(span);
}

/** One passage as the printed index has it. */
interface Entry {
  book: string;
  /** As printed: `7:23–25`. */
  numbers: string;
  span: VerseSpan;
  /** Folios. */
  pages: string[];
}

describe.each(EDITION_NAMES)('in the %s edition', (edition) => {
  const pdf = () => sample.pdf[edition];
  const pageLabelled = (label: string): PdfPage => {
    const found = pdf().pages.find((page) => page.label === label);
    if (!found) throw new Error(`no page ${label}`);
    return found;
  };
  const flow = (pages: readonly PdfPage[]) => textOf(pages.flatMap((page) => bodyLines(page, sample.frame.margins)));
  const shown = (whom: string) =>
    edition === 'leader' ? whom !== 'participant' : whom === 'all' || whom === 'participant';

  /** The printed index, a line of each book. */
  const books = () =>
    flow(pagesOf(sample, edition, '.index-of-passages'))
      .split('\n')
      .slice(2);
  const index = (): Entry[] =>
    books().flatMap((line) => {
      const [, book = '', rest = ''] = /^((?:[123] )?\p{L}[\p{L} ]*?) (?=[\d(])(.*)$/su.exec(line) ?? [];
      const entries = rest.split('; ').map((entry) => /^([\d:–]+) \(([^)]*)\)$/.exec(entry));
      expect(entries, `passages and pages of “${line.slice(0, 40)}…”`).not.toContain(null);
      return entries.flatMap((match) => {
        const [, numbers = '', pages = ''] = match ?? [];
        return spansOfList(book, numbers).map((span) => ({ book, numbers, span, pages: pages.split(', ') }));
      });
    });
  /** What the index says of a passage. */
  const indexed = () => new Map(index().map((entry) => [keyOf(entry.span), entry.pages]));

  it('leads from the page of what is printed to its place there', () => {
    for (const [part, least] of [
      ['.index-of-passages', 5],
      ['.index-of-hymns', 2],
    ] as const) {
      const links = pagesOf(sample, edition, part).flatMap((page) => page.links);
      expect(links.length, part).toBeGreaterThanOrEqual(least);
      for (const { to = '', text } of links) {
        const label = pdf().pages[(pdf().places.get(to)?.page ?? 0) - 1]?.label;
        // What is beneath a link is measured roughly and may take in the word that follows.
        expect(text.match(/\d+(?=[,)]|\s*$)/g), `${to}: “${text}”`).toContain(label);
      }
    }
  });

  it('the index of passages has the books in the order of the Bible, each once, and in each the passages in order', () => {
    const entries = index();
    expect(entries.length).toBeGreaterThan(80);
    const places = [...new Set(entries.map(({ book }) => book))].map(bookPlace);
    expect(places).not.toContain(-1);
    expect(places.length).toBe(books().length);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    entries.slice(1).forEach(({ book, span, numbers }, at) => {
      const before = entries[at] as Entry;
      if (before.book !== book) return;
      const [a, b] = [before.span, span].map(({ from, to }) => [...from, -to[0], -to[1]]);
      const first = a?.findIndex((value, part) => value !== b?.[part]) ?? -1;
      expect(first, `${book} ${numbers} once`).toBeGreaterThanOrEqual(0);
      expect(a?.[first], `${book} ${before.numbers} before ${numbers}`).toBeLessThan(b?.[first] ?? 0);
    });
  });

  it('the index of passages has a page for every passage, each page once and in order', () => {
    const folios = pdf().pages.map(({ label }) => label);
    const wrong = index().filter(({ pages }) => {
      const numbers = pages.map((page) => folios.indexOf(page));
      return numbers.some((number, at) => number < 1 || number <= (numbers[at - 1] ?? 0));
    });
    expect(wrong.map(({ book, numbers, pages }) => `${book} ${numbers} (${pages.join(', ')})`)).toEqual([]);
  });

  it('every page that the index of passages names has the passage or a reference to it', () => {
    const lost: string[] = [];
    let checked = 0;
    for (const { book, numbers, span, pages } of index()) {
      for (const label of pages.filter(Boolean)) {
        checked += 1;
        if (!mentions(pageLabelled(label), span, numbers)) lost.push(`${book} ${numbers} on page ${label}`);
      }
    }
    expect(checked).toBeGreaterThan(150);
    expect(lost).toEqual([]);
  });

  it('is checked by a test that notices a wrong page: few passages are on the page after', () => {
    const entries = index().flatMap(({ span, numbers, pages }) =>
      pages
        .filter((label) => label && !pages.includes(String(Number(label) + 1)))
        .map((label) => ({ span, numbers, label })),
    );
    const found = entries.filter(({ span, numbers, label }) =>
      mentions(pageLabelled(String(Number(label) + 1)), span, numbers),
    );
    expect(found.length / entries.length).toBeLessThan(0.1);
  });

  it('every passage that the lessons print is in the index, with the page it begins on', () => {
    const known = indexed();
    let seen = 0;
    for (const { id, blocks } of sample.lessons) {
      for (const { kind, text, for: whom } of blocks) {
        if ((kind !== 'scripture' && kind !== 'memory-verse') || !shown(whom)) continue;
        const words = wordsOf(text).join(' ');
        const on = pagesOf(sample, edition, id).filter((page) =>
          page.lines.some((line) =>
            kind === 'scripture'
              ? line.text === line.text.toUpperCase() && wordsOf(line.text).join(' ') === words
              : wordsOf(line.text).join(' ').startsWith(words),
          ),
        );
        expect(on.length, `“${text}” is printed in ${id}`).toBeGreaterThan(0);
        for (const span of spansIn(text)) {
          const pages = known.get(keyOf(span)) ?? [];
          expect(
            on.some(({ label }) => pages.includes(label)),
            `${keyOf(span)} (${pages.join(', ')}) is on page ${on.map(({ label }) => label).join(' or ')}`,
          ).toBe(true);
          seen += 1;
        }
      }
    }
    expect(seen).toBeGreaterThan(30);
  });

  it('every reference in the text of the lessons is in the index', () => {
    expect(unlisted((block) => block.for !== 'prepare' && block.kind !== 'scripture')).toEqual([]);
  });

  // Fault: passageIndex (src/scripture/passage-index.ts) walks a lesson's body, from which the edition has taken the
  // prepare list for the leader's first page: “Read Lev 16:6--16” in Hebrews 7 is printed but not in the index.
  it('every reference in what the leader is to prepare is in the index', () => {
    expect(unlisted((block) => block.for === 'prepare')).toEqual([]);
  });

  /** References in the lessons' files, by a full name, of which the index knows nothing. */
  function unlisted(wanted: (block: Sample['lessons'][number]['blocks'][number]) => boolean): string[] {
    const known = indexed();
    return sample.lessons.flatMap(({ id, blocks }) =>
      blocks
        .filter((block) => shown(block.for) && wanted(block))
        .flatMap((block) => {
          const text =
            edition === 'leader' ? block.text : block.raw.replace(/:blank\[[^\]]*\]/g, '…').replace(/[*_]/g, '');
          return spansIn(text.replaceAll('--', '–'));
        })
        .filter((span) => !known.has(keyOf(span)))
        .map((span) => `${id}: ${keyOf(span)}`),
    );
  }

  /** Whether a passage is printed or referred to on a page: by its book's name, or by “7:27” or “verse 27” where the page tells the rest. */
  function mentions(page: PdfPage, span: VerseSpan, numbers: string): boolean {
    const text = flow([page]);
    if (spansIn(text, { anyCase: true }).some((found) => keyOf(found) === keyOf(span))) return true;
    const bare = new RegExp(`(?<![\\d:–])${numbers}(?![\\d:–]*\\d)`);
    if (numbers.includes(':') && bare.test(text)) return true;
    const verses = numbers.replace(/^\d+:/, '');
    const inList = new RegExp(`\\bverses? (?:[\\d–]+(?:, | and |, and ))*${verses}(?![\\d:–]*\\d)`);
    const inChapter = new RegExp(
      `${span.from[0]}:[\\d–:]+(?:(?:, | and |, and |; )[\\d–:]+)*(?:, | and |, and )${verses}(?!\\d)`,
    );
    return inList.test(text) || inChapter.test(text);
  }

  it('the index of hymns names every hymn by first line, tune and meter, with its page', () => {
    const text = flow(pagesOf(sample, edition, '.index-of-hymns')).replace(/\s+/g, ' ');
    const [, firstLines = '', tunes = ''] = /^Hymns First lines (.*) Tunes and meters (.*)$/.exec(text) ?? [];
    const rows = (part: string) =>
      [...part.matchAll(/(.+?) (\d+)(?= |$)/g)].map(([, name = '', label = '']) => ({ name: name.trim(), label }));
    const hymns = sample.lessons.flatMap(({ blocks }) =>
      blocks.flatMap((block, at) =>
        block.kind === 'title' && block.inside.at(-1) === 'hymn' ? [{ title: block, stanza: blocks[at + 1] }] : [],
      ),
    );
    expect(hymns.length).toBeGreaterThan(1);
    expect(rows(firstLines).length).toBe(hymns.length);
    expect(rows(tunes).length).toBe(hymns.length);
    for (const part of [firstLines, tunes]) {
      const names = rows(part).map(({ name }) => name);
      expect(names).toEqual([...names].sort());
    }
    for (const { title, stanza } of hymns) {
      const words = wordsOf(title.text).join(' ');
      const begins = wordsOf(stanza?.text ?? '')
        .slice(0, 5)
        .join(' ');
      const attribute = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(title.attributes)?.[1] ?? '';
      const byLine = rows(firstLines).find(({ name }) => wordsOf(name).join(' ').startsWith(begins));
      const byTune = rows(tunes).find(({ name }) => name.startsWith(`${attribute('tune')}, ${attribute('meter')} `));
      expect(byLine && wordsOf(byLine.name).join(' '), `“${title.text}” by its first line`).toContain(words);
      expect(byTune && wordsOf(byTune.name).join(' '), `“${title.text}” by its tune`).toContain(words);
      for (const label of [byLine?.label ?? '', byTune?.label ?? '']) {
        const printed = wordsOf(flow([pageLabelled(label)])).join(' ');
        expect(printed, `“${title.text}” on page ${label}`).toContain(words);
        expect(printed, `“${title.text}” on page ${label}`).toContain(begins);
      }
    }
  });

  it('the contents list chapters before the lessons and chapters and indexes after them, with their pages', () => {
    const contents = pagesOfContents();
    const expected = [
      ...partsOf(sample, edition, 'front').map(({ anchor, title }) => ({ anchor, title })),
      ...sample.lessons.map(({ id, front }) => ({ anchor: id, title: String(front.title) })),
      ...partsOf(sample, edition, 'back').map(({ anchor, title }) => ({ anchor, title })),
    ];
    const links = contents.flatMap((page) => page.links);
    expect(links.map(({ to, text }) => `${to}: ${text}`)).toEqual(
      expected.flatMap(({ anchor, title }) => {
        const page = pdf().pages[(pdf().places.get(anchor)?.page ?? 0) - 1] as PdfPage;
        // The page begins with what the contents promise: a lesson with its number first.
        expect(
          wordsOf(flow([page]))
            .slice(0, 12)
            .join(' '),
          `page ${page.label}`,
        ).toContain(wordsOf(title).join(' '));
        return [`${anchor}: ${title}`, `${anchor}: ${page.label}`];
      }),
    );
    const folio = (anchor: string) => links.filter(({ to }) => to === anchor)[1]?.text ?? '';
    for (const { anchor } of partsOf(sample, edition, 'front')) expect(folio(anchor)).toMatch(/^[ivx]+$/);
    for (const { anchor } of partsOf(sample, edition, 'back')) expect(folio(anchor)).toMatch(/^\d+$/);
    expect(folio(sample.lessons[0]?.id ?? '')).toBe('1');
    expect(chaptersOf(sample, edition).length).toBeGreaterThan(1);
  });

  function pagesOfContents(): PdfPage[] {
    const [first] = partsOf(sample, edition, 'front');
    const start = pdf().places.get('.contents')?.page ?? 0;
    return pdf().pages.slice(start - 1, (pdf().places.get(first?.anchor ?? '')?.page ?? 0) - 1);
  }
});
