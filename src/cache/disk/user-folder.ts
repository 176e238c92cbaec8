import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * The folder in which programs keep what they can make again, for whoever runs this one: as the XDG Base Directory
 * Specification, Apple's File System Programming Guide and Microsoft's known folders have it. Undefined where there is none.
 */
export function userCacheFolder(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string | undefined {
  const parent = parentOf(env, platform, home);
  return parent === undefined || !isAbsolute(parent) ? undefined : join(parent, 'gathering');
}

function parentOf(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  home: string,
): string | undefined {
  if (platform === 'win32') return env.LOCALAPPDATA || undefined;
  if (home === '') return undefined;
  if (platform === 'darwin') return join(home, 'Library', 'Caches');
  // A path that is not absolute is to be passed over, says the specification.
  const { XDG_CACHE_HOME: named } = env;
  return named && isAbsolute(named) ? named : join(home, '.cache');
}
