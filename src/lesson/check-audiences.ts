import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { suggest } from '../diagnostics/nearest.js';
import type { Lesson } from './model.js';
import { allBlocks } from './walk.js';

/** Reports blocks that are for editions which the booklet does not have. */
export function checkAudiences(lessons: readonly Lesson[], known: readonly string[]): Diagnostic[] {
  return lessons.flatMap((lesson) =>
    [...allBlocks(lesson)].flatMap((block) => {
      if (block.type !== 'for') return [];
      return block.audiences
        .filter((name) => !known.includes(name))
        .map((name) => unknownAudience(name, known, { file: block.file ?? lesson.file, place: block.position }));
    }),
  );
}

/** Tells that nothing shows what is for an edition that does not exist. */
export function unknownAudience(
  name: string,
  known: readonly string[],
  at: Pick<Parameters<typeof diagnostic>[0], 'file' | 'place'>,
): Diagnostic {
  return diagnostic({
    ...at,
    rule: 'unknown-audience',
    found: `something for “${name}”`,
    expected: 'the name of an edition of this booklet',
    advice: `${suggest(name, known)}${suggest(name, known).endsWith('?') ? '' : `, or add “- {name: ${name}}” under “editions” in booklet.yaml`}`,
  });
}
