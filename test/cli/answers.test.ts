import { describe, expect, it } from 'vitest';
import { collectAnswers } from '../../src/build.js';
import { memoryWorld } from '../../src/world/memory.js';
import { filledForm, text } from '../answers/fill.js';
import { memoryOutput } from '../support/memory-output.js';
import { run } from './fake.js';

const FORM = [text('luke-22.q3', 'Question 3: Who asks?'), text('luke-22.q4')];
const filled = (value: string) => filledForm(FORM, { 'luke-22.q3': value });

const asking = async (argv: string[], files: Record<string, Uint8Array | string>, output = memoryOutput()) => ({
  ...(await run(['answers', ...argv], { collectAnswers, world: memoryWorld(files), output })),
  written: output.files,
});

describe('gathering answers', () => {
  it('prints Markdown', async () => {
    const { stdout, stderr, exit } = await asking(['a.pdf'], { '/work/a.pdf': await filled('Jesus') });
    expect(stdout).toContain('### Question 3: Who asks? (`luke-22.q3`)\n\n> Jesus\n');
    expect(stderr).toBe('');
    expect(exit).toBe(0);
  });

  it('prints JSON with what was left empty, of one file or of several', async () => {
    const files = { '/work/a.pdf': await filled('Jesus'), '/work/b.pdf': await filled('He does') };
    expect(JSON.parse((await asking(['a.pdf', '--json'], files)).stdout)).toEqual({
      file: 'a.pdf',
      title: 'The Sifted',
      answers: [
        { id: 'luke-22.q3', lesson: 'luke-22', kind: 'text', label: 'Question 3: Who asks?', value: 'Jesus' },
        { id: 'luke-22.q4', lesson: 'luke-22', kind: 'text', label: 'About luke-22.q4', value: '' },
      ],
    });
    const several = JSON.parse((await asking(['a.pdf', 'b.pdf', '--json'], files)).stdout);
    expect(several.files.map(({ file }: { file: string }) => file)).toEqual(['a.pdf', 'b.pdf']);
  });

  it('tells what can be read although another file cannot, and ends with 1', async () => {
    const files = { '/work/a.pdf': await filled('Jesus'), '/work/b.pdf': 'no PDF' };
    const { stdout, stderr, exit } = await asking(['a.pdf', 'b.pdf', 'none.pdf'], files);
    expect(stdout).toContain('> Jesus');
    expect(stderr).toContain('it is no PDF');
    expect(stderr).toContain('no file of that name');
    expect(exit).toBe(1);
  });

  it('writes to a file, but never over the one that it reads', async () => {
    const files = { '/work/a.pdf': await filled('Jesus') };
    const { written, stdout } = await asking(['a.pdf', '--out', 'answers.md'], files);
    expect(stdout).toBe('answers.md\n');
    expect(Buffer.from(written.get('/work/answers.md') ?? '').toString()).toContain('> Jesus');
    const refused = await asking(['a.pdf', '--out', './a.pdf'], files);
    expect(refused.exit).toBe(1);
    expect(refused.written.size).toBe(0);
  });

  it('knows the chapters of a booklet too, whatever stands in them', async () => {
    const files = {
      '/work/lessons/b/booklet.yaml': 'title: B\nfront: [welcome]\n',
      '/work/lessons/b/welcome.md': '---\ntitle: Welcome\n---\n\nI am :blank[glad].\n',
      '/work/lessons/b/1-luke.md': '---\ntitle: Luke\nid: luke-22\n---\n\nWords.\n',
      '/work/a.pdf': await filledForm([text('welcome.blank-1'), text('gone.q1')], {}),
    };
    const { stderr } = await asking(['a.pdf', '--booklet', 'lessons/b'], files);
    expect(stderr).toContain('1 of 2 places that the booklet does not have, such as “gone.q1”');
  });
});
