/** What of Node is needed to speak to its engine. */
export interface Engine {
  setFlagsFromString(flags: string): void;
}

/**
 * How each engine is told to wait longer before it optimizes code: eight times as many bytes run through, or four times as many calls.
 * The names are those that `node --v8-options` lists, and change with the engine, so these are the ones that were measured.
 */
const PATIENCE: Readonly<Record<string, string>> = {
  '11.3': '--interrupt-budget=528000',
  '12.4': '--invocation-count-for-turbofan=12000',
  '13.6': '--invocation-count-for-turbofan=12000',
};

/**
 * Has the engine optimize only what is run a great deal, in a process that is over after one build: much of what it would
 * optimize is hardly run again, or optimized anew for every other kind of value. The processors that it would take are needed
 * for the booklets. Nothing is done for engines that are not known, and for other commands.
 *
 * @param version - Of the engine, as in `process.versions.v8`.
 * @param argv - As it was written, since it has to be done before most code is run.
 */
export function optimizeLate(engine: Engine, version: string, argv: readonly string[]): void {
  const flags = PATIENCE[version.split('.').slice(0, 2).join('.')];
  if (flags && argv.includes('build')) engine.setFlagsFromString(flags);
}
