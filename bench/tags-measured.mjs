/** What `tags.mjs` measures. It needs parts of the program that the bundle does not give, so vite loads it from the source. */
import { fileURLToPath } from 'node:url';
import { layOutEditions } from '../src/build/lay-out.ts';
import { prepare } from '../src/build/prepare.ts';
import { pageFurniture } from '../src/document/furniture.tsx';
import { bindPages, furnitureOf } from '../src/layout/book.ts';
import { ThemeFonts } from '../src/layout/fonts.ts';
import { layOutPages } from '../src/layout/galley.ts';
import { paint } from '../src/pdf/paint.ts';
import { diskWorld } from '../src/world/disk.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const rounds = Number(process.argv[2] ?? 7);
const world = diskWorld();
const request = {
  base: ROOT,
  booklets: [`${ROOT}/lessons/intercession`],
  templates: [`${ROOT}/templates`],
  out: '/nowhere',
  editions: ['leader', 'participant'],
};

const profile = await world.readFile(await world.packageFile('pdfkit', 'js/data/sRGB_IEC61966_2_1.icc'));
const { value: prepared } = await prepare(world, request.booklets[0], request, () => {});
const editions = [];
for await (const laid of layOutEditions(world, prepared, request, () => {})) editions.push(await bound(laid));

console.log('edition       pages  with/without tags   layout    plain   tagged  size');
for (const edition of editions) {
  const times = { plain: [], tagged: [] };
  const sizes = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of round % 2 ? ['plain', 'tagged'] : ['tagged', 'plain']) {
      const start = performance.now();
      const bytes = await paint(edition.pages, {
        ...edition.options,
        ...(kind === 'tagged' ? { screen: { profile } } : {}),
      });
      times[kind].push(performance.now() - start);
      sizes[kind] = bytes.length;
    }
  }
  const [plain, tagged] = [median(times.plain), median(times.tagged)];
  const ratio = (edition.layout + tagged) / (edition.layout + plain);
  const ms = (value) => `${Math.round(value)} ms`.padStart(8);
  console.log(
    `${edition.name.padEnd(12)} ${String(edition.pages.length).padStart(6)}  ${ratio.toFixed(3).padStart(17)} ${ms(edition.layout)} ${ms(plain)} ${ms(tagged)}  ${(sizes.tagged / sizes.plain).toFixed(2)}`,
  );
}

/** An edition with its pages put together, as the build does it. */
async function bound({ edition, laid, milliseconds }) {
  const { assembly, frame, setting } = laid;
  const fonts = new ThemeFonts(setting.theme);
  const furniture = await layOutPages(
    furnitureOf(assembly).map((page) => ({ content: pageFurniture(page, frame, setting), size: frame.trim })),
    fonts,
  );
  const metadata = { title: 'Tags', authors: [], language: 'en', date: new Date(0), creator: 'Gathering' };
  return {
    name: edition.name,
    layout: milliseconds,
    pages: bindPages(assembly, furniture, frame),
    options: { metadata, outline: [], cover: 'Cover' },
  };
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
