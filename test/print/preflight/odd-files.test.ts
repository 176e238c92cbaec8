import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Finding, PreflightOptions } from '../../../src/print/preflight/model.js';
import { preflight } from '../../../src/print/preflight/preflight.js';
import { FIRST_MORE, rawPage, rawPdf, stream } from './raw-pdf.js';

const LINE = '0.5 w 100 300 m 200 300 l S\n';
const WORDS = 'BT /F 10 Tf 5 300 Td (Peace) Tj ET\n';
const FORM = '/Type/XObject/Subtype/Form/BBox[0 0 400 600]';

const look = (bytes: Uint8Array, options: Partial<PreflightOptions> = {}) => preflight(bytes, options);
const found = async (bytes: Uint8Array) => (await look(bytes)).findings.map((finding) => finding.found).join('\n');
const one = async (bytes: Uint8Array, rule: Finding['rule']) =>
  (await look(bytes)).findings.find((finding) => finding.rule === rule);

describe('preflight of pages that a viewer turns, enlarges or moves', () => {
  it.each([
    ['as it is', '', [5, 300]],
    ['turned by a quarter', '/Rotate 90', [300, 400 - 5 - 25]],
    ['turned on its head', '/Rotate 180', [400 - 5 - 25, 300 - 7]],
    ['turned backwards', '/Rotate -90', [600 - 300 - 7, 5]],
    ['turned by what is no quarter', '/Rotate 45', [5, 300]],
    ['in larger units', '/UserUnit 2', [10, 600]],
    ['not beginning at zero', '/MediaBox[-100 -50 300 550]', [105, 350]],
    ['with corners the other way round', '/MediaBox[400 600 0 0]', [5, 300]],
    ['smaller than its sheet', '/CropBox[0 100 400 600]', [5, 200]],
  ])('gives places as one sees them: %s', async (_, page, [left, bottom]) => {
    const finding = await one(rawPage(WORDS, { page }), 'preflight-font-embedded');
    expect(Math.abs((finding?.place?.left ?? 0) - (left ?? 0))).toBeLessThan(5);
    expect(Math.abs((finding?.place?.bottom ?? 0) - (bottom ?? 0))).toBeLessThan(5);
  });

  it('takes a page for the side of a sheet as it is looked at', async () => {
    const sheets = async (page: string) => (await look(rawPage(LINE, { page }))).options?.sheets;
    expect(await sheets('')).toBe(false);
    expect(await sheets('/Rotate 270')).toBe(true);
    expect(await sheets('/MediaBox[0 0 600 400]/Rotate 90')).toBe(false);
  });

  it('measures in larger units', async () => {
    const fine = '0.2 w 100 300 m 200 300 l S';
    expect(await found(rawPage(fine))).toContain('a line of 0.2 points');
    expect(await found(rawPage(fine, { page: '/UserUnit 2' }))).toBe('');
  });

  it('tells of a part to be seen that is not on the page', async () => {
    const { findings } = await look(rawPage(LINE, { page: '/CropBox[1000 1000 1200 1200]' }));
    expect(findings[0]).toMatchObject({ rule: 'preflight-boxes', found: expect.stringContaining('CropBox') });
  });
});

describe('preflight of files that were put together or sent in unusual ways', () => {
  const whole = rawPage(LINE);

  it('reads a file with something before it and zeros after it, as viewers do', async () => {
    const sent = Buffer.concat([Buffer.from('Subject: our booklet\r\n\r\n'), whole, new Uint8Array(4000)]);
    expect(await look(sent)).toEqual(await look(whole));
    expect((await look(sent)).pages).toBe(1);
  });

  it('reads a page that is listed several times', async () => {
    const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents 4 0 R>>';
    const kids = '<</Type/Pages/Kids[3 0 R 3 0 R 3 0 R 3 0 R]/Count 4>>';
    expect(await look(rawPdf(['<</Type/Catalog/Pages 2 0 R>>', kids, page, stream(LINE)]))).toMatchObject({
      pages: 4,
      findings: [],
    });
  });

  it('places nothing by numbers without sense', async () => {
    const huge = `q 1${'0'.repeat(308)} 0 0 1 1${'0'.repeat(308)} 0 cm ${WORDS.replace('5 300', `9${'0'.repeat(307)} 0`)} Q`;
    for (const { place } of (await look(rawPage(`${huge}${WORDS}`))).findings) {
      expect(Object.values(place ?? {}).every(Number.isFinite)).toBe(true);
    }
  });
});

describe('preflight of files that ask for too much', () => {
  const endless = {
    pages: 0,
    findings: [{ rule: 'preflight-unreadable', advice: expect.stringContaining('divide it') }],
  };
  const form = (content: string, next: number) =>
    stream(content, `${FORM}/Resources<</Font<</F 5 0 R>>/XObject<</X ${next} 0 R>>>>`);

  it.each([
    ['forms that draw ever more of each other', '/X Do '.repeat(10), 12],
    ['states without number', '/X Do '.repeat(5) + 'q '.repeat(1000), 5],
  ])('gives up on %s', async (_, content, depth) => {
    const forms = Array.from({ length: depth }, (_, at) => form(content, FIRST_MORE + at + 1));
    const more = [...forms, form(content.replaceAll('/X Do', ''), 1)];
    const file = rawPage('/X Do '.repeat(5), { resources: `/XObject<</X ${FIRST_MORE} 0 R>>`, more });
    expect(await look(file)).toMatchObject(endless);
  });

  it.each([
    ['values', `BT /F 10 Tf [${'1 '.repeat(300_001)}] TJ ET`],
    ['a string', `BT /F 10 Tf (${'a'.repeat(70_000)}) Tj ET`],
    ['a hexadecimal string', `BT /F 10 Tf <${'61'.repeat(70_000)}> Tj ET`],
    ['states saved in one another', 'q '.repeat(10_001)],
    ['rectangles of one path', '0 0 9 9 re '.repeat(2_200_000)],
  ])('gives up on %s without number or end', async (_, content) => {
    const contents = stream(Buffer.from(zlibSync(Buffer.from(content))).toString('latin1'), '/Filter/FlateDecode');
    expect(await look(rawPage('', { contents }))).toMatchObject(endless);
  });

  it('gives up on a list of pages in parts without end', async () => {
    const parts = Array.from({ length: 1100 }, (_, at) => `<</Type/Pages/Kids[${at + 3} 0 R]/Count 1>>`);
    const page = '<</Type/Page/MediaBox[0 0 400 600]>>';
    expect(await look(rawPdf(['<</Type/Catalog/Pages 2 0 R>>', ...parts, page]))).toMatchObject(endless);
  });

  it('reads a table of codes in time that ends nowhere', async () => {
    const more = [
      '<</Type/Font/Subtype/Type0/BaseFont/Wide/Encoding/Identity-H/ToUnicode 8 0 R>>',
      stream(`beginbfchar <0048> <0048> endbfchar ${'beginbfchar '.repeat(40_000)}${'<'.repeat(40_000)}`),
    ];
    const file = rawPage('BT /W 10 Tf 5 300 Td <0048> Tj ET', { page: '/Resources<</Font<</W 7 0 R>>>>', more });
    expect(await found(file)).toContain('text in the font Wide');
  }, 5000);

  it('gives up on words in one place without number', async () => {
    const words = `BT /F 12 Tf 72 300 Td ${'(Hello) Tj (there) Tj 0 -0.0001 Td '.repeat(8000)}ET`;
    expect(await look(rawPage(words))).toMatchObject(endless);
  });

  it('looks through a page of very many words, each in its place', async () => {
    const words = Array.from({ length: 20_000 }, (_, at) => `1 0 0 1 100 ${500 - at * 0.02} Tm (He) Tj`).join('\n');
    const spread = words.replaceAll(/100 (\S+) Tm/g, (_, y: string) => `${(Number(y) * 7919) % 350} ${y} Tm`);
    expect((await look(rawPage(`BT /F 0.01 Tf ${spread} ET`))).pages).toBe(1);
  });

  it('stops where a stream within a stream unpacks without end', async () => {
    const zeros = zlibSync(zlibSync(new Uint8Array(110_000_000), { level: 1 }), { level: 9 });
    const contents = stream(Buffer.from(zeros).toString('latin1'), '/Filter[/FlateDecode/FlateDecode]');
    expect(await look(rawPage('', { contents }))).toMatchObject(endless);
  });

  it('stops where packed objects unpack without end', async () => {
    const zeros = Buffer.from(zlibSync(new Uint8Array(101_000_000), { level: 1 })).toString('latin1');
    const more = [stream(zeros, '/Type/ObjStm/N 1/First 10/Filter/FlateDecode')];
    expect(await look(rawPage(LINE, { more }))).toMatchObject(endless);
  });

  it('reads what a font says of its codes, and not what it says again and again', async () => {
    const more = [
      '<</Type/Font/Subtype/Type0/BaseFont/Wide/Encoding/Identity-H/DescendantFonts[8 0 R]/ToUnicode 9 0 R>>',
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/Wide/W[72 [250] ${'0 65535 500 '.repeat(5000)}]>>`,
      stream(`beginbfrange ${'<0000> <ffff> <0000>\n'.repeat(5000)}endbfrange`),
    ];
    const content = 'BT /W 10 Tf 5 300 Td <0048> Tj ET';
    const file = rawPage(content, { page: '/Resources<</Font<</W 7 0 R>>>>', more });
    expect(await found(file)).toContain('text in the font Wide');
    expect(await found(file)).toContain('“H”');
  });

  it('says so of a book of more pages than can be bound', async () => {
    const kids = `<</Type/Pages/MediaBox[0 0 400 600]/Kids[${'3 0 R '.repeat(5001)}]/Count 5001>>`;
    const file = rawPdf(['<</Type/Catalog/Pages 2 0 R>>', kids, '<</Type/Page/Parent 2 0 R>>']);
    expect(await look(file)).toMatchObject(endless);
    expect(await found(file)).toContain('more than 5000 pages');
  });
});
