/** What a booklet is made for, in the order in which files are made. */
export const TARGETS = ['screen', 'home', 'copyshop', 'press'] as const;

/** What a file is for: reading on a screen, the printer at home, a copy shop, a printing press. */
export type Target = (typeof TARGETS)[number];
