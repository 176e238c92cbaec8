import type { Source } from './source.js';

/** One import of a module, as written. */
export interface Import {
  /** `./model.js`, `node:fs`, `react`; undefined where it is computed, so that nobody can check it. */
  specifier: string | undefined;
  /** `type` imports vanish when compiled; `import { type A }` does not, and counts as a value. */
  kind: 'value' | 'type';
}

/** Every import, re-export and dynamic import of a module. */
export function findImports({ code, strings }: Source): Import[] {
  const string = (number: string | undefined) => strings[Number(number)];
  const statements = [
    ...code.matchAll(
      /(?<![\w$.])(?:import|export)(\s+type(?=[\s{*])(?!\s+from\b))?(?:(?!\b(?:import|export)\b)[\w$\s,{}*]|§\d+§(?=\s+as\b))*?(?<![\w$])from\s*§(\d+)§/g,
    ),
  ];
  const bare = [...code.matchAll(/(?<![\w$.])import\s*§(\d+)§/g)];
  const dynamic = [...code.matchAll(/(?<![\w$.])import\s*\(\s*(`?)(?:§(\d+)§)?(.)/gs)];
  return [
    ...statements.map(([, type, number]): Import => ({ specifier: string(number), kind: type ? 'type' : 'value' })),
    ...bare.map(([, number]): Import => ({ specifier: string(number), kind: 'value' })),
    ...dynamic.map(
      ([, quote, number, next]): Import => ({
        specifier: dynamicSpecifier(string(number), quote === '`', next),
        kind: 'value',
      }),
    ),
  ];
}

/** What is certain of a dynamic import: all of it, or the package whose files are chosen among. */
function dynamicSpecifier(text: string | undefined, isTemplate: boolean, next: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (!isTemplate) return next === ')' || next === ',' ? text : undefined;
  if (next === '`') return text;
  return /^(?:@[\w.-]+\/)?[\w-][\w.-]*\//.test(text) ? text : undefined;
}

/** What a module asks of clock, process, network or chance without importing anything. */
export function findAmbient({ code }: Source): string[] {
  return Object.entries(AMBIENT).flatMap(([name, pattern]) => (pattern.test(code) ? [name] : []));
}

const AMBIENT = {
  process: /(?:(?<![\w$.])|globalThis\s*\.\s*)process\b(?!\s*[:(])/,
  'Date.now': /(?<![\w$.])Date\s*\.\s*now\b/,
  'new Date()': /(?<![\w$.])new\s+Date\s*(?:\(\s*\)|(?!\s*\())/,
  'performance.now': /(?<![\w$.])performance\s*\.\s*now\b/,
  fetch: /(?:(?<![\w$.])|globalThis\s*\.\s*)fetch\s*\(/,
  'Math.random': /(?<![\w$.])Math\s*\.\s*random\b/,
  'import.meta.resolve': /(?<![\w$.])import\s*\.\s*meta\s*\.\s*resolve\b/,
};
