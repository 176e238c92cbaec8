import { type Checked, hasErrors } from '../diagnostics/diagnostic.js';
import type { Size } from '../geometry/frame.js';
import type { World } from '../world/model.js';
import { withAccent } from './design.js';
import { readFonts } from './fonts.js';
import { type AskedBy, type Layer, readLayers, type ThemePlaces } from './layers.js';
import { checkLegibility } from './legibility.js';
import type { Palette, Theme } from './model.js';
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
  const art = await coverArt(world, whole.value.cover, looks.color, layers.value, request.base);
  const theme = { name, ...looks, cover: { ...looks.cover, ...(art.value === undefined ? {} : { art: art.value }) } };
  const messages = [
    ...fonts.messages,
    ...art.messages,
    ...checkLegibility(theme, { layers: layers.value, own: own.color, accent }, request.trim),
  ];
  return { value: fonts.value && !hasErrors(messages) ? { ...theme, fonts: fonts.value } : undefined, messages };
}

async function coverArt(
  world: World,
  { art, layout }: ThemeYaml['cover'],
  color: Palette,
  layers: readonly Layer[],
  base: string,
): Promise<Checked<string | undefined>> {
  const layer = layers.find(({ placeOf }) => placeOf(['cover', 'art']));
  if (art === undefined || layout === 'none' || !layer) return { value: undefined, messages: [] };
  const { folder, file } = layer;
  const askedBy = { file, place: layer.placeOf(['cover', 'art']) };
  return readArt(world, { path: art, folder, whose: 'theme', askedBy, base }, color);
}
