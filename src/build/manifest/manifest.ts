import { createHash } from 'node:crypto';
import { isAbsolute, posix } from 'node:path';
import type { EditionDefinition } from '../../booklet/model.js';
import type { BuildRequest } from '../../build-types.js';
import { type Diagnostic, sortDiagnostics } from '../../diagnostics/diagnostic.js';
import { editionLabel } from '../../document/edition-label.js';
import type { Size } from '../../geometry/frame.js';
import type { PageForm } from '../../geometry/targets.js';
import { POINTS_PER_MM } from '../../geometry/units.js';
import type { MadeFile } from '../files.js';
import { themeOf } from '../looks.js';
import type { Prepared } from '../prepare.js';
import type { Anchors } from './anchors.js';
import type { Manifest } from './schema.js';

/** Name of the file that says what a build made of a booklet; it lies in the booklet's folder of output. */
export const MANIFEST = 'manifest.json';

/** The pages of an edition in one of its forms. */
export interface MadeLayout {
  edition: EditionDefinition;
  form: PageForm;
  trim: Size;
  pages: number;
  anchors: Anchors;
}

/** What is kept of a file once it is written. */
export interface MadeRecord {
  file: Manifest['files'][number];
  /** The pages of an edition that it holds; absent where it is a card or a cover. */
  layout?: MadeLayout;
}

/** What a manifest needs to know of a file. */
export function recordOf({ place, bytes, built, layout }: MadeFile): MadeRecord {
  const { edition, target, pages, sheets } = built;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const about = { bytes: bytes.length, ...(edition ? { edition } : {}), pages, path: place, sha256, sheets, target };
  return { file: about, ...(layout ? { layout } : {}) };
}

/**
 * What a build made of a booklet. It holds nothing of the computer or the hour: the same input gives the same manifest
 * wherever it is built. Of files that earlier builds have left there it says nothing.
 */
export function manifestOf(
  { booklet, labels, lessons, scripture }: Prepared,
  request: Pick<BuildRequest, 'theme' | 'base' | 'templates'>,
  { record, messages }: { record: readonly MadeRecord[]; messages: readonly Diagnostic[] },
): Manifest {
  const { id, title, subtitle, authors, language, version, date } = booklet;
  const layouts = record.flatMap(({ layout }) => layout ?? []);
  const made = new Map(layouts.map(({ edition }) => [edition.name, edition]));
  return {
    booklet: {
      authors,
      ...(date ? { date } : {}),
      id,
      language,
      ...(subtitle ? { subtitle } : {}),
      title,
      ...(version ? { version } : {}),
    },
    editions: [...made.values()].map((edition) => ({
      label: editionLabel(edition, labels),
      // Several files have the same pages.
      layouts: (['book', 'phone'] as const)
        .flatMap((form) => layouts.find((one) => one.edition.name === edition.name && one.form === form) ?? [])
        .map(({ form, trim, pages, anchors }) => ({ anchors, form, ...inMillimetres(trim), pages })),
      name: edition.name,
      theme: themeOf(edition, booklet, request),
    })),
    files: record.map(({ file }) => file).sort((a, b) => (a.path < b.path ? -1 : 1)),
    lessons: lessons.map((lesson) => ({ id: lesson.id, number: lesson.number, title: lesson.title })),
    messages: sortDiagnostics(messages).map(({ file = '', line, column, ruleId, fatal }) => ({
      ...(column === undefined ? {} : { column }),
      ...placeOf(file, booklet, request),
      ...(line === undefined ? {} : { line }),
      rule: ruleId ?? '',
      severity: fatal ? 'error' : 'warning',
    })),
    paper: booklet.paper,
    schema: 'gathering-manifest',
    theme: request.theme ?? booklet.theme,
    translation: scripture.translation,
    version: 1,
  };
}

/** The text of the file: keys are sorted, so that two manifests can be compared line by line. */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(sorted(manifest), null, 2)}\n`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inside]) => [key, sorted(inside)]));
}

/** What a message is about, by a path that is the same on every computer. */
function placeOf(
  file: string,
  { id, folder }: Prepared['booklet'],
  { base, templates }: Pick<BuildRequest, 'base' | 'templates'>,
): { file: string } | { output: string } {
  // Messages know finished files by the booklet's name, and all others by where they lie.
  if (file.startsWith(`${id}/`) && file.endsWith('.pdf')) return { output: file.slice(id.length + 1) };
  const path = isAbsolute(file) ? file : posix.join(base, file);
  const theme = templates.find((place) => path.startsWith(`${place}/`));
  return { file: theme ? `templates/${posix.relative(theme, path)}` : posix.relative(folder, path) || '.' };
}

function inMillimetres({ width, height }: Size): Size {
  const rounded = (points: number) => Math.round((points / POINTS_PER_MM) * 100) / 100;
  return { height: rounded(height), width: rounded(width) };
}
