import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { preflight } from '../../src/build.js';
import { memoryWorld } from '../../src/world/memory.js';
import { run } from './fake.js';

/** A page with words in a font that is not in the file. */
async function page(pages = 1): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let number = 1; number <= pages; number += 1) {
    document.addPage([400, 600]).drawText('Peace', { x: 5, y: 300, size: 12, font });
  }
  return document.save();
}

const looking = async (argv: string[], files: Record<string, Uint8Array | string>) =>
  run(['preflight', ...argv], { preflight, world: memoryWorld(files) });

describe('gathering preflight', () => {
  it('says of each file what is wrong, where, and what to do, and ends with 1 for an error', async () => {
    const { stdout, exit } = await looking(['a.pdf', 'notes.md', 'none.pdf'], {
      '/work/a.pdf': await page(),
      '/work/notes.md': '# Notes',
    });
    expect(stdout).toContain('a.pdf  1 page, to be printed at home: 1 error, 1 warning\n');
    expect(stdout).toMatch(
      /preflight-near-trim {2}warning: page 1, 2 mm from the left and \d+ mm from the foot: “Peace” 1.8 mm/,
    );
    expect(stdout).toContain('it is no PDF');
    expect(stdout).toContain('none.pdf  1 error\n  file-missing');
    expect(exit).toBe(1);
  });

  it('shows a few findings of a kind, and all of them as JSON', async () => {
    const files = { '/work/a.pdf': await page(8) };
    const { stdout } = await looking(['a.pdf'], files);
    expect(stdout.match(/preflight-near-trim {2}warning/g)).toHaveLength(5);
    expect(stdout).toContain('preflight-near-trim  3 more of the same kind');
    const { files: [file] = [] } = JSON.parse((await looking(['a.pdf', '--json'], files)).stdout);
    expect(file).toMatchObject({ file: 'a.pdf', pages: 8, target: 'home', sheets: false });
    expect(file.findings.filter(({ rule }: { rule: string }) => rule === 'preflight-near-trim')).toHaveLength(8);
    expect(file.findings[0]).toMatchObject({ severity: 'error', page: 1, place: { left: 5 } });
  });

  it('takes a target and a trim', async () => {
    const files = { '/work/a.pdf': await page() };
    const { stdout } = await looking(['a.pdf', '--for', 'press', '--trim', '130x200'], files);
    expect(stdout).toContain('for a press');
    expect(stdout).not.toContain('preflight-boxes');
    expect((await looking(['a.pdf', '--trim', '900x900'], files)).stdout).toContain('preflight-boxes');
  });

  it.each([
    [['--for', 'paper'], 'must be one of screen, home, copyshop, press'],
    [['--trim', '-3x4'], 'width and a height'],
    [['--trim', '0x0'], 'width and a height'],
  ])('refuses %j', async (options, words) => {
    const { stderr, exit } = await looking(['a.pdf', ...options], {});
    expect(stderr).toContain(words);
    expect(exit).toBe(2);
  });
});
