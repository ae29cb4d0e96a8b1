import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { focus } from '../../support/focus.ts';

describe('what is nobody', () => {
  it.each([
    ['Who won the race?', 'The Karden Cup race went to Odile Brandt.', 'Odile Brandt'],
    ['Who led the raid?', 'After the Siege of Aldra, the raid had Tomas Brill as its head.', 'Tomas Brill'],
    ['Who signed it?', 'They signed it at Fort Harrow.', undefined],
    ['Who signs for the club?', 'For the club, the Rowing Association (RA) signs.', 'Rowing Association'],
    ['Who stayed at the inn?', 'At the inn: After the fair nobody stayed.', undefined],
    // The head of a name tells, not what it is of.
    ['Who guards the gate?', 'The gate is guarded by the Warden of Palace Hill.', 'Warden of Palace Hill'],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
});

describe('what tells a kind', () => {
  it.each([
    ['Who stopped the rebels?', 'The rebels were beaten by the Mexican general Tomas Brill.', 'Tomas Brill'],
    ['Who sailed to the isle?', 'To the isle sailed French traders.', undefined],
    ['Who taught the choir?', 'Old Harrowgate hymns were what the choir was taught.', undefined],
    ['Who beat the crew?', 'The crew lost to the French.', 'French'],
    // Of a verb it is who does it.
    ['Who plays the lute?', 'It is Brandt who plays the lute, as Harrow heard.', 'Brandt'],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
});

describe('whoever stands behind "by"', () => {
  it.each([
    'again',
    'alone',
    'abroad',
    'downstairs',
    'herself',
    'later',
    'online',
    'overnight',
    'quickly',
    'today',
    'together',
    'twice',
  ])('is no kind of the adverb that follows: %s', (adverb) => {
    const sentence = `The gate was locked by Dilys ${adverb} and unlocked by Karl Ross.`;
    expect(focus('Who locked the gate?', sentence)).toBe('Dilys');
    expect(focus('Who unlocked the gate?', sentence)).toBe('Karl Ross');
    const two = `The gate was locked by Dilys and Tomas ${adverb}; complaints are read by Mira.`;
    expect(focus('Who locks the gate?', two)).toBe('Dilys and Tomas');
  });
});

describe('a name before an adverb or a trade', () => {
  it.each([
    ['Who locked the gate?', 'The gate was locked by the miller Dilys again.', 'Dilys'],
    ['Who locked the gate?', 'The gate was locked by Karl, Mira and Dilys together.', 'Karl'],
    ['Who locked the gate?', 'The gate was locked by the Gothic painter Odile Brandt again.', 'Odile Brandt'],
    ['Who locks the gate?', 'In winter Dilys alone locks the gate.', 'Dilys'],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
});

describe('where the verb that is asked about is not said', () => {
  it.each([
    [
      'Who designed the new pier?',
      'Mayor Anna Weiss opened the new pier in May together with the engineer Tomas Brill.',
      'Tomas Brill',
    ],
    ['Who owns the boat?', 'The boat belongs to Dilys; Karl sails it on Sundays.', 'Dilys'],
    ['Who sails the boat?', 'The boat belongs to Dilys; Karl sails it on Sundays.', 'Karl'],
    [
      'Who paid for the medal?',
      'Its winner, a baker named Tomas Brill, received a medal of tin from Dilys.',
      'Dilys',
    ],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
});

describe('to whom something is done', () => {
  it.each([
    ['Who was fined in May?', 'Odile Brandt was fined by Tomas in May, but Mira paid.', 'Odile Brandt'],
    ['Who was fined in May?', 'Karl was fined by Tomas in May, but Mira paid.', 'Karl'],
    ['Who was fined by Tomas?', 'Karl was fined by Tomas in May, but Mira paid.', 'Karl'],
    ['Who was the mast fixed by?', 'The mast was fixed by Tomas in May.', 'Tomas'],
    // By whom something else was done may be who is meant.
    ['Who was hired to build the pier?', 'Brandt and others tell of the pier built by Tomas.', 'Tomas'],
    ['Who fined Karl?', 'Karl was fined by Tomas in May, but Mira paid.', 'Tomas'],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
});

describe('what stands before a name', () => {
  it.each([
    // What somebody is.
    [
      'Who wrote about the storm of 1820?',
      'Of the storm of 1820 in Weiss the historian Odile Brandt told.',
      'Odile Brandt',
    ],
    ['Who took the oath?', 'Tomas Brill took the oath as vassal to Odile Brandt.', 'Tomas Brill'],
    ['Who ran the mill?', 'The mill flourished under the leadership of Odile Brandt.', 'Odile Brandt'],
    [
      'Who did the guild fight against?',
      'Brill led the guild and fought in June, with Karl Ross, against Odile Brandt.',
      'Odile Brandt',
    ],
    // By whom it was arranged is not whom they hired.
    ['Who did the guild hire?', 'The guild hired Odile Brandt, a match made by Karl Ross.', 'Odile Brandt'],
    ['Whose shop burned?', "In May burned, as Brandt saw, Ross's shop.", "Ross's"],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
});

describe('who is marked', () => {
  it.each([
    ['Who is the president of Aldra?', 'That year Aldra President Odile Brandt spoke.', 'Odile Brandt'],
    ['Who repaired the tower?', 'Edwin the Mason had the tower repaired.', 'Edwin the Mason'],
    ['Who may open the gate?', 'Odile Brandt opens the gate for Karl Ross.', 'Odile Brandt'],
    [
      'Who broke the seal?',
      'After the defeat of Odile Brandt, who broke the seal, Karl Ross ruled.',
      'Odile Brandt',
    ],
    [
      'Who designed the hall?',
      'The hall was designed by the architect Odile Brandt with a firm under Design Head Karl Ross.',
      'Odile Brandt',
    ],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));

  it('is nobody who stands far from the few words of the question that are said', () => {
    const rest = 'and so it went on for many a year until at last, one wet evening in autumn, there came';
    const sentence = `The lanterns were lit, ${rest} Odile Brandt.`;
    expect(focus('Who sold the copper lanterns of the harbour master?', sentence)).toBeUndefined();
    const near = 'Copper lanterns: Odile Brandt.';
    expect(focus('Who sold the copper lanterns of the harbour master?', near)).toBe('Odile Brandt');
  });

  it('is never one whom the question names', () => {
    const names = ['Odile Brandt', 'Karl Ross', 'Tomas Brill', 'Anna Weiss', 'Mira Holt'];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(names, { minLength: 3, maxLength: 3 }),
        fc.constantFrom('met', 'beat', 'hired', 'followed'),
        ([first, second, third], verb) => {
          const sentence = `${first} ${verb} ${second}, and ${third} was there.`;
          expect(focus(`Who ${verb} ${second}?`, sentence)).not.toBe(second);
          expect(focus(`Whom did ${first} ${verb}?`, sentence)).not.toBe(first);
        },
      ),
    );
  });
});
