/**
 * The standards that a file for a screen is held to, under the names that veraPDF's command line has for them, each with
 * the name that its reports give.
 */
export const FLAVOURS = {
  ua1: { name: 'PDF/UA-1', profile: 'PDF/UA-1 validation profile' },
  '2a': { name: 'PDF/A-2a', profile: 'PDF/A-2A validation profile' },
} as const;

export type Flavour = keyof typeof FLAVOURS;

export const FLAVOUR_NAMES = Object.keys(FLAVOURS) as Flavour[];
