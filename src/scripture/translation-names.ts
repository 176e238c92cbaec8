/** A translation named in a text. */
export interface NamedTranslation {
  /** `WEB`, `NIV`. */
  id: string;
  /** Where its name ends in the text that was searched. */
  end: number;
}

/** Abbreviations that follow references in print, with those who are written out in full. Not all are bundled. */
const NAMES: Record<string, string> = {
  'World English Bible': 'WEB',
  'King James Version': 'KJV',
  'King James': 'KJV',
  'Authorized Version': 'KJV',
  'Authorised Version': 'KJV',
};
const ABBREVIATIONS =
  'WEB|KJV|NKJV|ASV|RSV|NRSVUE|NRSV|ESV|NIV|NASB|NLT|CSB|HCSB|NET|CEV|GNT|GNB|AMP|MSG|NCV|NAB|NJB|REB|NEB|YLT|BSB|LSB|CEB';

const AFTER = new RegExp(
  `^[\\s\\u00a0]*[,;]?[\\s\\u00a0]*[([]?[\\s\\u00a0]*(?:the\\s)?(${Object.keys(NAMES).join('|')}|(?:${ABBREVIATIONS})(?![\\p{L}\\d]))`,
  'u',
);

/** The translation named directly after a reference, as in “(Heb 7:25, KJV)”: `text` is what follows the reference. */
export function translationAfter(text: string): NamedTranslation | undefined {
  const match = AFTER.exec(text);
  const name = match?.[1];
  return match && name ? { id: NAMES[name] ?? name, end: match[0].length } : undefined;
}

/** Every translation named anywhere in a text. */
export function translationsNamed(text: string): Set<string> {
  const found = text.match(new RegExp(`${Object.keys(NAMES).join('|')}|\\b(?:${ABBREVIATIONS})\\b`, 'g')) ?? [];
  return new Set(found.map((name) => NAMES[name] ?? name));
}
