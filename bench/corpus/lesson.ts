import type { Random } from './random.js';
import { sentences } from './sentences.js';

/** Passages of the length that lessons print, each whole in itself. */
const PASSAGES = [
  'Mark 4:1-20',
  'Luke 15:11-24',
  'John 15:1-11',
  'Psalm 121',
  'Romans 12:9-18',
  'Philippians 2:1-11',
  'Ephesians 3:14-19',
  'James 1:2-8',
  '1 John 4:7-14',
  'Isaiah 55:1-7',
  'Genesis 12:1-9',
  'Exodus 3:1-10',
  '1 Samuel 3:1-10',
  'Matthew 6:5-13',
  'Colossians 3:12-17',
  'Hebrews 10:19-25',
  'Psalm 1',
  'Luke 10:38-42',
] as const;

/** Questions of a lesson: what is asked of them, and their minutes. A path of 45 minutes keeps those without `from`. */
const QUESTIONS = [
  { kind: 'understand', minutes: 6, lines: 3 },
  { kind: 'understand', minutes: 8, lines: 0, from: 60, table: true },
  { kind: 'reflect', minutes: 6, lines: 4 },
  { kind: 'reflect', minutes: 7, lines: 4, optional: true },
  { kind: 'reflect', minutes: 8, lines: 5, from: 75 },
  { kind: 'engage', minutes: 6, lines: 4 },
  { kind: 'engage', minutes: 6, lines: 6, from: 60 },
] as const;

const MINUTES: Record<'icebreaker' | 'activity' | 'prayer', number> = { icebreaker: 5, activity: 8, prayer: 5 };

/** A lesson as an author would write it, with everything once that lessons usually hold. */
export function lessonMarkdown(random: Random, number: number): string {
  const say = sentences(random);
  const passages = [random.pick(PASSAGES), random.pick(PASSAGES)];
  const [passage = ''] = passages;
  const planned = QUESTIONS.filter((question) => !('optional' in question));
  const duration = [...planned.map(({ minutes }) => minutes), ...Object.values(MINUTES)].reduce(
    (sum, one) => sum + one,
  );
  const [understand = '', table = '', ...others] = QUESTIONS.map((question, index) => asked(question, index));

  function asked(question: (typeof QUESTIONS)[number], index: number): string {
    const { kind, minutes, lines } = question;
    const more = 'optional' in question ? ' optional' : 'from' in question ? ` from=${question.from}` : '';
    const body = [
      `${say.question()} ${say.question()} ${say.sentence()}`,
      ...('table' in question ? [tableOf()] : []),
      `:::answer\n${say.paragraph(3, 6)}\n:::`,
    ];
    return `::::question{#q-${index + 1} kind=${kind} minutes=${minutes} lines=${lines}${more}}\n${body.join('\n\n')}\n::::`;
  }

  function tableOf(): string {
    const row = () => {
      const cells = [`**${say.noun()}**`, say.reference(), say.phrase(), `${say.phrase()} :blank[${say.noun()}]`];
      return `| ${cells.join(' | ')} |`;
    };
    return ['| Who | Where | What | For whom |', '|---|---|---|---|', ...[1, 2, 3, 4].map(row)].join('\n');
  }

  const leader = () => `:::leader[${say.title()}]\n${say.paragraph(4, 6)}\n\n${say.paragraph(2, 4)}\n:::`;
  const items = (mark: (index: number) => string, count: number) =>
    Array.from({ length: count }, (_, index) => `${mark(index)} ${say.sentence()}`).join('\n');
  const stanza = () => Array.from({ length: 4 }, (_, index) => `${say.verseLine()}${index < 3 ? ',' : '.'}`).join('\n');

  const blocks = [
    `---
title: ${say.title()}
subtitle: ${say.title()} and ${say.title()}
passages:
${passages.map((one) => `  - ${one}`).join('\n')}
duration: ${duration}
aim: To learn from ${say.phrase()} how ${say.phrase()} can be ${say.phrase()}.
---`,
    `:::prepare\n${items(() => '- [ ]', 4)}\n:::`,
    '## Begin',
    `:::icebreaker[${say.title()}]{minutes=${MINUTES.icebreaker}}\n${say.paragraph(2, 4)}\n:::`,
    `${say.paragraph(3, 5)}[^${number}a]`,
    say.paragraph(4, 6),
    `:::aside[A word for it]\n${say.paragraph(2, 4)}\n:::`,
    `:::activity[Read aloud]{minutes=${MINUTES.activity}}\n${say.paragraph(1, 2)}\n\n::scripture[${passage}]\n:::`,
    '## Understand',
    `${say.paragraph(3, 4)} The :blank[${say.noun()}] is a ${say.noun()}, and the ${say.noun()} is a :blank[${say.noun()}].`,
    understand,
    leader(),
    table,
    '## Reflect',
    say.paragraph(4, 6),
    `> ${say.paragraph(2, 3)}\n>\n> --- ${say.title()}`,
    ...others.slice(0, 3),
    leader(),
    `### ${say.title()}`,
    items(() => '-', 3),
    `${say.paragraph(3, 5)}[^${number}b]`,
    '## Engage',
    items((index) => `${index + 1}.`, 3),
    ...others.slice(3),
    `:::::hymn[${say.title()}]{words="${say.noun()}" year=2026}\n${stanza()}\n\n${stanza()}\n\n${stanza()}\n:::::`,
    '## Pray',
    `:::prayer{minutes=${MINUTES.prayer}}\n${say.paragraph(2, 3)}\n:::`,
    `:::participant\n${say.sentence()}\n\n::lines{count=4 style=dotted}\n:::`,
    `:::readings\n${Array.from({ length: 6 }, () => `- ${say.reference()}`).join('\n')}\n:::`,
    `[^${number}a]: ${say.sentence()}`,
    `[^${number}b]: ${say.paragraph(1, 2)}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}
