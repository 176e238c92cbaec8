import { type Checked, diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import type { Size } from '../geometry/frame.js';
import type { World } from '../world/model.js';
import { valueProblems } from '../yaml/issues.js';
import { withAccent } from './design.js';
import { readFonts } from './fonts.js';
import { type AskedBy, type Layer, readLayers, type ThemePlaces } from './layers.js';
import { checkLegibility } from './legibility.js';
import { mergeLayers, type ThemeLayer } from './merge.js';
import type { Palette, Theme } from './model.js';
import { readArt } from './read-art.js';
import { resolveLooks } from './resolve.js';
import { type ThemeYaml, themeSchema } from './schema.js';

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
  const whole = complete(layers.value);
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

function complete(layers: readonly Layer[]): Checked<ThemeYaml | undefined> {
  const merged = layers
    .map((layer) => layer.says)
    .reduceRight((under, over) => mergeLayers(under, over), {} as ThemeLayer);
  const result = themeSchema.safeParse(merged);
  if (result.success) return { value: result.data, messages: [] };
  // Every layer has been checked already, so all that can be wrong is that none of them says something.
  const root = layers.at(-1) as Layer;
  const messages = valueProblems(themeSchema, merged, result.error.issues).map(({ path, key, ...problem }) =>
    diagnostic({
      ...problem,
      file: root.file,
      place: (path.length > 0 ? root.placeOf(path, key) : undefined) ?? { line: 1, column: 1 },
      advice: `${problem.advice}, or begin the theme with “extends: classic”`,
    }),
  );
  return { value: undefined, messages };
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
