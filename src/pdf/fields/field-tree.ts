import type { FieldReference, MakeRef } from './reference.js';

/** A part of the names of fields: a group of them, or one field. */
interface Branch {
  reference?: FieldReference;
  kids: Map<string, Branch>;
}

/** Where a field found its place. */
export interface Placed {
  /** Last part of its name, by which it differs from all others of its group. */
  name: string;
  /** The group that it is in; undefined at the top. */
  parent?: FieldReference;
  /** 1 for the first field of its name, 2 for the next, and so on. */
  time: number;
}

/** Stands between a name and the count of those that came after the first of that name. */
const AGAIN = '+';

/**
 * The names of fields as a hierarchy (ISO 32000-1, 12.7.3.2): `luke-22.q3` is `q3` in the group `luke-22`. A field that
 * would have the name of one before it is named `q3+2`, since two fields of one name would be one field.
 */
export class FieldTree {
  readonly #root: Branch = { kids: new Map() };

  constructor(private readonly makeRef: MakeRef) {}

  /** Finds a place for a field. The caller hands over the field itself with `settle`. */
  place(name: string): Placed & { settle(field: FieldReference): void } {
    const parts = name.split('.').filter(Boolean);
    const own = parts.pop() ?? 'field';
    let around = this.#root;
    for (const part of parts) around = this.#group(around, part);
    const { free, time } = firstFree(own, (candidate) => !around.kids.has(candidate));
    const branch: Branch = { kids: new Map() };
    around.kids.set(free, branch);
    return {
      name: free,
      time,
      ...(around.reference ? { parent: around.reference } : {}),
      settle: (field) => {
        branch.reference = field;
      },
    };
  }

  #group(around: Branch, part: string): Branch {
    // A name is a group's or a field's, never both.
    const { free } = firstFree(part, (candidate) => isGroup(around.kids.get(candidate)));
    const known = around.kids.get(free);
    if (known) return known;
    const reference = this.makeRef({
      T: new String(free),
      ...(around.reference ? { Parent: around.reference } : {}),
    });
    const group: Branch = { reference, kids: new Map() };
    around.kids.set(free, group);
    return group;
  }

  /** Writes the groups. Fields are their owner's to write. */
  finish(): FieldReference[] {
    return finishKids(this.#root);
  }
}

function isGroup(branch: Branch | undefined): boolean {
  return branch === undefined || branch.kids.size > 0;
}

function firstFree(name: string, isFree: (candidate: string) => boolean): { free: string; time: number } {
  let time = 1;
  while (!isFree(withCount(name, time))) time += 1;
  return { free: withCount(name, time), time };
}

function withCount(name: string, time: number): string {
  return time === 1 ? name : `${name}${AGAIN}${time}`;
}

function finishKids({ kids }: Branch): FieldReference[] {
  return [...kids.values()].flatMap((branch) => {
    if (!branch.reference) return [];
    if (branch.kids.size > 0) {
      branch.reference.data.Kids = finishKids(branch);
      branch.reference.end();
    }
    return [branch.reference];
  });
}
