import { describe, expect, it } from 'vitest';
import type { PreviewOptions } from '../../src/preview/preview.js';
import { type Given, run } from './fake.js';

const ONE = { '/work/lessons/a/booklet.yaml': '' };

/** A run of `preview` that is stopped as soon as it shows something. */
async function shown(argv: string[], given: Given = {}) {
  const asked: [folder: string, options: PreviewOptions | undefined][] = [];
  let closed = 0;
  const result = await run(['preview', ...argv], {
    stopped: async () => {},
    preview: async (folder, options) => {
      asked.push([folder, options]);
      return { url: 'http://127.0.0.1:4321/', close: async () => void closed++ };
    },
    ...given,
  });
  return { ...result, asked, closed };
}

describe('gathering preview', () => {
  it('shows the only booklet, tells where, and ends when it is stopped', async () => {
    const { exit, stdout, stderr, asked, closed } = await shown([], { files: ONE });
    expect([exit, stdout]).toEqual([0, 'lessons/a: http://127.0.0.1:4321/\n']);
    expect(stderr).toContain('Ctrl+C');
    expect(asked).toMatchObject([
      ['/work/lessons/a', { base: '/work', port: 0, open: false, templates: [expect.stringMatching(/\/templates$/)] }],
    ]);
    expect(closed).toBe(1);
  });

  it('shows the one that is named, as it is asked to', async () => {
    const { asked } = await shown(['lessons/b', '--port', '8080', '--open']);
    expect(asked).toMatchObject([['/work/lessons/b', { port: 8080, open: true }]]);
    expect((await shown(['lessons/b/booklet.yaml'])).asked).toMatchObject([['/work/lessons/b', {}]]);
    expect((await shown([], { files: { '/work/booklet.yaml': '' } })).asked).toMatchObject([['/work', {}]]);
  });

  it('asks which where there are several, and says where there is none', async () => {
    const several = await shown([]);
    expect([several.exit, several.asked]).toEqual([2, []]);
    expect(several.stderr).toContain('gathering preview lessons/a, or gathering preview lessons/b');
    const none = await shown([], { files: {} });
    expect([none.exit, none.stderr]).toEqual([2, expect.stringContaining('gathering new booklet')]);
    const wrong = await shown(['lessons/x']);
    expect([wrong.exit, wrong.stderr]).toEqual([1, expect.stringContaining('name one of lessons/a, lessons/b')]);
  });

  it('says so where the port is taken', async () => {
    const preview = () => Promise.reject(Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE' }));
    const { exit, stderr } = await shown(['--port', '8080'], { files: ONE, preview });
    expect([exit, stderr]).toEqual([3, 'error: port 8080 is taken by another program; choose another with --port\n']);
  });

  it('tells faults on the terminal', async () => {
    const { stderr } = await shown([], {
      files: ONE,
      preview: async (_folder, options) => {
        options?.onFault?.(new Error('a fault'));
        return { url: '', close: async () => {} };
      },
    });
    expect(stderr).toContain('Something went wrong inside gathering: a fault');
  });

  it.each(['0', '-1', '65536', '80.5', 'http', ''])('takes no port %j', async (port) => {
    expect((await shown(['--port', port], { files: ONE })).exit).toBe(2);
  });

  it('takes no second booklet', async () => {
    expect((await shown(['lessons/a', 'lessons/b'])).exit).toBe(2);
  });
});
