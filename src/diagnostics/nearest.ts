import { distance } from 'fastest-levenshtein';

/**
 * The candidate closest to a mistyped name, or undefined when none is close enough to be what was meant
 * (at most a third of the longer word's letters to mend, and never more than 3; two that are swapped count as one).
 */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const limit = Math.min(3, Math.max(1, Math.floor(Math.max(name.length, candidate.length) / 3)));
    // Each letter more or less is one to mend; a name may be a whole page.
    if (Math.abs(name.length - candidate.length) > limit) continue;
    const d = edits(name.toLowerCase(), candidate.toLowerCase());
    if (d <= limit && d < bestDistance) {
      best = candidate;
      bestDistance = d;
    }
  }
  return best;
}

/** Advice for a wrong name: the nearest valid one, or the whole list when nothing is near. */
export function suggest(name: string, candidates: readonly string[]): string {
  const near = nearest(name, candidates);
  return near ? `did you mean “${near}”?` : `use one of ${candidates.join(', ')}`;
}

/** Levenshtein's distance, but for one pair of neighbors that changed places, the commonest slip of fingers. */
function edits(name: string, candidate: string): number {
  const plain = distance(name, candidate);
  const swapped = [...name.slice(1)].map(
    (letter, at) => name.slice(0, at) + letter + name.slice(at, at + 1) + name.slice(at + 2),
  );
  return plain < 2 ? plain : Math.min(plain, ...swapped.map((other) => distance(other, candidate) + 1));
}
