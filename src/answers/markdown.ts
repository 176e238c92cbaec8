import type { Answer, FilledBooklet } from './model.js';

/** A filled booklet with the name of its file. */
export interface NamedBooklet extends Pick<FilledBooklet, 'title' | 'lessons' | 'answers'> {
  file: string;
}

/** The same place in several files. */
interface Collected {
  first: Answer;
  given: { file: string; value: Answer['value'] }[];
}

/**
 * The answers of filled booklets as Markdown, by lesson and question; those of several files stand together beneath
 * each question, with the files' names. What nobody answered is left out.
 */
export function answersAsMarkdown(files: readonly NamedBooklet[]): string {
  const several = files.length > 1;
  const titles = [...new Set(files.map(({ title }) => title).filter(Boolean))];
  const lines = [`# ${plain(titles.join(', ') || 'Answers')}`, ''];
  const names = new Map(files.flatMap(({ lessons }) => [...lessons]));
  for (const [lesson, answers] of byLesson(files)) {
    const given = answers.filter((answer) => answer.given.length > 0);
    if (given.length === 0) continue;
    if (lesson) lines.push(`## ${plain(names.get(lesson) || lesson)}`, '');
    given.forEach((answer, index) => {
      const { first, given: from } = answer;
      if (first.kind === 'check') {
        lines.push(
          `- [x] ${plain(first.label)}${several ? ` (${from.map(({ file }) => plain(file)).join(', ')})` : ''}`,
        );
        if (given[index + 1]?.first.kind !== 'check') lines.push('');
        return;
      }
      lines.push(`### ${plain(first.label)} (\`${first.id}\`)`, '');
      for (const { file, value } of from) {
        if (several) lines.push(`${plain(file)}:`, '');
        lines.push(quoted(String(value)), '');
      }
    });
  }
  if (lines.length === 2) lines.push('Nothing has been filled in.', '');
  return lines.join('\n');
}

/** All places by lesson, in the order of the first file that has them. */
function byLesson(files: readonly NamedBooklet[]): Map<string, Collected[]> {
  const places = new Map<string, Collected>();
  const lessons = new Map<string, Collected[]>();
  for (const { file, answers } of files) {
    for (const answer of answers) {
      const place = places.get(answer.id) ?? { first: answer, given: [] };
      if (!places.has(answer.id)) lessons.set(answer.lesson, [...(lessons.get(answer.lesson) ?? []), place]);
      places.set(answer.id, place);
      if (answer.value) place.given.push({ file, value: answer.value });
    }
  }
  const own = lessons.get('');
  lessons.delete('');
  return own ? new Map([...lessons, ['', own]]) : lessons;
}

/** An answer word for word, whose line ends stay. */
function quoted(value: string): string {
  return value
    .split('\n')
    .map((line, index, all) => {
      const text = plain(line).replace(/^(\s*)([#+>-]|\d+[.)])/, (_, space: string, sign: string) =>
        /^\d/.test(sign) ? `${space}${sign.slice(0, -1)}\\${sign.slice(-1)}` : `${space}\\${sign}`,
      );
      const goesOn = text !== '' && (all[index + 1] ?? '') !== '';
      return `>${text ? ` ${text}` : ''}${goesOn ? '\\' : ''}`;
    })
    .join('\n');
}

/** Text in which no sign is taken for Markdown. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>~|]/g, '\\$&');
}
