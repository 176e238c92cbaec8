import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import { phoneFrame } from '../../src/geometry/phone.js';
import type { Made } from '../support/booklet.js';
import { bytesOf, made } from '../support/booklet.js';
import { bodyLines, type Pdf, type PdfPage, readPdf, textOf } from '../support/pdf.js';
import { type Sample, sampleBooklet } from '../support/sample.js';
import { buildTiny, lessonOf, runBuild, tinyBooklet, tinyWorld } from '../support/tiny.js';
import { wordsOf } from '../support/words.js';

const { trim, margins } = phoneFrame();

/** Lessons without a table that is set otherwise, or that runs on to another page, on which its head is set again. */
const SAME = ['luke-22', 'hebrews-7', 'romans-8'];

/** How far a hyphen may reach out, in points. */
const HANGING = 4;

describe('the sample for telephones', () => {
  let sample: Sample;
  let both: Made;
  const phone = {} as Record<'leader' | 'participant', Pdf>;
  beforeAll(async () => {
    sample = await sampleBooklet();
    both = await made({ editions: ['leader', 'participant'], targets: ['screen', 'phone'] });
    for (const edition of ['leader', 'participant'] as const)
      phone[edition] = await readPdf(bytesOf(both, `${edition}-phone`));
  }, 120_000);

  it('lies beside the files for screens, which are the same bytes as without it', () => {
    expect(formatDiagnostics(both.messages)).toBe('');
    expect([...both.written.keys()]).toEqual(
      ['leader.pdf', 'leader-phone.pdf', 'participant.pdf', 'participant-phone.pdf', 'manifest.json'].map(
        (name) => `/out/intercession/${name}`,
      ),
    );
    for (const edition of ['leader', 'participant'] as const)
      expect(Buffer.compare(bytesOf(both, edition), sample.bytes[edition])).toBe(0);
    const files = both.files.filter(({ target }) => target === 'phone');
    expect(files.map(({ edition, sheets }) => [edition, sheets])).toEqual([
      ['leader', 0],
      ['participant', 0],
    ]);
  });

  it('has narrow pages in one column, alike on both sides, with the folio alone in the middle of the foot', async () => {
    for (const { pages } of Object.values(phone)) {
      for (const page of pages) expect([page.width, page.height]).toEqual([324, 576]);
      for (const { lines, number, height } of pages.slice(1)) {
        const [outside, inside] = split(lines, ({ y }) => y < margins.top || y > height - margins.bottom + 1);
        for (const line of outside) {
          expect(line.text, `page ${number}`).toMatch(/^[ivx\d]+$/);
          expect((line.x + line.right) / 2, `page ${number}`).toBeCloseTo(trim.width / 2, 0);
        }
        for (const { x, right, text } of inside) {
          expect(x, `“${text}” on page ${number}`).toBeGreaterThan(margins.inner - 1);
          expect(right, `“${text}” on page ${number}`).toBeLessThan(trim.width - margins.outer + HANGING);
        }
      }
    }
    const { catalog } = await PDFDocument.load(bytesOf(both, 'leader-phone'), { updateMetadata: false });
    expect(String(catalog.get(PDFName.of('PageLayout')))).toBe('/OneColumn');
  });

  it('has no page that is empty or for notes', () => {
    for (const { pages } of Object.values(phone)) {
      for (const page of pages) {
        expect(page.lines.length, `page ${page.number}`).toBeGreaterThan(1);
        expect(page.lines[0]?.text).not.toBe('Notes');
      }
    }
  });

  it('says of each lesson what the edition says, question by question', () => {
    for (const edition of ['leader', 'participant'] as const) {
      for (const { id } of sample.lessons) {
        const lesson = wordsIn(lessonPages(sample.pdf[edition], id), sample.frame.margins);
        const here = wordsIn(lessonPages(phone[edition], id), margins);
        if (SAME.includes(id)) expect(here.join(' '), `${id} of the ${edition}’s`).toBe(lesson.join(' '));
        expect(new Set(here), `${id} of the ${edition}’s`).toEqual(new Set(lesson));
      }
      const anchors = (pdf: Pdf) => [...pdf.places.keys()].filter((name) => name !== '.notes').sort();
      expect(anchors(phone[edition])).toEqual(anchors(sample.pdf[edition]));
      const titles = ({ outline }: Pdf) => outline.map(({ title }) => title).filter((title) => title !== 'Notes');
      expect(titles(phone[edition])).toEqual(titles(sample.pdf[edition]));
    }
  });

  it('numbers its questions as the edition does', () => {
    let numbered = 0;
    for (const edition of ['leader', 'participant'] as const) {
      for (const name of phone[edition].places.keys()) {
        if (!/\.q-/.test(name)) continue;
        const number = numberAt(sample.pdf[edition], name);
        expect(numberAt(phone[edition], name), name).toBe(number);
        if (number) numbered += 1;
      }
    }
    expect(numbered).toBeGreaterThan(80);
  });

  it('counts its own pages, and cites the participants’ printed ones', () => {
    expect(phone.participant.pages.slice(0, 3).map(({ label }) => label)).toEqual(['Cover', 'ii', 'iii']);
    const contents = phone.participant.pages[2] as PdfPage;
    for (const { id } of sample.lessons) {
      const link = contents.links.find(({ to, text }) => to === id && /^\d+$/.test(text.trim()));
      expect(link?.text).toBe(phone.participant.pages[(phone.participant.places.get(id)?.page ?? 0) - 1]?.label);
    }
    // The contents, which are set otherwise, come before page 1.
    const text = (pdf: Pdf) => textOf(pdf.pages.filter(({ label }) => /^\d/.test(label)).flatMap(({ lines }) => lines));
    const cited = (pdf: Pdf) => [...text(pdf).matchAll(/Participant p\. (\d+)/g)];
    const printed = new Set(cited(sample.pdf.leader).map(([, page]) => page));
    expect(cited(phone.leader).length).toBeGreaterThan(60);
    expect(new Set(cited(phone.leader).map(([, page]) => page))).toEqual(printed);
  });
});

const TABLE = [
  '| Who | Whom | Ground of appeal | Outcome | Limit |',
  '| --- | --- | --- | --- | --- |',
  '| Abraham | the city of Sodom | justice of the Judge | it would be spared | nobody righteous |',
  '| Moses | Israel at the mountain | promises of old | they were spared | not atoned |',
].join('\n');

describe('what a telephone changes', () => {
  const read = async (result: Made, name: string) => readPdf(result.written.get(`/out/tiny/${name}.pdf`) as Uint8Array);

  it('is made alone where nothing else is asked for, and its messages are no longer about sheets', async () => {
    const alone = await buildTiny(
      tinyWorld(tinyBooklet(lessonOf('Words.\n'), 'title: Tiny\nfit: stretch\nfor: [phone]\n')),
    );
    expect(formatDiagnostics(alone.messages)).toBe('');
    expect([...alone.written.keys()]).toEqual([
      '/out/tiny/leader-phone.pdf',
      '/out/tiny/participant-phone.pdf',
      '/out/tiny/manifest.json',
    ]);
  });

  it('sets a table that is too broad row by row, with the name of each column', async () => {
    const result = await buildTiny(tinyWorld(tinyBooklet(lessonOf(TABLE), 'title: Tiny\nfor: [screen, phone]\n')));
    const phone = await read(result, 'participant-phone');
    const text = textOf((phone.pages.at(-1) as PdfPage).lines).replace(/\s+/g, ' ');
    expect(text).toContain('Abraham Whom the city of Sodom Ground of appeal justice of the Judge Outcome');
    expect(text).toContain('Moses Whom Israel at the mountain');
  });

  it('lets a handout run on', async () => {
    const questions = ':::question\nWhat is it?\n:::\n\n'.repeat(12);
    const result = await buildTiny(
      tinyWorld(tinyBooklet(lessonOf(questions), 'title: Tiny\nfor: [phone]\neditions: [handout]\n')),
    );
    expect(formatDiagnostics(result.messages)).toBe('');
    const { pages } = await read(result, 'handout-phone');
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.map(({ lines }) => lines.at(-1)?.text)).toEqual(pages.map((_, index) => String(index + 1)));
  });

  it('tells a fault once that its pages share with others', async () => {
    const world = (targets: string) => {
      const files = tinyBooklet(
        lessonOf('Words.\n'),
        `title: Tiny\ntheme: pale\neditions: [participant]\nfor: ${targets}\n`,
      );
      return tinyWorld({
        ...files,
        'templates/pale/theme.yaml': 'extends: classic\ndescription: Pale\ncolor: {muted: "#bbbbbb"}\n',
      });
    };
    const rules = async (targets: string) => (await buildTiny(world(targets))).messages.map(({ ruleId }) => ruleId);
    expect((await rules('[phone]')).length).toBeGreaterThan(0);
    expect(await rules('[screen, phone]')).toEqual(await rules('[screen]'));
  });

  it('is named without sheets where files are listed', async () => {
    const run = await runBuild(tinyWorld(tinyBooklet(lessonOf('Words.\n'))), '--for', 'screen,phone');
    expect(run.exit).toBe(0);
    const [screen, phone] = run.stdout.split('\n').filter((line) => line.includes('participant'));
    expect(screen).toMatch(/pages\s+\d+ sheets?\s/);
    expect(phone).toMatch(/participant-phone\.pdf\s+\d+ pages\s+[\d.]+ KB/);
  });

  it('may not take the name of another edition', async () => {
    const own = (targets: string) =>
      buildTiny(
        tinyWorld(
          tinyBooklet(
            lessonOf('Words.\n'),
            `title: Tiny\nfor: ${targets}\neditions: [participant, {name: participant-phone, scale: 1.2}]\n`,
          ),
        ),
      );
    expect((await own('[screen, phone]')).messages.map(({ ruleId }) => ruleId)).toEqual(['duplicate-edition']);
    expect((await own('[screen]')).messages).toEqual([]);
    expect((await own('[phone]')).messages).toEqual([]);
  });
});

function split<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}

/** The pages from a lesson's opener up to the next part, without those for notes. */
function lessonPages(pdf: Pdf, id: string): PdfPage[] {
  const first = pdf.places.get(id)?.page ?? 0;
  const starts = pdf.outline.filter(({ level }) => level === 1).map(({ to }) => pdf.places.get(String(to))?.page ?? 0);
  const next = Math.min(...starts.filter((page) => page > first), pdf.pages.length + 1);
  return pdf.pages.slice(first - 1, next - 1);
}

/** The words of pages without their heads and folios, and without pages for notes. */
function wordsIn(pages: readonly PdfPage[], { top, bottom }: { top: number; bottom: number }): string[] {
  const bodies = pages.map((page) => bodyLines(page, { top, bottom })).filter(([first]) => first?.text !== 'Notes');
  return wordsOf(textOf(bodies.flat()));
}

/** The number that stands at a question's place. */
function numberAt(pdf: Pdf, name: string): string | undefined {
  const place = pdf.places.get(name);
  if (!place) return undefined;
  const beside = pdf.pages[place.page - 1]?.lines.filter(({ y }) => y > place.top - 2 && y < place.top + 30) ?? [];
  return beside.map(({ text }) => /^(\d{1,2})\b/.exec(text)?.[1]).find((number) => number !== undefined);
}
