import { PDFName } from '@cantoo/pdf-lib';
import { type FormField, fieldsOf, formOf, textOf } from './form.js';
import type { Answer, AnswerProblem, FilledBooklet } from './model.js';
import { type OpenFile, openFile } from './open.js';
import { informationOf, lessonTitles } from './titles.js';
import { kindOf, readValue } from './value.js';

/** Key of the form's dictionary that says that this program made it; the same as in `pdf/fields`. */
const FORM_MARK = 'GATH_Fields';

/** Names as this program gives them, by which a form is known whose mark another program has taken away. */
const OWN_NAME = /^[^.]+\.(?:.+-blank|blank|lines|reading|prepare|task|q)-?\d+(?:\+\d+)?$/;

/** What of a name tells a field that goes on from another of the same place, or a lesson that is named as a field is. */
const AGAIN = /\+\d+(?=\.|$)/g;

/** Reads what was written and ticked in a booklet's file. Never throws for anything that may stand in one. */
export async function readAnswers(bytes: Uint8Array): Promise<FilledBooklet> {
  const file = await openFile(bytes);
  if ('rule' in file) return nothing(file);
  const fields = fieldsOf(file);
  if (!isOurs(file, fields)) return nothing(foreign(file, fields));
  const { answers, recovered } = answersOf(file, fields);
  const title = informationOf(file, 'Title');
  return { title, lessons: lessonTitles(file), answers, problems: problemsOf(file, answers, recovered) };
}

function isOurs(file: OpenFile, fields: readonly FormField[]): boolean {
  if (fields.length === 0) return false;
  if (formOf(file)?.has(PDFName.of(FORM_MARK)) || informationOf(file, 'Creator') === 'Gathering') return true;
  return fields.some(({ name }) => OWN_NAME.test(name));
}

function nothing(problem: AnswerProblem): FilledBooklet {
  return { title: '', lessons: new Map(), answers: [], problems: [problem] };
}

function foreign(file: OpenFile, fields: readonly FormField[]): AnswerProblem {
  if (file.damage) {
    return {
      rule: 'answers-unreadable',
      found: `it is damaged: ${file.damage}, and no field is left in it`,
      expected: 'a PDF that is whole',
      advice: 'ask for the file again; a copy that opens in a viewer can be saved anew there',
    };
  }
  return {
    rule: 'answers-no-form',
    found:
      fields.length === 0
        ? 'a PDF in which nothing can be filled in'
        : `a form of another program, with fields such as “${fields[0]?.name}”`,
    expected: 'a booklet for the screen made by gathering, filled in and saved',
    advice: 'if it was printed to a PDF, ask for the saved file in its place',
  };
}

/** The fields' values, those of one place joined. */
function answersOf({ context }: OpenFile, fields: readonly FormField[]): { answers: Answer[]; recovered: string[] } {
  const answers = new Map<string, Answer>();
  const recovered: string[] = [];
  for (const field of fields) {
    const kind = kindOf(context, field);
    if (!kind || !field.name) continue;
    const id = field.name.replace(AGAIN, '');
    const { value, isRecovered } = readValue(context, field);
    if (isRecovered) recovered.push(id);
    const before = answers.get(id);
    if (before) before.value = joined(before.value, value);
    else {
      const lesson = id.includes('.') ? id.slice(0, id.indexOf('.')) : '';
      answers.set(id, { id, lesson, kind, label: textOf(context, field.dictionary, 'TU') || id, value });
    }
  }
  // What is the booklet's own, such as notes, comes behind the lessons.
  const all = [...answers.values()];
  return { answers: [...all.filter(({ lesson }) => lesson), ...all.filter(({ lesson }) => !lesson)], recovered };
}

function joined(first: Answer['value'], next: Answer['value']): Answer['value'] {
  if (typeof first === 'boolean' || typeof next === 'boolean') return Boolean(first) || Boolean(next);
  return [first, next].filter(Boolean).join('\n');
}

function problemsOf({ damage }: OpenFile, answers: readonly Answer[], recovered: readonly string[]): AnswerProblem[] {
  const problems: AnswerProblem[] = [];
  if (damage) {
    problems.push({
      rule: 'answers-damaged',
      found: `it is damaged: ${damage}; ${answers.filter(({ value }) => value).length} answers could be read`,
      expected: 'a PDF that is whole',
      advice: 'ask for the file again, since some answers may be missing',
    });
  }
  if (recovered.length > 0) {
    problems.push({
      rule: 'answers-shown-only',
      found: `answers that only what is shown tells of: ${recovered.join(', ')}`,
      expected: 'answers that were saved as values',
      advice: 'compare them with the file, since line ends and rare characters may be wrong',
    });
  }
  return problems;
}
