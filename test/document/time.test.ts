import { describe, expect, it } from 'vitest';
import { bytesOf } from '../support/booklet.js';
import { type PdfPage, readPdf } from '../support/pdf.js';
import { buildTiny, lessonOf, tinyBooklet, tinyWorld } from '../support/tiny.js';

/** The pages of one edition of a booklet of this lesson. */
async function pages(edition: 'leader' | 'participant', body: string, yaml = ''): Promise<PdfPage[]> {
  const files = tinyBooklet(lessonOf(body), `title: Tiny\n${yaml}`);
  const made = await buildTiny(tinyWorld(files), { editions: [edition] });
  return (await readPdf(bytesOf(made, edition))).pages;
}

const texts = (page: PdfPage | undefined): string[] => page?.lines.map(({ text }) => text) ?? [];
/** The first page that has these words; labels are set in capitals. */
const withText = (all: readonly PdfPage[], text: string) =>
  all.find((page) => texts(page).some((line) => line.toLowerCase().includes(text.toLowerCase())));

const PLAN = `::::question{minutes=40}
A?
::::

::::question{minutes=15 from=60}
B?
::::

:::prayer[Pray in pairs]{minutes=5 optional}
Amen.
:::
`;

const READINGS = `:::readings[This week]
- Mark 4
- Ps 1
- Ps 23
:::
`;

/** Reading and day of each line with a tick box. */
const readings = (page: PdfPage | undefined) =>
  ['Mark 4', 'Ps 1', 'Ps 23'].map((reading) => {
    const at = page?.lines.find(({ text }) => text === reading);
    const day = page?.lines.find((line) => at && line !== at && Math.abs(line.y - at.y) < 1 && line.x < at.x);
    return { reading, day: day?.text, x: at?.x };
  });

describe('the leader’s first page', () => {
  it('says beneath the minutes what each path keeps and takes', async () => {
    const page = withText(await pages('leader', PLAN), 'Paths through');
    const lines = texts(page).map((text) => text.replaceAll('\u00a0', ' '));
    const from = lines.findIndex((text) => /paths through/i.test(text));
    expect(lines.slice(0, from).some((text) => text.startsWith('Total'))).toBe(true);
    expect(lines.slice(from + 1, from + 7)).toEqual([
      '45 min',
      'Leaves out question 2',
      'takes 45 min',
      '60, 75 min',
      'Keeps everything',
      'takes 60 min',
    ]);
  });

  it('says of a path that does not fit how much too long it is', async () => {
    const page = withText(await pages('leader', PLAN, 'paths: [30, 60]\n'), '10 min too long');
    expect(texts(page).join(' ').replaceAll('\u00a0', ' ')).toContain(
      '30 min Keeps question 1; 10 min too long takes 40 min',
    );
  });

  it('says it in the language of the booklet, and not to participants', async () => {
    expect(withText(await pages('leader', PLAN, 'language: es\n'), 'Recorridos de la sesión')).toBeDefined();
    expect(withText(await pages('participant', PLAN), 'Paths through')).toBeUndefined();
  });

  it('keeps the paths on one page, however much there is to prepare', async () => {
    for (const count of [16, 20, 22, 40]) {
      const prepare = `:::prepare\n${'- Read the chapter twice.\n'.repeat(count)}:::\n\n`;
      const page = withText(await pages('leader', prepare + PLAN), 'Paths through');
      expect([count, texts(page).filter((text) => text.startsWith('takes'))]).toEqual([
        count,
        [expect.any(String), expect.any(String)],
      ]);
    }
  });
});

describe('a schedule', () => {
  it('sets the date of the meeting beneath the title, in the language of the booklet', async () => {
    const dated = await pages('participant', READINGS, 'schedule: [2027-01-07]\n');
    expect(withText(dated, 'We meet on Thursday, January 7, 2027')).toBeDefined();
    const spanish = await pages('participant', READINGS, 'language: es\nschedule: [2027-01-07]\n');
    expect(withText(spanish, 'Nos reunimos el jueves 7 de enero de 2027')).toBeDefined();
  });

  it('gives each reading its day, in a column of one width', async () => {
    const list = readings(withText(await pages('participant', READINGS, 'schedule: [2027-02-26]\n'), 'Mark 4'));
    expect(list.map(({ day }) => day?.replaceAll('\u00a0', ' '))).toEqual(['Sat, Feb 27', 'Sun, Feb 28', 'Mon, Mar 1']);
    expect(new Set(list.map(({ x }) => x)).size).toBe(1);
  });

  it('gives no days where there is none', async () => {
    const list = readings(withText(await pages('participant', READINGS), 'Mark 4'));
    expect(list.map(({ day }) => day)).toEqual([undefined, undefined, undefined]);
  });
});
