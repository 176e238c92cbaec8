import { describe, expect, it } from 'vitest';
import { hashOf } from '../../src/overlay/survey.js';
import { changed } from './make.js';

const BODY = `
## Begin

::::question{#grain}
What is sifted?

:::answer
Wheat.
:::
::::

::::::activity[Together]{#together}
:::::question{#inner}
Who prays?
:::::
::::::

::::leader
:::question{#secret}
And you?
:::
::::
`;

const GRAIN = hashOf('::::question{#grain}\nWhat is sifted?\n\n:::answer\nWheat.\n:::\n::::');

/** What is said of a changes.md, the lack of a hash left aside. */
const told = (changes: string, body = BODY) =>
  changed({ luke: body, mark: '## One\n' }, changes).lines.filter((line) => !line.includes('change-unchecked'));

describe('a changes.md with a mistake in it', () => {
  it.each([
    [
      'an unknown block',
      '::omit{#luke.grian}\n',
      '1:8  unknown-block  “#luke.grian”, which “luke” does not have; expected the id of a block of this booklet; did you mean “#luke.grain”?',
    ],
    [
      'an unknown block, near none',
      '::omit{#mark.something-else}\n',
      '1:8  unknown-block  “#mark.something-else”, which “mark” does not have; expected the id of a block of this booklet; it has #mark.one',
    ],
    [
      'an unknown lesson',
      ':::add{after=#acts.q1}\nx\n:::\n',
      '1:8  unknown-block  “#acts.q1”, and no lesson or chapter of this booklet is called “acts”; expected the id of a block of this booklet; lessons and chapters are luke, mark',
    ],
    [
      'two changes of one block',
      '::omit{#luke.grain}\n\n::::override{#luke.grain}\n:::question\nx\n:::\n::::\n',
      '3:14  duplicate-change  “#luke.grain”, which is changed on line 1 already; expected one change of each block; make one of the two',
    ],
    [
      'a change within a block that is replaced',
      '::omit{#luke.inner}\n\n::::override{#luke.together}\n:::aside\nx\n:::\n::::\n',
      '1:8  duplicate-change  “#luke.inner”, which stands in “#luke.together”, and that is replaced on line 3; expected a block that is still there; make this change in what replaces it',
    ],
    [
      'something added within a block that is left out',
      '::omit{#luke.together}\n\n:::add{after=#luke.inner}\nx\n:::\n',
      '3:8  duplicate-change  “#luke.inner”, which stands in “#luke.together”, and that is left out on line 1; expected a block that is still there; remove one of the two changes',
    ],
    [
      'an empty override',
      ':::override{#luke.grain}\n:::\n',
      '1:1  directive-content  “override” with nothing in it; expected at least one line between its opening and its closing colons; write what takes the block’s place, or leave the block out with “::omit{#lesson.block}”',
    ],
    [
      'an empty add',
      ':::add{after=#luke.grain}\n:::\n',
      '1:1  directive-content  “add” with nothing in it; expected at least one line between its opening and its closing colons; write what is to be added, or remove it',
    ],
    [
      'an omit that holds something',
      ':::omit{#luke.grain}\nx\n:::\n',
      '1:1  wrong-directive-form  “omit” written with three or more colons; expected with two colons; write “::omit{#lesson.block}” on a line of its own, with nothing to close it; what takes the block’s place goes into an “override”',
    ],
    [
      'an override with two colons',
      '::override{#luke.grain}\n',
      '1:1  wrong-directive-form  “override” written with two colons; expected with three or more colons; write “:::override{#lesson.block}” on a line of its own, its content beneath, and “:::” after it',
    ],
    [
      'a label',
      ':::override[Ours]{#luke.begin}\n## x\n:::\n',
      '1:1  directive-label  a label on “override”; expected “:::override{#lesson.block}” without one; move the words into its content',
    ],
    [
      'no block named',
      '::omit\n',
      '1:1  wrong-attribute  “omit” that does not say which block; expected “::omit{#lesson.block}” with the id of a lesson and that of a block in it; write the two with a full stop between them, as in #luke-22.q3',
    ],
    [
      'a whole lesson',
      '::omit{#luke}\n',
      '1:8  wrong-attribute  “omit” of “#luke”; expected “::omit{#lesson.block}” with the id of a lesson and that of a block in it; write the two with a full stop between them, as in #luke-22.q3',
    ],
    ['a third name', '::omit{#luke.grain.x}\n', '1:8  wrong-attribute  “omit” of “#luke.grain.x”'],
    ['two blocks', '::omit{#luke.grain .inner}\n', '1:8  wrong-attribute  “omit” of “#luke.grain.inner”'],
    ['nowhere to add', ':::add\nx\n:::\n', '1:1  wrong-attribute  “add” that does not say where'],
    [
      'two places to add',
      ':::add{after=#luke.grain before=#luke.inner}\nx\n:::\n',
      '1:26  wrong-attribute  “add” with both “after” and “before”',
    ],
    [
      'an id on add',
      ':::add{#luke.grain}\nx\n:::\n',
      '1:8  unknown-attribute  unknown attribute “id” on “add”; expected one of after, before; remove it',
    ],
    [
      'an attribute that does not exist',
      '::omit{#luke.grain wos=1}\n',
      '1:20  unknown-attribute  unknown attribute “wos” on “omit”; expected one of was; did you mean “was”?',
    ],
    [
      'a hash that is none',
      '::omit{#luke.grain was=abc}\n',
      '1:20  wrong-attribute  “was” of “omit” is “abc”; expected the twelve letters and digits that “gathering customize” writes; remove it, and let “gathering customize” write it again',
    ],
    [
      'a misspelt change',
      ':::overide{#luke.grain}\nx\n:::\n',
      '1:1  unknown-directive  unknown directive “overide”; expected one of :::override{#lesson.block}, ::omit{#lesson.block}, :::add{after=#lesson.block}; did you mean “override”?',
    ],
    [
      'a directive outside a change',
      ':::question\nx\n:::\n',
      '1:1  misplaced-directive  “question” outside a change; expected one of :::override{#lesson.block}, ::omit{#lesson.block}, :::add{after=#lesson.block}; put it into an “override” or an “add”',
    ],
    [
      'a change in a quotation',
      '> ::omit{#luke.grain}\n',
      '1:3  misplaced-directive  “omit” in a list or a quotation; expected a change that begins at the margin; take away what stands before its colons',
    ],
    [
      'a change within a change',
      '::::override{#luke.begin}\n## x\n\n::omit{#luke.grain}\n::::\n',
      '4:1  misplaced-directive  “omit” inside “override”; expected by itself in the changes.md of a folder that extends another; move it into changes.md',
    ],
    [
      'a change that is never closed',
      ':::override{#luke.begin}\n## x\n',
      '1:1  unclosed-directive  “override” is opened here and never closed; expected a line “:::” after its last line; add it',
    ],
    [
      'an unknown directive in a change',
      ':::::add{after=#luke.begin}\n:::leeder\nx\n:::\n:::::\n',
      '2:1  unknown-directive  unknown directive “leeder”; expected a directive of the lesson format; did you mean “leader”?',
    ],
    [
      'what may not stand there',
      ':::::add{after=#luke.inner}\n:::aside\nx\n:::\n:::::\n',
      '2:1  misplaced-directive  “aside” inside “activity”; expected outside “activity”; move it out',
    ],
    [
      'a note for the leader in one',
      ':::::add{after=#luke.secret}\n:::leader\nx\n:::\n:::::\n',
      '2:1  misplaced-directive  “leader” inside “leader”; expected outside “leader”; move it out',
    ],
    [
      'an id that the lesson has',
      ':::::add{after=#luke.begin}\n:::question{#grain}\nx\n:::\n:::::\n',
      '2:13  duplicate-id  the id “grain”, which the lesson has already; expected each id once in a lesson; choose another name',
    ],
    [
      'an id given twice',
      ':::::add{after=#luke.begin}\n:::question{#x}\nx\n:::\n\n:::question{#x}\nx\n:::\n:::::\n',
      '6:13  duplicate-id  the id “x”, which another change gives to this lesson; expected each id once in a lesson; choose another name',
    ],
    [
      'an unknown variable',
      ':::add{after=#luke.begin}\n{{chruch}}\n:::\n',
      '2:1  unknown-variable  unknown variable “chruch”; expected a name from “variables” in booklet.yaml; did you mean “church”?',
    ],
    [
      'a missing picture',
      ':::add{after=#luke.begin}\n![A star](star.svg)\n:::\n',
      '2:1  image-missing  no image “star.svg”',
    ],
    [
      'a picture elsewhere',
      ':::add{after=#luke.begin}\n![A star](../base/star.svg)\n:::\n',
      '2:1  path-outside  the image path “../base/star.svg” leads out of the booklet’s folder',
    ],
    [
      'a note without its words',
      ':::add{after=#luke.begin}\nx[^9]\n:::\n',
      '2:2  footnote-undefined  the footnote mark “[^9]”; expected a note “[^9]: …” in this file; write the note, or put a backslash before the bracket if it is no footnote',
    ],
    [
      'a note that nothing points to',
      ':::add{after=#luke.begin}\nx\n:::\n\n[^9]: y\n',
      '5:1  footnote-unused  warning: the note “[^9]”, which no mark points to, is left out; expected a mark “[^9]” in the text; add the mark, or remove the note',
    ],
    [
      'a note in a block of another change',
      ':::add{after=#luke.begin}\nx[^9]\n:::\n\n:::::add{after=#luke.begin}\n:::leader\ny[^9]\n\n[^9]: z\n:::\n:::::\n',
      '2:2  footnote-undefined',
    ],
    [
      'a note written twice',
      ':::add{after=#luke.begin}\nx[^9]\n:::\n\n[^9]: y\n\n[^9]: z\n',
      '7:1  duplicate-id  a second note “[^9]” (the first is on line 5); expected each footnote once in a lesson; give one of them another name',
    ],
    [
      'HTML',
      ':::add{after=#luke.begin}\n<b>x</b>\n:::\n',
      '2:1  html-not-rendered  warning: HTML (“<b>”); expected Markdown only; write **words** instead',
    ],
    [
      'nothing left of a lesson',
      '::omit{#mark.one}\n',
      '1:1  directive-content  changes that leave nothing of “mark”; expected at least one block in each lesson; leave the whole lesson out under “lessons” in booklet.yaml',
    ],
    ['a null character', 'a\u0000b\n', '1:2  file-unreadable  a null character'],
  ])('is told once: %s', (_, changes, line) => {
    const lines = told(changes).filter((one) => !one.includes('link-lost'));
    expect(lines).toHaveLength(1);
    expect(lines[0]?.slice(0, `ours/changes.md:${line}`.length)).toBe(`ours/changes.md:${line}`);
  });

  it('is told of a change in a lesson', () => {
    expect(changed({ luke: ':::override{#luke.q1}\nx\n:::\n\n::omit{#luke.q1}\n' }).lines).toEqual([
      'base/luke.md:6:1  misplaced-directive  “override” in a lesson; expected by itself in the changes.md of a folder that extends another; move it into changes.md',
      'base/luke.md:10:1  misplaced-directive  “omit” in a lesson; expected by itself in the changes.md of a folder that extends another; move it into changes.md',
    ]);
  });

  it('does not lose the changes that are sound', () => {
    const { lessons } = changed(
      { luke: BODY },
      '::omit{#luke.nothing}\n\n::omit{#luke.grain}\n\n:::overide{#x.y}\nx\n:::\n',
    );
    expect(JSON.stringify(lessons)).not.toContain('What is sifted?');
  });
});

describe('what a change was written for', () => {
  const OVERRIDE = (was: string) =>
    `::::override{#luke.grain${was}}\n:::question\nWhat is shaken,\nand why?\n:::\n::::\n`;

  it('is silent while it is the same', () => {
    expect(changed({ luke: BODY }, OVERRIDE(` was=${GRAIN}`)).lines).toEqual([]);
  });

  it('is asked for when it is not written down', () => {
    expect(changed({ luke: BODY }, { changes: OVERRIDE(''), folder: 'lessons/our own' }).lines).toEqual([
      "lessons/our own/changes.md:1:1  change-unchecked  warning: “override” of “#luke.grain” that does not say what it was written for; expected the hash of that block, so that you can be told when it changes; run “gathering customize 'lessons/our own' --accept luke.grain”",
    ]);
  });

  it('tells a hash that is none once, and not also as one that is missing', () => {
    const { lines } = changed({ luke: BODY }, `::omit{#luke.grain was=${'x'.repeat(5000)}}\n`);
    expect(lines.filter((line) => /wrong-attribute|change-unchecked/.test(line))).toEqual([
      expect.stringContaining('wrong-attribute'),
    ]);
    expect(lines.join().length).toBeLessThan(2000);
  });

  it('is shown, with what is there now and what stands here, when it has changed', () => {
    const text = '::::question{#grain}\nWhat was sifted?\n::::';
    const was = hashOf(text);
    const lock = JSON.stringify({ 'luke.grain': { hash: was, text } });
    expect(changed({ luke: BODY }, { changes: OVERRIDE(` was=${was}`), lock }).lines).toEqual([
      'ours/changes.md:1:26  upstream-changed  warning: “#luke.grain” (base/luke.md:9) is not what it was: it was “::::question{#grain} What was sifted? ::::”, it is “::::question{#grain} What is sifted? :::answer Wheat. ::: ::::”, and in its place here stands “:::question What is shaken, and why? :::”; expected the block that this change was written for; mend the change if it needs it, then run “gathering customize ours --accept luke.grain”',
    ]);
    expect(changed({ luke: BODY }, `::omit{#luke.grain was=${was}}\n`).lines).toEqual([
      expect.stringContaining(
        'it was something that changes.lock.json does not have, it is “::::question{#grain} What is sifted? :::answer Wheat. ::: ::::”, and here it is left out; expected',
      ),
    ]);
  });

  it('is shown near the difference when it is long', () => {
    const words = (changedWord: string) =>
      Array.from({ length: 300 }, (_, i) => (i === 200 ? changedWord : `word${i}`)).join(' ');
    const block = (word: string) => `:::question{#grain}\n${words(word)}\n:::`;
    const was = hashOf(block('before'));
    const lock = JSON.stringify({ 'luke.grain': { hash: was, text: block('before') } });
    const [line = ''] = changed({ luke: block('after') }, { changes: OVERRIDE(` was=${was}`), lock }).lines;
    expect(line).toMatch(/it was “… [^”]*word199 before word201[^”]* …”, it is “… [^”]*word199 after word201[^”]* …”/);
    expect(line.length).toBeLessThan(1200);
  });

  it('does not depend on how lines end, nor on white space at their ends', () => {
    const crlf = BODY.replaceAll('\n', '\r\n').replace('Wheat.', 'Wheat.  ');
    expect(changed({ luke: crlf }, OVERRIDE(` was=${GRAIN}`)).lines).toEqual([]);
    expect(GRAIN).toBe('a3692afd26a1');
  });

  it('counts for a block within others, and for the changes of a layer below', () => {
    const { blocks } = changed(
      { luke: BODY },
      { changes: OVERRIDE(` was=${GRAIN}`), folder: 'ours' },
      { changes: '', folder: 'youth' },
    );
    expect(blocks.map(({ id, kind, file, line }) => `${id} ${kind} ${file}:${line}`)).toEqual([
      'luke.begin heading base/luke.md:7',
      'luke.grain question ours/changes.md:2',
      'luke.together activity base/luke.md:17',
      'luke.inner question base/luke.md:18',
      'luke.secret question base/luke.md:24',
    ]);
    expect(blocks[1]?.text).toBe(':::question\nWhat is shaken,\nand why?\n:::');
    expect(blocks[1]?.hash).toBe(hashOf(blocks[1]?.text ?? ''));
  });

  it.each([
    ['not JSON', '{', 'a file that is not JSON'],
    ['a list', '[1]', 'something other than hashes and texts of blocks'],
    ['a number', '{"luke.grain": 7}', 'something other than hashes and texts of blocks'],
    [
      'a hash that is none',
      '{"luke.grain": {"hash": "../../x", "text": ""}}',
      'something other than hashes and texts of blocks',
    ],
    [
      'more than that',
      '{"luke.grain": {"hash": "000000000000", "text": "", "run": "x"}}',
      'something other than hashes and texts of blocks',
    ],
    [
      'a text that was tampered with',
      '{"luke.grain": {"hash": "000000000000", "text": "x"}}',
      'a text of “luke.grain” that does not belong to its hash',
    ],
    ['deep nesting', '['.repeat(100_000), 'a file that is not JSON'],
  ])('is not taken from a lock that holds %s', (_, lock, found) => {
    const { lines } = changed({ luke: BODY }, { changes: OVERRIDE(' was=000000000000'), lock });
    expect(lines[0]).toBe(
      `ours/changes.lock.json  changes-lock  warning: ${found}; expected the file as “gathering customize” wrote it; take it from a copy, or delete it: without it, a warning cannot show what a block was before`,
    );
    expect(lines[1]).toContain('it was something that changes.lock.json does not have');
    expect(lines).toHaveLength(2);
  });

  it('is no way to the prototypes of objects', () => {
    const lock =
      '{"__proto__": {"hash": "000000000000", "text": "x"}, "constructor": {"hash": "000000000000", "text": "y"}}';
    const { lines } = changed(
      { luke: BODY },
      { changes: '::omit{#__proto__.constructor}\n\n::omit{#luke.constructor}\n', lock },
    );
    expect(lines.filter((line) => line.includes('unknown-block'))).toHaveLength(2);
    expect(({} as Record<string, unknown>).hash).toBeUndefined();
  });
});

describe('a changes.md of nonsense', () => {
  it.each([
    ['deep quotations', '>'.repeat(5000)],
    ['deep lists', Array.from({ length: 120 }, (_, i) => `${' '.repeat(i * 2)}- x`).join('\n')],
    ['many colons', `${':'.repeat(20_000)}override{#luke.grain}\nx\n${':'.repeat(20_000)}`],
    ['many braces', `::omit{${'#a.'.repeat(5000)}}`],
    ['many changes', '::omit{#luke.grain}\n\n'.repeat(500)],
    ['front matter', '---js\nprocess.exit(1)\n---\n::omit{#luke.grain}\n'],
    ['half a surrogate', ':::add{after=#luke.begin}\n\ud800\n:::\n'],
    ['words of objects', '::omit{#constructor.prototype}\n\n:::add{after=toString}\nx\n:::\n'],
  ])('does not end the program: %s', (_, changes) => {
    const started = performance.now();
    const { lessons, lines } = changed({ luke: BODY }, changes);
    expect(lessons).toHaveLength(1);
    expect(lines.join('\n')).not.toMatch(/\[object|undefined/);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
