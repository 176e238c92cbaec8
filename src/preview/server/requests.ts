import { z } from 'zod';
import { PAPERS, type PaperName } from '../../geometry/frame.js';
import { TARGETS } from '../../geometry/targets.js';
import type { Choices, OverlayRequest } from '../protocol.js';
import { BODY_SIZES } from '../session/offered.js';

/** Text of one line that is whole characters and none that drive anything. */
const line = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text));

/** What `PUT /api/choices` takes. Whether there is such a theme or translation is for the booklet to say. */
export const choicesSchema: z.ZodType<Choices> = z.strictObject({
  theme: z
    .string()
    .max(100)
    .regex(/^[A-Za-z0-9][\w-]*$/)
    .exactOptional(),
  translation: line(200).min(1).exactOptional(),
  paper: z.enum(Object.keys(PAPERS) as [PaperName, ...PaperName[]]).exactOptional(),
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .exactOptional(),
  bodySize: z.number().min(BODY_SIZES.least).max(BODY_SIZES.most).exactOptional(),
  variables: z
    .record(
      z
        .string()
        .max(100)
        .regex(/^[A-Za-z][\w-]*$/),
      line(2000),
    )
    .refine((values) => Object.keys(values).length <= 200)
    .exactOptional(),
});

/** What `POST /api/overlay` takes. Whether the name can be used is for the one who makes the folder to say. */
export const overlaySchema: z.ZodType<OverlayRequest> = z.strictObject({ name: z.string().max(500) });

/** The query of what is asked for one edition and one target. */
export const editionSchema = z.object({ edition: line(100).min(1), target: z.enum(TARGETS) });
