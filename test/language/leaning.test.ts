import { describe, expect, it } from 'vitest';
import { leaning, standsAlone } from '../../src/language/leaning.ts';

describe('leaning', () => {
  it.each([
    'what did he say',
    'how many of them were killed',
    'Was hat er gesagt?',
    'Что он сказал?',
    '他说了什么？',
  ])('sees a pronoun in %j that nothing in it can be meant by', (question) => {
    expect(leaning(question).pronoun).toBe('before');
    expect(standsAlone(leaning(question))).toBe(false);
  });

  it.each([
    'how did the club get its name',
    'who were the dadaists and what did they do',
    'when did Aliyev give his speech',
    '¿Qué dijo él?',
  ])('sees that the pronoun in %j may stand for what is said before it', (question) =>
    expect(leaning(question).pronoun).toBe('within'),
  );

  it.each([
    'who said that?',
    'how long does that take?',
    'how many were killed there',
    'wann war das?',
    'who else',
    '那里发生了什么？',
  ])('sees that %j points to something', (question) => expect(leaning(question).points).toBe(true));

  it.each(['and when?', 'what about Baku', 'und wann?', 'et pourquoi ?'])(
    'sees that %j goes on',
    (question) => expect(leaning(question).opensWithLink).toBe(true),
  );

  it.each([
    'What do I lose when my character dies?',
    'Wie alt muss man sein, um beizutreten?',
    'why was the music night cancelled',
    'what book are we reading this month',
    'How many truces were there in October?',
    'Are there any casualties reported around Barda hospital?',
    'How long does it take to drive from Baku to Ganja city?',
    'is it allowed to post my link',
    'How did Ann and Ben meet each other?',
    'so how do i install gantry',
    'Wann wurde das Schloss in Berlin gebaut?',
    'Her gün kaç saat çalışıyor?',
    'Hvor mange er her i klubben?',
  ])('sees nothing in %j that leans', (question) =>
    expect(leaning(question)).toMatchObject({ pronoun: undefined, points: false, opensWithLink: false }),
  );

  it.each([
    ['why?', 0],
    ['', 0],
    ['how do i install gantry', 2],
    ['怎么烤面包？', 2],
  ])('counts in %j the words that say something: %i', (question, content) =>
    expect(leaning(question).content).toBe(content),
  );

  it.each([
    'When did the missile strike on the houses of Ganja happen?',
    'What did Mike Pompeo tell Ilham Aliyev on the phone?',
    'Which countries lead the Minsk Group of mediators?',
  ])('is sure that %j stands alone', (question) => expect(standsAlone(leaning(question))).toBe(true));

  it.each(['How do I bake bread?', 'who was killed in Barda', 'WHO WAS KILLED IN BARDA AND WHY'])(
    'is not sure of %j, which names nothing in capitals of its own',
    (question) => expect(standsAlone(leaning(question))).toBe(false),
  );
});

it('takes the word by which a measure is asked for as none that says something', () => {
  expect(leaning('for how long?').content).toBe(0);
  expect(leaning('how old is the bridge').content).toBe(1);
});
