import { describe, expect, it } from 'vitest';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import { readBorder } from '../../src/theme/border.js';

const draw = (inside: string, box = '0 0 82 42') => `<svg viewBox="${box}">${inside}</svg>`;
const CORNER = '<g id="corner"><path d="M0 0H9"/></g>';
const EDGE = '<g id="edge"><g fill="none"><path id="x" d="M42 1H82"/></g></g>';

describe('a border of a cover', () => {
  it('is a corner and a repeat of its side, without ids, as it is drawn many times', () => {
    expect(readBorder(draw(CORNER + EDGE), 'b.svg')).toEqual({
      value: {
        corner: '<g><path d="M0 0H9"/></g>',
        edge: '<g><g fill="none"><path d="M42 1H82"/></g></g>',
        depth: 42,
        repeat: 40,
      },
      messages: [],
    });
    expect(readBorder(draw(EDGE + CORNER), 'b.svg').value?.repeat).toBe(40);
  });

  it.each([
    ['no edge', draw(CORNER)],
    ['an empty drawing', '<svg viewBox="0 0 82 42"/>'],
    ['something beside them', draw(`${CORNER}${EDGE}<path d="M0 0"/>`)],
    ['shapes that are no groups', draw('<path id="corner" d=""/><path id="edge" d=""/>')],
    ['no room for an edge', draw(CORNER + EDGE, '0 0 42 42')],
    ['a view box that begins elsewhere', draw(CORNER + EDGE, '1 0 82 42')],
    ['a view box that is none', draw(CORNER + EDGE, 'wide')],
  ])('is reported with %s', (_, svg) => {
    const { value, messages } = readBorder(svg, 'mine/b.svg');
    expect(value).toBeUndefined();
    expect(formatDiagnostics(messages)).toBe(
      'mine/b.svg:1:1  theme-art  a border that is not a corner and an edge side by side; expected <svg viewBox="0 0 80 40"> with nothing but <g id="corner"> and <g id="edge">; draw the upper left corner in the square at the left, and beside it one repeat of the upper side',
    );
  });
});
