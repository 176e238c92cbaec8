import { z } from 'zod';
import { TARGETS } from '../geometry/targets.js';

const count = z.number().int().min(0);

const file = z
  .object({
    booklet: z.string().meta({ description: 'The name of its folder.' }),
    edition: z.string().optional().meta({ description: 'Absent for what is for several editions.' }),
    target: z.enum(TARGETS).meta({ description: 'What the file is for.' }),
    path: z.string().meta({
      description: 'Relative to the working directory, or absolute when outside it; “/” separates its parts.',
    }),
    pages: count,
    sheets: count.meta({ description: 'Sheets of paper that one copy takes; 0 where there is no paper.' }),
    bytes: count,
    milliseconds: count,
  })
  .meta({ description: 'A PDF that was written.' });

const message = z
  .object({
    file: z.string(),
    line: count.optional().meta({ description: 'From 1; absent where the whole file is meant.' }),
    column: count.optional(),
    severity: z.enum(['error', 'warning', 'advice']).meta({ description: 'Advice is what `gathering check` gives.' }),
    rule: z.string().meta({ description: 'As in the table of messages in docs/authoring.md.' }),
    message: z.string().meta({ description: 'The next three in one sentence.' }),
    found: z.string(),
    expected: z.string(),
    advice: z.string(),
  })
  .meta({ description: 'Something to say about the input.' });

const timing = z
  .object({
    phase: z.string().meta({
      description:
        '`libraries` until the first booklet is read; then the phases of a build, of which later versions may have others.',
    }),
    edition: z.string().optional().meta({ description: 'Absent for what editions share.' }),
    milliseconds: count,
  })
  .meta({ description: 'How long a phase took, in all booklets together.' });

/** What `build --json` prints. Keys may be added to a version; those it has keep their meaning. */
export const reportSchema = z
  .object({
    version: z.literal(1),
    files: z.array(file).meta({ description: 'Empty when any message is an error.' }),
    messages: z.array(message).meta({ description: 'Sorted by file, line and column.' }),
    timings: z.array(timing).optional().meta({
      description: 'With `--timings`: in the order in which they began. Together, the time that the build took.',
    }),
  })
  .meta({ title: 'gathering build --json', description: 'The one object on standard output: docs/manifest.md.' });

export type BuildReport = z.infer<typeof reportSchema>;
