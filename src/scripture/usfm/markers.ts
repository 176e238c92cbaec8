/**
 * What a marker does to the text after it, for those who print verses:
 * `paragraph`, `poetry` and `blank` begin and end lines, `join` goes on with the paragraph before, `cell` parts the
 * columns of a table, `left-out` is a line that is no verse (a title, a heading, an introduction), `note` a stretch that
 * is none, `character` marks words, and `supplied` those that the translators added.
 */
export type MarkerKind =
  | 'id'
  | 'name'
  | 'chapter'
  | 'verse'
  | 'paragraph'
  | 'poetry'
  | 'blank'
  | 'join'
  | 'cell'
  | 'left-out'
  | 'note'
  | 'sidebar'
  | 'character'
  | 'supplied';

/** Markers of USFM 3.1 by what they do, without the numbers of their levels. */
const MARKERS: Record<MarkerKind, string> = {
  id: 'id',
  name: 'h toc',
  chapter: 'c',
  verse: 'v',
  paragraph: 'p m po cls pr pmo pm pmc pmr pi mi pc ph li lh lf lim tr qd',
  poetry: 'q qm qr qc',
  blank: 'b ib pb',
  join: 'nb',
  cell: 'th thr thc tc tcr tcc',
  'left-out':
    'ide usfm sts rem toca mt mte imt imte is ip ipi im imi ipq imq ipr ipc iq ili iot io iex ie ms mr s sr r d sp sd cl cp cd qa lit restore',
  note: 'f fe ef efe x ex fig rq va vp ca cat pro fm',
  sidebar: 'esb',
  character:
    'addpn bk dc k nd ord pn png qac qs qt rb sig sls tl w wa wg wh wj em bd it bdit no sc sup jmp ndx lik litl liv rt iqt ior fr ft fk fq fqa fl fw fp fv fdc xo xop xk xq xt xta xot xnt xdc',
  supplied: 'add',
};

const KINDS = new Map(
  Object.entries(MARKERS).flatMap(([kind, names]) =>
    names.split(' ').map((name): [string, MarkerKind] => [name, kind as MarkerKind]),
  ),
);

/** What a marker does, by its name without `\`, `+`, `*` and the number of its level; undefined for an unknown one. */
export function markerKind(name: string): MarkerKind | undefined {
  return KINDS.get(name);
}
