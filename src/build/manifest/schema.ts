import { z } from 'zod';
import { TARGETS } from '../../geometry/targets.js';

const path = z.string().min(1);
const count = z.number().int().min(0);

const anchor = z
  .object({
    folio: z.string().meta({ description: 'The page as readers cite it: “iv”, “12”; empty for the cover.' }),
    kind: z
      .enum([
        'activity',
        'chapter',
        'contents',
        'cover',
        'heading',
        'hymn',
        'index-of-hymns',
        'index-of-passages',
        'lesson',
        'memory-verse',
        'notes',
        'prayer-requests',
        'question',
        'readings',
        'scripture',
      ])
      .meta({ description: 'What stands there.' }),
    page: count.min(1).meta({ description: 'The page in the file, from 1.' }),
  })
  .meta({ description: 'Where something came to stand.' });

const layout = z
  .object({
    anchors: z.record(z.string(), anchor).meta({
      description: 'By its id, which is also a named destination of the PDF: leader.pdf#nameddest=luke-22.q3.',
    }),
    form: z.enum(['book', 'phone']).meta({
      description: '“phone”: the narrow pages of the target phone; “book”: the pages that all other targets have.',
    }),
    height: z.number().meta({ description: 'Of a finished page, in millimetres.' }),
    pages: count,
    width: z.number().meta({ description: 'Of a finished page, in millimetres.' }),
  })
  .meta({ description: 'The pages of an edition in one of its forms.' });

const file = z
  .object({
    bytes: count,
    edition: z.string().optional().meta({ description: 'Absent for what is for several editions.' }),
    pages: count.meta({ description: 'Pages of the booklet, also where two of them stand on each side of a sheet.' }),
    path: path.meta({ description: 'Relative to the manifest; “/” separates its parts.' }),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    sheets: count.meta({ description: 'Sheets of paper that one copy takes; 0 where there is no paper.' }),
    target: z.enum(TARGETS),
  })
  .meta({ description: 'A file of this build.' });

const message = z
  .object({
    column: count.optional(),
    file: path.optional().meta({
      description:
        'The file that the message is about, relative to the booklet’s folder. A theme’s file begins with “templates/”.',
    }),
    line: count.optional(),
    output: path.optional().meta({ description: 'In place of file: the finished file that the message is about.' }),
    rule: z.string().meta({ description: 'As in the table of messages in docs/authoring.md.' }),
    severity: z.enum(['error', 'warning']),
  })
  .meta({ description: 'A message of the build, without its words, which may quote what only leaders should read.' });

/** What `manifest.json` holds. Keys may be added to a version; those it has keep their meaning. */
export const manifestSchema = z
  .object({
    booklet: z.object({
      authors: z.array(z.string()),
      date: z.string().optional().meta({ description: 'As booklet.yaml states it.' }),
      id: z.string().meta({ description: 'The name of its folder.' }),
      language: z.string().meta({ description: 'BCP 47.' }),
      subtitle: z.string().optional(),
      title: z.string(),
      version: z.string().optional().meta({ description: 'As booklet.yaml states it.' }),
    }),
    editions: z.array(
      z.object({
        label: z.string().meta({ description: 'What it is called on its cover.' }),
        layouts: z.array(layout),
        name: z.string(),
        theme: z.string(),
      }),
    ),
    files: z.array(file).meta({ description: 'Sorted by path.' }),
    lessons: z.array(z.object({ id: z.string(), number: count.min(1), title: z.string() })),
    messages: z.array(message),
    paper: z.string(),
    schema: z.literal('gathering-manifest'),
    theme: z.string().meta({ description: 'The booklet’s; an edition may have another.' }),
    translation: z
      .string()
      .meta({ description: 'Of the Bible: WEB, KJV, or what one of the booklet’s own calls itself.' }),
    version: z.literal(1),
  })
  .meta({ title: 'gathering-manifest', description: 'What a build of a booklet made: docs/manifest.md.' });

export type Manifest = z.infer<typeof manifestSchema>;
