import type { PrintWords } from './model.js';

const count = (number: number, one: string, other: string) => (number === 1 ? one : other);

/** The print pack in English. */
export const en: PrintWords = {
  card: 'Print card',
  flipTest: 'Flip test',
  ticket: 'Order for the copy shop',
  sheetsPerCopy: (sheets) => count(sheets, 'sheet a copy', 'sheets a copy'),
  copies: (copies) => count(copies, 'copy', 'copies'),
  sheetsInAll: (sheets) => count(sheets, 'sheet in all', 'sheets in all'),
  settings: 'Set your printer like this',
  file: 'File',
  paper: 'Paper',
  size: 'Size',
  actualSize: 'Actual size, 100 % (not “Fit to page”)',
  sides: 'Both sides',
  flip: { short: 'On, flip on the short edge', long: 'On, flip on the long edge' },
  perSheet: 'Pages per sheet',
  onePage: '1, and no booklet mode: the pages are in their places already',
  steps: {
    testFirst: (file) => `Print ${file} and do what it says. It takes one sheet and saves many.`,
    oneFirst: 'Print one whole copy and leaf through it before you print the others.',
    foldAll:
      'Knock the stack flush and fold it in the middle, cover outside. Fold a thick one in lots of five sheets and lay them into each other. Run a spoon along the fold.',
    foldBundles: (sheets) =>
      `Fold ${sheets} ${count(sheets, 'sheet', 'sheets')} at a time in the middle, in the order in which they came, and lay the bundles behind one another.`,
    cut: (piles) =>
      `Cut the stack into ${piles} piles without turning any. Lay the pile at the top left on the one to its right, and so on, row by row.`,
    stapleFold:
      'Open it, cover down, and staple twice through the fold, at a quarter and at three quarters of its length. Without a long stapler, open an ordinary one over cardboard and bend the legs with a coin.',
    stapleSide: (side) =>
      `Knock the sheets flush and staple them twice at the ${side} side, a finger’s width from the edge.`,
    apart: 'Staple nothing: each sheet is a lesson of its own, handed out when its turn has come.',
    sew: 'Sew each bundle through its fold, or glue the backs of the bundles together.',
    glue: (side) => `Knock the leaves flush at the ${side} side, press them between two boards and glue that side.`,
    trim: 'Cut off what is outside the little marks.',
    flush:
      'No trimming is needed. If the inner pages stand out at the front, cut them flush with a knife and a steel rule.',
  },
  test: {
    how: 'Print both pages of this file on both sides of one sheet, with the settings of the print card.',
    turn: 'Hold the sheet so that you can read this, and turn it over like the page of a book.',
    upright: 'You can read this? Your printer is set right. Print the booklet.',
    wrong: (flip) =>
      flip === 'short'
        ? 'You can read this? Choose “flip on the long edge” and try again.'
        : 'You can read this? Choose “flip on the short edge” and try again.',
    ruler: 'This line is 100 mm long, about 3 15/16 inches. If yours is shorter, choose “actual size”.',
    frame: 'The frame is 10 mm from every edge. If one side of it is missing, your printer does not reach so far.',
  },
  order: {
    name: 'Name',
    phone: 'Telephone',
    ready: 'Needed by',
    edition: 'Edition',
    file: 'File',
    sheets: 'Sheets a copy',
    copies: 'Copies',
    total: 'Sheets',
    paper: (paper, grammage) => (grammage ? `${paper}, ${grammage} g/m²` : paper),
    ink: 'Black ink only, both sides, actual size',
    finish: (how, side) =>
      ({
        saddle: 'Sheets in order; fold in the middle; two staples through the fold',
        signatures: 'Sheets in order; fold in bundles; sew or glue at the spine',
        'cut-2': `Cut in two at the middle, left pile on the right one; glue at the ${side} side`,
        'cut-4': `Cut in four, piles row by row on one another; bind at the ${side} side`,
        single: `Sheets in order; two staples at the ${side} side`,
        apart: 'Loose sheets, not stapled',
      })[how],
    inAll: 'Sheets in all',
    size: 'Finished page',
  },
};
