/**
 * How a rule counts: an error stops the build before anything is written, a warning does not. Advice is about what is right
 * as it stands and could be better; only `check` gives it.
 */
export type Severity = 'error' | 'warning' | 'advice';

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
  'yaml-comment': { severity: 'warning', about: 'words of a value that YAML takes for a comment' },
  'unknown-key': { severity: 'error', about: 'a key that the schema does not have' },
  'missing-key': { severity: 'error', about: 'a required key is absent' },
  'wrong-value': { severity: 'error', about: 'a value of the wrong kind or outside its range' },
  'front-matter-engine': { severity: 'error', about: 'front matter in a language other than YAML' },
  // booklets
  'booklet-missing': { severity: 'error', about: 'no booklet where one was named' },
  'name-unusable': { severity: 'error', about: 'a name that no new booklet or lesson can have' },
  'name-taken': { severity: 'error', about: 'a name for something new that something else has already' },
  'extends-cycle': { severity: 'error', about: 'booklets that extend each other in a circle, or too many' },
  'duplicate-booklet': { severity: 'error', about: 'two booklets whose folders have one name' },
  'booklet-empty': { severity: 'error', about: 'a booklet without lessons' },
  'duplicate-lesson': { severity: 'error', about: 'two lessons with one id' },
  'lesson-name': { severity: 'warning', about: 'a Markdown file that is not read, since its name does not end in .md' },
  'unknown-lesson': { severity: 'error', about: 'booklet.yaml lists a lesson that does not exist' },
  'unknown-theme': { severity: 'error', about: 'a theme that does not exist' },
  'duplicate-edition': { severity: 'error', about: 'an edition of one’s own with a name that is taken' },
  'edition-cycle': { severity: 'error', about: 'editions that extend each other in a circle' },
  'edition-renumbers': { severity: 'error', about: 'an edition whose ids or numbers are not those of the others' },
  'edition-empty': { severity: 'error', about: 'an edition that shows nothing of the lessons' },
  'handout-length': { severity: 'warning', about: 'a lesson that does not fit on both sides of its handout' },
  'unknown-audience': { severity: 'error', about: 'a block or chapter for an edition that does not exist' },
  'block-unseen': { severity: 'warning', about: 'a block that no edition shows' },
  'unknown-edition': { severity: 'error', about: 'an edition that does not exist' },
  'unknown-translation': { severity: 'error', about: 'a translation that is not bundled' },
  schedule: { severity: 'error', about: 'dates that are not one for each lesson, each later than the last' },
  'unknown-variable': { severity: 'error', about: 'a {{variable}} that booklet.yaml does not define' },
  'unknown-label': { severity: 'error', about: 'a label that the program does not print' },
  'label-placeholder': { severity: 'error', about: 'a label with a wrong {placeholder}, or without one that it needs' },
  'label-missing': { severity: 'warning', about: 'labels without words in the booklet’s language' },
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
  'hidden-directive': { severity: 'error', about: 'a directive in code or HTML, which would be printed for everyone' },
  'unclosed-code': { severity: 'error', about: 'code between fences of which the second is missing' },
  'duplicate-id': { severity: 'error', about: 'two blocks of a lesson with one id' },
  'table-columns': { severity: 'error', about: 'a table whose line of hyphens does not fit its head' },
  'html-not-rendered': { severity: 'warning', about: 'HTML, whose text is kept and whose tags are not' },
  'image-path': { severity: 'error', about: 'a picture whose path has spaces and no angle brackets' },
  'image-missing': { severity: 'error', about: 'an image file that does not exist' },
  'image-format': { severity: 'error', about: 'an image that is not PNG, JPEG or safe SVG' },
  'image-alt': {
    severity: 'warning',
    about: 'an image without alternative text, or a decorative one with it',
  },
  'image-mark': { severity: 'warning', about: 'braces behind an image that say nothing known' },
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
  'definition-unused': { severity: 'warning', about: 'the address of a reference link that no link uses' },
  'unprintable-character': { severity: 'error', about: 'a character that no font of the theme has' },
  'timing-sum': { severity: 'warning', about: 'minutes that do not add up to the duration' },
  'path-overrun': { severity: 'warning', about: 'a path through the session whose parts take longer than it lasts' },
  'path-from': { severity: 'warning', about: 'a “from” that changes no path' },
  // changes of an overlay
  'unknown-block': { severity: 'error', about: 'a change to a block that the lessons do not have' },
  'duplicate-change': { severity: 'error', about: 'two changes to one block, or to a block and one inside it' },
  'change-unchecked': { severity: 'warning', about: 'a change without the hash of the block that it replaces' },
  'upstream-changed': {
    severity: 'warning',
    about: 'a block that is no longer what it was when its change was written',
  },
  'link-lost': { severity: 'warning', about: 'a link to a block that a change has taken away' },
  'changes-lock': { severity: 'warning', about: 'a changes.lock.json that cannot be used' },
  // scripture
  'reference-unreadable': { severity: 'error', about: 'a reference that cannot be read' },
  'reference-missing': { severity: 'error', about: 'a chapter or verse that does not exist' },
  'quotation-differs': { severity: 'warning', about: 'a quotation that is not what its translation says' },
  'usfm-syntax': { severity: 'error', about: 'USFM that cannot be read' },
  'usfm-book': { severity: 'error', about: 'a USFM file that does not say which book it is, or a book twice' },
  'usfm-verse': {
    severity: 'error',
    about: 'chapters or verses twice or out of order, or text before the first verse',
  },
  'usfm-marker': { severity: 'warning', about: 'a marker that USFM does not have, whose text is kept' },
  'language-references': { severity: 'warning', about: 'a language in which references cannot be read' },
  // layout
  'block-too-tall': { severity: 'warning', about: 'a block that does not fit on one page and had to be divided' },
  'fit-not-reached': { severity: 'warning', about: 'a booklet that no stretch fits to its sheets' },
  'short-last-page': { severity: 'warning', about: 'a few lines on the last page of a lesson that cost a sheet' },
  // printing
  'print-sheet': { severity: 'error', about: 'pages that cannot be put on the paper, or sheets that cannot be folded' },
  // finished files
  'answers-unreadable': { severity: 'error', about: 'a filled PDF that is damaged, locked or none' },
  'answers-no-form': { severity: 'error', about: 'a PDF that is no booklet to fill in' },
  'answers-damaged': { severity: 'warning', about: 'a filled PDF of which a part is lost' },
  'answers-shown-only': { severity: 'warning', about: 'answers that had to be read from what the page shows' },
  'answers-other-ids': { severity: 'warning', about: 'answers to questions that the booklet does not have' },
  'preflight-unreadable': { severity: 'error', about: 'a PDF that is damaged, locked or none' },
  'preflight-page-count': { severity: 'warning', about: 'a number of pages that does not fill the last sheet' },
  'preflight-boxes': { severity: 'error', about: 'page boxes that are missing or do not lie in one another' },
  'preflight-page-size': { severity: 'warning', about: 'pages of several sizes' },
  'preflight-font-embedded': { severity: 'error', about: 'a font that is not in the file' },
  'preflight-font-subset': { severity: 'warning', about: 'a font that is in the file with all its letters' },
  'preflight-color-space': { severity: 'error', about: 'a color space that the target cannot print' },
  'preflight-black': { severity: 'warning', about: 'black text mixed from several inks' },
  'preflight-ink': { severity: 'warning', about: 'more ink than paper takes' },
  'preflight-resolution': { severity: 'warning', about: 'a picture with too few pixels to print well' },
  'preflight-resolution-low': { severity: 'error', about: 'a picture with too few pixels to print at all' },
  'preflight-bleed': { severity: 'warning', about: 'color that touches the trim without reaching over it' },
  'preflight-near-trim': { severity: 'warning', about: 'words or pictures that a knife may take away' },
  'preflight-unprintable': { severity: 'warning', about: 'words or pictures where printers leave paper white' },
  'preflight-hairline': { severity: 'warning', about: 'lines too fine to print' },
  'preflight-text-cut': { severity: 'warning', about: 'text of which a part is cut off' },
  'preflight-text-overlap': { severity: 'warning', about: 'text set over other text' },
  'preflight-contrast': { severity: 'warning', about: 'text too near in lightness to what is behind it' },
  'preflight-blank-page': { severity: 'warning', about: 'a page with nothing on it' },
  leak: { severity: 'error', about: 'words for another edition in a finished PDF' },
  // advice, which only `check` gives
  'question-without-answer': { severity: 'advice', about: 'a question to which the leader’s guide has no answer' },
  'answer-unseen': { severity: 'advice', about: 'an answer that no edition shows' },
  'question-length': { severity: 'advice', about: 'a question of very many words' },
  'reading-level': { severity: 'advice', about: 'a question in long words and sentences' },
  'minutes-missing': { severity: 'advice', about: 'a question without minutes among others that have them' },
  'minutes-too-few': { severity: 'advice', about: 'more to read aloud than a part’s minutes allow' },
  'passage-unread': { severity: 'advice', about: 'a passage of the front matter that the lesson never comes to' },
  'heading-order': { severity: 'advice', about: 'a heading that skips a level' },
  'repeated-word': { severity: 'advice', about: 'a word written twice' },
  'alt-text': { severity: 'advice', about: 'alternative text that tells nobody what a picture shows' },
  'link-hidden': { severity: 'advice', about: 'a link to something that its readers’ edition does not show' },
  'file-unused': { severity: 'advice', about: 'a picture in the booklet’s folder that nothing uses' },
} as const satisfies Record<string, { severity: Severity; about: string }>;

/** The id of a rule, as printed with each message. */
export type RuleId = keyof typeof RULES;

/** The rules that only `check` looks for. */
export type AdviceId = { [Id in RuleId]: (typeof RULES)[Id]['severity'] extends 'advice' ? Id : never }[RuleId];

/** The rules whose messages stop nothing, and which can therefore be passed over. */
export const PASSABLE: readonly RuleId[] = (Object.keys(RULES) as RuleId[]).filter(
  (id) => RULES[id].severity !== 'error',
);
