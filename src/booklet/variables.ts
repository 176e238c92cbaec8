import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { suggest } from '../diagnostics/nearest.js';
import type { MergedYaml } from './merge.js';

const VARIABLE = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The values to put in, and where to report names that have none. */
export interface VariableScope {
  variables: Record<string, string>;
  saidIn: MergedYaml['saidIn'];
  messages: Diagnostic[];
}

/**
 * A text of `booklet.yaml` with each `{{name}}` replaced by its value. A name without a value is reported at its own
 * characters and left as it stands.
 */
export function putVariables(text: string, path: PropertyKey[], scope: VariableScope): string {
  const seen = new Map<string, number>();
  return text.replace(VARIABLE, (whole: string, name: string) => {
    const occurrence = seen.get(whole) ?? 0;
    seen.set(whole, occurrence + 1);
    if (Object.hasOwn(scope.variables, name)) return scope.variables[name] ?? whole;
    const known = Object.keys(scope.variables);
    scope.messages.push(
      diagnostic({
        ...scope.saidIn(path, whole, occurrence),
        rule: 'unknown-variable',
        found: `${whole}, which has no value`,
        expected: 'the name of a variable',
        advice: known.length > 0 ? suggest(name, known) : `add “variables: {${name || 'name'}: …}”`,
      }),
    );
    return whole;
  });
}
