import type { LiveBook, LiveBooklet, LiveReading, LiveRequest, Workshop } from '../../src/build/live-model.js';
import type { BuildRequest, BuildResult } from '../../src/build.js';
import { type Diagnostic, diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { RuleId } from '../../src/diagnostics/rules.js';
import { memoryOutput } from '../../src/output/memory.js';
import type { StateEvent } from '../../src/preview/protocol.js';
import { Session, type SessionOptions } from '../../src/preview/session/session.js';
import { memoryWorld } from '../../src/world/memory.js';
import type { World } from '../../src/world/model.js';

/** A workshop that a test drives: what it was asked for, and what it answers. */
export interface FakeWorkshop extends Workshop {
  /** The world that it was opened on. */
  world: World;
  reads: LiveRequest[];
  builds: BuildRequest[];
  laid: string[];
  /** Answers a reading; by default a booklet without messages. */
  answer(request: LiveRequest): Promise<LiveReading>;
  /** Answers a build; by default one file for each edition and target. */
  made(request: BuildRequest): Promise<{ places: string[]; messages: Diagnostic[] }>;
}

export const FOLDER = '/work/lessons/prayer';

/** A session over a workshop that a test drives, with the events that it told. */
export function fakeSession(given: Partial<SessionOptions> & { files?: Record<string, string> } = {}) {
  const { files, ...options } = given;
  const workshop = fakeWorkshop();
  const output = memoryOutput();
  const events: StateEvent[] = [];
  const faults: unknown[] = [];
  const session = new Session({
    world: memoryWorld(
      files ?? { [`${FOLDER}/booklet.yaml`]: 'title: Prayer\n', [`${FOLDER}/1-ask.md`]: '# Ask\n\nWords.\n' },
    ),
    output,
    openWorkshop: (world) => Object.assign(workshop, { world }),
    listThemes: async () => [
      { name: 'classic', description: 'Old and red.', messages: [] },
      { name: 'broken', description: '', messages: [message('theme-font')] },
    ],
    folder: FOLDER,
    base: '/work',
    templates: ['/work/templates'],
    patience: 0,
    onFault: (error) => faults.push(error),
    ...options,
  });
  session.listen((event) => events.push(event));
  return { session, workshop, output, events, faults };
}

export function fakeWorkshop(): FakeWorkshop {
  const workshop: FakeWorkshop = {
    world: memoryWorld({}),
    reads: [],
    builds: [],
    laid: [],
    answer: async () => ({ messages: [], booklet: booklet(), folders: [FOLDER] }),
    made: async ({ editions = ['leader'], targets = ['screen'] }) => ({
      places: editions.flatMap((edition) =>
        targets.map((target) => (target === 'screen' ? `${edition}.pdf` : `print-pack/${edition}-${target}.pdf`)),
      ),
      messages: [],
    }),
    async read(request) {
      workshop.reads.push(request);
      return workshop.answer(request);
    },
    async build(output, request): Promise<BuildResult> {
      workshop.builds.push(request);
      const { places, messages } = await workshop.made(request);
      const id = request.booklets[0]?.split('/').at(-1) ?? '';
      const files = places.map((place) => ({
        booklet: id,
        target: 'screen' as const,
        path: `${request.out}/${id}/${place}`,
        pages: 2,
        sheets: 1,
        bytes: 4,
        milliseconds: 1,
      }));
      for (const { path } of files) await output.write(path, new TextEncoder().encode(`%PDF ${path}`));
      return { files, messages };
    },
  };
  const booklet = (): LiveBooklet => fakeBooklet(workshop.laid);
  return workshop;
}

/** A booklet of two editions whose books are one part of two pages each. */
export function fakeBooklet(laid: string[] = [], changes: Partial<LiveBooklet> = {}): LiveBooklet {
  return {
    id: 'prayer',
    title: 'Prayer',
    language: 'en',
    direction: 'left-to-right',
    editions: [
      { name: 'leader', label: 'Leader’s Guide' },
      { name: 'participant', label: 'Participant’s Guide' },
    ],
    made: ['leader', 'participant'],
    variables: { church: 'Grace Chapel' },
    theme: 'classic',
    translation: 'WEB',
    paper: 'letter',
    accent: '#6b1f2a',
    bodySize: 10.5,
    async lay(edition, target) {
      laid.push(`${edition} ${target}`);
      return fakeBook({ edition, target, ...(target === 'home' ? { sheets: { count: 1, key: 'k' } } : {}) });
    },
    ...changes,
  };
}

export function fakeBook(changes: Partial<LiveBook> = {}): LiveBook {
  const part = `part-${changes.edition}-${changes.target}`;
  return {
    edition: 'leader',
    target: 'screen',
    label: 'Leader’s Guide',
    size: { width: 396, height: 612 },
    messages: [],
    pages: [0, 1].map((index) => ({ label: index === 0 ? '' : '1', recto: index === 0, part, index })),
    outline: [{ title: 'Ask', level: 0, page: 1 }],
    anchors: { ask: 1 },
    questions: ['ask.q1'],
    places: [{ file: 'lessons/prayer/1-ask.md', line: 1, page: 1 }],
    words: 120,
    minutes: 45,
    paint: async (id) => new TextEncoder().encode(`%PDF ${id}`),
    paintSheets: async () => new TextEncoder().encode('%PDF sheets'),
    ...changes,
  };
}

/** A message as the build gives it. */
export function message(rule: RuleId, file = 'lessons/prayer/1-ask.md', line: number | 'none' = 3): Diagnostic {
  const place = line === 'none' ? undefined : { start: { line, column: 1 }, end: { line, column: 6 } };
  return diagnostic({ file, place, rule, found: 'this', expected: 'that', advice: 'mend it' });
}

/** A promise that a test keeps when it wants. */
export function gate(): { opened: Promise<void>; open(): void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
