import type { Checked } from '../diagnostics/diagnostic.js';
import type { MergedYaml } from './merge.js';
import type { Booklet } from './model.js';
import { putVariables } from './variables.js';

type Texts = Pick<Booklet, 'title' | 'subtitle' | 'authors' | 'notice'>;

/** The booklet's own texts with variables put in; all but the notice are set on one line. */
export function setTexts({ says, saidIn }: MergedYaml): Checked<Texts> {
  const scope = { variables: says.variables, saidIn, messages: [] };
  const line = (text: string, path: PropertyKey[]) => putVariables(text, path, scope).replace(/\s+/g, ' ').trim();
  const { title, subtitle, authors, notice } = says;
  const value: Texts = {
    title: line(title, ['title']),
    ...(subtitle === undefined ? {} : { subtitle: line(subtitle, ['subtitle']) }),
    authors: authors.map((name, index) => line(name, ['authors', index])),
    ...(notice === undefined ? {} : { notice: putVariables(notice, ['notice'], scope).trim() }),
  };
  return { value, messages: scope.messages };
}
