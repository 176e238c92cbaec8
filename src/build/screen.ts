import type { Setting } from '../document/setting.js';
import type { ScreenConformance } from '../pdf/conformance.js';
import { fieldFont } from '../pdf/fields/field-font.js';
import type { FieldOptions } from '../pdf/fields/fields.js';
import type { FontFace } from '../theme/model.js';
import type { World } from '../world/model.js';

/** What a file for screens is made with, beside its pages. */
export async function screenConformance(world: World, setting: Setting): Promise<ScreenConformance> {
  return { profile: await screenProfile(world), fields: await fieldsOf(world, setting) };
}

/** How the file for the screen is filled in: in the typeface of its text, where that can be typed in. */
async function fieldsOf(world: World, { theme, labels }: Setting): Promise<FieldOptions> {
  const { body, label, fallback } = theme.fonts;
  const regular = [body, label, ...fallback].map(({ faces }) => faces.find(isRegular) ?? faces[0]);
  const path = await world.packageFile('@expo-google-fonts/source-sans-3', '400Regular/SourceSans3_400Regular.ttf');
  const last = path && (await world.readFile(path));
  const faces = [...regular.flatMap((face) => (face ? [face.data] : [])), ...(last ? [last] : [])];
  return { font: await fieldFont(faces), continued: labels.fieldContinued };
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
