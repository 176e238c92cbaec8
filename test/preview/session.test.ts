import { describe, expect, it } from 'vitest';
import { Refused } from '../../src/preview/session/refused.js';
import { WorldError } from '../../src/world/error.js';
import { FOLDER, fakeBook, fakeBooklet, fakeSession, gate, message } from './fake.js';

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error) => (error instanceof Refused ? [error.status, error.message] : error),
  );

describe('a session', () => {
  it('reads the booklet, tells that it is fresh, and then which themes work', async () => {
    const { session, workshop, events } = fakeSession();
    expect(session.state).toMatchObject({ revision: 0, status: 'working', folder: 'lessons/prayer', title: 'prayer' });
    await session.start();
    expect(workshop.reads).toEqual([{ folder: FOLDER, base: '/work', templates: ['/work/templates'] }]);
    expect(events).toEqual([
      { revision: 0, status: 'working' },
      { revision: 1, status: 'fresh' },
      { revision: 2, status: 'fresh' },
    ]);
    expect(session.state).toMatchObject({ title: 'Prayer', language: 'en', choices: {}, messages: [] });
    expect(session.state.offered).toMatchObject({
      editions: [
        { value: 'leader', label: 'Leader’s Guide' },
        { value: 'participant', label: 'Participant’s Guide' },
      ],
      themes: [{ value: 'classic', label: 'Classic', about: 'Old and red.' }],
      theme: 'classic',
      translation: 'WEB',
      variables: { church: 'Grace Chapel' },
      accent: '#6b1f2a',
      bodySize: 10.5,
    });
  });

  it('reads once more, and only once, for all that is saved while it reads', async () => {
    const { session, workshop } = fakeSession();
    const slow = gate();
    const answer = workshop.answer;
    workshop.answer = async (request) => {
      await slow.opened;
      return answer(request);
    };
    const first = session.changed(['/a']);
    const second = session.changed(['/b']);
    await Promise.resolve();
    await Promise.resolve();
    expect(workshop.reads).toHaveLength(1);
    const later = [session.changed(['/c']), session.changed(['/d']), session.changed(['/e'])];
    slow.open();
    await Promise.all([first, second, ...later]);
    expect(workshop.reads).toHaveLength(2);
    await session.changed(['/f']);
    expect(workshop.reads).toHaveLength(3);
  });

  it('shows the last good pages while the files have an error', async () => {
    const { session, workshop, events } = fakeSession();
    await session.start();
    const good = workshop.answer;
    workshop.answer = async () => ({ messages: [message('unknown-directive')], folders: [FOLDER] });
    await session.changed([`${FOLDER}/1-ask.md`]);
    expect(events.at(-1)).toEqual({ revision: 3, status: 'stale' });
    expect(session.state.messages).toEqual([
      {
        severity: 'error',
        rule: 'unknown-directive',
        file: 'lessons/prayer/1-ask.md',
        line: 3,
        column: 1,
        found: 'this',
        expected: 'that',
        advice: 'mend it',
        excerpt: { from: 1, lines: ['# Ask', '', 'Words.'], caret: { at: 2, start: 0, end: 5 } },
      },
    ]);
    expect((await session.book('leader', 'screen')).pages).toHaveLength(2);
    workshop.answer = good;
    await session.changed([`${FOLDER}/1-ask.md`]);
    expect(session.state).toMatchObject({ status: 'fresh', messages: [] });
  });

  it('has no pages where there was an error from the first', async () => {
    const { session, workshop } = fakeSession();
    workshop.answer = async () => ({ messages: [message('booklet-empty', 'lessons/prayer', 'none')], folders: [] });
    await session.start();
    expect(session.state.status).toBe('failed');
    expect(session.state.offered).toBeUndefined();
    await expect(session.book('leader', 'screen')).rejects.toMatchObject({
      status: 409,
      messages: [{ rule: 'booklet-empty', file: 'lessons/prayer' }],
    });
  });

  it('tells what cannot be read, and goes on once it can be', async () => {
    const { session, workshop, faults } = fakeSession();
    await session.start();
    const good = workshop.answer;
    workshop.answer = () => Promise.reject(new WorldError(`${FOLDER}/1-ask.md`, 'the disk reported an error'));
    await session.changed([]);
    expect(session.state.status).toBe('stale');
    expect(session.state.messages).toMatchObject([
      { rule: 'file-unreadable', file: 'lessons/prayer/1-ask.md', found: 'the disk reported an error' },
    ]);
    expect(faults).toHaveLength(1);
    workshop.answer = good;
    await session.changed([]);
    expect(session.state).toMatchObject({ status: 'fresh', messages: [] });
  });

  it('lays an edition out once for each reading', async () => {
    const { session, workshop } = fakeSession();
    await session.start();
    await session.book('leader', 'screen');
    await session.book('leader', 'screen');
    await session.book('leader', 'phone');
    expect(workshop.laid).toEqual(['leader screen', 'leader phone']);
    await session.changed([]);
    await session.book('leader', 'screen');
    expect(workshop.laid).toHaveLength(3);
  });

  it('answers a book with its totals, and no sheets where there is no paper', async () => {
    const { session } = fakeSession();
    await session.start();
    expect(await session.book('leader', 'home')).toMatchObject({
      revision: 2,
      spreads: true,
      direction: 'left-to-right',
      totals: { pages: 2, sheets: 1, words: 120, minutes: 45 },
      sheets: { count: 1, key: expect.stringMatching(/-k$/) },
    });
    const phone = await session.book('leader', 'phone');
    expect([phone.spreads, phone.totals.sheets, phone.sheets]).toEqual([false, 0, undefined]);
    expect(await refusal(session.book('youth', 'screen'))).toEqual([404, 'There is no edition “youth”.']);
  });

  it('tells what the pages gave cause to say, once', async () => {
    const { session, workshop, events } = fakeSession();
    const book = fakeBook({ messages: [message('block-too-tall')] });
    workshop.answer = async () => ({
      messages: [],
      booklet: fakeBooklet([], { lay: async () => book }),
      folders: [FOLDER],
    });
    await session.start();
    const { revision } = await session.book('leader', 'screen');
    expect(session.state.messages).toMatchObject([{ rule: 'block-too-tall', severity: 'warning' }]);
    expect(session.state).toMatchObject({ revision, status: 'fresh' });
    await session.book('leader', 'screen');
    expect(events).toHaveLength(4);
  });

  it('paints parts of the latest books, and no others', async () => {
    const { session } = fakeSession();
    await session.start();
    expect(await refusal(session.part('part-leader-screen'))).toEqual([404, expect.any(String)]);
    const { pages } = await session.book('leader', 'screen');
    const part = pages[0]?.part ?? '';
    expect(new TextDecoder().decode(await session.part(part))).toBe('%PDF part-leader-screen');
    // What was shown until now is still asked for after a save.
    await session.changed([]);
    expect(await session.part(part)).toBeDefined();
  });

  it('calls parts and sheets otherwise than another session does, since browsers keep them', async () => {
    const ids = [];
    for (const { session } of [fakeSession(), fakeSession()]) {
      await session.start();
      const { pages, sheets } = await session.book('leader', 'home');
      ids.push(pages[0]?.part, sheets?.key);
      expect(await refusal(session.part('part-leader-home'))).toEqual([404, expect.any(String)]);
    }
    expect(new Set(ids).size).toBe(4);
  });

  it('has sheets only of what is printed on them', async () => {
    const { session, workshop } = fakeSession();
    await session.start();
    expect(new TextDecoder().decode(await session.sheets('leader'))).toBe('%PDF sheets');
    workshop.answer = async () => ({
      messages: [],
      booklet: fakeBooklet([], { lay: async () => fakeBook() }),
      folders: [],
    });
    await session.changed([]);
    expect(await refusal(session.sheets('leader'))).toEqual([404, expect.any(String)]);
  });

  it('outlives a fault while pages are made', async () => {
    const { session, workshop } = fakeSession();
    workshop.answer = async () => ({
      messages: [],
      booklet: fakeBooklet([], {
        lay: () => {
          throw new TypeError('a fault');
        },
      }),
      folders: [],
    });
    await session.start();
    await expect(session.book('leader', 'screen')).rejects.toThrow(TypeError);
    await session.changed([]);
    expect(session.state.status).toBe('fresh');
  });

  it('begins nothing more once it has ended', async () => {
    const { session, workshop } = fakeSession();
    await session.start();
    session.end();
    void session.changed([]);
    void session.book('leader', 'screen');
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect([workshop.reads.length, workshop.laid]).toEqual([1, []]);
  });
});

describe('choices', () => {
  const YAML = '/work/lessons/.chosen-in-preview/booklet.yaml';

  it('are read as a booklet that extends the other, laid over the world', async () => {
    const { session, workshop } = fakeSession();
    await session.start();
    let text: Uint8Array | undefined;
    const answer = workshop.answer;
    workshop.answer = async (request) => {
      text = await workshop.world.readFile(YAML);
      return answer(request);
    };
    const state = await session.choose({ theme: 'plain', variables: { church: 'St Mark’s' } });
    expect(workshop.reads.at(-1)?.folder).toBe('/work/lessons/.chosen-in-preview');
    expect(new TextDecoder().decode(text)).toContain(
      'extends: ../prayer\ntheme: plain\nvariables:\n  church: St Mark’s\n',
    );
    expect(state).toMatchObject({ revision: 3, choices: { theme: 'plain', variables: { church: 'St Mark’s' } } });
    expect(state.offered).toMatchObject({ theme: 'classic', variables: { church: 'Grace Chapel' } });
  });

  it('are none where they are what the booklet says', async () => {
    const { session, workshop } = fakeSession();
    await session.start();
    const state = await session.choose({ theme: 'classic', paper: 'letter', variables: { church: 'Grace Chapel' } });
    expect(state.choices).toEqual({});
    expect(workshop.reads.at(-1)?.folder).toBe(FOLDER);
    await session.choose({ theme: 'plain' });
    await session.choose({});
    expect(workshop.reads.at(-1)?.folder).toBe(FOLDER);
    expect(await workshop.world.kind(YAML)).toBe('none');
  });

  it('leave known what the booklet says itself, also when that changes', async () => {
    const { session, workshop } = fakeSession();
    await session.start();
    await session.choose({ theme: 'plain' });
    workshop.answer = async ({ folder }) => ({
      messages: [],
      booklet: fakeBooklet([], { theme: folder === FOLDER ? 'modern' : 'plain' }),
      folders: [FOLDER],
    });
    await session.changed([`${FOLDER}/1-ask.md`]);
    expect(workshop.reads).toHaveLength(3);
    expect(session.state.offered?.theme).toBe('classic');
    await session.changed([`${FOLDER}/booklet.yaml`]);
    expect(workshop.reads.slice(3).map(({ folder }) => folder)).toEqual(['/work/lessons/.chosen-in-preview', FOLDER]);
    expect(session.state.offered?.theme).toBe('modern');
  });

  it('are told apart from the author’s files where they are at fault', async () => {
    const { session, workshop } = fakeSession();
    await session.start();
    workshop.answer = async () => ({
      messages: [
        message('unknown-translation', 'lessons/.chosen-in-preview/booklet.yaml', 3),
        message('booklet-missing', 'lessons/.chosen-in-preview/booklet.yaml', 2),
        message('print-sheet', '.chosen-in-preview/leader.pdf', 'none'),
      ],
      folders: ['/work/lessons/.chosen-in-preview', FOLDER],
    });
    const state = await session.choose({ translation: 'NOPE' });
    expect(state.status).toBe('stale');
    expect(state.messages.map(({ rule, file, line }) => [rule, file, line])).toEqual([
      ['print-sheet', 'prayer/leader.pdf', undefined],
      ['booklet-missing', 'lessons/prayer/booklet.yaml', undefined],
      ['unknown-translation', 'the choices made here', undefined],
    ]);
    expect(await refusal(session.writeOverlay({ name: 'ours' }))).toEqual([
      409,
      'What is chosen has an error; nothing was written.',
    ]);
  });

  it('are kept as a new booklet beside the other', async () => {
    const { session, output } = fakeSession();
    await session.start();
    await session.choose({ theme: 'plain', accent: '#1f4a3d', bodySize: 11.5 });
    const plan = await session.planOverlay({ name: 'St Mark’s Prayer' });
    expect(plan.folder).toBe('lessons/st-marks-prayer');
    expect(plan.files.map(({ path }) => path)).toEqual(['lessons/st-marks-prayer/booklet.yaml']);
    expect(output.files.size).toBe(0);
    expect(await session.writeOverlay({ name: 'St Mark’s Prayer' })).toEqual(plan);
    const written = output.files.get('/work/lessons/st-marks-prayer/booklet.yaml');
    expect(new TextDecoder().decode(written)).toBe(plan.files[0]?.text);
    expect(plan.files[0]?.text).toContain(
      'extends: ../prayer\ntheme: plain\ndesign:\n  accent: "#1f4a3d"\n  body-size: 11.5\n',
    );
    // The world of this test does not see what was written, so it is the output that refuses.
    expect(await refusal(session.writeOverlay({ name: 'St Mark’s Prayer' }))).toEqual([
      409,
      expect.stringContaining('lessons/st-marks-prayer/booklet.yaml could not be written: something of that name'),
    ]);
  });

  it.each([
    ['../ours', 'a slash'],
    ['..', 'no letter'],
    ['/etc', 'a slash'],
    ['a\\b', 'a slash'],
    ['', 'no name'],
    ['con', 'Windows'],
    ['x'.repeat(500), 'characters'],
    ['a\u0000b', 'cannot be seen'],
    ['a\u202eb', 'cannot be seen'],
    ['prayer', 'already something called “prayer”'],
    ['PRAYER', 'already something called “prayer”'],
    ['Other', 'already something called “OTHER”'],
  ])('are not kept under the name %j', async (name, why) => {
    const { session, output } = fakeSession({
      files: { [`${FOLDER}/booklet.yaml`]: '', '/work/lessons/OTHER/notes.txt': '' },
    });
    await session.start();
    await session.choose({ theme: 'plain' });
    for (const work of [session.planOverlay({ name }), session.writeOverlay({ name })]) {
      expect(await refusal(work)).toEqual([409, expect.stringContaining(why)]);
    }
    expect(output.files.size).toBe(0);
  });

  it('are not kept where there are none', async () => {
    const { session } = fakeSession();
    await session.start();
    expect(await refusal(session.planOverlay({ name: 'ours' }))).toEqual([409, expect.stringContaining('Nothing')]);
  });
});

describe('finished files', () => {
  it('are built as by the command, and kept until something changes', async () => {
    const { session, workshop } = fakeSession();
    await session.start();
    const pdf = await session.download({ edition: 'leader', target: 'screen' });
    expect([pdf.name, pdf.type]).toEqual(['prayer-leader.pdf', 'application/pdf']);
    expect(new TextDecoder().decode(pdf.bytes)).toBe('%PDF /preview/prayer/leader.pdf');
    expect(await session.download({ edition: 'leader', target: 'screen' })).toBe(pdf);
    const home = await session.download({ edition: 'leader', target: 'home' });
    expect(home.name).toBe('prayer-leader-home.pdf');
    expect(new TextDecoder().decode(home.bytes)).toBe('%PDF /preview/prayer/print-pack/leader-home.pdf');
    expect(workshop.builds.map(({ editions, targets }) => [editions, targets])).toEqual([
      [['leader'], ['screen']],
      [['leader'], ['home']],
    ]);
    await session.changed([]);
    expect(await session.download({ edition: 'leader', target: 'screen' })).not.toBe(pdf);
  });

  it('are named after the booklet, also with choices', async () => {
    const { session, workshop } = fakeSession();
    await session.start();
    await session.choose({ theme: 'plain' });
    expect((await session.download({ edition: 'leader', target: 'screen' })).name).toBe('prayer-leader.pdf');
    expect(workshop.builds[0]?.booklets).toEqual(['/work/lessons/.chosen-in-preview']);
  });

  it('are refused with the reasons where there are errors, and asked for anew then', async () => {
    const { session, workshop } = fakeSession();
    await session.start();
    workshop.made = async () => ({ places: [], messages: [message('leak', 'prayer/participant.pdf', 'none')] });
    const asked = () => session.download({ edition: 'leader', target: 'screen' });
    await expect(asked()).rejects.toMatchObject({ status: 422, messages: [{ rule: 'leak' }] });
    await expect(asked()).rejects.toMatchObject({ status: 422 });
    expect(workshop.builds).toHaveLength(2);
    expect(await refusal(session.download({ edition: 'youth', target: 'screen' }))).toEqual([404, expect.any(String)]);
  });

  it('make a print pack with the same bytes each time, whatever the zone', async () => {
    const pack = async () => {
      const { session, workshop } = fakeSession();
      await session.start();
      workshop.made = async () => ({
        places: ['print-pack/leader-home.pdf', 'print-pack/flip-test.pdf'],
        messages: [],
      });
      return session.download();
    };
    const zone = process.env.TZ;
    try {
      process.env.TZ = 'Pacific/Auckland';
      const first = await pack();
      process.env.TZ = 'America/Los_Angeles';
      const second = await pack();
      expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true);
      expect([first.name, first.type]).toEqual(['prayer-print-pack.zip', 'application/zip']);
      const { unzipSync } = await import('fflate');
      expect(Object.keys(unzipSync(first.bytes))).toEqual([
        'prayer-print-pack/leader-home.pdf',
        'prayer-print-pack/flip-test.pdf',
      ]);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });
});
