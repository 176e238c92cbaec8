import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { findLeaks } from '../../src/leaks/find-leaks.js';
import type { Channel } from '../../src/leaks/model.js';
import { readBack } from '../../src/leaks/read-back.js';
import { LESSON, type Page, pdfOf, pdfWith, SECRET, withheldOf } from './make.js';

const withheld = withheldOf(LESSON);

const places = async (bytes: Uint8Array): Promise<string[]> =>
  findLeaks(await readBack(bytes), withheld).map(({ channel, where }) => `${channel}: ${where}`);

/** Adds operators to a page's content. */
function draw({ doc, page }: Page, operators: string): void {
  const stream = doc.context.register(doc.context.stream(operators));
  const contents = page.node.get(PDFName.of('Contents'));
  const list = doc.context.lookup(contents);
  const old = list instanceof PDFArray ? list.asArray() : [contents as PDFObject];
  page.node.set(PDFName.of('Contents'), doc.context.obj([...old, stream]));
}

/** The key of the font among the page's resources. */
const fontKey = ({ page, font }: Page) => page.node.newFontDictionary('Secret', font.ref).asString();

const shown = (made: Page, text = SECRET) => `BT ${fontKey(made)} 10 Tf 20 400 Td (${text}) Tj ET`;

/** A form that shows the secret, with the resources it needs. */
function form(made: Page, more: Record<string, unknown> = {}): PDFRef {
  const { doc, font } = made;
  const dict = {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, 400, 600],
    Resources: { Font: { F9: font.ref } },
    ...more,
  };
  return doc.context.register(doc.context.stream(`BT /F9 10 Tf 20 400 Td (${SECRET}) Tj ET`, dict as never));
}

function annotate({ doc, page }: Page, dict: Record<string, unknown>): PDFRef {
  const ref = doc.context.register(doc.context.obj({ Type: 'Annot', Rect: [0, 0, 9, 9], ...dict } as never));
  page.node.addAnnot(ref);
  return ref;
}

const set = (dict: PDFDict, key: string, value: PDFObject) => dict.set(PDFName.of(key), value);
const text = (value: string) => PDFHexString.fromText(value);

/** Attaches bytes as they are, without a word on what they are. */
async function attach({ doc }: Page, bytes: Uint8Array | string, name = 'notes.bin'): Promise<void> {
  await doc.attach(typeof bytes === 'string' ? strToU8(bytes) : bytes, name);
}

const field = (made: Page, dict: Record<string, unknown>) => {
  const ref = annotate(made, { Subtype: 'Widget', FT: 'Tx', T: text('name'), ...dict });
  set(made.doc.catalog, 'AcroForm', made.doc.context.obj({ Fields: [ref] }));
};

const slug = SECRET.toLowerCase().replace(/[^a-z]+/g, '-');
const utf16 = (value: string) => Uint8Array.from([...value].flatMap((c) => [c.charCodeAt(0), 0]));

type Hiding = [name: string, channel: Channel, where: string, hide: (made: Page) => unknown];

const HIDINGS: Hiding[] = [
  // what pages show
  ['plain text', 'page', 'page 2', (made) => draw(made, shown(made))],
  ['invisible text', 'page', 'page 2', (made) => draw(made, `3 Tr ${shown(made)}`)],
  ['text used as a clip', 'page', 'page 2', (made) => draw(made, `7 Tr ${shown(made)}`)],
  ['white text', 'page', 'page 2', (made) => draw(made, `1 1 1 rg ${shown(made)}`)],
  ['clipped text', 'page', 'page 2', (made) => draw(made, `q 0 0 1 1 re W n ${shown(made)} Q`)],
  ['text off the page', 'page', 'page 2', (made) => draw(made, `q 1 0 0 1 9000 -9000 cm ${shown(made)} Q`)],
  [
    'text outside the crop box',
    'page',
    'page 2',
    (made) => {
      draw(made, shown(made));
      made.page.setCropBox(0, 0, 10, 10);
    },
  ],
  ['text of no size', 'page', 'page 2', (made) => draw(made, shown(made).replace('10 Tf', '0 Tf'))],
  [
    'text with gaps for spaces',
    'page',
    'page 2',
    (made) => {
      const words = SECRET.split(' ').map((word) => `(${word})`);
      draw(made, `BT ${fontKey(made)} 10 Tf 20 400 Td [${words.join(' -300 ')}] TJ ET`);
    },
  ],
  [
    'letters set one by one',
    'page',
    'page 2',
    (made) => {
      const letters = [...SECRET].map((letter, index) => `1 0 0 1 ${20 + 6 * index} 300 Tm (${letter}) Tj`);
      draw(made, `BT ${fontKey(made)} 10 Tf ${letters.join(' ')} ET`);
    },
  ],
  [
    'text in a hidden layer',
    'page',
    'page 2',
    (made) => {
      const { doc, page } = made;
      const layer = doc.context.register(doc.context.obj({ Type: 'OCG', Name: PDFString.of('Layer') }));
      set(
        doc.catalog,
        'OCProperties',
        doc.context.obj({ OCGs: [layer], D: { OFF: [layer], BaseState: 'OFF' } } as never),
      );
      page.node.Resources()?.set(PDFName.of('Properties'), doc.context.obj({ L: layer }));
      draw(made, `/OC /L BDC ${shown(made)} EMC`);
    },
  ],
  [
    'a form',
    'page',
    'page 2',
    (made) => {
      made.page.node.setXObject(PDFName.of('Fm'), form(made));
      draw(made, 'q /Fm Do Q');
    },
  ],
  [
    'a form that the page never uses',
    'page',
    'page 2',
    (made) => made.page.node.setXObject(PDFName.of('Fm'), form(made)),
  ],
  [
    'a pattern',
    'page',
    'page 2',
    (made) => {
      const pattern = form(made, { Type: 'Pattern', Subtype: undefined, PatternType: 1, XStep: 9, YStep: 9 });
      made.page.node.Resources()?.set(PDFName.of('Pattern'), made.doc.context.obj({ P: pattern }));
    },
  ],
  // what nothing leads to
  ['a form that nothing leads to', 'page', 'object', form],
  [
    'content that nothing leads to',
    'page',
    'object',
    ({ doc, page, font }) => {
      page.node.setFontDictionary(PDFName.of('F9'), font.ref);
      doc.context.register(
        doc.context.stream(`BT /F9 10 Tf 20 400 Td [(${SECRET.slice(0, 30)}) -10 (${SECRET.slice(30)})] TJ ET`),
      );
    },
  ],
  [
    'a page outside the page tree',
    'page',
    'object',
    (made) => {
      draw(made, shown(made));
      const loose = made.page.node.clone();
      made.doc.context.register(loose);
      set(made.page.node, 'Contents', made.doc.context.obj([]));
    },
  ],
  ['a string that nothing leads to', 'other', 'object', ({ doc }) => doc.context.register(text(SECRET))],
  ['a name that nothing leads to', 'other', 'object', ({ doc }) => doc.context.register(PDFName.of(SECRET))],
  ['the key of a dictionary', 'other', 'object', ({ doc }) => doc.context.register(doc.context.obj({ [SECRET]: 1 }))],
  [
    'a page’s own data of a program',
    'other',
    'page 2',
    ({ doc, page }) =>
      set(page.node, 'PieceInfo', doc.context.obj({ App: { Private: PDFString.of(SECRET) } } as never)),
  ],
  // alternative texts
  ...['Alt', 'ActualText', 'E', 'T'].map(
    (key): Hiding => [
      `/${key} of a structure element`,
      'alternative text',
      'the structure tree',
      ({ doc }) => {
        const root = doc.context.obj({
          Type: 'StructTreeRoot',
          K: { Type: 'StructElem', S: 'Figure', [key]: text(SECRET) },
        } as never);
        set(doc.catalog, 'StructTreeRoot', doc.context.register(root));
      },
    ],
  ),
  [
    'actual text in the content',
    'alternative text',
    'page 2',
    (made) => draw(made, `/Span << /ActualText (${SECRET}) >> BDC EMC`),
  ],
  [
    'actual text in hexadecimal',
    'alternative text',
    'page 2',
    (made) => draw(made, `/Span <</Lang (en) /ActualText ${text(SECRET)}>> BDC EMC`),
  ],
  [
    'properties of marked content',
    'alternative text',
    'page 2',
    ({ doc, page }) => {
      const properties = doc.context.register(doc.context.obj({ Alt: text(SECRET) }));
      page.node.Resources()?.set(PDFName.of('Properties'), doc.context.obj({ P1: properties }));
    },
  ],
  ['a comment in the content', 'alternative text', 'page 2', (made) => draw(made, `% ${SECRET}\n`)],
  // what the file says of itself
  ['the title', 'information', 'the document information', ({ doc }) => doc.setTitle(SECRET)],
  [
    'an entry of one’s own',
    'information',
    'the document information',
    ({ doc }) => set(doc.context.lookup(doc.context.trailerInfo.Info, PDFDict), 'Answer', PDFString.of(SECRET)),
  ],
  [
    'UTF-8 without a mark',
    'information',
    'the document information',
    ({ doc }) => {
      const hex = Buffer.from(`é ${SECRET}`).toString('hex');
      set(doc.context.lookup(doc.context.trailerInfo.Info, PDFDict), 'Subject', PDFHexString.of(hex));
    },
  ],
  [
    'XMP',
    'xmp',
    'the metadata',
    ({ doc }) => {
      const packet = `<x:xmpmeta><rdf:li>Nobody <b>else</b> will plead&#32;for the accused on that last morning.</rdf:li></x:xmpmeta>`;
      set(
        doc.catalog,
        'Metadata',
        doc.context.register(doc.context.flateStream(packet, { Type: 'Metadata', Subtype: 'XML' })),
      );
    },
  ],
  [
    'a page’s metadata',
    'xmp',
    'the metadata of page 2',
    ({ doc, page }) =>
      set(page.node, 'Metadata', doc.context.register(doc.context.stream(`<x>${SECRET}</x>`, { Type: 'Metadata' }))),
  ],
  [
    'an outline title',
    'outline',
    'the outline',
    ({ doc }) => {
      const second = doc.context.register(doc.context.obj({ Title: text(SECRET) }));
      const first = doc.context.register(doc.context.obj({ Title: text('Door'), First: second }));
      set(
        doc.catalog,
        'Outlines',
        doc.context.register(doc.context.obj({ Type: 'Outlines', First: first, Last: first })),
      );
    },
  ],
  [
    'a page label',
    'page label',
    'the page labels',
    ({ doc }) => set(doc.catalog, 'PageLabels', doc.context.obj({ Nums: [0, { P: PDFString.of(SECRET) }] } as never)),
  ],
  [
    'a named destination',
    'destination',
    'the named destinations',
    ({ doc, page }) =>
      set(
        doc.catalog,
        'Names',
        doc.context.obj({ Dests: { Names: [PDFString.of(slug), [page.ref, 'Fit']] } } as never),
      ),
  ],
  [
    'a destination of the old kind',
    'destination',
    'the named destinations',
    ({ doc, page }) => set(doc.catalog, 'Dests', doc.context.obj({ [slug]: [page.ref, 'Fit'] } as never)),
  ],
  // annotations and forms
  [
    'an annotation',
    'annotation',
    'page 2',
    (made) => annotate(made, { Subtype: 'Text', F: 2, Contents: text(SECRET) }),
  ],
  [
    'rich text of an annotation',
    'annotation',
    'page 2',
    (made) =>
      annotate(made, { Subtype: 'FreeText', RC: text(`<body><p>${SECRET.replace(' ', '</p>\n<p>')}</p></body>`) }),
  ],
  [
    'an address',
    'annotation',
    'page 2',
    (made) => annotate(made, { Subtype: 'Link', A: { S: 'URI', URI: PDFString.of(`https://example.org/${slug}`) } }),
  ],
  [
    'a hidden annotation’s appearance',
    'annotation',
    'page 2',
    (made) => annotate(made, { Subtype: 'Stamp', F: 2, AP: { N: form(made) } }),
  ],
  [
    'a hidden annotation’s other states',
    'annotation',
    'page 2',
    (made) => annotate(made, { Subtype: 'Stamp', F: 2, AP: { D: { On: form(made) } } }),
  ],
  ...['T', 'TU', 'TM', 'V', 'DV'].map(
    (key): Hiding => [
      `/${key} of a form field`,
      'form field',
      'page 2',
      (made) => field(made, { [key]: text(SECRET) }),
    ],
  ),
  [
    'a choice of a form field',
    'form field',
    'page 2',
    (made) => field(made, { FT: 'Ch', Opt: [text('Yes'), text(SECRET)] }),
  ],
  [
    'XML forms',
    'form field',
    'the form',
    ({ doc }) => {
      const xml = doc.context.register(doc.context.flateStream(`<xfa><value>${SECRET}</value></xfa>`));
      set(doc.catalog, 'AcroForm', doc.context.obj({ Fields: [], XFA: [PDFString.of('template'), xml] } as never));
    },
  ],
  // files in the file
  ['an attached text', 'attachment', 'the attachment “notes.bin”', (made) => attach(made, `Key:\n${SECRET}`)],
  ['an attached text in UTF-16', 'attachment', 'the attachment “notes.bin”', (made) => attach(made, utf16(SECRET))],
  ['an attachment’s name', 'attachment', 'the attachment', (made) => attach(made, 'nothing', `${SECRET}txt`)],
  [
    'an attached archive',
    'attachment',
    'the attachment “notes.bin”',
    (made) =>
      attach(
        made,
        zipSync({ 'word/document.xml': strToU8(`<w:t>${SECRET.replace(' for', '</w:t><w:t> for')}</w:t>`) }),
      ),
  ],
  [
    'an attached gzip file',
    'attachment',
    'the attachment “notes.bin”',
    (made) => attach(made, gzipSync(strToU8(SECRET))),
  ],
  [
    'an attached PDF',
    'attachment',
    'the attachment “key.pdf”, page 2',
    async (made) => attach(made, await pdfOf([SECRET]), 'key.pdf'),
  ],
  [
    'a PDF attached to an attached PDF',
    'attachment',
    'the attachment “outer.pdf”, the attachment “inner.pdf”, page 2',
    async (made) => {
      const inner = await pdfOf([SECRET]);
      await attach(made, await pdfWith((outer) => attach(outer, inner, 'inner.pdf')), 'outer.pdf');
    },
  ],
  [
    'bytes attached with other bytes',
    'attachment',
    'the attachment “notes.bin”',
    (made) => attach(made, Uint8Array.from([255, 0, 1, 254, 0, ...strToU8(SECRET), 0, 200])),
  ],
  // all the rest
  ['a script', 'other', 'a script', ({ doc }) => doc.addJavaScript('main', `app.alert("${SECRET}")`)],
  [
    'a script in a stream',
    'other',
    'a script',
    ({ doc }) => {
      const js = doc.context.register(doc.context.flateStream(`app.alert("${SECRET}")`));
      set(doc.catalog, 'OpenAction', doc.context.obj({ S: 'JavaScript', JS: js }));
    },
  ],
  [
    'a picture’s comment',
    'other',
    'page 2',
    ({ doc, page }) => {
      const comment = Buffer.from(`\u00ff\u00d8\u00ff\u00fe\0\u0040${SECRET}\u00ff\u00da\0\0`, 'latin1');
      const dict = doc.context.obj({ Subtype: 'Image', Filter: 'DCTDecode' });
      page.node.setXObject(PDFName.of('Im'), doc.context.register(PDFRawStream.of(dict, comment)));
    },
  ],
];

describe('readBack', () => {
  it('finds nothing of the leader’s in a participant’s PDF', async () => {
    expect(await places(await pdfWith())).toEqual([]);
    expect(await places(await pdfWith(undefined, true))).toEqual([]);
  });

  it.each(HIDINGS)('finds %s', async (_, channel, where, hide) => {
    for (const useObjectStreams of [false, true]) {
      const found = await places(await pdfWith(hide, useObjectStreams));
      expect(found.length, 'found').toBeGreaterThan(0);
      for (const place of found) expect(place.startsWith(`${channel}: ${where}`), place).toBe(true);
    }
  });

  it('finds what an update of the file has replaced', async () => {
    const bytes = await pdfWith(({ doc }) => doc.setTitle(SECRET));
    const raw = Buffer.from(bytes).toString('latin1');
    const [number] = /\d+(?= 0 obj\s*<<\s*\/Producer|(?= 0 obj\s*<<[^>]*\/Title))/.exec(raw) ?? [];
    expect(number).toBeDefined();
    const start = raw.length;
    const xref = `${number} 0 obj\n<< /Title (Door) >>\nendobj\n`;
    const root = /\/Root \d+ 0 R/.exec(raw)?.[0];
    const before = /startxref\s+(\d+)/.exec(raw)?.[1];
    const table = `xref\n${number} 1\n${String(start).padStart(10, '0')} 00000 n \n`;
    const trailer = `trailer\n<< /Size 99 ${root} /Info ${number} 0 R /Prev ${before} >>\nstartxref\n${start + xref.length}\n%%EOF\n`;
    const updated = Buffer.from(raw + xref + table + trailer, 'latin1');
    expect((await PDFDocument.load(updated, { updateMetadata: false })).getTitle()).toBe('Door');
    expect(await places(updated)).toEqual([`other: an earlier version of object ${number}`]);
  });

  it.each(['before the first object', 'after the last'])('finds a comment %s', async (where) => {
    const raw = Buffer.from(await pdfWith()).toString('latin1');
    const comment = `% ${SECRET}\n`;
    const at = where === 'after the last' ? raw.lastIndexOf('xref\n0') : raw.search(/\d+ 0 obj/);
    const moved = (offset: string) => String(Number(offset) + (Number(offset) < at ? 0 : comment.length));
    const changed = (raw.slice(0, at) + comment + raw.slice(at))
      .replace(/\d{10}(?= 00000 n)/g, (offset) => moved(offset).padStart(10, '0'))
      .replace(/(?<=startxref\s+)\d+/, moved);
    expect(await places(Buffer.from(changed, 'latin1'))).toEqual(['other: bytes between the objects']);
  });

  it('keeps words apart that stand apart, and joins what is one word', async () => {
    const bytes = await pdfWith((made) =>
      draw(
        made,
        `BT ${fontKey(made)} 10 Tf 20 400 Td (court) Tj 60 0 Td (door) Tj 0 -12 Td [(ju) 20 (dge) -400 (rose)] TJ ET`,
      ),
    );
    const page = (await readBack(bytes)).filter(({ where, channel }) => channel === 'page' && where === 'page 2');
    expect(page[0]?.text).toContain('court door\njudge rose');
  });
});
