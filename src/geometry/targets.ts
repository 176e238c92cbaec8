/** What a booklet is made for, in the order in which files are made. */
export const TARGETS = ['screen', 'home', 'copyshop', 'press', 'phone'] as const;

/** What a file is for: reading on a screen, the printer at home, a copy shop, a printing press, reading on a telephone. */
export type Target = (typeof TARGETS)[number];

/** The forms in which an edition is laid out: pages that screens and sheets share, and those of a telephone. */
export type PageForm = 'book' | 'phone';

/** The forms that these targets take, in the order in which they are laid out. */
export function formsFor(targets: readonly Target[]): PageForm[] {
  const forms = targets.map((target): PageForm => (target === 'phone' ? 'phone' : 'book'));
  return (['book', 'phone'] as const).filter((form) => forms.includes(form));
}

/** Whether a file is to be printed, not only read where it is. */
export function isForPaper(target: Target): boolean {
  return target !== 'screen' && target !== 'phone';
}
