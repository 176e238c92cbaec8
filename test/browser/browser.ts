import type { Browser } from 'playwright-core';

/** Whether the browser of that package runs here: it is made for Linux on 64-bit Intel and AMD processors. */
export const HAS_BROWSER = process.platform === 'linux' && process.arch === 'x64';

/**
 * A Chromium that comes with an npm package, so that nothing of the system's is needed. The two variables make the
 * package unpack its own libraries, as it does where it was made for.
 */
export async function launchBrowser(): Promise<Browser> {
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  const { chromium: playwright } = await import('playwright-core');
  // As strict as those that people have: without this some headers are not sent either.
  const args = chromium.args.filter((arg) => arg !== '--disable-web-security');
  return playwright.launch({ args, executablePath: await chromium.executablePath(), headless: true });
}
