import { type Checked, hasErrors } from '../diagnostics/diagnostic.js';
import { knownAs } from '../diagnostics/known-as.js';
import type { Size } from '../geometry/frame.js';
import type { World } from '../world/model.js';
import { readBorder } from './border.js';
import { withAccent } from './design.js';
import { readFonts } from './fonts.js';
import { type AskedBy, type Layer, readLayers, type ThemePlaces } from './layers.js';
import { checkLegibility } from './legibility.js';
import { letterWidth } from './letter.js';
import type { CoverBorder, Palette, Theme } from './model.js';
import { readArt } from './read-art.js';
import { resolveLooks } from './resolve.js';
import type { ThemeYaml } from './schema.js';
import { laidOver } from './values.js';

/** Where themes are and who asks for one. */
export interface ThemeRequest extends ThemePlaces {
  /** Where the theme is named, for the message when it does not exist; the command line when absent. */
  askedBy?: AskedBy;
  /** The accent in place of the theme's own (`#rrggbb`), and who says so. */
  accent?: AskedBy & { color: string };
  /** The finished page in points, to see whether the margins leave room on it. */
  trim?: Size;
}

/**
 * Reads a theme: `theme.yaml` laid over those it extends, checked against its schema, with its fonts read and its cover
 * art tinted. The value is undefined when any message is an error; colours that are hard to read are only warnings.
 */
export async function loadTheme(
  world: World,
  name: string,
  request: ThemeRequest,
): Promise<Checked<Theme | undefined>> {
  const layers = await readLayers(world, name, request.askedBy ?? { file: '--theme' }, request);
  if (!layers.value) return { value: undefined, messages: layers.messages };
  const whole = laidOver(layers.value);
  if (!whole.value) return { value: undefined, messages: whole.messages };

  const { accent } = request;
  const own = resolveLooks(whole.value);
  const looks = accent ? withAccent(own, accent.color) : own;
  const fonts = await readFonts(world, whole.value.fonts, layers.value);
  const drawings = { cover: whole.value.cover, color: looks.color, layers: layers.value, base: request.base };
  const art = await coverArt(world, drawings);
  const border = await coverBorder(world, drawings);
  const messages = [
    ...[fonts, art, border].flatMap((read) => read.messages),
    ...checkLegibility(looks, { layers: layers.value, own: own.color, accent }, request.trim),
  ];
  if (!fonts.value || hasErrors(messages)) return { value: undefined, messages };
  const { weight, style } = looks.heading;
  const cover = {
    ...looks.cover,
    ...(art.value === undefined ? {} : { art: art.value }),
    ...(border.value === undefined ? {} : { border: border.value }),
  };
  const letter = {
    title: letterWidth(fonts.value.heading, weight, style),
    label: letterWidth(fonts.value.label, 600, 'normal'),
  };
  return { value: { name, ...looks, cover, fonts: fonts.value, letter }, messages };
}

/** Where a cover's drawings are named, and what they are drawn in. */
interface Drawings {
  cover: ThemeYaml['cover'];
  color: Palette;
  layers: readonly Layer[];
  base: string;
}

async function coverArt(world: World, drawings: Drawings): Promise<Checked<string | undefined>> {
  const { art, layout } = drawings.cover;
  return layout === 'none' ? { value: undefined, messages: [] } : readDrawing(world, art, 'art', drawings);
}

async function coverBorder(world: World, drawings: Drawings): Promise<Checked<CoverBorder | undefined>> {
  const { border } = drawings.cover;
  if (border === 'none') return { value: undefined, messages: [] };
  const drawn = await readDrawing(world, border, 'border', drawings);
  return drawn.value === undefined
    ? { value: undefined, messages: drawn.messages }
    : readBorder(drawn.value, drawn.file);
}

/** A drawing that a theme names under a key of `cover`, from the folder of the theme that names it. */
async function readDrawing(
  world: World,
  path: string | undefined,
  key: 'art' | 'border',
  { color, layers, base }: Drawings,
): Promise<Checked<string | undefined> & { file: string }> {
  const layer = layers.find(({ placeOf }) => placeOf(['cover', key]));
  if (path === undefined || !layer) return { value: undefined, messages: [], file: '' };
  const { folder, file } = layer;
  const askedBy = { file, place: layer.placeOf(['cover', key]) };
  const drawn = await readArt(world, { path, folder, whose: 'theme', askedBy, base }, color);
  return { ...drawn, file: knownAs(`${folder}/${path}`, base) };
}
