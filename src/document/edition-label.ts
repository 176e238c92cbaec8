import type { EditionContent } from '../edition/model.js';
import type { Labels } from '../labels/model.js';

/** What an edition is called: by its own label, or by that of the built-in edition it comes from. */
export function editionLabel({ label, audiences }: EditionContent['edition'], { editions }: Labels): string {
  const names: Readonly<Record<string, string>> = {
    leader: editions.leader,
    participant: editions.participant,
    'large-print': editions.largePrint,
    handout: editions.handout,
  };
  return label ?? audiences.flatMap((name) => (Object.hasOwn(names, name) ? (names[name] ?? []) : []))[0] ?? '';
}
