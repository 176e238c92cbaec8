import { FRONT_ANCHORS } from '../../document/flow.js';
import { partAnchor } from '../../document/parts.js';
import type { EditionContent, EditionLesson } from '../../edition/model.js';
import type { Assembly } from '../../layout/assemble.js';
import { allBlocks } from '../../lesson/walk.js';
import type { Manifest } from './schema.js';

/** Where things stand, by their anchors. */
export type Anchors = Manifest['editions'][number]['layouts'][number]['anchors'];
type Kind = Anchors[string]['kind'];

/** Where everything of an edition that can be named came to stand; what has no page is left out. */
export function anchorsOf(content: EditionContent, { pageOf, folioOf }: Pick<Assembly, 'pageOf' | 'folioOf'>): Anchors {
  const found = [...named(content)].flatMap(([id, kind]): [string, Anchors[string]][] => {
    const page = pageOf.get(id);
    return page === undefined ? [] : [[id, { folio: folioOf.get(id) ?? '', kind, page }]];
  });
  return Object.fromEntries(found);
}

function* named({ lessons, front, back }: EditionContent): Generator<[id: string, kind: Kind]> {
  yield [FRONT_ANCHORS.cover, 'cover'];
  yield [FRONT_ANCHORS.contents, 'contents'];
  yield [FRONT_ANCHORS.notes, 'notes'];
  for (const lesson of lessons) yield* inside(lesson, 'lesson');
  for (const part of [...front, ...back]) {
    if (part.kind === 'chapter') yield* inside(part.chapter, 'chapter');
    else yield [partAnchor(part), part.kind];
  }
}

function* inside(lesson: EditionLesson, kind: 'lesson' | 'chapter'): Generator<[string, Kind]> {
  yield [lesson.id, kind];
  for (const block of allBlocks(lesson)) {
    if ('id' in block) yield [`${lesson.id}.${block.id}`, block.type];
  }
}
