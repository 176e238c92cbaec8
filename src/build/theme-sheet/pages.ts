import { allBlocks } from '../../lesson/walk.js';
import type { LaidEdition } from '../lay-out.js';

/**
 * The pages of a lesson that show a theme best, from 0: the cover, the lesson's opener, a page of text and one with
 * questions. Of a short lesson there may be fewer.
 */
export function tellingPages({ content, assembly }: LaidEdition): number[] {
  const [lesson] = content.lessons;
  const own = assembly.pages.filter(({ section }) => section.section.id === `lesson.${lesson?.id}`);
  const on = (types: readonly string[]) => {
    const count = new Map<number, number>();
    for (const block of lesson ? allBlocks(lesson) : []) {
      const page = 'id' in block && types.includes(block.type) ? assembly.pageOf.get(`${lesson?.id}.${block.id}`) : 0;
      if (page) count.set(page, (count.get(page) ?? 0) + 1);
    }
    return count;
  };
  const [opener, ...rest] = own.filter(({ index }) => index >= 0).map(({ number }) => number);
  const most = (count: Map<number, number>, among: readonly number[]) =>
    among.reduce<number | undefined>(
      (best, page) => ((count.get(page) ?? 0) > (count.get(best ?? 0) ?? 0) ? page : best),
      undefined,
    );
  const question = most(on(['question']), rest);
  const others = rest.filter((page) => page !== question);
  const text = most(on(['scripture']), others) ?? others[0];
  // A lesson that asks nothing shows another of its pages.
  const last = question ?? others.find((page) => page !== text);
  return [1, opener, text, last].flatMap((page) => (page === undefined ? [] : [page - 1]));
}
