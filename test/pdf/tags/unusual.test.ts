import { describe, expect, it } from 'vitest';
import { formatDiagnostics } from '../../../src/diagnostics/report.js';
import { bytesOf } from '../../support/booklet.js';
import { elementsIn, heard, readTaggedFile, type TaggedElement } from '../../support/tag-tree.js';
import { buildTiny, lessonOf, tinyBooklet, tinyWorld } from '../../support/tiny.js';

/** The elements of the lesson in the participants' edition. */
async function elements(body: string): Promise<TaggedElement[]> {
  const made = await buildTiny(tinyWorld(tinyBooklet(lessonOf(body))), { editions: ['participant'] });
  expect(made.files, formatDiagnostics(made.messages)).toHaveLength(1);
  return [...elementsIn((await readTaggedFile(bytesOf(made, 'participant'))).root)];
}

const ofRole = (all: readonly TaggedElement[], role: string) => all.filter((element) => element.role === role);

describe('a link', () => {
  it.each([
    ['words of another language', '[the word λόγος](https://example.org)', 'the word λόγος'],
    ['nothing but words of another language', '[:lang[lien]{lang=fr}](https://example.org)', 'lien'],
    ['a gap', '[in :blank[him] we are](https://example.org)', 'in … we are'],
  ])('around %s holds its annotations', async (_, words, name) => {
    const all = await elements(`See ${words} there.`);
    const [link] = ofRole(all, 'Link').filter(({ kids }) =>
      kids.some((kid) => 'annotation' in kid && kid.name === name),
    );
    expect(link).toBeDefined();
    for (const { kids } of ofRole(all, 'Form')) expect(kids).toHaveLength(1);
    for (const { kids } of ofRole(all, 'Span')) expect(kids.filter((kid) => 'annotation' in kid)).toEqual([]);
  });
});

describe('what has nothing to read out', () => {
  it('is no heading and no paragraph', async () => {
    const all = await elements('Before.\n\n## &nbsp;\n\n&nbsp;\n\n> &#8203;\n\n### A heading\n\nAfter.');
    const mute = all.filter((element) => /^(?:P|H\d|BlockQuote)$/.test(element.role) && heard(element).trim() === '');
    expect(mute.map(({ role }) => role)).toEqual([]);
    expect(ofRole(all, 'H2').map((heading) => heard(heading).trim())).toEqual(['A heading']);
  });
});

describe('a tab', () => {
  it('is set as spaces, since fonts have no glyph for it', async () => {
    const all = await elements('A\tb `c\td` Luke\t22:31.\n\n```\ne\tf\n```');
    expect(all.map((element) => heard(element).trim())).toContain('A b c d Luke 22:31.');
    expect(all.map((element) => heard(element).trim())).toContainEqual(expect.stringMatching(/^e\s+f$/));
    expect(heard(all[0] as TaggedElement)).not.toContain('\0');
  });
});
