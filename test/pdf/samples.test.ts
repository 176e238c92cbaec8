import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { greyOf } from '../../src/color/light.js';
import { cmykOf } from '../../src/pdf/ink.js';
import { samplesOf } from '../../src/pdf/samples.js';

/** Two pixels: one of a strong red, one half seen. */
function png(options: { bitDepth?: 8 | 16; second?: number[] } = {}): Uint8Array {
  const picture = new PNG({ width: 2, height: 1 });
  picture.data.set([204, 0, 51, 255, ...(options.second ?? [0, 102, 0, 128])]);
  return PNG.sync.write(picture);
}

const eight = (values: readonly number[]) => values.map((value) => Math.round(value * 255));

describe('samples of pictures', () => {
  it('are four inks, with a mask of their own for what can be seen through', () => {
    const { width, height, space, color, alpha } = samplesOf(png(), 'cmyk');
    expect([width, height, space]).toEqual([2, 1, 'DeviceCMYK']);
    expect([...color]).toEqual([...eight(cmykOf([0.8, 0, 0.2])), ...eight(cmykOf([0, 0.4, 0]))]);
    expect([...(alpha ?? [])]).toEqual([255, 128]);
  });

  it('are as light in grey as they were', () => {
    const { space, color } = samplesOf(png(), 'grey');
    expect(space).toBe('DeviceGray');
    expect([...color]).toEqual(eight([greyOf([0.8, 0, 0.2]), greyOf([0, 0.4, 0])]));
  });

  it('need no mask where all is opaque', () => {
    expect(samplesOf(png({ second: [0, 0, 0, 255] }), 'cmyk').alpha).toBeUndefined();
  });

  it('are grey for a press too where a picture has no colour', () => {
    const picture = new PNG({ width: 1, height: 1 });
    picture.data.set([77, 77, 77, 255]);
    const { space, color } = samplesOf(PNG.sync.write(picture), 'cmyk');
    expect([space, ...color]).toEqual(['DeviceGray', 77]);
  });

  it('read palettes, 16 bits and interlacing', () => {
    // A palette of two colours; 16 bits a channel; Adam7: each one red pixel beside a green one, by an independent encoder.
    for (const base64 of PNGS) {
      const { color } = samplesOf(Buffer.from(base64, 'base64'), 'cmyk');
      expect([...color]).toEqual([0, 255, 255, 0, 255, 0, 255, 0]);
    }
  });

  it('come from JPEGs in four inks, which Adobe writes the other way round', () => {
    const { width, color } = samplesOf(Buffer.from(INKS, 'base64'), 'grey');
    const red = Math.round(greyOf([1, 0, 0]) * 255);
    expect(Math.abs((color[0] ?? 0) - red)).toBeLessThan(4);
    expect(color[width - 1]).toBeLessThan(4);
  });

  it('come from JPEGs', () => {
    const data = new Uint8Array(8 * 8 * 4).map((_, index) => [200, 30, 30, 255][index % 4] ?? 0);
    const { color, space } = samplesOf(jpeg.encode({ data, width: 8, height: 8 }, 95).data, 'cmyk');
    expect(space).toBe('DeviceCMYK');
    const [cyan = 255, magenta = 0, , black = 255] = color;
    expect(cyan).toBe(0);
    expect(magenta).toBeGreaterThan(200);
    expect(black).toBeLessThan(70);
  });
});

const PNGS = [
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABAQMAAADO7O3JAAAABlBMVEX/AAAA/wDSh+9xAAAACklEQVR4nGNwAAAAQgBBKTf07wAAAABJRU5ErkJggg==',
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABEAIAAAAr0DSeAAAAD0lEQVR4nGP4/58BDEA0AB3vA/2Q9PvnAAAAAElFTkSuQmCC',
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAEMR9hLAAAADklEQVR4nGP4zwAE/xkACP8B/0AhLC4AAAAASUVORK5CYII=',
];

/** Left half magenta and yellow, right half black: a JPEG of four components by an independent encoder. */
const INKS =
  '/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwACAQEBAQECAQEBAgICAgIEAwICAgIFBAQDBAYFBgYGBQYGBgcJCAYHCQcGBggLCAkKCgoKCgYICwwLCgwJCgoK/8AAFAgACAAQBEMRAE0RAFkRAEsRAP/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/aAA4EQwBNAFkASwAAPwD9/K/n/r+f+v38or+/yv7/ACv4A6//2Q==';
