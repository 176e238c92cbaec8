import { type Checked, diagnostic } from '../diagnostics/diagnostic.js';
import type { World } from '../world/model.js';
import { valueProblems } from '../yaml/issues.js';
import { type AskedBy, type Layer, readLayers, type ThemePlaces } from './layers.js';
import { mergeLayers, type ThemeLayer } from './merge.js';
import { type ThemeYaml, themeSchema } from './schema.js';

/** What a theme says together with all that it extends; neither fonts nor drawings are looked at. */
export async function readValues(
  world: World,
  name: string,
  { askedBy, ...places }: ThemePlaces & { askedBy?: AskedBy },
): Promise<Checked<ThemeYaml | undefined>> {
  const layers = await readLayers(world, name, askedBy ?? { file: '--theme' }, places);
  return layers.value ? laidOver(layers.value) : { value: undefined, messages: layers.messages };
}

/** Themes that extend each other, laid over each other. What none of them says is missing in the last. */
export function laidOver(layers: readonly Layer[]): Checked<ThemeYaml | undefined> {
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
