import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bookletSchema } from '../src/booklet/schema.js';
import { build } from '../src/build.js';
import { EXIT_CODES } from '../src/cli/exit-codes.js';
import { program } from '../src/cli/program.js';
import { formatDiagnostics } from '../src/diagnostics/report.js';
import { RULES } from '../src/diagnostics/rules.js';
import { DIRECTIVES, type DirectiveRule } from '../src/markdown/directives.js';
import { divide } from '../src/markdown/front-matter.js';
import { diskWorld } from '../src/world/disk.js';
import { memoryWorld } from '../src/world/memory.js';
import { findImports } from './architecture/imports.js';
import { readSource } from './architecture/source.js';
import { memoryOutput } from './support/memory-output.js';

const root = resolve(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const authoring = read('docs/authoring.md');
const readme = read('README.md');
const manifest = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

describe('docs/authoring.md', () => {
  it('names every rule with its severity', () => {
    const rows = tableAfter(authoring, '## Messages').map(([rule, severity]) => [code(rule), severity]);
    expect(rows).toEqual(Object.entries(RULES).map(([rule, { severity }]) => [rule, severity]));
  });

  it('names every directive with its form, its attributes and where it must stand', () => {
    const rows = tableAfter(authoring, 'What there is').map(([name, form, , attributes = '']) => [
      code(name),
      form,
      codes(attributes),
    ]);
    const rules = Object.entries(DIRECTIVES as Record<string, DirectiveRule>).map(([name, rule]) => {
      const form = rule.form === 'text' ? 'inline' : rule.form;
      return [name, rule.inside ? `${form}, directly in \`${rule.inside}\`` : form, Object.keys(rule.attributes)];
    });
    expect(rows).toEqual(rules);
  });

  it('says of every directive whether it has brackets', () => {
    const rows = tableAfter(authoring, 'What there is').map(([name, , brackets]) => [code(name), brackets !== '–']);
    const rules = Object.entries(DIRECTIVES).map(([name, { label }]) => [name, label !== 'none']);
    expect(rows).toEqual(rules);
  });

  it('names every key of booklet.yaml', () => {
    const keys = tableAfter(authoring, '## A booklet is a folder').map(([key]) => code(key));
    expect(keys).toEqual(Object.keys(bookletSchema.shape));
  });

  it('names every key of front matter', () => {
    const keys = tableAfter(authoring, '## A lesson is a file').map(([key]) => code(key));
    expect(keys).toEqual(frontMatterKeys());
  });

  it('states the exit codes', () => {
    for (const { code: number } of Object.values(EXIT_CODES)) expect(authoring).toMatch(new RegExp(`[ :]${number} `));
  });

  it('has examples that build without any message', async () => {
    const lessons = blocks(authoring, 'markdown').map((text) => (text.startsWith('---\n') ? text : `${FRONT}${text}`));
    expect(lessons.length).toBeGreaterThan(8);
    const files = Object.fromEntries(lessons.map((text, index) => [`${index + 1}-example-${index + 1}.md`, text]));
    const { messages, written } = await buildInMemory({
      'booklet.yaml': 'title: Examples\nvariables: {church: Grace Chapel, meets: Thursdays at 7}\n',
      'images/field.png': PIXEL,
      'images/vine.svg': '<svg viewBox="0 0 20 10"><path d="M0 0L20 10"/></svg>',
      ...files,
    });
    expect(messages).toBe('');
    expect(written).toEqual(['/out/example/leader.pdf', '/out/example/participant.pdf']);
  });

  it('has an example of booklet.yaml that builds without any message', async () => {
    const lesson = '---\ntitle: A lesson\n---\n\nWords.\n';
    const [yaml = ''] = blocks(authoring, 'yaml');
    const { messages } = await buildInMemory({ 'booklet.yaml': yaml, '1-sowing.md': lesson, '2-reaping.md': lesson });
    expect(messages).toBe('');
  });
});

describe('docs/preflight.md', () => {
  it('names every rule of preflight with its severity', () => {
    const rows = tableAfter(read('docs/preflight.md'), '## The rules').map(([rule, severity]) => [
      code(rule),
      severity,
    ]);
    const rules = Object.entries(RULES).filter(([rule]) => rule.startsWith('preflight-'));
    expect(rows).toEqual(rules.map(([rule, { severity }]) => [rule, severity]));
  });
});

describe('README.md', () => {
  it('shows the two commands, which exist', () => {
    expect(readme).toContain('\n    npm ci && npm run booklets\n');
    expect(readme).toContain('\n    npm ci && npm test\n');
    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(['booklets', 'test', 'prepare']));
  });

  it('has a five-minute booklet that builds without any message', async () => {
    const [yaml = ''] = blocks(readme, 'yaml');
    const [lesson = ''] = blocks(readme, 'markdown');
    expect(yaml.trim().split('\n')).toHaveLength(3);
    const { messages, written } = await buildInMemory({ 'booklet.yaml': yaml, '1-ask-and-receive.md': lesson });
    expect(messages).toBe('');
    expect(written).toHaveLength(2);
  });

  it('names every option of the command', () => {
    const sink = { write: () => {} };
    const command = program({ stdout: sink, stderr: sink, columns: 80, version: '0' }, async () => {});
    const options = command.commands.find((one) => one.name() === 'build')?.options.map(({ long }) => long ?? '');
    const named = tableAfter(readme, '## The command').map(([option]) => code(option).split(' ')[0]);
    expect(named).toEqual(options);
  });

  it('states the exit codes as the command does', () => {
    const rows = tableAfter(readme, 'gathering --version').map(([number, meaning]) => [Number(number), meaning]);
    expect(rows).toEqual(Object.values(EXIT_CODES).map(({ code: number, meaning }) => [number, meaning]));
  });
});

describe('docs/architecture.md', () => {
  it('names every room and none that does not exist', () => {
    const named = tableAfter(read('docs/architecture.md'), '## The rooms').map(([room]) => code(room));
    const there = readdirSync(join(root, 'src'), { withFileTypes: true }).map(
      (entry) => `src/${entry.name}${entry.isDirectory() ? '/' : ''}`,
    );
    expect([...named].sort()).toEqual(there.sort());
  });

  it('names files and functions that exist', () => {
    const text = read('docs/architecture.md');
    const source = sources().join('\n');
    const exported = tableAfter(text, '## The rooms').flatMap(([, , names = '']) => codes(names));
    const functions = exported
      .map((name) => name.replace(/\(.*/, ''))
      .filter((name) => /^[a-z]+[A-Z]\w*$|^[A-Z]\w+$/.test(name));
    for (const name of functions) expect(source).toMatch(new RegExp(`export[^\\n]*\\b${name}\\b`));
    const overrides = tableAfter(text, '### A PDF document of our own').map(([name]) => code(name));
    const [, body = ''] = read('src/pdf/booklet-pdf.ts').split('export class');
    const written = [...body.matchAll(/^ {2}(?:override )?(\w+)\(/gm)].map(([, name]) => name);
    expect(overrides).toEqual(written);
  });
});

describe('docs/themes.md', () => {
  it('has an example of a theme that builds without any message', async () => {
    const [theme = ''] = blocks(read('docs/themes.md'), 'yaml');
    const files = { 'booklet.yaml': 'title: Trial\ntheme: harvest\n', '1-a.md': `${FRONT}Words.\n` };
    const { messages, written } = await buildInMemory(files, { '/templates/harvest/theme.yaml': theme });
    expect(messages).toBe('');
    expect(written).toHaveLength(2);
  });
});

describe('docs/dependencies.md', () => {
  const text = read('docs/dependencies.md');

  it.each([
    ['dependencies', '## When it runs'],
    ['devDependencies', '## When it is built and tested'],
  ] as const)('names all %s, no others, each with its licence', (kind, heading) => {
    const rows = tableAfter(text, heading).map(([name, licence]) => [code(name), licence]);
    const packages = Object.keys(manifest[kind]).map((name) => {
      const { license } = JSON.parse(read(`node_modules/${name}/package.json`)) as { license: string };
      return [name, license];
    });
    expect(rows).toEqual(packages);
  });

  it('cannot miss a package, since all that src imports are in package.json', () => {
    const imported = sources()
      .flatMap((file) => findImports(readSource(file)))
      .map(({ specifier = '.' }) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? '')
      .filter((name) => !name.startsWith('.') && !name.startsWith('node:'));
    const declared = (name: string) => name in manifest.dependencies || `@types/${name}` in manifest.devDependencies;
    const development = (name: string) => name in manifest.devDependencies;
    expect([...new Set(imported)].filter((name) => !declared(name) && !development(name))).toEqual([]);
    const silent = tableAfter(text, '## When it runs').filter(([, , what = '']) => what.startsWith('not imported'));
    expect(silent.map(([name]) => code(name)).filter((name) => imported.includes(name))).toEqual([]);
  });

  it('is right that versions are exact', () => {
    const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});

describe('links', () => {
  const guides = ['README.md', 'CHANGELOG.md', 'templates/README.md', 'bench/README.md'].concat(
    readdirSync(join(root, 'docs'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  );

  it.each(guides)('of %s lead to files and headings that exist', (guide) => {
    const broken = linksOf(read(guide)).filter((link) => !resolves(guide, link));
    expect(broken).toEqual([]);
  });
});

/** Every module of src. */
function sources(): string[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => read(join('src', path)));
}

/** What a lesson's example needs before it is a lesson. */
const FRONT = '---\ntitle: An example\nmemory-verse: Mark 4:20\n---\n\n';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Builds one booklet with the themes that come with Gathering, from files and to files in memory. */
async function buildInMemory(files: Record<string, string | Uint8Array>, more: Record<string, string> = {}) {
  const themes = ['theme.yaml', 'cover.svg'].map((name) => [
    `/templates/classic/${name}`,
    read(`templates/classic/${name}`),
  ]);
  const booklet = Object.entries(files).map(([name, text]) => [`/lessons/example/${name}`, text]);
  const output = memoryOutput();
  const world = memoryWorld({ ...Object.fromEntries([...themes, ...booklet]), ...more }, { packages: diskWorld() });
  const request = { base: '/', booklets: ['/lessons/example'], templates: ['/templates'], out: '/out' };
  const { messages } = await build(world, output, request);
  return { messages: formatDiagnostics(messages), written: [...output.files.keys()] };
}

/** The keys that front matter takes, as the schema itself tells when it is given one that it lacks. */
function frontMatterKeys(): string[] {
  const { frontMatter } = divide('lesson.md', '---\ntitle: x\nzzzzzzzzzzzzzzzz: 1\n---\n');
  return /use one of (.*)/.exec(frontMatter.messages[0]?.note ?? '')?.[1]?.split(', ') ?? [];
}

/** The cells of the first table after a mark in a text, without its head. */
function tableAfter(text: string, mark: string): string[][] {
  const from = text.indexOf(mark);
  if (from < 0) throw new Error(`no “${mark}”`);
  const lines = text.slice(from).split('\n');
  const first = lines.findIndex((line) => line.startsWith('|'));
  const last = lines.findIndex((line, index) => index > first && !line.startsWith('|'));
  return lines.slice(first + 2, last < 0 ? undefined : last).map((line) =>
    line
      .slice(1, line.lastIndexOf('|'))
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim()),
  );
}

/** What stands between the first backticks. */
function code(cell = ''): string {
  return codes(cell)[0] ?? cell;
}

function codes(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);
}

/** The fenced blocks of a language. */
function blocks(text: string, language: string): string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, block = '']) => block,
  );
}

/** Addresses of links and pictures that lead to files, not those in code. */
function linksOf(text: string): string[] {
  const prose = text
    .replace(/^```[\s\S]*?^```$/gm, '')
    .replace(/^ {4}.*$/gm, '')
    .replace(/`[^`]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link).filter((link) => !/^[a-z]+:/.test(link));
}

function resolves(guide: string, link: string): boolean {
  const [path = '', heading] = link.split('#');
  const target = path === '' ? join(root, guide) : resolve(root, dirname(guide), path);
  if (!existsSync(target)) return false;
  return heading === undefined || anchorsOf(readFileSync(target, 'utf8')).includes(heading);
}

/** The anchors that GitHub gives to headings. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, words = '']) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}
