import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type BuildReport, reportSchema } from '../../src/cli/report-schema.js';
import { OutputError } from '../../src/output/error.js';
import { WorldError } from '../../src/world/error.js';
import { built, message, run } from './fake.js';

const participant = built({
  edition: 'participant',
  path: '/work/output/intercession/participant.pdf',
  pages: 4,
  sheets: 1,
  bytes: 1_530_000,
  milliseconds: 12,
});

describe('what was made', () => {
  it('stands in columns, one line a file', async () => {
    const { exit, stdout, stderr } = await run(['build'], { result: { files: [built(), participant], messages: [] } });
    expect(stdout).toBe(
      'output/intercession/leader.pdf       32 pages  8 sheets  214 KB  1.9 s\n' +
        'output/intercession/participant.pdf   4 pages  1 sheet   1.5 MB  0.0 s\n',
    );
    expect([exit, stderr]).toEqual([0, '']);
  });

  it('stands in columns for many editions and booklets too', async () => {
    const files = [
      built(),
      participant,
      built({ edition: 'large-print', path: '/work/output/intercession/large-print.pdf', pages: 104, sheets: 26 }),
      built({ edition: 'handout', path: '/work/output/intercession/handout.pdf', pages: 12, sheets: 6, bytes: 999 }),
      built({ booklet: 'b', edition: 'youth', path: '/work/output/b/youth.pdf', milliseconds: 61_000 }),
    ];
    expect((await run(['build'], { result: { files, messages: [] } })).stdout).toBe(
      'output/intercession/leader.pdf        32 pages   8 sheets  214 KB   1.9 s\n' +
        'output/intercession/participant.pdf    4 pages   1 sheet   1.5 MB   0.0 s\n' +
        'output/intercession/large-print.pdf  104 pages  26 sheets  214 KB   1.9 s\n' +
        'output/intercession/handout.pdf       12 pages   6 sheets  999 B    1.9 s\n' +
        'output/b/youth.pdf                    32 pages   8 sheets  214 KB  61.0 s\n',
    );
  });

  it('is named by its whole path outside the working directory', async () => {
    const { stdout } = await run(['build'], {
      result: { files: [built({ path: '/tmp/leader.pdf', pages: 1, bytes: 999 })], messages: [] },
    });
    expect(stdout).toBe('/tmp/leader.pdf  1 page  8 sheets  999 B  1.9 s\n');
  });

  it('lines up beside names in wide letters', async () => {
    const wide = built({ path: '/work/output/代祷/leader.pdf' });
    const { stdout } = await run(['build'], {
      result: { files: [wide, built({ path: '/work/output/abcd/leader.pdf' })], messages: [] },
    });
    expect(stdout.split('\n').map((line) => line.indexOf('32 pages'))).toEqual([22, 24, -1]);
  });

  it('cannot drive the terminal by its name', async () => {
    const result = {
      files: [built({ path: '/work/output/\u001b[2J\u202efdp.pdf\n' })],
      messages: [message('image-missing', 'lessons/\u001b]0;x\u0007/1.md')],
    };
    const { stdout, stderr } = await run(['build'], { result });
    expect(stdout).toContain('output/\\u{1b}[2J\\u{202e}fdp.pdf\\u{a}  32 pages');
    expect(stderr).toContain('lessons/\\u{1b}]0;x\\u{7}/1.md:3:5');
    const json = await run(['build', '--json'], { result });
    for (const unsafe of ['\u001b', '\u202e', '\u0007']) expect(json.stdout).not.toContain(unsafe);
    expect(JSON.parse(json.stdout).files[0].path).toBe('output/\u001b[2J\u202efdp.pdf\n');
  });
});

describe('messages', () => {
  it('go to stderr, sorted, with a summary, and errors leave with 1', async () => {
    const messages = [
      message('image-missing', 'b.md'),
      message('image-alt', 'a.md'),
      message('unknown-key', 'a.md', 1),
    ];
    const { exit, stdout, stderr } = await run(['build'], { result: { files: [], messages } });
    expect(stderr).toBe(
      'a.md:1:5  unknown-key  this; expected that; mend it\n' +
        'a.md:3:5  image-alt  warning: this; expected that; mend it\n' +
        'b.md:3:5  image-missing  this; expected that; mend it\n' +
        '2 errors, 1 warning; nothing was written\n',
    );
    expect([exit, stdout]).toEqual([1, '']);
  });

  it('that only warn leave with 0', async () => {
    const { exit, stdout, stderr } = await run(['build'], {
      result: { files: [built()], messages: [message('image-alt')] },
    });
    expect(exit).toBe(0);
    expect(stdout).toContain('leader.pdf');
    expect(stderr).toMatch(/warning: this[^\n]*\n1 warning; 1 file written\n$/);
  });

  it('are all that --quiet prints', async () => {
    const quiet = await run(['build', '--quiet'], {
      result: { files: [built()], messages: [message('image-alt')] },
      progress: [{ booklet: 'a', phase: 'load' }],
    });
    expect(quiet).toMatchObject({
      exit: 0,
      stdout: '',
      stderr: 'lessons/a/1.md:3:5  image-alt  warning: this; expected that; mend it\n',
    });
    expect(await run(['build', '--quiet'])).toMatchObject({ exit: 0, stdout: '', stderr: '' });
  });
});

describe('--json', () => {
  it('prints one object and nothing else', async () => {
    const result = { files: [built()], messages: [message('image-alt')] };
    const { exit, stdout, stderr } = await run(['build', '--json'], {
      result,
      progress: [{ booklet: 'a', phase: 'load' }],
    });
    const expected: BuildReport = {
      version: 1,
      files: [
        {
          booklet: 'intercession',
          edition: 'leader',
          target: 'screen',
          path: 'output/intercession/leader.pdf',
          pages: 32,
          sheets: 8,
          bytes: 214_321,
          milliseconds: 1930,
        },
      ],
      messages: [
        {
          file: 'lessons/a/1.md',
          line: 3,
          column: 5,
          severity: 'warning',
          rule: 'image-alt',
          message: 'this; expected that; mend it',
          found: 'this',
          expected: 'that',
          advice: 'mend it',
        },
      ],
    };
    expect(JSON.parse(stdout)).toEqual(expected);
    expect([exit, stderr]).toEqual([0, '']);
  });

  it('leaves with 1 when there are errors', async () => {
    const { exit, stdout, stderr } = await run(['build', '--json'], {
      result: { files: [], messages: [message('yaml-syntax')] },
    });
    expect([exit, stderr]).toEqual([1, '']);
    expect(JSON.parse(stdout)).toMatchObject({ files: [], messages: [{ severity: 'error' }] });
  });
});

describe('what cannot be helped', () => {
  const failing = (error: unknown) => ({ build: () => Promise.reject(error) });

  it('is told in one line, without a stack', async () => {
    const { exit, stdout, stderr } = await run(['build'], failing(new TypeError('x is\nundefined')));
    expect(stderr).toBe(
      'Something went wrong inside gathering: x is undefined; please report this, with the lesson if you can\n',
    );
    expect([exit, stdout]).toEqual([3, '']);
    expect((await run(['build', '--json'], failing(new Error('x')))).stdout).toBe('');
  });

  it('is told with a stack when GATHERING_DEBUG is 1', async () => {
    const debug = (value: string) => run(['build'], { ...failing(new Error('x')), env: { GATHERING_DEBUG: value } });
    expect((await debug('1')).stderr).toMatch(/\n {4}at /);
    expect((await debug('0')).stderr).not.toMatch(/\n {4}at /);
  });

  it('may be anything', async () => {
    for (const thrown of ['text', undefined, null, {}, new Error('')]) {
      const { exit, stderr } = await run(['build'], failing(thrown));
      expect([exit, stderr.trim().split('\n').length]).toEqual([3, 1]);
    }
  });

  it('names the file that could not be written and the reason', async () => {
    const full = new OutputError('/work/output/a/leader.pdf', Object.assign(new Error(), { code: 'ENOSPC' }));
    expect(await run(['build'], failing(full))).toMatchObject({
      exit: 3,
      stdout: '',
      stderr: 'Cannot write output/a/leader.pdf: the disk is full; make room and try again\n',
    });
  });

  it('names the file that could not be read, which is a problem of the input', async () => {
    const folder = new WorldError('/work/lessons/a/1.md', 'it is a folder, not a file');
    expect(await run(['build'], failing(folder))).toMatchObject({
      exit: 1,
      stderr: 'Cannot read lessons/a/1.md: it is a folder, not a file\n',
    });
  });

  it('clears the progress line first', async () => {
    const { stderr } = await run(['build'], {
      isTTY: true,
      env: { NO_COLOR: '1' },
      build: async (_world, _output, _request, onProgress) => {
        onProgress?.({ booklet: 'a', phase: 'load' });
        throw new Error('x');
      },
    });
    expect(stderr).toMatch(/\r +\rSomething went wrong/);
  });
});

describe('--json', () => {
  it('fits its schema, and says nothing that the schema does not know', async () => {
    const files = [built(), built({ target: 'copyshop' })];
    const { stdout } = await run(['build', '--json'], { result: { files, messages: [message('image-alt')] } });
    const report = JSON.parse(stdout);
    expect(report.version).toBe(1);
    expect(reportSchema.parse(report)).toEqual(report);
  });

  it('has a schema that is written down', async () => {
    const schema = z.toJSONSchema(reportSchema, { io: 'input' });
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../../docs/build-report.schema.json');
  });
});
