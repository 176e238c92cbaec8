import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { checkImage } from '../../src/lesson/check-image.js';
import { checkPath } from '../../src/lesson/image-path.js';

const svg = (text: string) => checkImage('a.svg', new TextEncoder().encode(text));
const png = (width: number, height: number) => new Uint8Array(PNG.sync.write(new PNG({ width, height })));

/** A JPEG as far as its scan begins: an optional Exif orientation and a frame header. */
function jpeg(width: number, height: number, orientation?: number): Uint8Array {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation ?? 1, 0, 0];
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  const app1 = orientation ? [0xff, 0xe1, 0, exif.length + 2, ...exif] : [];
  const frame = [0xff, 0xc0, 0, 8, 8, height >> 8, height & 255, width >> 8, width & 255, 1];
  return Uint8Array.from([0xff, 0xd8, ...app1, ...frame.slice(0, 10), 0xff, 0xda, 0, 2, 0xff, 0xd9]);
}

describe('checkImage', () => {
  it('reads the size of a PNG', () => {
    expect(checkImage('a.jpg', png(30, 20))).toMatchObject({ path: 'a.jpg', format: 'png', width: 30, height: 20 });
  });

  it('reads the size of a JPEG as it is seen', () => {
    expect(checkImage('a.jpg', jpeg(300, 200))).toMatchObject({ format: 'jpeg', width: 300, height: 200 });
    expect(checkImage('a.jpg', jpeg(300, 200, 6))).toMatchObject({ format: 'jpeg', width: 200, height: 300 });
    expect(checkImage('a.jpg', jpeg(300, 200, 3))).toMatchObject({ format: 'jpeg', width: 300, height: 200 });
  });

  it('reads the size of an SVG in pixels', () => {
    expect(svg('<svg width="1in" height="2.54cm"></svg>')).toMatchObject({ format: 'svg', width: 96, height: 96 });
    expect(svg('<svg viewBox="0 0 20 10"/>')).toMatchObject({ width: 20, height: 10 });
    expect(svg('<svg viewBox="0 0 20 10" height="100" width="100%"/>')).toMatchObject({ width: 200, height: 100 });
    expect(
      svg('<?xml version="1.0"?>\n<!-- c -->\n<svg viewBox="0,0,4,4"><title>T &lt;</title></svg>\n'),
    ).toMatchObject({ width: 4 });
  });

  it('lets editors leave their notes in an SVG', () => {
    const notes = '<metadata><rdf:RDF><cc:Work rdf:about=""/></rdf:RDF></metadata><sodipodi:namedview id="n"/>';
    expect(svg(`<svg viewBox="0 0 4 4">${notes}<g fill="url(#g)"><path d="M0 0"/></g></svg>`)).toMatchObject({
      width: 4,
    });
  });

  it('refuses what is damaged, cut off, too large or of another kind', () => {
    const whole = png(30, 20);
    const cases: [Uint8Array, string][] = [
      [new Uint8Array(), 'is empty'],
      [whole.subarray(0, 40), 'is a PNG that is damaged or not whole'],
      [whole.subarray(0, 8), 'is a PNG that is damaged or not whole'],
      [jpeg(300, 200).subarray(0, 10), 'is a JPEG that is damaged or not whole'],
      [jpeg(0, 200), 'is a JPEG that is damaged or not whole'],
      [jpeg(60_000, 60_000), 'has 60000 by 60000 pixels'],
      [new TextEncoder().encode('GIF89a'), 'is a GIF'],
      [new TextEncoder().encode('%PDF-1.7'), 'is a PDF'],
      [new TextEncoder().encode('hello'), 'is of a kind that is not known'],
      [new TextEncoder().encode('<!-- c --><svg/>'), 'is an SVG with something before its <svg> element'],
    ];
    for (const [bytes, what] of cases)
      expect(checkImage('x', bytes)).toMatchObject({ rule: 'image-format', found: `the image “x” ${what}` });
  });

  it('refuses an SVG that runs, fetches or cannot be drawn', () => {
    const cases: [string, string][] = [
      ['<script>alert(1)</script>', 'a <script>, which is not safe'],
      ['<SCRIPT>x</SCRIPT>', 'a <SCRIPT>, which is not safe'],
      ['<foreignObject/>', 'a <foreignObject>, which is not safe'],
      ['<path onload="x()"/>', 'the script attribute “onload”'],
      ['<image href="a.png"/>', 'a <image>, which cannot be drawn'],
      ['<use href="#a"/>', 'a <use>, which cannot be drawn'],
      ['<style>path{fill:red}</style>', 'a <style>, which cannot be drawn'],
      ['<filter id="f"/>', 'a <filter>, which cannot be drawn'],
      ['<a href="https://example.org"/>', 'a <a>, which cannot be drawn'],
      ['<linearGradient xlink:href="https://example.org#g"/>', 'that refers to another file'],
      ['<path fill="url(https://example.org/#g)"/>', 'that refers to another file'],
      ['<path style="fill:u&#114;l(\'//example.org\')"/>', 'that refers to another file'],
    ];
    for (const [inside, what] of cases) {
      const { found } = svg(`<svg viewBox="0 0 4 4">${inside}</svg>`) as { found?: string };
      expect(found, inside).toBe(`the image “a.svg” is an SVG ${what.startsWith('that') ? what : `with ${what}`}`);
    }
    expect(svg('<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 4 4"/>')).toMatchObject({
      rule: 'image-format',
    });
    expect(svg('<?xml version="1.0"?><?xml-stylesheet href="a.css"?><svg viewBox="0 0 4 4"/>')).toMatchObject({
      rule: 'image-format',
    });
    for (const broken of [
      '<svg viewBox="0 0 4 4"><g></svg>',
      '<svg viewBox="0 0 4 4"',
      '<svg viewBox="0 0 4 4"/><svg/>',
      '<svg>< path/></svg>',
      '<svg a=b/>',
    ]) {
      expect(svg(broken), broken).toMatchObject({ rule: 'image-format' });
    }
    expect(svg('<svg></svg>')).toMatchObject({ found: 'the image “a.svg” is an SVG without a size' });
  });
});

describe('checkPath', () => {
  it('gives the path within the booklet’s folder', () => {
    expect(checkPath('images/a.png')).toEqual({ path: 'images/a.png' });
    expect(checkPath('./images/../a.png')).toEqual({ path: 'a.png' });
    expect(checkPath('../images/a.png', 'parts/one')).toEqual({ path: 'parts/images/a.png' });
  });

  it('refuses every other', () => {
    const outside = [
      '',
      ' ',
      '..',
      '../a.png',
      'a/../../b.png',
      '/a.png',
      '//host/a.png',
      'C:\\a.png',
      'C:/a.png',
      'a\\b.png',
      '~/a.png',
    ];
    for (const path of [
      ...outside,
      'http://x/a.png',
      'data:image/png;base64,x',
      'file:///a',
      'a\u0000.png',
      '.',
      './',
    ]) {
      expect(checkPath(path), path).toMatchObject({ rule: 'path-outside' });
    }
    expect(checkPath('../../a.png', 'parts')).toMatchObject({ rule: 'path-outside' });
  });
});
