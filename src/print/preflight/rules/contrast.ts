import { contrastRatio } from '../../../color/light.js';
import { andMore, at, isOnPage, type PreflightCheck, type PreflightPage, quoted } from '../page.js';
import { type Color, toRgb } from '../read/colors.js';
import { effort } from '../read/effort.js';
import type { Painted, PaintedText } from '../read/painted.js';

/** Type of at least this size in points counts as large (WCAG 2.2, “large scale”). */
const LARGE = 18;

/** So many areas are looked at for what text stands on, which is more than on a book of maps. */
const MOST_COMPARED = 1_000_000_000;

/** Text that is too near in lightness to what it stands on (WCAG 2.2, success criterion 1.4.3). */
export const checkContrast: PreflightCheck = (pages) => {
  const step = effort(MOST_COMPARED);
  return pages.flatMap((page) => {
    const faint = faintTexts(page, step).sort((one, other) => one.ratio - other.ratio);
    const [worst] = faint;
    if (!worst) return [];
    return [
      at(page, worst.text.box, {
        rule: 'preflight-contrast',
        found: `${quoted(worst.text.text)} with a contrast of ${Math.floor(worst.ratio * 10) / 10} to 1${andMore(faint.length - 1)}`,
        expected: `at least ${leastFor(worst.text)} to 1`,
        advice: 'make the text darker, or what is behind it lighter',
      }),
    ];
  });
};

function leastFor({ size }: PaintedText): number {
  return size >= LARGE ? 3 : 4.5;
}

function faintTexts(page: PreflightPage, step: (steps: number) => void): { text: PaintedText; ratio: number }[] {
  const grounds: Exclude<Painted, PaintedText>[] = [];
  const faint: { text: PaintedText; ratio: number }[] = [];
  for (const item of page.painted) {
    if (item.kind !== 'text') {
      if (item.kind !== 'stroke') grounds.push(item);
      continue;
    }
    if (item.clear || !isOnPage(page, item.box)) continue;
    step(grounds.length);
    const ratio = contrast(item.color, groundOf(item, grounds));
    if (ratio !== undefined && ratio < leastFor(item) - 0.05) faint.push({ text: item, ratio });
  }
  return faint;
}

/** What a text stands on: `paper`, a color, or undefined where it is a picture or anything else that cannot be told. */
function groundOf(
  { body }: PaintedText,
  grounds: readonly Exclude<Painted, PaintedText>[],
): Color | 'paper' | undefined {
  const x = (body.left + body.right) / 2;
  const y = (body.bottom + body.top) / 2;
  for (let index = grounds.length - 1; index >= 0; index -= 1) {
    const ground = grounds[index] as (typeof grounds)[number];
    const { left, bottom, right, top } = ground.box;
    if (x < left || x > right || y < bottom || y > top) continue;
    return ground.kind === 'fill' && ground.rectangle && !ground.clear ? ground.color : undefined;
  }
  return 'paper';
}

/** The contrast ratio of two colors; undefined where one of them cannot be told. */
function contrast(color: Color, ground: Color | 'paper' | undefined): number | undefined {
  const [one, other] = [toRgb(color), ground === 'paper' ? WHITE : ground && toRgb(ground)];
  return one && other && contrastRatio(one, other);
}

const WHITE = [1, 1, 1] as const;
