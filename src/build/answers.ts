import { answersAsMarkdown } from '../answers/markdown.js';
import type { AnswerProblem, FilledBooklet } from '../answers/model.js';
import { type KnownIds, otherIds } from '../answers/other-ids.js';
import type { BookletSurvey, CollectAnswers, CollectedFile } from '../build-types.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { World } from '../world/model.js';
import { survey } from './lessons.js';

/** Reads what was filled in in finished PDFs. Writes nothing. */
export const collectAnswers: CollectAnswers = async (world, { base, files, booklet }) => {
  const found = booklet === undefined ? undefined : await survey(world, booklet, { base });
  if (found && !found.value) return { files: [], markdown: '', messages: found.messages };
  const known = found?.value && knownIds(found.value);
  const read: CollectedFile[] = [];
  const messages: Diagnostic[] = [];
  for (const path of files) {
    const file = path.startsWith(`${base}/`) ? path.slice(base.length + 1) : path;
    const filled = await readFilled(world, path);
    if (!('answers' in filled)) messages.push(diagnostic({ file, ...filled }));
    else {
      const problems = [...filled.problems, ...(known ? otherIds(filled, known) : [])];
      messages.push(...problems.map((problem) => diagnostic({ file, ...problem })));
      if (filled.answers.length > 0) read.push({ file, ...filled });
    }
  }
  return { files: read, markdown: read.length > 0 ? answersAsMarkdown(read) : '', messages };
};

/** Lessons and chapters, and all blocks. */
function knownIds({ lessons, chapters, blocks }: BookletSurvey): KnownIds {
  return {
    lessons: new Set([...lessons.map(({ id }) => id), ...chapters]),
    blocks: new Set(blocks.map(({ id }) => id)),
  };
}

type Missing = Omit<Parameters<typeof diagnostic>[0], 'file'>;

async function readFilled(world: World, path: string): Promise<FilledBooklet | Missing | AnswerProblem> {
  const bytes = (await world.kind(path)) === 'file' ? await world.readFile(path) : undefined;
  if (bytes) return (await import('../answers/read-answers.js')).readAnswers(bytes);
  return {
    rule: 'file-missing',
    found: (await world.kind(path)) === 'folder' ? 'a folder' : 'no file of that name',
    expected: 'a PDF that was filled in',
    advice: 'check the path',
  };
}
