import type { Position } from 'unist';
import { hasLeaders } from '../booklet/editions.js';
import type { Booklet, EditionDefinition } from '../booklet/model.js';
import type { BuildRequest } from '../build-types.js';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import type { Lesson } from '../lesson/model.js';
import type { Keep } from '../memory/keep.js';
import { loadTheme } from '../theme/load.js';
import type { Theme } from '../theme/model.js';
import { readArt } from '../theme/read-art.js';
import type { World } from '../world/model.js';
import { chapterFiles } from './lessons.js';
import type { BuildMemory } from './memory.js';
import type { PrepareRequest } from './prepare.js';

/** A theme that is used in a booklet. */
export interface Look {
  theme: Theme;
  /** Drawings of the openers, by the file of their lesson. */
  ornaments: ReadonlyMap<string, string>;
}

/**
 * Reads every theme that an edition is set in, and in its colours the booklet's own cover art and its lessons' drawings.
 */
export async function readLooks(
  world: World,
  booklet: Booklet,
  lessons: readonly Lesson[],
  request: PrepareRequest,
  { keep, reread, fonts: keepFonts }: Pick<BuildMemory, 'keep' | 'reread' | 'fonts'>,
): Promise<Checked<Map<string, Look>>> {
  const { base, templates, everyEdition = false, themeCovers = false } = request;
  const looks = new Map<string, Look>();
  const messages: Diagnostic[] = [];
  const participant = booklet.knownEditions.get('participant');
  const { accent: color } = booklet.design;
  const accent = color === undefined ? {} : { accent: { color, ...booklet.said(['design', 'accent']) } };
  const cited = hasLeaders(booklet.editions) && participant ? [participant] : [];
  for (const edition of everyEdition ? booklet.knownEditions.values() : [...booklet.editions, ...cited]) {
    const name = themeOf(edition, booklet, request);
    if (looks.has(name)) continue;
    const askedBy = request.theme ? {} : { askedBy: booklet.said(edition.themePath ?? ['theme']) };
    const asked = { folders: templates, base, trim: booklet.trim, ...accent, ...askedBy };
    const read = await reread(`theme ${name}`, [JSON.stringify(asked)], world, (from) => loadTheme(from, name, asked));
    messages.push(...read.messages);
    if (!read.value) continue;
    const fonts = steadyFonts(read.value, keepFonts);
    const theme = keep(`look of ${name}`, [read.value, fonts], () => ({ ...(read.value as Theme), fonts }));
    const drawings = JSON.stringify(lessons.map(({ file, ornament }) => [file, ornament]));
    const drawn = await reread(`drawings in ${name}`, [booklet, theme, drawings, themeCovers], world, (from) =>
      draw(from, themeCovers ? { ...booklet, cover: undefined } : booklet, theme, lessons, base),
    );
    messages.push(...drawn.messages);
    looks.set(name, drawn.value);
  }
  return { value: looks, messages };
}

/** The fonts of before where a theme that was read anew, for another colour or booklet, has the same: what was set in them still holds. */
function steadyFonts({ name, fonts }: Theme, keep: Keep): Theme['fonts'] {
  const { fallback, ...roles } = fonts;
  const faces = [...Object.values(roles), ...fallback].flatMap((family) => family.faces);
  const about = JSON.stringify(fonts, (key, value) => (key === 'data' ? undefined : value));
  return keep(`fonts of ${name}`, [about, ...faces.map(({ data }) => data)], () => fonts);
}

/** Reads the booklet's own cover art and its lessons' ornaments, in the theme's colours. */
async function draw(
  world: World,
  booklet: Booklet,
  theme: Theme,
  lessons: readonly Lesson[],
  base: string,
): Promise<Checked<Look>> {
  const messages: Diagnostic[] = [];
  const read = async (path: string, folder: string, file: string, place: Position | undefined) => {
    const art = { path, folder, whose: 'booklet', askedBy: { file, place }, base } as const;
    const drawing = await readArt(world, art, theme.color);
    messages.push(...drawing.messages);
    return drawing.value;
  };
  const ornaments = new Map<string, string>();
  const folders = new Map([...booklet.lessons, ...chapterFiles(booklet)].map((source) => [source.file, source.folder]));
  for (const { ornament, file } of lessons) {
    const folder = folders.get(file) ?? booklet.folder;
    const svg = ornament && (await read(ornament.path, folder, file, ornament.position));
    if (svg) ornaments.set(file, svg);
  }
  const { cover } = booklet;
  const art = cover && (await read(cover.path, cover.folder, cover.file, cover.place));
  // The theme's border belongs to the theme's own drawing.
  const { border: _, ...plain } = theme.cover;
  const own = art ? { ...theme, cover: { ...plain, layout: 'full' as const, art } } : theme;
  return { value: { theme: own, ornaments }, messages };
}

/** The name of an edition's theme: the command line's, its own, or the booklet's. */
export function themeOf(edition: EditionDefinition, booklet: Booklet, { theme }: Pick<BuildRequest, 'theme'>): string {
  return theme ?? edition.theme ?? booklet.theme;
}
