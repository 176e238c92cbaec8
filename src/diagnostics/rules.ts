/** How a rule counts: an error stops the build before anything is written, a warning does not. */
export type Severity = 'error' | 'warning';

/**
 * Every rule a message can name, with its severity and, in one line, what it is about.
 * The ids are stable: authors may search for them and scripts may match them.
 */
export const RULES = {
  // files and YAML
  'file-missing': { severity: 'error', about: 'a file that is named does not exist' },
  'file-unreadable': { severity: 'error', about: 'a file cannot be read as UTF-8 text' },
  'path-outside': { severity: 'error', about: 'a path is absolute, a URL, or leaves the booklet’s folder' },
  'yaml-syntax': { severity: 'error', about: 'YAML that cannot be parsed' },
  'unknown-key': { severity: 'error', about: 'a key that the schema does not have' },
  'missing-key': { severity: 'error', about: 'a required key is absent' },
  'wrong-value': { severity: 'error', about: 'a value of the wrong kind or outside its range' },
  'front-matter-engine': { severity: 'error', about: 'front matter in a language other than YAML' },
  // booklets
  'booklet-missing': { severity: 'error', about: 'no booklet where one was named' },
  'duplicate-booklet': { severity: 'error', about: 'two booklets whose folders have one name' },
  'booklet-empty': { severity: 'error', about: 'a booklet without lessons' },
  'duplicate-lesson': { severity: 'error', about: 'two lessons with one id' },
  'unknown-lesson': { severity: 'error', about: 'booklet.yaml lists a lesson that does not exist' },
  'unknown-theme': { severity: 'error', about: 'a theme that does not exist' },
  'unknown-edition': { severity: 'error', about: 'an edition that does not exist' },
  'unknown-translation': { severity: 'error', about: 'a translation that is not bundled' },
  'unknown-variable': { severity: 'error', about: 'a {{variable}} that booklet.yaml does not define' },
  // themes
  'theme-cycle': { severity: 'error', about: 'themes that extend each other in a circle' },
  'theme-font': { severity: 'error', about: 'a font that cannot be found or read' },
  'theme-art': { severity: 'error', about: 'cover art that cannot be found or used' },
  'theme-contrast': { severity: 'warning', about: 'colours too close to be read with ease' },
  // lessons
  'unknown-directive': { severity: 'error', about: 'a directive that the format does not have' },
  'unknown-attribute': { severity: 'error', about: 'an attribute that the directive does not take' },
  'wrong-attribute': { severity: 'error', about: 'an attribute value that is not allowed' },
  'wrong-directive-form': { severity: 'error', about: 'a directive written with the wrong number of colons' },
  'misplaced-directive': { severity: 'error', about: 'a directive where it has no meaning' },
  'directive-label': { severity: 'error', about: 'a directive whose label is missing or not wanted' },
  'directive-content': { severity: 'error', about: 'a directive whose content is missing or of the wrong kind' },
  'unclosed-directive': { severity: 'error', about: 'a container directive without its closing colons' },
  'stray-colons': {
    severity: 'error',
    about: 'closing colons with no directive to close, or a directive name that cannot be read',
  },
  'duplicate-id': { severity: 'error', about: 'two blocks of a lesson with one id' },
  'table-columns': { severity: 'error', about: 'a table whose line of hyphens does not fit its head' },
  'html-not-rendered': { severity: 'warning', about: 'HTML, whose text is kept and whose tags are not' },
  'image-missing': { severity: 'error', about: 'an image file that does not exist' },
  'image-format': { severity: 'error', about: 'an image that is not PNG, JPEG or safe SVG' },
  'image-alt': { severity: 'warning', about: 'an image without alternative text' },
  'link-title': { severity: 'warning', about: 'a link’s title, which only a screen could show' },
  'link-target': {
    severity: 'error',
    about: 'a link to an address that is not allowed or an anchor that does not exist',
  },
  'footnote-undefined': {
    severity: 'error',
    about: 'a footnote mark without its note, or a reference link without its definition',
  },
  'footnote-unused': { severity: 'warning', about: 'a footnote that no mark points to' },
  'unprintable-character': { severity: 'error', about: 'a character that no font of the theme has' },
  'timing-sum': { severity: 'warning', about: 'minutes that do not add up to the duration' },
  // scripture
  'reference-unreadable': { severity: 'error', about: 'a reference that cannot be read' },
  'reference-missing': { severity: 'error', about: 'a chapter or verse that does not exist' },
  'quotation-differs': { severity: 'warning', about: 'a quotation that is not what its translation says' },
  // layout
  'block-too-tall': { severity: 'warning', about: 'a block that does not fit on one page and had to be divided' },
} as const satisfies Record<string, { severity: Severity; about: string }>;

/** The id of a rule, as printed with each message. */
export type RuleId = keyof typeof RULES;
