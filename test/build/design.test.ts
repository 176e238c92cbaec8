import { describe, expect, it } from 'vitest';
import { layOutEditions } from '../../src/build/lay-out.js';
import { type Prepared, prepare } from '../../src/build/prepare.js';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import { lessonOf, tinyWorld, WORK } from '../support/tiny.js';

const request = { base: WORK, templates: [`${WORK}/templates`] };
const FILES = {
  'lessons/base/booklet.yaml':
    'title: Base\ntheme: classic\ndesign: {accent: "#1F4A3D", body-size: 12}\neditions: [participant, large-print, {name: plain-one, theme: plain}]\n',
  'lessons/base/1-one.md': lessonOf('Words.'),
};

/** A booklet as it is prepared, with what was said about it. */
async function prepared(files: Record<string, string>, folder = 'lessons/base', more = {}) {
  const { value, messages } = await prepare(
    tinyWorld({ ...FILES, ...files }),
    `${WORK}/${folder}`,
    { ...request, ...more },
    () => {},
  );
  return { value, told: formatDiagnostics(messages) };
}

const yaml = (design: string) => ({ 'lessons/base/booklet.yaml': `title: Base\ndesign: ${design}\n` });

describe('design in booklet.yaml', () => {
  it('gives every theme its accent, and drawings with it', async () => {
    const { value, told } = await prepared({});
    expect(told).toBe('');
    const looks = [...(value?.looks.values() ?? [])];
    expect(looks.map(({ theme }) => [theme.name, theme.color.accent])).toEqual([
      ['classic', '#1f4a3d'],
      ['plain', '#1f4a3d'],
    ]);
    expect(looks[0]?.theme.color.coverGround).not.toBe('#5a1822');
    expect(looks[1]?.theme.color.coverGround).toBe('#ffffff');
    expect(value?.booklet.design).toEqual({ accent: '#1f4a3d', bodySize: 12 });
  });

  it('is laid over that of the booklet it extends, key by key, and a request over both', async () => {
    const files = { 'lessons/ours/booklet.yaml': 'extends: ../base\ndesign: {body-size: 10}\n' };
    expect((await prepared(files, 'lessons/ours')).value?.booklet.design).toEqual({ accent: '#1f4a3d', bodySize: 10 });
    const asked = await prepared(files, 'lessons/ours', { design: { accent: '#203060' } });
    expect(asked.value?.booklet.design).toEqual({ accent: '#203060', bodySize: 10 });
    expect(asked.value?.looks.get('classic')?.theme.color.accent).toBe('#203060');
  });

  it('sets text in its size, but for editions that have one of their own', async () => {
    const { value } = await prepared({});
    const sizes = new Map<string, number[]>();
    for await (const { edition, laid } of layOutEditions(tinyWorld({}), value as Prepared, {}, () => {})) {
      const { body, h4, small } = laid.setting.theme.size;
      sizes.set(edition.name, [body, h4, small]);
    }
    expect(sizes.get('participant')).toEqual([12, 12, 10.69]);
    expect(sizes.get('plain-one')).toEqual([12, 12, 10.69]);
    expect(sizes.get('large-print')?.[0]).toBe(18);
  });

  it.each([
    [
      '{body-size: 7}',
      ':2:21  wrong-value  “design.body-size” is “7”; expected a number from 8 to 20 points: the size of running text;',
    ],
    ['{body-size: 21}', ':2:21  wrong-value  “design.body-size” is “21”;'],
    ['{accent: green}', ':2:18  wrong-value  “design.accent” is “green”; expected a colour such as "#6b1f2a"; write #'],
    [
      '{acent: "#000"}',
      ':2:10  unknown-key  unknown key “acent” in “design”; expected a key that has a meaning here; did you mean “accent”?',
    ],
    [
      '"#000"',
      ':2:9  wrong-value  “design” is “#000”; expected a colour and a size such as {accent: "#1f4a3d", body-size: 11.5};',
    ],
  ])('%s is told at its place', async (design, line) => {
    const { told } = await prepared(yaml(design));
    expect(told).toContain(`lessons/base/booklet.yaml${line}`);
  });

  it('warns where it says so of an accent that cannot be read', async () => {
    const { value, told } = await prepared(yaml('{accent: "#ccc"}'));
    expect(value).toBeDefined();
    expect(told).toBe(
      'lessons/base/booklet.yaml:2:18  theme-contrast  warning: “design.accent” #cccccc on “tint” #f6f1ea has a contrast of 1.4 to 1 in colour and in grey; expected at least 4.5 to 1; make “design.accent” darker',
    );
  });

  it('tells it in the file that says so, also where another one extends that', async () => {
    const files = { ...yaml('{accent: "#ccc"}'), 'lessons/ours/booklet.yaml': 'extends: ../base\n' };
    expect((await prepared(files, 'lessons/ours')).told).toMatch(/^lessons\/base\/booklet.yaml:2:18 {2}theme-contrast/);
  });
});
