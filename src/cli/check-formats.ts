/** How findings can be told: to people, to programs, to GitHub Actions. */
export const CHECK_FORMATS = ['text', 'json', 'github'] as const;
