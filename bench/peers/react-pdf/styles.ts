import { StyleSheet } from '@react-pdf/renderer';
import { DESIGN } from '../design.js';

const { margins, size, leading, small, title, h2, h3, colors, writingGap } = DESIGN;

// Not on the page: there it would be inherited by text that is made by `render`, which then is not shown.
const running = { fontSize: size, lineHeight: leading };

export const styles = StyleSheet.create({
  page: {
    fontFamily: 'EB Garamond',
    fontSize: size,
    color: colors.ink,
    paddingTop: margins.top,
    paddingBottom: margins.bottom,
    paddingLeft: margins.left,
    paddingRight: margins.right,
  },
  cover: { fontSize: 36, lineHeight: 1.14, marginTop: 160, color: colors.accent },
  head: {
    position: 'absolute',
    top: 26,
    left: margins.left,
    fontSize: 8,
    fontFamily: 'Source Sans 3',
    color: colors.muted,
  },
  folio: {
    position: 'absolute',
    top: DESIGN.height - 36,
    left: margins.left,
    fontSize: 8.5,
    fontFamily: 'Source Sans 3',
  },
  entry: { flexDirection: 'row', justifyContent: 'space-between' },
  number: { fontFamily: 'Source Sans 3', fontSize: 9.5, color: colors.accent },
  title: { fontSize: title, lineHeight: 1.14, fontWeight: 600 },
  subtitle: { fontSize: 13.5, fontStyle: 'italic' },
  passages: { ...running, fontFamily: 'Source Sans 3', fontSize: small, marginVertical: 6 },
  aim: { ...running, fontStyle: 'italic', textAlign: 'justify', marginBottom: 8 },
  h2: { fontSize: h2, fontWeight: 600, color: colors.accent, marginTop: 14, marginBottom: 4 },
  h3: { fontSize: h3, fontWeight: 600, marginTop: 8, marginBottom: 2 },
  paragraph: { ...running, textAlign: 'justify', marginBottom: 4 },
  item: { flexDirection: 'row', marginBottom: 2 },
  marker: { ...running, width: 16 },
  rest: { flex: 1 },
  row: { flexDirection: 'row', borderBottomWidth: 0.5, borderColor: colors.rule },
  cell: { ...running, flex: 1, padding: 3, fontFamily: 'Source Sans 3', fontSize: small },
  headCell: { ...running, flex: 1, padding: 3, fontFamily: 'Source Sans 3', fontSize: small, fontWeight: 600 },
  quote: { marginHorizontal: 14, marginVertical: 6, fontStyle: 'italic' },
  box: { borderLeftWidth: 1.5, borderColor: colors.accent, paddingLeft: 8, marginVertical: 6 },
  boxTitle: { fontFamily: 'Source Sans 3', fontSize: small, fontWeight: 600, color: colors.accent },
  verseLine: { ...running },
  stanza: { marginLeft: 14, marginBottom: 8 },
  line: { height: writingGap, borderBottomWidth: 0.4, borderColor: colors.muted },
  emphasis: { fontStyle: 'italic' },
  strong: { fontWeight: 700 },
  raised: { fontSize: 7, verticalAlign: 'super' },
  notes: { marginTop: 12 },
  note: { ...running, fontSize: small, textAlign: 'justify' },
});
