import type { EditionDefinition } from './model.js';

/** The editions that every booklet has. */
export const EDITIONS = {
  leader: { name: 'leader', label: 'Leader’s guide', answers: true, audience: 'leader' },
  participant: { name: 'participant', label: 'Participant’s guide', answers: false, audience: 'participant' },
} as const satisfies Record<string, EditionDefinition>;

export type EditionName = keyof typeof EDITIONS;
