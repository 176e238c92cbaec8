import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Manifest, manifestSchema } from '../../src/build/manifest/schema.js';
import { build } from '../../src/build.js';
import type { BuildRequest } from '../../src/build-types.js';
import { OutputError } from '../../src/output/error.js';
import type { Output } from '../../src/output/model.js';
import type { World } from '../../src/world/model.js';
import { type Made, made, ROOT } from '../support/booklet.js';
import { memoryOutput } from '../support/memory-output.js';
import { readPdf } from '../support/pdf.js';
import { buildTiny, lessonOf, tinyBooklet, tinyWorld, WORK } from '../support/tiny.js';

const LESSON = lessonOf(
  [
    '## For all',
    '::::question{#who}\nWho?\n\n:::answer\nMelchizedek.\n:::\n::::',
    ':::leader\n### Only for leaders\n\nSecret.\n:::',
    '::::question{#hard for=leader}\nWhat would you ask?\n::::',
    '::scripture[Hebrews 7:25]',
  ].join('\n\n'),
);

function manifestIn(written: Made['written'], booklet = 'tiny'): Manifest {
  return JSON.parse(textIn(written, booklet));
}

function textIn(written: Made['written'], booklet = 'tiny'): string {
  const bytes = written.get(`/out/${booklet}/manifest.json`);
  if (!bytes) throw new Error(`no manifest among ${[...written.keys()].join(', ')}`);
  return new TextDecoder().decode(bytes);
}

const tiny = (request: Partial<BuildRequest> = {}, files = tinyBooklet(LESSON)) => buildTiny(tinyWorld(files), request);

describe('the manifest', () => {
  it('states every file with its size and hash, by paths from where it lies', async () => {
    const { written, files } = await tiny({ targets: ['screen', 'home', 'phone'] });
    const manifest = manifestIn(written);
    const pdfs = [...written].filter(([path]) => path.endsWith('.pdf'));
    expect(manifest.files.map(({ path }) => path)).toEqual(
      pdfs.map(([path]) => path.slice('/out/tiny/'.length)).sort(),
    );
    expect(manifest.files.map(({ path }) => path)).toContain('print-pack/leader-home.pdf');
    for (const { path, bytes, sha256, pages, sheets, target, edition } of manifest.files) {
      const file = written.get(`/out/tiny/${path}`) ?? new Uint8Array();
      expect([bytes, sha256]).toEqual([file.length, createHash('sha256').update(file).digest('hex')]);
      const built = files.find((one) => one.path === `/out/tiny/${path}`);
      expect({ pages, sheets, target, edition }).toEqual({
        pages: built?.pages,
        sheets: built?.sheets,
        target: built?.target,
        edition: built?.edition,
      });
    }
  });

  it('says what the booklet is, as it states it', async () => {
    const booklet =
      'title: Tiny -- or not\nversion: "0.9"\ndate: 2026-03-01\nauthors: [Ann]\ntranslation: KJV\npaper: a4\n';
    const { written } = await tiny({ theme: 'plain' }, tinyBooklet(LESSON, booklet));
    expect(manifestIn(written)).toMatchObject({
      schema: 'gathering-manifest',
      version: 1,
      booklet: {
        id: 'tiny',
        title: 'Tiny – or not',
        authors: ['Ann'],
        version: '0.9',
        date: '2026-03-01',
        language: 'en',
      },
      theme: 'plain',
      translation: 'KJV',
      paper: 'a4',
      lessons: [{ id: 'one', number: 1, title: 'One' }],
    });
    expect(manifestIn(written).editions.map(({ name, label, theme }) => [name, label, theme])).toEqual([
      ['leader', 'Leader’s guide', 'plain'],
      ['participant', 'Participant’s guide', 'plain'],
    ]);
  });

  it('says on which page and under which folio everything stands, as the file has it', async () => {
    const { written } = await tiny({ targets: ['screen', 'phone'], editions: ['leader'] });
    const [leader] = manifestIn(written).editions;
    expect(leader?.layouts.map(({ form }) => form)).toEqual(['book', 'phone']);
    for (const { form, anchors, pages, width, height } of leader?.layouts ?? []) {
      const file = written.get(`/out/tiny/leader${form === 'phone' ? '-phone' : ''}.pdf`) ?? new Uint8Array();
      const pdf = await readPdf(file);
      expect(pdf.pages).toHaveLength(pages);
      const kinds = Object.fromEntries(Object.entries(anchors).map(([id, { kind }]) => [id, kind]));
      expect(kinds).toMatchObject({
        '.cover': 'cover',
        '.contents': 'contents',
        one: 'lesson',
        'one.for-all': 'heading',
        'one.who': 'question',
        'one.hard': 'question',
        'one.only-for-leaders': 'heading',
        'one.hebrews-7-25': 'scripture',
      });
      for (const [id, { page, folio }] of Object.entries(anchors)) {
        expect(pdf.places.get(id)?.page, `${form} ${id}`).toBe(page);
        // The cover has no folio, though a viewer must call it something.
        if (id !== '.cover') expect(pdf.pages[page - 1]?.label, `${form} ${id}`).toBe(folio);
      }
      expect([width, height]).toEqual(form === 'book' ? [139.7, 215.9] : [expect.any(Number), expect.any(Number)]);
    }
  });

  it('names what only leaders see under no other edition', async () => {
    const { editions } = manifestIn((await tiny()).written);
    const ids = new Map(editions.map(({ name, layouts }) => [name, Object.keys(layouts[0]?.anchors ?? {})]));
    expect(ids.get('leader')).toEqual(expect.arrayContaining(['one.hard', 'one.only-for-leaders']));
    expect(ids.get('participant')).toContain('one.who');
    for (const id of ['one.hard', 'one.only-for-leaders']) expect(ids.get('participant')).not.toContain(id);
  });

  it('tells where messages are about, and not what they quote', async () => {
    const body = `${LESSON}\n:::leader\nThe <u title="secret">word</u>.\n:::\n`;
    const { written, messages } = await tiny({}, tinyBooklet(body));
    expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
    const told = manifestIn(written).messages;
    expect(told.map(({ rule, line }) => [rule, line])).toEqual(
      messages.map(({ ruleId, line }) => [ruleId, line ?? undefined]),
    );
    expect(told.length).toBeGreaterThan(0);
    expect(told.map(({ file, output }) => file ?? output)).toContain('1-one.md');
    expect(textIn(written)).not.toMatch(/secret|Melchizedek/i);
  });

  it('describes what this build made, whatever an earlier one left', async () => {
    const both = await tiny();
    const leader = await tiny({ editions: ['leader'] });
    expect(manifestIn(both.written).files.map(({ path }) => path)).toEqual(['leader.pdf', 'participant.pdf']);
    const manifest = manifestIn(leader.written);
    expect(manifest.files.map(({ path }) => path)).toEqual(['leader.pdf']);
    expect(manifest.editions.map(({ name }) => name)).toEqual(['leader']);
  });

  it('is the same wherever and whenever it is made, its keys sorted', async () => {
    const text = async (world: World, request: Partial<BuildRequest>) =>
      textIn((await buildTiny(world, request)).written);
    const files = tinyBooklet(LESSON, 'title: Tiny\ndate: 2026-03-01\n');
    const here = await text(tinyWorld(files), {});
    const moved = Object.entries(files).map(([path, content]) => [path.replace('lessons/', '/home/ann/'), content]);
    const there = await text(
      { ...tinyWorld(Object.fromEntries(moved), { SOURCE_DATE_EPOCH: '0' }), now: () => 12 },
      { base: '/somewhere/else/entirely', booklets: ['/home/ann/tiny'] },
    );
    expect(there).toBe(here);
    JSON.parse(here, (_, value) => {
      const isObject = typeof value === 'object' && !Array.isArray(value);
      if (isObject) expect(Object.keys(value)).toEqual(Object.keys(value).sort());
      return value;
    });
  });

  it('names files of themes and of booklets that are extended by paths that hold nothing of the computer', async () => {
    const files = {
      ...tinyBooklet(lessonOf('In <u>the base</u>.')),
      '/elsewhere/over/booklet.yaml': 'extends: ../../work/lessons/tiny\ntitle: Over\ntheme: loud\n',
      '/own/templates/loud/theme.yaml': 'extends: classic\ncolor:\n  muted: "#dddddd"\n',
    };
    const { written, messages } = await buildTiny(tinyWorld(files), {
      base: '/base',
      booklets: ['/elsewhere/over'],
      templates: ['/own/templates', '/work/templates'],
      editions: ['participant'],
    });
    expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
    const places = manifestIn(written, 'over').messages.map(({ file, output }) => file ?? output);
    expect(places).toContain('../../work/lessons/tiny/1-one.md');
    expect(places).toContain('templates/loud/theme.yaml');
    expect(textIn(written, 'over')).not.toMatch(/"\/|\/own\/|\/base\//);
  });

  it('appears with all files or not at all', async () => {
    const broken = { ...tinyBooklet(LESSON), 'lessons/tiny/2-two.md': lessonOf('[nowhere](#nowhere)') };
    const failed = await tiny({}, broken);
    expect([failed.files, failed.written.size]).toEqual([[], 0]);

    const output = memoryOutput();
    const stage: Output['stage'] = async (path, bytes) => {
      if (path.endsWith('.json')) throw new OutputError(path, 'the disk is full');
      return output.stage(path, bytes);
    };
    const request = { base: WORK, booklets: [`${WORK}/lessons/tiny`], templates: [`${WORK}/templates`], out: '/out' };
    await expect(build(tinyWorld(tinyBooklet(LESSON)), { ...output, stage }, request)).rejects.toThrow(OutputError);
    expect([output.files.size, output.staged.size]).toEqual([0, 0]);
  });

  it('fits its schema, and says nothing that the schema does not know', async () => {
    const { written } = await made({ targets: ['copyshop', 'phone'], editions: ['participant'] });
    const manifest = manifestIn(written, 'intercession');
    expect(manifestSchema.parse(manifest)).toEqual(manifest);
    expect(manifest.files.length).toBeGreaterThan(3);
    expect(textIn(written, 'intercession')).not.toContain(ROOT);
  });

  it('has an example in its documentation that fits', () => {
    const [, example = ''] = /```json\n(.*?)```/s.exec(readFileSync(`${ROOT}/docs/manifest.md`, 'utf8')) ?? [];
    const manifest = JSON.parse(example.replace('"…"', JSON.stringify('0'.repeat(64))));
    expect(manifestSchema.parse(manifest)).toEqual(manifest);
  });

  it('has a schema that is written down', async () => {
    const schema = z.toJSONSchema(manifestSchema, { io: 'input' });
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../../docs/manifest.schema.json');
  });
});
