import type { NaturalSize } from './check-image.js';

/**
 * The natural size of an SVG (SVG 2, section 7.2; 96 pixels to the inch) once it is known to be safe and to hold only
 * what the renderer draws; or what is wrong with it. Nothing in it may run, and nothing may be fetched.
 */
export function checkSvg(source: string): NaturalSize | string {
  const text = source.replace(/^\uFEFF?\s*<\?xml\s[^>]*\?>/, '').replace(/<!--[\s\S]*?-->/g, '');
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return 'is an SVG with a DOCTYPE or entities';
  if (/<\?/.test(text)) return 'is an SVG with processing instructions';
  const open: string[] = [];
  let size: NaturalSize | undefined;
  let at = 0;
  for (const tag of text.matchAll(TAG)) {
    if (text.slice(at, tag.index).includes('<')) return BROKEN;
    at = tag.index + tag[0].length;
    const [whole, closing, name = '', attributes = '', empty] = tag;
    if (whole.startsWith('<![CDATA[')) continue;
    if (closing) {
      if (open.pop() !== name) return BROKEN;
      continue;
    }
    if (open.length >= MAX_DEPTH) return 'is an SVG nested too deeply';
    const wrong = open.some(isAside) || isAside(name) ? undefined : wrongElement(name);
    const unsafe = wrong ?? wrongAttribute(attributes);
    if (unsafe) return unsafe;
    if (open.length === 0) {
      if (size || name !== 'svg') return BROKEN;
      size = sizeOf(attributes);
      if (!size) return 'is an SVG without a size';
    }
    if (!empty) open.push(name);
  }
  return open.length > 0 || text.slice(at).includes('<') || !size ? BROKEN : size;
}

const TAG =
  /<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([a-z][\w.:-]*)((?:\s+[a-z_][\w.:-]*\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*)\s*(\/?)>/gi;
const ATTRIBUTE = /([a-z_][\w.:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
const BROKEN = 'is an SVG that is damaged';
const MAX_DEPTH = 64;

const DRAWN: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan', 'defs'],
  ...['clipPath', 'linearGradient', 'radialGradient', 'marker', 'stop'],
]);

/** Elements that say something about a drawing and are no part of it, such as what editors leave behind. */
function isAside(name: string): boolean {
  return /^(?:title|desc|metadata)$/.test(name) || /^(?:sodipodi|inkscape|rdf|cc|dc):/.test(name);
}

function wrongElement(name: string): string | undefined {
  if (/^(?:script|foreignObject|iframe|handler)$/i.test(name)) return `is an SVG with a <${name}>, which is not safe`;
  return DRAWN.has(name) ? undefined : `is an SVG with a <${name}>, which cannot be drawn`;
}

function wrongAttribute(attributes: string): string | undefined {
  for (const [, name = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
    const value = plain(double ?? single ?? '');
    if (/^on/i.test(name)) return `is an SVG with the script attribute “${name}”`;
    if (/^(?:xlink:)?href$/i.test(name) && !/^\s*#/.test(value)) return 'is an SVG that refers to another file';
    for (const [, target = ''] of value.matchAll(/url\(\s*["']?\s*([^)]*)/gi)) {
      if (!target.startsWith('#')) return 'is an SVG that refers to another file';
    }
    if (/javascript:|expression\(|@import/i.test(value)) return 'is an SVG with a script in it';
  }
  return undefined;
}

/** An attribute's value with its character references as characters, so that nothing hides behind them. */
function plain(value: string): string {
  return value
    .replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));?/gi, (_, hex?: string, decimal?: string) => {
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(
      /&(amp|lt|gt|quot|apos);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? '',
    )
    .replace(/\\/g, '');
}

function sizeOf(attributes: string): NaturalSize | undefined {
  const values = new Map(
    [...attributes.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [name, double ?? single ?? '']),
  );
  const box = (values.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , boxWidth = 0, boxHeight = 0] = box.length === 4 && box.every(Number.isFinite) ? box : [];
  const width = pixels(values.get('width'));
  const height = pixels(values.get('height'));
  const ratio = boxWidth > 0 && boxHeight > 0 ? boxHeight / boxWidth : undefined;
  // One length given: the box says how long the other is.
  const size = {
    width: width ?? (height && ratio ? height / ratio : boxWidth),
    height: height ?? (width && ratio ? width * ratio : boxHeight),
  };
  return size.width > 0 && size.height > 0 ? size : undefined;
}

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
};

function pixels(length: string | undefined): number | undefined {
  const match = /^\s*\+?(\d*\.?\d+)(px|pt|pc|in|cm|mm)?\s*$/.exec(length ?? '');
  return match ? Number(match[1]) * (UNITS[match[2] ?? ''] ?? 1) : undefined;
}
