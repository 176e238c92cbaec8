import { sixDigits } from '../color/rgb.js';
import { mm } from '../geometry/units.js';
import type { BoxStyle, Cmyk, FitLimits, Theme } from './model.js';
import type { ThemeYaml } from './schema.js';

/** A theme without its name, its fonts and what is measured in them. */
type Looks = Omit<Theme, 'name' | 'fonts' | 'letter'>;

/** A theme's looks without its fonts, what is measured in them, and art: authors' words and millimetres become the model's names and points. */
export function resolveLooks(yaml: ThemeYaml): Looks {
  const { text, writing, opener, cover, margins } = yaml;
  return {
    description: yaml.description,
    size: camelKeys(yaml.size),
    leading: yaml.leading,
    headingLeading: yaml['heading-leading'],
    color: camelKeys(mapValues(yaml.color, (color) => sixDigits(typeof color === 'string' ? color : color.rgb))),
    inks: inksOf(yaml.color),
    text: { ...text, indent: mm(text.indent), space: mm(text.space) },
    heading: yaml.heading,
    numbers: yaml.numbers,
    margins: mapValues(margins, mm),
    box: camelKeys(mapValues(yaml.box, resolveBox)),
    fit: yaml.fit as unknown as FitLimits,
    writing: { ...writing, gap: mm(writing.gap) },
    heads: yaml.heads,
    opener: { ...opener, sink: mm(opener.sink) },
    cover: { layout: cover.layout, align: cover.align, sink: cover.sink / 100, ornament: cover.ornament },
  };
}

function resolveBox(box: ThemeYaml['box']['aside']): BoxStyle {
  const { padding, radius, ...rest } = camelKeys(box);
  return { ...rest, padding: mm(padding), radius: mm(radius) };
}

/** Where two names have one colour, the inks of the first that has any are used for both. */
function inksOf(colors: ThemeYaml['color']): Map<string, Cmyk> {
  const inks = new Map<string, Cmyk>();
  for (const color of Object.values(colors)) {
    if (typeof color !== 'string' && !inks.has(sixDigits(color.rgb)))
      inks.set(sixDigits(color.rgb), color.cmyk as unknown as Cmyk);
  }
  return inks;
}

function mapValues<K extends string, V, W>(group: Record<K, V>, change: (value: V) => W): Record<K, W> {
  return Object.fromEntries(Object.entries(group).map(([key, value]) => [key, change(value as V)])) as Record<K, W>;
}

type Camel<S extends string> = S extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : S;

function camelKeys<T extends object>(group: T): { [K in keyof T as K extends string ? Camel<K> : never]: T[K] } {
  const camel = (key: string) => key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(group).map(([key, value]) => [camel(key), value])) as never;
}
