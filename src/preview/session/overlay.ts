import { posix } from 'node:path';
import { hasErrors } from '../../diagnostics/diagnostic.js';
import { knownAs } from '../../diagnostics/known-as.js';
import { OutputError } from '../../output/error.js';
import type { Output } from '../../output/model.js';
import { newName } from '../../output/new-name.js';
import type { World } from '../../world/model.js';
import type { Choices, OverlayPlan } from '../protocol.js';
import { isEmpty, overlayText } from './overlay-text.js';
import { Refused } from './refused.js';

/** A booklet and what was chosen for it. */
export interface Overlaid {
  world: World;
  /** Folder that messages are relative to. */
  base: string;
  /** The booklet's folder. */
  folder: string;
  choices: Choices;
}

/** A plan with the absolute paths of its files. */
export interface PlacedPlan {
  plan: OverlayPlan;
  files: { path: string; text: string }[];
}

/**
 * What would be written to keep the choices: a booklet beside the other that extends it. Throws `Refused` where there is
 * nothing to keep or the name cannot be used, and for a name that anything there has already.
 */
export async function planOverlay(typed: string, { world, base, folder, choices }: Overlaid): Promise<PlacedPlan> {
  if (isEmpty(choices)) throw new Refused(409, 'Nothing is chosen yet that could be kept.');
  const parent = posix.dirname(folder);
  const { value: name, messages } = newName(typed, knownAs(parent, base));
  if (!name || hasErrors(messages)) {
    const [problem] = messages;
    throw new Refused(409, `This name cannot be used: ${problem?.reason ?? 'choose another'}.`);
  }
  const same = (await world.list(parent)).find((entry) => entry.normalize('NFC').toLowerCase() === name.slug);
  if (same !== undefined) {
    throw new Refused(409, `There is already something called “${same}” beside the booklet; choose another name.`);
  }
  const home = posix.join(parent, name.slug);
  const files = [{ path: `${home}/booklet.yaml`, text: overlayText(posix.relative(home, folder), choices) }];
  const known = files.map(({ path, text }) => ({ path: knownAs(path, base), text }));
  return { plan: { folder: knownAs(home, base), files: known }, files };
}

/** Writes what was planned, over nothing that is there. Throws `Refused` where it cannot be written. */
export async function writeOverlay({ plan, files }: PlacedPlan, output: Output, base: string): Promise<OverlayPlan> {
  for (const { path, text } of files) {
    try {
      await output.create(path, text);
    } catch (error) {
      if (!(error instanceof OutputError)) throw error;
      throw new Refused(409, `${knownAs(error.path, base)} could not be written: ${error.reason}.`);
    }
  }
  return plan;
}
