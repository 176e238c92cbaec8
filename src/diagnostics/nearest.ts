import { distance } from 'fastest-levenshtein';

/**
 * The candidate closest to a mistyped name, or undefined when none is close enough to be what was meant
 * (an edit distance of at most a third of the longer word, and never more than 3).
 */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const d = distance(name.toLowerCase(), candidate.toLowerCase());
    const limit = Math.min(3, Math.max(1, Math.floor(Math.max(name.length, candidate.length) / 3)));
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
