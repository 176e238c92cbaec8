import { describe, expect, it } from 'vitest';
import { advice } from './advised.js';

const ANSWERED = '::::question\nWho came?\n\n:::answer\nA king.\n:::\n::::\n';

describe('question-without-answer', () => {
  const found = (body: string, booklet?: string) => advice('question-without-answer', body, booklet);

  it('tells each question without an answer, where others have one', async () => {
    expect(await found(`${ANSWERED}\n::::question\nWhy?\n::::\n`)).toEqual(['13: question 2 without an answer']);
  });

  it('tells a lesson without any answer once', async () => {
    expect(await found('::::question\nWhy?\n::::\n\n::::question\nWho?\n::::\n')).toEqual([
      '5: “One” with no answer to any of its questions',
    ]);
  });

  it.each([
    ['about the reader’s own life', '::::question{kind=engage}\nWhen did you?\n::::'],
    ['with gaps', '::::question\nChrist is our :blank[priest].\n::::'],
    ['with a note for the leader', '::::question\nWhy?\n\n:::leader\nLet them guess.\n:::\n::::'],
    ['that only participants see', ':::::participant\n::::question\nWhy?\n::::\n:::::'],
  ])('says nothing of a question %s', async (_, question) => {
    expect(await found(`${ANSWERED}\n${question}\n`)).toEqual([]);
  });

  it('says nothing where no edition shows answers', async () => {
    expect(await found(`${ANSWERED}\n::::question\nWhy?\n::::\n`, 'title: T\neditions: [participant]\n')).toEqual([]);
  });

  it('says nothing of chapters', async () => {
    const files = {
      'lessons/tiny/booklet.yaml': 'title: T\nback: [review]\n',
      'lessons/tiny/1-one.md': '---\ntitle: One\n---\n\nWords.\n',
      'lessons/tiny/review.md': '---\ntitle: Review\n---\n\n::::question\nWhat stays?\n::::\n',
    };
    expect(await advice('question-without-answer', files)).toEqual([]);
  });
});

describe('answer-unseen', () => {
  const body = ':::::participant\n::::question\nWhy?\n\n:::answer\nSo.\n:::\n::::\n:::::\n';

  it('tells an answer to a question that leaders do not have', async () => {
    expect(await advice('answer-unseen', body)).toEqual(['10: an answer that no edition shows']);
  });

  it('counts editions that are not made', async () => {
    const own = 'title: T\neditions: [participant, {name: alone, extends: participant, answers: true}]\n';
    expect(await advice('answer-unseen', body, own)).toEqual([]);
    expect(await advice('answer-unseen', ANSWERED, 'title: T\neditions: [participant]\n')).toEqual([]);
  });

  it('tells one for others than its question', async () => {
    const own = 'title: T\neditions: [leader, {name: youth}, {name: elders}]\n';
    const crossed = '::::question{for=youth}\nWhy?\n\n:::answer{for=leader}\nSo.\n:::\n::::\n';
    expect(await advice('answer-unseen', crossed, own)).toEqual(['8: an answer that no edition shows']);
  });
});

describe('question-length', () => {
  const words = (count: number) => Array.from({ length: count }, () => 'word').join(', ');

  it('counts the words of the text and nothing else', async () => {
    const aside = '- a list\n\n::scripture[John 3:16]\n\n:::leader\nSome words.\n:::\n\n|x|y|\n|-|-|\n|a|b|';
    expect(await advice('question-length', `::::question\n${words(81)}\n::::`)).toEqual(['5: question 1 of 81 words']);
    expect(await advice('question-length', `::::question\n${words(80)} (John 3:16)\n\n${aside}\n::::`)).toEqual([]);
  });

  it('has a limit that booklets can set', async () => {
    const own = 'title: T\ncheck: {question-words: 5}\n';
    expect(await advice('question-length', `::::question\n${words(6)}\n::::`, own)).toHaveLength(1);
    expect(await advice('question-length', `::::question\n${words(5)}\n::::`, own)).toEqual([]);
  });
});

describe('reading-level', () => {
  const hard =
    '::::question\nWhat theological considerations necessitate the intercessory representation that the epistle attributes to an eternally officiating mediator, notwithstanding the completed sacrificial ministration?\n::::';
  const plain =
    '::::question\nWho speaks for us? Where is he now? What does he ask of God, and why does it help you to know that he is there?\n::::';

  it('tells long words and sentences', async () => {
    const [found] = await advice('reading-level', hard);
    expect(found).toMatch(/^5: question 1 reads like grade \d\d\.\d of school$/);
    expect(await advice('reading-level', plain)).toEqual([]);
  });

  it('says nothing of a few words', async () => {
    expect(await advice('reading-level', '::::question\nWhat is intercessory representation?\n::::')).toEqual([]);
  });

  it('has a limit that booklets can set', async () => {
    const fair =
      '::::question\nWhat does the letter to the Hebrews say about priests, and what does it say that Jesus does differently from every other priest?\n::::';
    expect(await advice('reading-level', fair)).toEqual([]);
    expect(await advice('reading-level', fair, 'title: T\ncheck: {reading-level: 5}\n')).toHaveLength(1);
    expect(await advice('reading-level', hard, 'title: T\ncheck: {reading-level: 30}\n')).toEqual([]);
  });

  it('is for English alone', async () => {
    expect(await advice('reading-level', hard, 'title: T\nlanguage: en-GB\n')).toHaveLength(1);
    expect(await advice('reading-level', hard, 'title: T\nlanguage: es\n')).toEqual([]);
  });
});
