import { describe, expect, it } from 'vitest';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import { tintArt } from '../../src/theme/art.js';

const color = {
  ink: '#111111',
  accent: '#222222',
  muted: '#333333',
  rule: '#444444',
  tint: '#555555',
  paper: '#666666',
  coverGround: '#777777',
  coverInk: '#888888',
};
const tint = (svg: string) => tintArt(svg, 'c.svg', color);
const report = (svg: string) => formatDiagnostics(tint(svg).messages);
const wrap = (inside: string) => `<svg viewBox="0 0 9 9">\n  ${inside}\n</svg>`;

describe('tintArt', () => {
  it('puts every colour in and leaves comments out', () => {
    const svg =
      '<?xml version="1.0"?>\n<!-- {x} -->\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g stroke=\'{ink}\' fill="{accent}"><path d="M0 0" fill="{cover-ground}"/></g></svg>\n';
    expect(tint(svg)).toEqual({
      value:
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g stroke="#111111" fill="#222222"><path d="M0 0" fill="#777777"/></g></svg>',
      messages: [],
    });
  });

  it('allows gradients and clip paths of its own', () => {
    expect(
      report(
        wrap(
          '<defs><linearGradient id="g"><stop offset="0" stop-color="{ink}"/></linearGradient></defs><rect fill="url(#g)" clip-path="url(\'#g\')"/>',
        ),
      ),
    ).toBe('');
  });

  it.each([
    ['text', wrap('<text x="1"/>'), '2:3', '<text>'],
    ['image', wrap('<image width="1"/>'), '2:3', '<image>'],
    ['use', wrap('<use/>'), '2:3', '<use>'],
    ['script', wrap('<script></script>'), '2:3', '<script>'],
    ['style', wrap('<style></style>'), '2:3', '<style>'],
    ['foreign object', wrap('<foreignObject/>'), '2:3', '<foreignObject>'],
    ['handler', wrap('<rect onclick="x()"/>'), '2:3', 'the attribute “onclick” of <rect>'],
    ['style attribute', wrap('<rect style="fill:red"/>'), '2:3', 'the attribute “style” of <rect>'],
    ['href', wrap('<g xlink:href="#a"/>'), '2:3', 'the attribute “xlink:href” of <g>'],
    ['url', wrap('<rect fill="url(http://x/#a)"/>'), '2:3', '“fill” of <rect> points outside the drawing'],
    ['relative url', wrap('<rect fill="url(other.svg#a)"/>'), '2:3', '“fill” of <rect> points outside the drawing'],
    ['entity', wrap('<rect fill="&x;"/>'), '2:3', '“fill” of <rect> points outside the drawing'],
    ['unknown colour', wrap('<rect fill="{inc}"/>'), '2:3', 'the colour “{inc}”'],
    [
      'document type',
      '<!DOCTYPE svg [<!ENTITY x "y">]>\n<svg viewBox="0 0 1 1"/>',
      '1:1',
      'a document type (<!DOCTYPE …>)',
    ],
    ['CDATA', wrap('<![CDATA[x]]>'), '2:3', 'a CDATA section'],
    ['instruction', wrap('<?php x ?>'), '2:3', 'a processing instruction (<?…?>)'],
    ['bare text', wrap('hello'), '2:3', 'text between the tags'],
    ['broken tag', wrap('<rect fill=red/>'), '2:3', 'a tag that cannot be read'],
    ['unclosed', '<svg viewBox="0 0 1 1">\n<g>\n', '2:1', '<g> that is never closed'],
    ['crossed', '<svg viewBox="0 0 1 1">\n<g></svg>', '2:4', '</svg> with nothing to close'],
    ['second root', '<svg viewBox="0 0 1 1"/>\n<svg viewBox="0 0 1 1"/>', '2:1', '<svg> after the end of the drawing'],
    ['no viewBox', '<svg width="1"/>', '1:1', '<svg> without a viewBox'],
    ['another root', '<g viewBox="0 0 1 1"/>', '1:1', '<g> without a viewBox'],
    ['empty', '', '1:1', 'an empty file'],
  ])('refuses %s', (_, svg, place, found) => {
    const lines = report(svg).split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]?.split('; ')[0]).toBe(`c.svg:${place}  theme-art  ${found}`);
    expect(tint(svg).value).toBeUndefined();
  });
});
