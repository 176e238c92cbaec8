import { z } from 'zod';
import { FLAVOURS, type Flavour } from './flavours.js';
import { Unchecked } from './unchecked.js';

/** A rule that a file broke. */
export interface BrokenRule {
  /** Its clause and its number within the clause, such as `7.18.5-1`. */
  rule: string;
  /** What the rule asks for. */
  description: string;
  /** How many times it was broken. */
  count: number;
  /** One place where, and what was found there. */
  example: string;
}

/** What veraPDF says of a file. */
export interface Verdict {
  file: string;
  flavour: Flavour;
  /** Whether veraPDF calls the file compliant. Not enough by itself: see {@link faultOf}. */
  compliant: boolean;
  rules: { passed: number; failed: number };
  checks: { passed: number; failed: number };
  broken: BrokenRule[];
  /** Why veraPDF could not look through the file. */
  unread?: string;
}

const count = z.int().nonnegative();

const details = z.object({
  passedRules: count,
  failedRules: count,
  passedChecks: count,
  failedChecks: count,
  ruleSummaries: z.array(
    z.object({
      clause: z.string(),
      testNumber: count,
      status: z.string(),
      failedChecks: count,
      description: z.string(),
      checks: z.array(z.object({ context: z.string(), errorMessage: z.string().nullish() })).default([]),
    }),
  ),
});

const job = z.object({
  itemDetails: z.object({ name: z.string() }),
  validationResult: z.array(z.object({ details, profileName: z.string(), compliant: z.boolean() })).optional(),
  taskException: z.object({ exceptionMessage: z.string().optional(), exception: z.string().optional() }).optional(),
});

const schema = z.object({ report: z.object({ jobs: z.array(job) }) });

/**
 * Reads veraPDF's report as JSON.
 *
 * @param files Those that were asked about, by the names in the report. Each gets a verdict, also where the report is silent.
 */
export function readReport(json: string, flavour: Flavour, files: readonly string[]): Verdict[] {
  const jobs = new Map(decode(json).report.jobs.map((one) => [one.itemDetails.name, one]));
  return files.map((file) => verdictOf(file, flavour, jobs.get(file)));
}

function decode(json: string): z.infer<typeof schema> {
  try {
    return schema.parse(JSON.parse(json));
  } catch (cause) {
    throw new Unchecked(`veraPDF’s report is not what this program can read: ${String(cause)}`);
  }
}

function verdictOf(file: string, flavour: Flavour, one: z.infer<typeof job> | undefined): Verdict {
  const none = { compliant: false, rules: { passed: 0, failed: 0 }, checks: { passed: 0, failed: 0 }, broken: [] };
  const unread = (why: string): Verdict => ({ file, flavour, ...none, unread: why });
  if (!one) return unread('veraPDF did not mention the file');
  const { profile } = FLAVOURS[flavour];
  const result = one.validationResult?.find(({ profileName }) => profileName === profile);
  if (!result) {
    const { exceptionMessage, exception } = one.taskException ?? {};
    return unread(exceptionMessage ?? exception ?? `veraPDF did not hold the file to the ${profile}`);
  }
  const { passedRules, failedRules, passedChecks, failedChecks, ruleSummaries } = result.details;
  const broken = ruleSummaries
    .filter(({ status }) => status === 'failed')
    .map(({ clause, testNumber, description, failedChecks: times, checks: [first] }) => ({
      rule: `${clause}-${testNumber}`,
      description,
      count: times,
      example: first ? [first.errorMessage, first.context].filter(Boolean).join(': ') : '',
    }));
  return {
    file,
    flavour,
    compliant: result.compliant,
    rules: { passed: passedRules, failed: failedRules },
    checks: { passed: passedChecks, failed: failedChecks },
    broken: broken.sort((a, b) => a.rule.localeCompare(b.rule, 'en', { numeric: true })),
  };
}

/** Why a file does not pass. A file of which nothing was checked does not, whatever veraPDF says. */
export function faultOf({ unread, compliant, rules, checks, broken }: Verdict): string | undefined {
  if (unread !== undefined) return unread;
  if (rules.failed > 0 || checks.failed > 0 || broken.length > 0) return 'breaks rules';
  if (rules.passed === 0 || checks.passed === 0) return 'nothing was checked';
  return compliant ? undefined : 'not compliant, says veraPDF, and names no rule';
}
