import { PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { CONTROLS, controlFault, spoilt, UNSPOILT } from '../../conformance/controls.js';
import { isGood, judgeControls } from '../../conformance/outcome.js';
import type { Verdict } from '../../conformance/report.js';
import { countRoles, structureElements } from '../../conformance/structure.js';

const control = (name: string) => {
  const found = CONTROLS.find((one) => one.name === name);
  if (!found) throw new Error(`no control ${name}`);
  return found;
};

describe('a spoilt file', () => {
  it('is as it was where nothing is spoilt', async () => {
    expect(await facts(await tagged())).toEqual(await facts(await spoilt(await tagged())));
    expect(await facts(await tagged())).toEqual(WHOLE);
  });

  it.each([
    ['no-tags', { roles: {}, marked: false, words: 0, languages: 1 }],
    ['font-not-embedded', { fonts: 0 }],
    ['unknown-role', { roles: { Document: 1, Figure: 1, Link: 1, P: 1, Words: 1 } }],
    ['link-not-in-link', { roles: { Document: 1, Figure: 1, P: 2, Span: 1 } }],
    ['picture-without-words', { words: 0 }],
    ['no-language', { languages: 0 }],
  ])('has lost what %s says, and nothing else', async (name, change) => {
    const file = await spoilt(await tagged(), control(name));
    expect(await facts(file)).toEqual({ ...WHOLE, ...change });
  });

  it('has a test here for every control', () => {
    expect(CONTROLS.map(({ name }) => name)).toEqual([
      'no-tags',
      'font-not-embedded',
      'unknown-role',
      'link-not-in-link',
      'picture-without-words',
      'no-language',
    ]);
  });

  it.each(CONTROLS.map(({ name }) => name))('is not made by %s of a file with nothing in it', async (name) => {
    const empty = await PDFDocument.create();
    empty.addPage();
    expect(await spoilt(await empty.save(), control(name))).toBeUndefined();
  });
});

describe('a control', () => {
  const rules = ['7.1-5'];

  it('proves something where it fails by its rule', () => {
    expect(controlFault(rules, verdict('x', ['7.1-5', '7.2-2']), verdict(UNSPOILT))).toBeUndefined();
  });

  it('proves nothing where it passes', () => {
    expect(controlFault(rules, verdict('x'), verdict(UNSPOILT))).toBe('passes, and should not');
  });

  it('proves nothing where it fails by another rule', () => {
    expect(controlFault(rules, verdict('x', ['7.1-50']), verdict(UNSPOILT))).toBe('fails, but not by 7.1-5');
  });

  it('proves nothing where the file broke the rule before', () => {
    const fault = controlFault(rules, verdict('x', rules), verdict(UNSPOILT, rules));
    expect(fault).toBe('proves nothing: unspoilt the file breaks 7.1-5 too');
  });

  it('proves nothing where veraPDF could not read it', () => {
    expect(controlFault(rules, { ...verdict('x'), unread: 'broken' }, verdict(UNSPOILT))).toBe('broken');
  });
});

describe('the outcome', () => {
  const right = CONTROLS.flatMap(({ name, rules }) =>
    Object.entries(rules).map(([flavour, broken]) => ({ ...verdict(name, broken), flavour: flavour as 'ua1' })),
  );
  const unspoilt = (['ua1', '2a'] as const).map((flavour) => ({ ...verdict(UNSPOILT), flavour }));
  const outcome = (verdicts: Verdict[], controls: Verdict[]) => ({
    verdicts,
    roles: {},
    controls: judgeControls('a.pdf', controls),
  });

  it('is good where files pass and controls fail as they should', () => {
    expect(isGood(outcome([verdict('a.pdf')], [...unspoilt, ...right]))).toBe(true);
  });

  it.each([
    ['there are no files', [], [...unspoilt, ...right]],
    ['a file fails', [verdict('a.pdf'), verdict('b.pdf', ['7.1-3'])], [...unspoilt, ...right]],
    ['a control passes', [verdict('a.pdf')], [...unspoilt, ...right.slice(1), verdict('no-tags')]],
    ['a control could not be made', [verdict('a.pdf')], [...unspoilt, ...right.slice(1)]],
    ['nothing was left unspoilt', [verdict('a.pdf')], right],
  ])('is bad where %s', (_, verdicts, controls) => {
    expect(isGood(outcome(verdicts, controls))).toBe(false);
  });
});

/** What a verdict on PDF/UA-1 says. */
function verdict(file: string, broken: readonly string[] = []): Verdict {
  return {
    file,
    flavour: 'ua1',
    compliant: broken.length === 0,
    rules: { passed: 100, failed: broken.length },
    checks: { passed: 1000, failed: broken.length },
    broken: broken.map((rule) => ({ rule, description: '', count: 1, example: '' })),
  };
}

/** What is in a file of which a control takes something away. */
const WHOLE = { roles: { Document: 1, Figure: 1, Link: 1, P: 2 }, marked: true, fonts: 1, words: 1, languages: 2 };

async function facts(bytes: Uint8Array | undefined): Promise<typeof WHOLE> {
  const pdf = await PDFDocument.load(bytes ?? new Uint8Array(), { updateMetadata: false });
  const elements = structureElements(pdf);
  const having = (dictionaries: PDFDict[], key: string) =>
    dictionaries.filter((one) => one.has(PDFName.of(key))).length;
  const objects = pdf.context.enumerateIndirectObjects().map(([, object]) => object);
  return {
    roles: countRoles(pdf) as (typeof WHOLE)['roles'],
    marked: pdf.catalog.has(PDFName.of('MarkInfo')),
    fonts: having(
      objects.filter((object) => object instanceof PDFDict),
      'FontFile2',
    ),
    words: having(elements, 'Alt'),
    languages: having([pdf.catalog, ...elements], 'Lang'),
  };
}

/** The least file that has something for every control to spoil. */
async function tagged(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const { context, catalog } = pdf;
  pdf.addPage();
  const element = (S: string, more = {}) => context.register(context.obj({ Type: 'StructElem', S, ...more }));
  const marked = { Type: 'MCR', MCID: 0 };
  const paragraph = element('P', { K: [element('Link', { K: { Type: 'OBJR' } }), 1, marked] });
  const kids = [paragraph, element('P', { K: 2 }), element('Figure', { Alt: PDFString.of('A vine') })];
  const root = { Type: 'StructTreeRoot', K: element('Document', { K: kids, Lang: PDFString.of('en') }) };
  catalog.set(PDFName.of('StructTreeRoot'), context.register(context.obj(root)));
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  catalog.set(PDFName.of('Lang'), PDFString.of('en'));
  context.register(context.obj({ Type: 'FontDescriptor', FontFile2: context.register(context.stream('glyphs')) }));
  return pdf.save();
}
