import type { ReactElement, ReactNode } from 'react';
import type { Size } from '../../geometry/frame.js';
import { Box, Para } from '../elements.js';
import { DRAWING, Drawing, drawingsFor } from './drawings.js';
import { type CardSetting, MARGIN, type PrintJob } from './job.js';

/** A page that says, for one edition, how to print it at home and make a booklet of it. */
export function printCard(job: PrintJob, paper: Size, setting: CardSetting): ReactElement {
  const { styles, words, theme } = setting;
  const width = paper.width - 2 * MARGIN;
  return (
    <Box style={{ position: 'absolute', left: MARGIN, top: MARGIN, width }}>
      <CardHead kind={words.card} title={job.title} below={job.edition} setting={setting} />
      <Box style={{ flexDirection: 'row', marginTop: 18, marginBottom: 20 }}>
        {[
          [job.sheets, words.sheetsPerCopy(job.sheets)] as const,
          [job.copies, words.copies(job.copies)] as const,
          [job.sheets * job.copies, words.sheetsInAll(job.sheets * job.copies)] as const,
        ].map(([number, what]) => (
          <Box key={what} style={{ width: width / 3 }}>
            <Para style={{ ...styles.lessonTitle, textAlign: 'left' }}>{String(number)}</Para>
            <Para style={{ ...styles.label, color: theme.color.ink }}>{what}</Para>
          </Box>
        ))}
      </Box>
      <Para style={{ ...styles.kind, marginBottom: 5 }}>{words.settings}</Para>
      {[
        [words.file, job.files.home],
        [words.paper, job.paper],
        [words.size, words.actualSize],
        [words.sides, words.flip[job.flip]],
        [words.perSheet, words.onePage],
      ].map(([name, value]) => (
        <Box
          key={name}
          style={{
            flexDirection: 'row',
            paddingVertical: 4,
            borderTopWidth: 0.5,
            borderTopColor: theme.color.rule,
            borderTopStyle: 'solid',
          }}
        >
          <Para style={{ ...styles.small, textAlign: 'left', width: width * 0.27 }}>{name}</Para>
          <Para style={{ ...styles.small, textAlign: 'left', fontWeight: 600, width: width * 0.73 }}>{value}</Para>
        </Box>
      ))}
      <Box style={{ marginTop: 18 }}>
        {stepsOf(job, setting).map(({ text, drawing }, index) => (
          <Box key={text} style={{ flexDirection: 'row', alignItems: 'center', marginBottom: 9 }}>
            <Para style={{ ...styles.questionNumber, width: 24 }}>{String(index + 1)}</Para>
            <Para style={{ ...styles.body, textAlign: 'left', width: width - 24 - (drawing ? DRAWING.width + 14 : 0) }}>
              {text}
            </Para>
            {drawing ? <Box style={{ width: DRAWING.width, marginLeft: 14 }}>{drawing}</Box> : null}
          </Box>
        ))}
      </Box>
    </Box>
  );
}

/** What kind of card it is, and for which booklet. */
export function CardHead(props: { kind: string; title: string; below?: string; setting: CardSetting }): ReactNode {
  const { styles } = props.setting;
  return (
    <Box>
      <Para style={styles.kind}>{props.kind}</Para>
      <Para style={{ ...styles.heading[2], textAlign: 'left', marginTop: 4 }}>{props.title}</Para>
      {props.below ? (
        <Para style={{ ...styles.lessonSubtitle, textAlign: 'left', marginTop: 2 }}>{props.below}</Para>
      ) : null}
    </Box>
  );
}

interface Step {
  text: string;
  drawing?: ReactNode;
}

function stepsOf(
  { files, scheme, side, bundle, apart, trimmed }: PrintJob,
  { words: { steps }, theme }: CardSetting,
): Step[] {
  const [first, second] = drawingsFor(scheme, side).map((shapes) => (
    <Drawing key="drawing" shapes={shapes} theme={theme} />
  ));
  const before = [{ text: steps.testFirst(files.flipTest) }, { text: steps.oneFirst }];
  const trim = trimmed ? [{ text: steps.trim }] : [];
  if (apart) return [...before, { text: steps.apart }, ...trim];
  switch (scheme) {
    case 'saddle':
      return [
        ...before,
        { text: steps.foldAll, drawing: first },
        { text: steps.stapleFold, drawing: second },
        { text: trimmed ? steps.trim : steps.flush },
      ];
    case 'signatures':
      return [
        ...before,
        { text: steps.foldBundles(bundle), drawing: first },
        { text: steps.sew, drawing: second },
        ...trim,
      ];
    case 'cut-2':
    case 'cut-4':
      return [
        ...before,
        { text: steps.cut(scheme === 'cut-2' ? 2 : 4), drawing: first },
        { text: steps.glue(side), drawing: second },
        ...trim,
      ];
    case 'single':
      return [...before, { text: steps.stapleSide(side), drawing: first }, ...trim];
  }
}
