import type { Finding } from '../model.js';
import { at, type PreflightCheck } from '../page.js';

/** Fonts that are missing from the file, or that were put in whole. Told once for each font. */
export const checkFonts: PreflightCheck = (pages) => {
  const told = new Set<string>();
  const findings: Finding[] = [];
  for (const page of pages) {
    for (const item of page.painted) {
      if (item.kind !== 'text' || told.has(item.font.name)) continue;
      const { name, embedded, subset } = item.font;
      if (embedded && subset) continue;
      told.add(name);
      findings.push(
        at(
          page,
          item.box,
          embedded
            ? {
                rule: 'preflight-font-subset',
                found: `the font ${name} whole in the file`,
                expected: 'only the letters that are used',
                advice:
                  'let the program that made the file put in subsets of fonts; it gets smaller and prints the same',
              }
            : {
                rule: 'preflight-font-embedded',
                found: `text in the font ${name}, which is not in the file`,
                expected: 'every font in the file',
                advice: 'make the file again with all fonts embedded, or another printer sets it in another font',
              },
        ),
      );
    }
  }
  return findings;
};
