import { type Diagnostic, sortDiagnostics } from '../../src/diagnostics/diagnostic.js';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import { checkAnchors } from '../../src/lesson/booklet-anchors.js';
import { settleImages } from '../../src/lesson/image-files.js';
import type { Lesson } from '../../src/lesson/model.js';
import { surroundings } from '../../src/lesson/surroundings.js';
import { toChanges } from '../../src/lesson/to-changes.js';
import { toLesson } from '../../src/lesson/to-lesson.js';
import { parseChanges } from '../../src/markdown/changes.js';
import { parseLesson } from '../../src/markdown/parse.js';
import { applyChanges } from '../../src/overlay/apply.js';
import { readLock } from '../../src/overlay/lock.js';
import { type SurveyedBlock, surveyBlocks } from '../../src/overlay/survey.js';

/** A layer of changes: what its changes.md says, and its lock. */
export interface Layer {
  changes: string;
  lock?: string;
  /** The overlay's folder, `ours` when not given. */
  folder?: string;
}

/** What came of changes. */
export interface Result {
  lessons: Lesson[];
  /** Blocks as they were before the last layer. */
  blocks: SurveyedBlock[];
  lines: string[];
}

export const VARIABLES = { church: 'Grace' };

/** Lessons, by their ids, as text without front matter; changes are made to them as a build makes them. */
export function changed(bodies: Record<string, string>, ...layers: (Layer | string)[]): Result {
  const messages: Diagnostic[] = [];
  const sources = new Map<string, string>();
  let lessons = Object.entries(bodies).map(([id, body], index): Lesson => {
    const file = `base/${id}.md`;
    const source = `---\ntitle: T\npassages: Luke 22\nmemory-verse: Luke 22:32\n---\n${body}`;
    sources.set(file, source);
    const parsed = parseLesson({ file, source, variables: VARIABLES });
    const made = toLesson(parsed.value, { file, number: index + 1, id, images: new Map() });
    messages.push(...parsed.messages, ...made.messages);
    return made.value;
  });
  let blocks: SurveyedBlock[] = [];
  for (const given of layers) {
    const { changes: source, lock, folder = 'ours' } = typeof given === 'string' ? { changes: given } : given;
    const file = `${folder}/changes.md`;
    blocks = surveyBlocks(lessons, sources);
    const places = surroundings(lessons);
    const parsed = parseChanges({
      file,
      source,
      variables: VARIABLES,
      around: (target) => places.get(target)?.around ?? [],
    });
    const made = toChanges(parsed.value, {
      file,
      lessons,
      images: settleImages(parsed.value.root, new Map()),
      audienceOf: (target, replaced) => places.get(target)?.[replaced ? 'own' : 'audience'] ?? 'all',
    });
    const read = lock === undefined ? undefined : readLock(lock, `${folder}/changes.lock.json`);
    const applied = applyChanges(lessons, made.value, { blocks, lock: read?.value ?? new Map(), folder });
    messages.push(...parsed.messages, ...made.messages, ...(read?.messages ?? []), ...applied.messages);
    lessons = applied.value.lessons;
    sources.set(file, source);
  }
  messages.push(...checkAnchors(lessons));
  const text = formatDiagnostics(sortDiagnostics(messages));
  return { lessons, blocks, lines: text === '' ? [] : text.split('\n') };
}
