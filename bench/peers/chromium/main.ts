/**
 * Prints one page of HTML with the Chromium that comes with the development dependencies.
 *
 *     node main.js SOURCE.html PDF
 *     node main.js --probe          fails where there is no such browser
 */
import { pathToFileURL } from 'node:url';

const [source = '', path = ''] = process.argv.slice(2);
if (process.platform !== 'linux' || process.arch !== 'x64') {
  throw new Error('the Chromium of @sparticuz/chromium runs on Linux (x64) only');
}

// With these the package unpacks its own libraries, as it does where it was made for.
process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
const { default: chromium } = await import('@sparticuz/chromium');
const { chromium: playwright } = await import('playwright-core');
const executablePath = await chromium.executablePath();
const browser = await playwright.launch({ args: chromium.args, executablePath, headless: true });
if (source !== '--probe') {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(source).href);
  await page.evaluate('document.fonts.ready');
  await page.pdf({ path, preferCSSPageSize: true, printBackground: true, tagged: true });
}
await browser.close();
