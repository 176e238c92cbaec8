import { format } from 'node:util';
import { afterEach, expect, vi } from 'vitest';

const told = vi.spyOn(console, 'error');

// React says what is wrong with elements on the console, and goes on as if nothing were.
afterEach(() => {
  const warnings = told.mock.calls.map((said) => format(...said)).filter((one) => REACT.test(one));
  told.mockClear();
  expect(warnings, 'what React warned of').toEqual([]);
});

/** How warnings of React’s begin that an author of components can cause. */
const REACT = /^(Encountered two children|Each child in a list|Warning: |React does not recognize|Invalid prop)/;
