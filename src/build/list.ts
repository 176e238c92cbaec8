import { loadBooklet } from '../booklet/load.js';
import type { Booklet } from '../booklet/model.js';
import type { ListBooklets, ListedBooklet } from '../build-types.js';
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.js';
import { countWords } from '../lesson/count-words.js';
import type { Lesson } from '../lesson/model.js';
import { timedItems } from '../lesson/walk.js';
import { readLessons } from './lessons.js';

/** Reads booklets as far as their lessons. No page is made, and nothing is loaded that makes pages. */
export const listBooklets: ListBooklets = async (world, { base, booklets }) => {
  const listed: ListedBooklet[] = [];
  const messages: Diagnostic[] = [];
  for (const folder of new Set(booklets)) {
    const { value: booklet, messages: said } = await loadBooklet(world, folder, { base });
    messages.push(...said);
    if (!booklet) continue;
    const read = await readLessons(world, booklet, base);
    messages.push(...read.messages);
    listed.push(about(booklet, read.value.lessons));
  }
  // Advice can wait for a build; what stands in its way cannot.
  return { value: listed, messages: sortDiagnostics(messages.filter(({ fatal }) => fatal)) };
};

function about({ id, folder, title, language, editions }: Booklet, read: readonly Lesson[]): ListedBooklet {
  const lessons = read
    .filter(({ number }) => number > 0)
    .map((lesson) => ({
      number: lesson.number,
      id: lesson.id,
      file: lesson.file,
      title: lesson.title,
      passages: lesson.passages.map(({ text }) => text),
      minutes: minutesOf(lesson),
      words: countWords(lesson),
    }));
  const chapters = read
    .filter(({ number }) => number === 0)
    .map((chapter) => ({
      id: chapter.id,
      file: chapter.file,
      title: chapter.title,
      words: countWords(chapter),
    }));
  const total = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0);
  return {
    id,
    folder,
    title,
    language,
    editions: editions.map(({ name }) => name),
    lessons,
    chapters,
    minutes: total(lessons.map(({ minutes }) => minutes)),
    words: total([...lessons, ...chapters].map(({ words }) => words)),
  };
}

/** As long as the lesson says, or as its parts take that are not optional. */
function minutesOf({ duration, body }: Lesson): number {
  const planned = timedItems(body).filter(({ optional }) => !optional);
  return duration ?? planned.reduce((sum, { minutes }) => sum + minutes, 0);
}
