import { diagnostic } from '../diagnostics/diagnostic.js';
import type { AdviceRule } from './model.js';

/** Pictures in the booklet's folder that are not printed and that no Markdown or YAML in the folder speaks of. */
export const fileUnused: AdviceRule = ({ folder: { pictures, printed, texts } }) =>
  pictures.flatMap(({ path, file }) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const spelled = [name, encodeURI(name)];
    if (printed.has(path) || texts.some((text) => spelled.some((one) => text.includes(one)))) return [];
    return diagnostic({
      file,
      rule: 'file-unused',
      found: 'a picture that nothing uses',
      expected: 'only what the booklet needs',
      advice: `show it with ![what it shows](${path.includes(' ') ? encodeURI(path) : path}), or move it away`,
    });
  });
