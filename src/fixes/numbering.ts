/** A file that gets another name. Names are without `.md`. */
export interface Renaming {
  from: string;
  to: string;
}

/**
 * New names for lessons so that their numbers follow each other: `1-sowing, 3-reaping` become `1-sowing, 2-reaping`. The
 * first keeps 0 if it has it; leading zeros stay; what has no number is passed over. Nothing is renamed where the numbers
 * do not rise with the lessons: then a list says the order, and numbers mean something else.
 *
 * @param names - Names of the lessons in the order of the booklet.
 */
export function renumbered(names: readonly string[]): Renaming[] {
  const numbered = names.flatMap((name) => {
    const [, number, rest] = /^(\d{1,4})([-_. ]+.+)$/.exec(name) ?? [];
    return number === undefined || rest === undefined ? [] : [{ name, number, rest }];
  });
  const rising = numbered.every(
    ({ number }, index) => index === 0 || Number(number) >= Number(numbered[index - 1]?.number),
  );
  if (!rising) return [];
  const first = Number(numbered[0]?.number) === 0 ? 0 : 1;
  const padded = numbered.some(({ number }) => /^0\d/.test(number));
  const width = padded ? Math.max(...numbered.map(({ number }) => number.length)) : 0;
  return numbered.flatMap(({ name, number, rest }, index) => {
    const wanted = first + index;
    return Number(number) === wanted ? [] : [{ from: name, to: `${String(wanted).padStart(width, '0')}${rest}` }];
  });
}

/**
 * The order in which files can be renamed one after the other without any ever getting a name that is taken; undefined where
 * there is none.
 *
 * @param there - Names of the files there are, lessons or not.
 */
export function orderOf(renamings: readonly Renaming[], there: readonly string[]): Renaming[] | undefined {
  // Some computers do not tell capitals from small letters.
  const taken = new Set(there.map((name) => name.toLowerCase()));
  const order: Renaming[] = [];
  let left = [...renamings];
  while (left.length > 0) {
    const next = left.find(({ to }) => !taken.has(to.toLowerCase()));
    if (!next) return undefined;
    taken.delete(next.from.toLowerCase());
    taken.add(next.to.toLowerCase());
    order.push(next);
    left = left.filter((one) => one !== next);
  }
  return order;
}
