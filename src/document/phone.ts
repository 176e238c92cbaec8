import type { BookPlan, HandoutPlan, Section } from './flow.js';

/**
 * The plan of a booklet for telephones. Pages follow each other one by one, so nothing waits for a right-hand page, and there
 * is no paper to fill: the pages for notes are left out.
 */
export function phonePlan({ notes: _, ...plan }: BookPlan): BookPlan {
  return {
    ...plan,
    front: plan.front.map(anywhere),
    lessons: plan.lessons.map(anywhere),
    parts: (folios) => {
      const { before, after } = plan.parts(folios);
      return { before: before.map(anywhere), after: after.map(anywhere) };
    },
    contents: (folioOf) => anywhere(plan.contents(folioOf)),
  };
}

/** Handouts for telephones: one after the other, no longer each on a sheet, and so with folios. */
export function phoneHandouts({ lessons }: HandoutPlan): Section[] {
  return lessons.map((section) => ({ ...anywhere(section(1, 1)), folios: true }));
}

function anywhere(section: Section): Section {
  return { ...section, start: 'any' };
}
