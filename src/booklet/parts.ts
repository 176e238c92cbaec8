import type { Checked } from '../diagnostics/diagnostic.js';
import type { World } from '../world/model.js';
import { type FileSearch, findFiles, type NamedFile } from './lessons.js';
import type { BookPart, GeneratedPart } from './model.js';
import { type BookletYaml, GENERATED_PARTS } from './schema.js';

type PartYaml = BookletYaml['front'][number];

/** The parts before and after the lessons, with the files of those that are chapters. */
export async function findParts(
  world: World,
  { front, back }: Pick<BookletYaml, 'front' | 'back'>,
  search: FileSearch,
): Promise<Checked<{ front: BookPart[]; back: BookPart[] }>> {
  const entries = [...namedParts('front', front), ...namedParts('back', back)];
  const files = await findFiles(
    world,
    entries.filter((entry) => !isGenerated(entry.name)),
    'chapter',
    search,
  );
  const found = [...files.value];
  const parts = entries.map(({ key, name, audience }): { key: string; part: BookPart | undefined } => {
    if (isGenerated(name)) return { key, part: { kind: name } };
    const source = found.shift();
    return { key, part: source && { kind: 'chapter', source, audience } };
  });
  const of = (key: string) => parts.flatMap(({ key: own, part }) => (own === key && part ? [part] : []));
  return { value: { front: of('front'), back: of('back') }, messages: files.messages };
}

/** Names, without `.md`, of the files that are chapters and so not lessons. */
export function chapterNames({ front, back }: Pick<BookletYaml, 'front' | 'back'>): Set<string> {
  const names = [...front, ...back].map((part) => (typeof part === 'string' ? part : part.chapter));
  return new Set(names.map((name) => name.replace(/\.md$/, '')));
}

interface Entry extends NamedFile {
  key: string;
  audience: string;
}

function namedParts(key: string, parts: readonly PartYaml[]): Entry[] {
  return parts.map((part, index) =>
    typeof part === 'string'
      ? { key, name: part, audience: 'all', at: [key, index] }
      : { key, name: part.chapter, audience: part.for, at: [key, index, 'chapter'] },
  );
}

function isGenerated(name: string): name is GeneratedPart {
  return (GENERATED_PARTS as readonly string[]).includes(name);
}
