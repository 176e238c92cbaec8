import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openWorkshop, themes } from '../../src/build.js';
import { TARGETS } from '../../src/geometry/targets.js';
import { memoryOutput } from '../../src/output/memory.js';
import { Session } from '../../src/preview/session/session.js';
import { readPdf, textOf } from '../support/pdf.js';
import { lessonOf, tinyBooklet, tinyWorld, WORK } from '../support/tiny.js';

const QUESTION = ':::question\nWhat is asked of {{church}}?\n:::';
const BOOKLET = 'title: Tiny\nvariables: {church: Grace Chapel}\nfor: [screen]\n';

/** A session over the real workshop, on one small booklet in memory. */
async function opened(files: Record<string, string> = {}, name = 'tiny') {
  const world = tinyWorld({ ...tinyBooklet(lessonOf(`${QUESTION}\n\nWords.`), BOOKLET), ...files });
  const output = memoryOutput();
  const session = new Session({
    world,
    output,
    openWorkshop,
    listThemes: themes,
    patience: 0,
    folder: `${WORK}/lessons/${name}`,
    base: WORK,
    templates: [`${WORK}/templates`],
    onFault(error) {
      throw error;
    },
  });
  await session.start();
  return { session, output };
}

/** The words of a PDF. */
async function wordsOf(bytes: Uint8Array): Promise<string> {
  const { pages } = await readPdf(bytes);
  return pages.map((page) => textOf(page.lines)).join('\n');
}

describe('a session over the real build', () => {
  it('makes the file of every target', async () => {
    const { session } = await opened();
    for (const target of TARGETS) {
      const { name, bytes } = await session.download({ edition: 'leader', target });
      expect(name).toBe(target === 'screen' ? 'tiny-leader.pdf' : `tiny-leader-${target}.pdf`);
      expect(new TextDecoder('latin1').decode(bytes.slice(0, 5))).toBe('%PDF-');
      expect(await wordsOf(bytes)).toContain('What is asked of Grace Chapel?');
    }
    const pack = unzipSync((await session.download()).bytes);
    expect(Object.keys(pack).sort()).toEqual(
      ['flip-test', 'leader-card', 'leader-home', 'participant-card', 'participant-home'].map(
        (file) => `tiny-print-pack/${file}.pdf`,
      ),
    );
  });

  it('shows what is chosen, and keeps it as a booklet that shows the same', async () => {
    const { session, output } = await opened();
    expect(session.state).toMatchObject({ status: 'fresh', offered: { theme: 'classic', paper: 'letter' } });
    const plain = await session.book('leader', 'screen');
    const state = await session.choose({
      theme: 'plain',
      paper: 'a4',
      accent: '#1f4a3d',
      bodySize: 13,
      translation: 'KJV',
      variables: { church: 'St Mark’s: “one” & #2' },
    });
    expect([state.status, state.messages]).toEqual(['fresh', []]);
    expect(state.offered).toMatchObject({ theme: 'classic', accent: '#1f4a3d', bodySize: 13 });
    const chosen = await session.book('leader', 'screen');
    expect([plain.size.width, Math.round(chosen.size.width)]).toEqual([396, 420]);
    const parts = [...new Set(chosen.pages.map(({ part }) => part))];
    const shown = await Promise.all(parts.map((part) => session.part(part)));
    const words = await Promise.all(shown.map(wordsOf));
    expect(words.join('\n')).toContain('What is asked of St Mark’s: “one” & #2?');

    await session.writeOverlay({ name: 'Ours' });
    const written = new TextDecoder().decode(output.files.get(`${WORK}/lessons/ours/booklet.yaml`));
    const kept = await opened({ 'lessons/ours/booklet.yaml': written }, 'ours');
    expect(kept.session.state.messages).toEqual([]);
    const same = await kept.session.book('leader', 'screen');
    const kepts = [...new Set(same.pages.map(({ part }) => part))];
    const painted = await Promise.all(kepts.map((part) => kept.session.part(part)));
    expect(painted.map((bytes, index) => Buffer.from(bytes).equals(shown[index] ?? new Uint8Array()))).toEqual(
      parts.map(() => true),
    );
  });

  it('tells what is wrong with a choice as a choice, and with the booklet as the booklet’s', async () => {
    const { session } = await opened();
    for (const [choices, rule] of [
      [{ translation: 'NIV' }, 'unknown-translation'],
      [{ translation: '../../etc/bible' }, 'path-outside'],
      [{ theme: 'nowhere' }, 'unknown-theme'],
    ] as const) {
      const wrong = await session.choose(choices);
      expect([wrong.status, wrong.messages.map((one) => [one.rule, one.file])]).toEqual([
        'stale',
        [[rule, 'the choices made here']],
      ]);
    }
    const broken = await opened({ 'lessons/tiny/booklet.yaml': 'title: Tiny\ntheem: plain\n' });
    const { messages } = await broken.session.choose({ theme: 'plain' });
    expect(messages).toMatchObject([
      {
        rule: 'unknown-key',
        file: 'lessons/tiny/booklet.yaml',
        line: 2,
        excerpt: { caret: { at: 1, start: 0, end: 5 } },
      },
    ]);
  });
});
