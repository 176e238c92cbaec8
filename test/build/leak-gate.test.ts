import { type PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import type { EditionContent } from '../../src/edition/model.js';
import type { BookletContent } from '../../src/edition/select.js';
import type { Block, Heading } from '../../src/lesson/model.js';
import type { Made } from '../support/booklet.js';
import { buildTiny, tinyBooklet, tinyWorld } from '../support/tiny.js';

type Select = (content: BookletContent, edition: EditionContent['edition']) => EditionContent;
type Hide = (pdf: PDFDocument) => unknown;

const broken = vi.hoisted(() => ({
  /** What a faulty filter makes of its work. */
  filter: undefined as undefined | ((select: unknown, content: unknown, edition: unknown) => unknown),
  /** What a faulty painter adds to the participants' PDF. */
  paint: undefined as undefined | ((pdf: unknown) => unknown),
}));

vi.mock('../../src/edition/select.js', async (original) => {
  const real = (await original()) as { selectEdition: Select };
  return {
    selectEdition: (content: BookletContent, edition: EditionContent['edition']) =>
      broken.filter ? broken.filter(real.selectEdition, content, edition) : real.selectEdition(content, edition),
  };
});

vi.mock('../../src/pdf/paint.js', async (original) => {
  const real = (await original()) as { paint: (...given: unknown[]) => Promise<Uint8Array> };
  return {
    paint: async (...given: unknown[]) => {
      const bytes = await real.paint(...given);
      if (!broken.paint) return bytes;
      const pdf = await PDFDocument.load(bytes);
      await broken.paint(pdf);
      return pdf.save();
    },
  };
});

afterEach(() => {
  broken.filter = undefined;
  broken.paint = undefined;
});

/** Words that only leaders may read, one sentence for each place that they are withheld in. */
const SECRET = {
  answer: 'Seven ships came home before the winter closed the harbor.',
  note: 'Ask the oldest fisherman how he found his way at night.',
  prepare: 'Borrow a ship lantern from the museum on the quay.',
  blank: 'harbormaster',
  footnote: 'The museum opens early for anyone who carries a lantern.',
  title: 'What the oldest fisherman remembers about the storm',
};

const LESSON = `---
title: The Harbor
---

## The voyage

Everyone on the quay looks up to the old :blank[${SECRET.blank}] of the town.

::::question
Who came home again?

:::answer
${SECRET.answer}[^1]
:::
::::

:::leader[${SECRET.title}]
${SECRET.note}
:::

:::prepare
- ${SECRET.prepare}
:::

[^1]: ${SECRET.footnote}
`;

const build = (editions: string[]): Promise<Made> => buildTiny(tinyWorld(tinyBooklet(LESSON)), { editions });

/** The one participants' edition with something let through that is not theirs. */
async function told(): Promise<string> {
  const made = await build(['participant']);
  expect(made.files).toEqual([]);
  expect([...made.written.keys()]).toEqual([]);
  const [first] = made.messages;
  expect(first?.ruleId).toBe('leak');
  return formatDiagnostics(made.messages);
}

/** A filter that goes wrong in one place: it takes from the leaders' content what it needs. */
const faulty = (change: (content: EditionContent, leaders: EditionContent) => EditionContent) => {
  broken.filter = ((select: Select, content: BookletContent, edition: EditionContent['edition']) => {
    const right = select(content, edition);
    const leaders = select(content, { ...edition, name: 'leader', audiences: ['leader'], answers: true });
    return change(right, leaders);
  }) as typeof broken.filter;
};

/** The body of the one lesson made anew from the participants' and the leaders'. */
const body = (change: (own: Block[], leaders: Block[]) => Block[]) =>
  faulty((content, leaders) => ({
    ...content,
    lessons: content.lessons.map((lesson, index) => ({
      ...lesson,
      body: change(lesson.body, leaders.lessons[index]?.body ?? []),
    })),
  }));

const ofType = (type: Block['type'], blocks: Block[]) => blocks.filter((block) => block.type === type);

describe('a filter that works', () => {
  it('lets both editions through', async () => {
    const made = await build(['leader', 'participant']);
    expect(formatDiagnostics(made.messages)).toBe('');
    expect([...made.written.keys()]).toEqual([
      '/out/tiny/leader.pdf',
      '/out/tiny/participant.pdf',
      '/out/tiny/manifest.json',
    ]);
  });
});

describe('a broken filter is caught', () => {
  it('when it keeps an answer', async () => {
    // Shown as a question without an answer would be, so that the answer is text among the rest.
    body((own, leaders) => [
      ...own,
      ...ofType('question', leaders).flatMap((block) => (block.type === 'question' ? block.answer : [])),
    ]);
    expect(await told()).toMatch(/on page \d of the participant edition’s PDF: “[^”]*ships came home before/);
  });

  it('when it keeps a leader’s note', async () => {
    body((own, leaders) => [...own, ...ofType('audience', leaders)]);
    expect(await told()).toMatch(/on page \d.*oldest fisherman remembers about the storm/);
  });

  it('when it fills a gap', async () => {
    const filled = (block: Block): Block =>
      block.type === 'paragraph'
        ? {
            ...block,
            children: block.children.map((run) =>
              run.type === 'blank-rule' ? { type: 'text', value: SECRET.blank } : run,
            ),
          }
        : block;
    body((own) => own.map(filled));
    expect(await told()).toMatch(/on page \d.*“[^”]*harbormaster[^”]*”/);
  });

  it('when it keeps what the leader prepares', async () => {
    faulty((content, leaders) => ({
      ...content,
      lessons: content.lessons.map((lesson, index) => {
        const glance = leaders.lessons[index]?.glance;
        return { ...lesson, ...(glance ? { glance } : {}) };
      }),
    }));
    expect(await told()).toMatch(/on page \d.*lantern from the museum/);
  });

  it('when it keeps a note that only an answer points to', async () => {
    faulty((content, leaders) => ({
      ...content,
      lessons: content.lessons.map((lesson, index) => ({
        ...lesson,
        footnotes: leaders.lessons[index]?.footnotes ?? [],
      })),
    }));
    expect(await told()).toMatch(/on page \d.*museum opens early/);
  });

  it('when it makes a heading of a leader’s title: in the outline too', async () => {
    const heading: Heading = {
      type: 'heading',
      level: 2,
      id: 'remembers',
      children: [{ type: 'text', value: SECRET.title }],
    };
    body((own) => [...own, heading, ...ofType('paragraph', own)]);
    const message = await told();
    expect(message).toMatch(/in the outline .*oldest fisherman remembers/);
    expect(message).toMatch(/on page \d/);
  });

  it('in large print and handouts as well', async () => {
    body((own, leaders) => [...own, ...ofType('audience', leaders)]);
    const made = await build(['large-print']);
    expect(made.files).toEqual([]);
    expect(formatDiagnostics(made.messages)).toContain('the large-print edition’s PDF');
  });

  it('and nothing at all is written, not even what is clean', async () => {
    body((own, leaders) => [...own, ...ofType('audience', leaders)]);
    const made = await build(['leader', 'participant']);
    expect(made.files).toEqual([]);
    expect([...made.written.keys()]).toEqual([]);
  });
});

const CHANNELS: [string, RegExp, Hide][] = [
  [
    'hidden text',
    /on page 1 /,
    (pdf) => {
      const page = pdf.getPage(0);
      const font = page.node.normalizedEntries().Font.keys()[0];
      // Letters as a reader program would copy them, whatever the font draws.
      const text = `/Span <</ActualText ${PDFHexString.fromText(SECRET.answer)}>> BDC EMC`;
      expect(font).toBeDefined();
      page.node.addContentStream(pdf.context.register(pdf.context.stream(text)));
    },
  ],
  ['document information', /information/, (pdf) => pdf.setKeywords([SECRET.answer])],
  [
    'XMP',
    /xmp|metadata/i,
    (pdf) => {
      const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><note>${SECRET.answer}</note></x:xmpmeta>`;
      const stream = pdf.context.stream(xmp, { Type: 'Metadata', Subtype: 'XML' });
      pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(stream));
    },
  ],
  [
    'alternative text',
    /alternative text/,
    (pdf) => {
      const figure = pdf.context.obj({ Type: 'StructElem', S: 'Figure' });
      (figure as PDFDict).set(PDFName.of('Alt'), PDFHexString.fromText(SECRET.answer));
      pdf.catalog.set(
        PDFName.of('StructTreeRoot'),
        pdf.context.register(pdf.context.obj({ Type: 'StructTreeRoot', K: [pdf.context.register(figure)] })),
      );
    },
  ],
  [
    'a form field',
    /form field/,
    (pdf) => {
      const field = pdf.getForm().createTextField('luke.q1');
      field.addToPage(pdf.getPage(1), { x: 20, y: 20, width: 200, height: 20 });
      field.acroField.dict.set(PDFName.of('TU'), PDFHexString.fromText(SECRET.answer));
    },
  ],
  [
    'an annotation',
    /annotation/,
    (pdf) => {
      const page = pdf.getPage(1);
      const note = pdf.context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 10, 10] }) as PDFDict;
      note.set(PDFName.of('Contents'), PDFString.of(SECRET.answer));
      page.node.addAnnot(pdf.context.register(note));
    },
  ],
  [
    'a named destination',
    /destination/,
    (pdf) => {
      const names = pdf.context.obj({ Names: [] }) as PDFDict;
      names.set(
        PDFName.of('Names'),
        pdf.context.obj([PDFString.of(SECRET.answer), pdf.context.obj([pdf.getPage(0).ref, 'Fit'])]),
      );
      pdf.catalog.set(PDFName.of('Names'), pdf.context.obj({ Dests: pdf.context.register(names) }));
    },
  ],
  [
    'an attachment',
    /attachment/,
    (pdf) => pdf.attach(new TextEncoder().encode(SECRET.answer), 'notes.txt', { mimeType: 'text/plain' }),
  ],
];

describe('words in the finished file are caught wherever they are', () => {
  it.each(CHANNELS)('in %s', async (_, where, hide) => {
    broken.paint = hide as (pdf: unknown) => unknown;
    expect(await told()).toMatch(where);
  });

  it('and the leaders’ own file may have them', async () => {
    broken.paint = ((pdf: PDFDocument) => pdf.setKeywords([SECRET.answer])) as (pdf: unknown) => unknown;
    const made = await build(['leader']);
    expect(made.files).toHaveLength(1);
  });
});
