import { type Checked, type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { World } from '../world/model.js';
import { isInside, isRelativePath } from '../yaml/inside.js';
import { fontFault } from './font.js';
import type { Layer } from './layers.js';
import type { FontFace, FontFamily, Theme } from './model.js';
import type { FamilyYaml, ThemeYaml } from './schema.js';

/**
 * Reads the fonts of a theme. A family with a `package` comes from that npm package, one without from the folder of the
 * theme that names it. Every face that is missing or no static TrueType or OpenType font is reported at its place.
 */
export async function readFonts(
  world: World,
  fonts: ThemeYaml['fonts'],
  layers: readonly Layer[],
): Promise<Checked<Theme['fonts'] | undefined>> {
  const messages: Diagnostic[] = [];
  const read = async (family: FamilyYaml, path: PropertyKey[]) => {
    const layer = layers.find(({ placeOf }) => placeOf(path)) ?? layers[0];
    return layer ? readFamily(world, family, path, layer, messages) : undefined;
  };
  const body = await read(fonts.body, ['fonts', 'body']);
  const label = typeof fonts.label === 'string' ? body : await read(fonts.label, ['fonts', 'label']);
  const role = (name: string) => (name === 'label' ? label : body);
  const heading =
    typeof fonts.heading === 'string' ? role(fonts.heading) : await read(fonts.heading, ['fonts', 'heading']);
  const code = typeof fonts.code === 'string' ? role(fonts.code) : await read(fonts.code, ['fonts', 'code']);
  const fallback: FontFamily[] = [];
  for (const [index, family] of fonts.fallback.entries()) {
    const found = await read(family, ['fonts', 'fallback', index]);
    if (found) fallback.push(found);
  }
  if (!body || !label || !heading || !code || messages.length > 0) return { value: undefined, messages };
  return { value: { body, heading, label, code, fallback }, messages };
}

async function readFamily(
  world: World,
  yaml: FamilyYaml,
  path: PropertyKey[],
  layer: Layer,
  messages: Diagnostic[],
): Promise<FontFamily> {
  const faces: FontFace[] = [];
  for (const [index, { weight, style, file }] of yaml.faces.entries()) {
    const at = [...path, 'faces', index, 'file'];
    const report = (found: string, advice: string, expected = 'a static TrueType or OpenType font (.ttf, .otf)') =>
      messages.push(
        diagnostic({ file: layer.file, place: layer.placeOf(at), rule: 'theme-font', found, expected, advice }),
      );
    const source = await locate(world, yaml.package, file, layer);
    if ('fault' in source) {
      report(source.fault, source.advice);
      continue;
    }
    const data = await world.readFile(source.path);
    const fault = data ? fontFault(data) : 'a file that has gone';
    if (!data || fault) report(`${file} is ${fault}`, 'take a static font file of the family');
    else faces.push({ weight, style, path: source.path, data });
  }
  // Emphasis may stand anywhere in running text, so the body's family cannot do without an italic.
  for (const style of path[1] === 'body' ? (['normal', 'italic'] as const) : (['normal'] as const)) {
    if (yaml.faces.some((face) => face.style === style)) continue;
    const found = `“${yaml.family}” has no ${style === 'normal' ? 'upright' : 'italic'} face`;
    const problem = { rule: 'theme-font', found, expected: `a face with style: ${style}`, advice: 'add one' } as const;
    messages.push(diagnostic({ file: layer.file, place: layer.placeOf([...path, 'faces'], true), ...problem }));
  }
  return { family: yaml.family, faces };
}

type Source = { path: string } | { fault: string; advice: string };

async function locate(world: World, packageName: string | undefined, file: string, layer: Layer): Promise<Source> {
  if (packageName !== undefined) {
    const path = await world.packageFile(packageName, file, layer.folder);
    if (path !== undefined) return { path };
    const installed = (await world.packageFile(packageName, 'package.json', layer.folder)) !== undefined;
    return installed
      ? {
          fault: `no file ${file} in the package ${packageName}`,
          advice: `look for its name in node_modules/${packageName}`,
        }
      : { fault: `the package ${packageName} is not installed`, advice: `run npm install ${packageName}` };
  }
  const path = `${layer.folder}/${file}`;
  if (!isRelativePath(file))
    return { fault: `${file} lies outside the theme’s folder`, advice: 'copy the font into the theme’s folder' };
  if ((await world.kind(path)) !== 'file')
    return { fault: `no file ${file} in the theme’s folder`, advice: 'copy it there, or name its npm package' };
  if (!(await isInside(world, path, layer.folder)))
    return { fault: `${file} is a link to a file outside the theme’s folder`, advice: 'copy the font itself' };
  return { path };
}
