import { type Checked, diagnostic, type Problem } from '../diagnostics/diagnostic.js';
import { suggest } from '../diagnostics/nearest.js';
import type { CheckedYaml } from '../yaml/check.js';
import type { EditionDefinition } from './model.js';
import { EDITION_NAMES, USUAL_EDITIONS } from './names.js';
import type { EditionYaml } from './schema.js';

/** What a built-in edition is. Large print is 18 points, as the American Printing House for the Blind asks. */
export const BUILT_IN: readonly EditionDefinition[] = [
  { name: 'leader', audiences: ['leader'], answers: true, scale: 1, lines: 1, layout: 'booklet' },
  { name: 'participant', audiences: ['participant'], answers: false, scale: 1, lines: 1, layout: 'booklet' },
  {
    name: 'large-print',
    audiences: ['large-print', 'participant'],
    answers: false,
    scale: 1,
    bodySize: 18,
    lines: 1,
    sheet: 'whole',
    layout: 'booklet',
  },
  {
    name: 'handout',
    audiences: ['handout', 'participant'],
    answers: false,
    only: ['heading', 'question'],
    scale: 1,
    lines: 1,
    sheet: 'whole',
    layout: 'handout',
  },
];

/** The editions to make, and all that there are. */
export interface Editions {
  editions: EditionDefinition[];
  knownEditions: ReadonlyMap<string, EditionDefinition>;
}

/**
 * Settles which editions are made. Own editions are worked out through everything they extend; names that do not exist or
 * stand twice, and editions that extend each other in a circle, are reported.
 *
 * @param asked - Names from the command line, which win over the list.
 */
export function settleEditions(
  listed: readonly EditionYaml[] | undefined,
  asked: readonly string[] | undefined,
  { placeOf }: Pick<CheckedYaml<unknown>, 'placeOf'>,
  file: string,
): Checked<Editions> {
  const messages: Checked<unknown>['messages'] = [];
  const report = (path: PropertyKey[] | undefined, problem: Omit<Problem, 'file' | 'place'>) => {
    messages.push(diagnostic({ file, place: path && placeOf(path), ...problem }));
  };
  const own = new Map<string, Own>();
  for (const [index, entry] of (listed ?? []).entries()) {
    if (typeof entry === 'string') continue;
    const path = ['editions', index];
    const builtIn = (EDITION_NAMES as readonly string[]).includes(entry.name);
    if (!builtIn && !own.has(entry.name)) {
      own.set(entry.name, { entry, path });
      continue;
    }
    report([...path, 'name'], {
      rule: 'duplicate-edition',
      found: `the edition “${entry.name}”, which ${builtIn ? 'every booklet has' : 'is defined above'}`,
      expected: 'a name of its own for each edition',
      advice: builtIn ? `choose another name and write “extends: ${entry.name}”` : 'choose another name',
    });
  }

  const knownEditions = new Map(BUILT_IN.map((edition) => [edition.name, edition]));
  const names = [...EDITION_NAMES, ...own.keys()];
  const settle = (name: string, below: readonly string[]): EditionDefinition | undefined => {
    const known = knownEditions.get(name);
    const mine = own.get(name);
    if (known || !mine) return known;
    const { entry, path } = mine;
    const at = [...path, 'extends'];
    const chain = [...below, name];
    if (chain.includes(entry.extends)) {
      // Told once, where the circle closes.
      report(at, {
        rule: 'edition-cycle',
        found: `editions that extend each other in a circle: ${[...chain.slice(chain.indexOf(entry.extends)), entry.extends].join(', ')}`,
        expected: 'editions that go back to one of the built-in ones',
        advice: `extend one of ${EDITION_NAMES.join(', ')}`,
      });
      own.delete(name);
      return undefined;
    }
    if (!names.includes(entry.extends)) {
      report(at, {
        rule: 'unknown-edition',
        found: `the edition “${entry.extends}”`,
        expected: 'an edition that exists',
        advice: suggest(
          entry.extends,
          names.filter((other) => other !== name),
        ),
      });
      return undefined;
    }
    const base = settle(entry.extends, chain);
    if (!base) return undefined;
    const edition = extended(base, mine);
    knownEditions.set(name, edition);
    for (const kind of (entry.only ?? []).filter((kind) => entry.without?.includes(kind))) {
      report([...path, 'without'], {
        rule: 'wrong-value',
        found: `“${kind}” both in “only” and in “without”`,
        expected: 'each kind in one of them',
        advice: 'remove it from one',
      });
    }
    return edition;
  };
  for (const name of [...own.keys()]) settle(name, []);

  const wanted = asked ?? (listed ?? USUAL_EDITIONS).map((entry) => (typeof entry === 'string' ? entry : entry.name));
  const editions = new Map<string, EditionDefinition>();
  for (const [index, name] of wanted.entries()) {
    const edition = knownEditions.get(name);
    if (edition) editions.set(name, edition);
    else if (!names.includes(name)) {
      report(asked ? undefined : ['editions', index], {
        rule: 'unknown-edition',
        found: `the edition “${name}”${asked ? ' from --edition' : ''}`,
        expected: 'an edition that exists',
        advice: suggest(name, names),
      });
    }
  }
  return { value: { editions: [...editions.values()], knownEditions }, messages };
}

interface Own {
  entry: Exclude<EditionYaml, string>;
  path: PropertyKey[];
}

/** An edition laid over the one it extends. */
function extended(base: EditionDefinition, { entry, path }: Own): EditionDefinition {
  const { name, answers, only, without, scale, lines, label, theme, paper } = entry;
  return {
    ...base,
    name,
    audiences: [name, ...base.audiences],
    ...(answers === undefined ? {} : { answers }),
    // What is asked for here replaces what the base is limited to, and is no longer left out.
    ...(only ? { only, without: (base.without ?? []).filter((kind) => !only.includes(kind)) } : {}),
    ...(without ? { without: [...new Set([...(base.without ?? []), ...without])] } : {}),
    scale: base.scale * (scale ?? 1),
    lines: base.lines * (lines ?? 1),
    ...(label === undefined ? {} : { label }),
    ...(theme === undefined ? {} : { theme, themePath: [...path, 'theme'] }),
    ...(paper === undefined ? {} : { paper }),
  };
}

/** Whether any of these editions is for leaders, who are told of paths and of participants' pages. */
export function hasLeaders(editions: readonly Pick<EditionDefinition, 'audiences'>[]): boolean {
  return editions.some(({ audiences }) => audiences.includes('leader'));
}
