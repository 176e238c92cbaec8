import type { Setting } from '../document/setting.js';
import type { ScreenConformance } from '../pdf/conformance.js';
import { fieldFont } from '../pdf/fields/field-font.js';
import type { FontFace, Theme } from '../theme/model.js';
import type { World } from '../world/model.js';

/** What a file for screens is made with, beside its pages. */
export async function screenConformance(world: World, { theme, labels }: Setting): Promise<ScreenConformance> {
  const font = await fieldFont(await fieldFaces(world, theme));
  return { profile: await screenProfile(world), fields: { font, continued: labels.fieldContinued } };
}

/**
 * Begins to make the font that fields are filled in with. Most of it is the making of the program that cuts fonts down, from
 * WebAssembly, which goes on beside everything else. What goes wrong is told when the font is asked for.
 */
export function beginFieldFont(world: World, theme: Theme): void {
  fieldFaces(world, theme)
    .then(fieldFont)
    .catch(() => {});
}

/** Typefaces that fields may be filled in with: that of the text first, where it can be typed in. */
async function fieldFaces(world: World, { fonts }: Pick<Theme, 'fonts'>): Promise<Uint8Array[]> {
  const { body, label, fallback } = fonts;
  const regular = [body, label, ...fallback].map(({ faces }) => faces.find(isRegular) ?? faces[0]);
  const path = await world.packageFile('@expo-google-fonts/source-sans-3', '400Regular/SourceSans3_400Regular.ttf');
  const last = path && (await world.readFile(path));
  return [...regular.flatMap((face) => (face ? [face.data] : [])), ...(last ? [last] : [])];
}

function isRegular({ weight, style }: FontFace): boolean {
  return weight === 400 && style === 'normal';
}

/** The profile of the colours of screens that comes with pdfkit. */
async function screenProfile(world: World): Promise<Uint8Array> {
  const path = await world.packageFile('pdfkit', 'js/data/sRGB_IEC61966_2_1.icc');
  const profile = path && (await world.readFile(path));
  if (!profile) throw new Error('the color profile of pdfkit is missing: install the packages again');
  return profile;
}
