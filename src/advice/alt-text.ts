import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Figure } from '../lesson/model.js';
import { allBlocks, inlineText } from '../lesson/walk.js';
import type { AdviceRule } from './model.js';

/**
 * Alternative texts that are the name of a file or a bare “image”, and those that only say again what the caption says,
 * which is then heard twice. That there is none at all is a warning of every build.
 */
export const altText: AdviceRule = ({ lessons }) =>
  lessons.flatMap((lesson) =>
    [...allBlocks(lesson)].flatMap((block) => {
      const found = block.type === 'figure' ? wrongIn(block) : undefined;
      if (found === undefined) return [];
      return diagnostic({
        file: block.file ?? lesson.file,
        place: block.position,
        rule: 'alt-text',
        found,
        expected: 'what there is to see, for those who cannot see it',
        advice: 'say it in the brackets as you would on the telephone',
      });
    }),
  );

const FILE_NAME = /\.(?:png|jpe?g|svg|gif|webp|tiff?|heic)$|^(?:img|dsc|dscn|pxl|screenshot)[-_ ]?\d+/i;
const NO_WORDS =
  /^(?:an? |the )?(?:image|picture|photo(?:graph)?|figure|graphic|drawing|illustration|logo|imagen|foto)?[-_ \d.]*$/i;

function wrongIn({ alt, caption, decorative }: Figure): string | undefined {
  const words = alt.trim();
  if (decorative || words === '') return undefined;
  if (FILE_NAME.test(words)) return `the alternative text “${words}”, the name of a file`;
  if (NO_WORDS.test(words)) return `the alternative text “${words}”, which says nothing of the picture`;
  return caption && plain(inlineText(caption)) === plain(words)
    ? 'alternative text that is the same as the caption, and so is heard twice'
    : undefined;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
