import type { Contestant, Sample } from '../contestants/model.js';

/** What each contestant did, round by round, by its key. */
export type Samples = Map<string, Sample[]>;

/**
 * Lets contestants run in turns, so that whatever else the machine does meets all of them: each once a round, in one order
 * and then in the other. One whose run fails ends the measurement, since a ratio with it would mean nothing.
 */
export async function runInTurns(
  contestants: readonly Contestant[],
  rounds: number,
  say: (text: string) => void = () => {},
): Promise<Samples> {
  const samples: Samples = new Map(contestants.map(({ key }) => [key, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const contestant of round % 2 === 0 ? contestants : [...contestants].reverse()) {
      const sample = await contestant.run(round);
      samples.get(contestant.key)?.push(sample);
      say(`  round ${round + 1}  ${contestant.name}: ${(sample.milliseconds / 1000).toFixed(2)} s`);
    }
  }
  return samples;
}
