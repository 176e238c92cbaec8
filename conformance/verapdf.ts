import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Flavour } from './flavours.js';
import { readReport, type Verdict } from './report.js';
import { run } from './run.js';
import { Unchecked } from './unchecked.js';

/** Another version may have other rules, so it is chosen, not taken as it comes. */
export const VERSION = '1.28.2';

const ARTIFACT = `org.verapdf.apps:greenfield-apps:${VERSION}`;
const JAR = `greenfield-apps-${VERSION}.jar`;
const SHA256 = '687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6';
const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy';
const MINUTES = 60_000;

/**
 * Gives veraPDF's one jar, which holds all that it needs. It is kept in the user's cache, so that Maven and a network are
 * needed once.
 */
export async function fetchVeraPdf(say: (line: string) => void): Promise<string> {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'gathering', 'verapdf');
  const jar = join(cache, JAR);
  if (isRight(jar)) return jar;
  say(`Fetching veraPDF ${VERSION} with Maven`);
  mkdirSync(cache, { recursive: true });
  // Beside its place, so that it appears there whole; without a pom.xml, so that Maven reads no other project's.
  const folder = mkdtempSync(join(cache, 'fetching-'));
  try {
    const args = ['-B', '-ntp', '-C', COPY, `-Dartifact=${ARTIFACT}`, `-DoutputDirectory=${folder}`];
    const { code, stdout, missing } = await run('mvn', args, { cwd: folder, timeout: 5 * MINUTES });
    if (missing) throw new Unchecked('veraPDF is fetched with Maven, and there is no mvn on the PATH.');
    if (code !== 0) {
      const errors = stdout.split('\n').filter((line) => line.startsWith('[ERROR]'));
      const reason = errors[0]?.replace('[ERROR] ', '') ?? 'it said nothing, and was stopped after five minutes';
      throw new Unchecked(`Maven could not fetch ${ARTIFACT}. Can it reach its registry? ${reason}`);
    }
    if (!isRight(join(folder, JAR))) throw new Unchecked(`Maven fetched a ${JAR} that is not the one known here.`);
    renameSync(join(folder, JAR), jar);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return jar;
}

function isRight(jar: string): boolean {
  try {
    return createHash('sha256').update(readFileSync(jar)).digest('hex') === SHA256;
  } catch {
    return false;
  }
}

/** Holds files to a standard, all in one start of Java. */
export async function validate(
  jar: string,
  flavour: Flavour,
  files: readonly string[],
  folder: string,
): Promise<Verdict[]> {
  const home = mkdtempSync(join(folder, 'verapdf-'));
  const { stdout, stderr, missing } = await run(
    'java',
    // It writes settings into the home folder: not into yours.
    ['-Xmx2g', `-Duser.home=${home}`, '-cp', jar, 'org.verapdf.apps.GreenfieldCliWrapper'].concat(
      ['--flavour', flavour, '--format', 'json', '--maxfailuresdisplayed', '1', '--loglevel', '1'],
      files,
    ),
    { timeout: 20 * MINUTES },
  );
  if (missing) throw new Unchecked('veraPDF runs on Java, and there is no java on the PATH.');
  // Its exit code only says again what the report does.
  if (stdout === '') throw new Unchecked(`veraPDF gave no report: ${stderr.trim() || 'it said nothing'}`);
  return readReport(stdout, flavour, files);
}
