import { describe, expect, it } from 'vitest';
import { focus } from '../../support/focus.ts';

describe("a sentence's first word", () => {
  it.each([
    ['Who met Putin?', 'Erdogan met Putin in Moscow.', 'Erdogan'],
    ['Who designed the bridge?', 'Brandt designed the bridge.', 'Brandt'],
    ['Who will design the bridge?', '"Emily will design the bridge."', 'Emily'],
    ['Who closed the bridge?', 'Police closed the bridge.', undefined],
    ['Who closed the bridge?', 'Engineers closed the bridge.', undefined],
    ['Who closed the bridge?', 'Construction closed the bridge.', undefined],
    ['Who closed the bridge?', 'They closed the bridge.', undefined],
    ['Who closed the bridge?', 'Brandt, the bridge.', undefined],
    ['Who is the mediator of the talks?', 'She has worked as a mediator for years.', undefined],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
});

describe('a place', () => {
  const second = "Ganja is the country's second city, after the capital, Baku.";

  it('is nobody, where the sentence says that it is one', () => {
    expect(focus('Who is the mayor of Ganja?', second)).toBeUndefined();
  });

  it('is nobody, where the passage says so elsewhere', () => {
    const named = 'Riverton and Harrow, said the report, have a mayor.';
    expect(focus('Who is the mayor?', named, `${named} The river rises in Harrow.`)).not.toBe('Harrow');
    const mayor = 'It was Odile Farrow whom the mayor met.';
    expect(focus('Whom did the mayor meet?', mayor, `${mayor} It was raining in Harrow.`)).toBe(
      'Odile Farrow',
    );
  });
});

describe('a name', () => {
  it.each([
    ['Who asked about the ferry?', 'Our friend Dilys from Harrow asked about the ferry.', 'Dilys'],
    // Only "by" surely names who did it; "in" and "of" name another.
    ['Who designed the bridge?', 'In Harrow the bridge was designed by Odile Brandt.', 'Odile Brandt'],
    ['Who designed the bridge?', 'They designed the bridge in Harrow.', undefined],
    ['Who designed the bridge?', 'The firm that designed the bridge came from Brandt.', 'Brandt'],
    // Of a name that the question names in part, the rest.
    ['Who met Putin?', 'It was Brandt and Putin who met.', 'Brandt'],
    ['Who is the president of Aldra?', 'That is President Roth of Aldra.', 'President Roth'],
    ['Who met Putin?', 'They met on Monday.', undefined],
    ['Who tested the bridge?', 'A test by Ross & Kent in May found cracks.', 'Ross & Kent'],
    ['Who tested the bridge?', 'Ross & Kent tested the bridge.', 'Ross & Kent'],
    ['Who is the mayor?', 'The mayor is Reed_, who was elected in May.', 'Reed_'],
    ['Who built the tower?', 'It was built by Old_Mill with Reed77.', 'Old_Mill'],
    ['Who scored most?', "Only the League's best team scored more.", undefined],
    ['Whose team scored most?', "It was Odile Brandt's team.", "Odile Brandt's"],
    ['Who hosts the raid?', 'The raid is hosted daily, 20:00 CET.', undefined],
    ['Who hosts the raid?', 'In the raid 50 XP are won.', undefined],
    ['Who spoke?', "It was at last Sunday's fair.", undefined],
    ['Who spoke?', "It was Sunday's Odile Brandt.", 'Odile Brandt'],
    ['Who hosts the raid?', 'The raid is hosted at 18:00 CET.', undefined],
    ['Who makes it?', 'A kettle for two\nMade in Aldra', undefined],
    ['Who criticised the club?', 'The club is a circle that talks about Aldra.', undefined],
    ['Who speaks for the club?', 'They spoke by radio about the club.', undefined],
    ['Who led the study?', 'Dr. Odile Farr-Kent of St. Bride College led the study.', 'Dr. Odile Farr-Kent'],
    ['Who is the envoy of Harrow?', 'Tove Lindh spoke for Aldra and Imke Toll for Harrow.', 'Imke Toll'],
    [
      'Who is the envoy of Harrow?',
      'The envoys Tove Lindh of Aldra and Imke Toll of Harrow met on a boat.',
      'Imke Toll',
    ],
    ['Who built it?', 'On Monday Odile Brandt built it.', 'Odile Brandt'],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
});

describe('somebody whom the question names', () => {
  it.each([
    ['Who is Odile Brandt?', 'The mayor of Karden, Anna Weiss, named Odile Brandt, a baker.', undefined],
    ["Who's brandt?", 'It was Anna Weiss who named Odile Brandt, a baker.', undefined],
    ['who was odile brandt again', 'It was Anna Weiss who named Odile Brandt, a baker.', undefined],
    ['Who is captain of the ferry?', 'The captain of the ferry was Odile Brandt.', 'Odile Brandt'],
    ['Who is the mayor of Karden?', 'The mayor of Karden is Anna Weiss.', 'Anna Weiss'],
    ['Who is Mayor of Karden?', 'There Mayor Anna Weiss of Karden spoke.', 'Mayor Anna Weiss'],
    ['Who is Brandt married to?', 'The baker Brandt is married to Anna Weiss.', 'Anna Weiss'],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
});

it('is no country in letters', () => {
  expect(focus('Whom did Brandt call?', 'Odile Brandt, the U.S. envoy, called the leaders.')).toBeUndefined();
});

describe('a person in German, in which every noun has a capital', () => {
  it.each([
    ['Wer leitet die Mühle?', 'Am Ruhetag ist der Eintritt in die Mühle frei.', undefined],
    ['Wer zahlte für die Mühle?', 'Für die Mühle wurden 5 Millionen Euro gezahlt.', undefined],
    ['Wer leitet die Mühle?', 'Die Mühle wird von der Stadt und Anna Weiss geleitet.', 'Anna Weiss'],
    ['Wer gründete die Mühle?', 'Die Mühle wurde von Brandt gegründet.', 'Brandt'],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
});

it.each([
  [
    'Who is the harbour master?',
    'The harbour master is Ms. Odile Brandt. Ask her deputy, Tomas Reed.',
    'Odile Brandt',
  ],
  [
    'Who is the deputy harbour master?',
    'The harbour master is Odile Brandt, her deputy is Tomas Reed.',
    'Tomas Reed',
  ],
  [
    'Who is the coach?',
    'Coach Odile Brandt, in charge since May, follows her predecessor, Tomas Reed.',
    'Coach Odile Brandt',
  ],
  ['Who was the judge?', 'Judge Odile Brandt said that he felt no shame.', 'Judge Odile Brandt'],
  [
    'Wer ist Stellvertreter?',
    'Vorsitzende ist Odile Brandt, ihr Stellvertreter ist Tomas Reed.',
    'Tomas Reed',
  ],
  [
    'Wer ist Vorsitzende?',
    'Vorsitzende ist Odile Brandt, ihr Stellvertreter ist Tomas Reed.',
    'Odile Brandt',
  ],
  ['Who is the oldest rower?', "The oldest rower was 61 and is now Aldra's General Manager.", undefined],
])('tells who stands in for somebody from whom they stand in for: %s', (question, sentence, expected) => {
  const marked = focus(question, sentence);
  if (expected === undefined) expect(marked).toBeUndefined();
  else expect(marked).toContain(expected);
});
