import { describe, expect, it } from 'vitest';
import { focus } from '../../support/focus.ts';

it.each([
  ['When does the spring fair take place?', 'It takes place on 2025-03-22.', '2025-03-22'],
  ['When does the spring fair take place?', 'It takes place on 22.03.2025.', '22.03.2025'],
  ['When does the spring fair take place?', 'It takes place on 22. 3. 2025.', '22. 3. 2025'],
  ['When does the spring fair take place?', 'It takes place on 22/03/2025.', '22/03/2025'],
  ['When does the spring fair take place?', 'It takes place on March 22,2025.', 'March 22,2025'],
  ['What is the date of the spring fair?', 'The spring fair is on 22 March.', '22 March'],
  [
    'When is the rent due?',
    'The rent is due on the first of each month, that of stalls every Friday.',
    'first of each month',
  ],
  ['When does the shop open?', 'The shop opens at nine and closes at six, except on Sundays.', 'nine'],
  ['When does the shop close?', 'The shop opens at nine and closes at six, except on Sundays.', 'six'],
  ['When does the shop open?', 'The shop opens at 9.', '9'],
  ['When does the shop open?', 'The shop is open, except on the last Friday of the month.', undefined],
  [
    'When is the market?',
    'The market is on Tuesdays and Thursdays at 10:30.',
    'Tuesdays and Thursdays at 10:30',
  ],
  ['When do the lamps go out?', 'The lamps go out every day at 23:30.', 'every day at 23:30'],
  ['When is the hall open?', 'The hall is open between 7:00 and 23:00.', '7:00 and 23:00'],
  ['When is the hall open?', 'The hall is open from 9 a.m. to 5 p.m. on weekdays.', '9 a.m. to 5 p.m.'],
  ['When is the hall open?', 'The hall is open 9:00-17:00.', '9:00-17:00'],
  ['When did the hall open?', 'The hall opened at 9:00 and burned down at 17:00.', '9:00'],
  ['Wann brach der Brand aus?', 'Am Sonntag brach der Brand aus.', 'Sonntag'],
  ['Wann brach der Brand aus?', 'Am Mittwochabend brach der Brand aus.', 'Mittwochabend'],
  ['什么时候开门？', '周日开门。', '周日'],
  ['什么时候开门？', '在星期天开门。', '星期天'],
  ['什么时候开门？', '一周三次开门。', undefined],
  ['いつ開きますか', '日曜日に開きます。', '日曜日'],
  ['In which year was the mill built?', 'The mill was built on a Friday.', undefined],
  ['In which year was the mill built?', 'On Friday, after years of work since 1919, it stood.', '1919'],
])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));

it('is the time of the verb that is asked about, in its clause', () => {
  const talks = 'The talks, announced on Friday, began on Sept. 27, 2020.';
  expect(focus('When did the talks begin?', talks)).toBe('Sept. 27, 2020');
  expect(focus('When were the talks announced?', talks)).toBe('Friday');
});

it.each([
  ['When did they talk?', 'They talked late Tuesday in Harrow.', 'late Tuesday'],
  ['When did they talk?', 'They talked early on Tuesday.', 'early on Tuesday'],
  ['When did the mayor resign?', 'The mayor resigned last Thursday.', 'last Thursday'],
  ['When is the service?', 'The service is in Harrow next Tuesday.', 'next Tuesday'],
  ['When did the mill burn?', 'The mill burned last November.', 'last November'],
  ['When did the barricade go up?', 'The barricade had gone up on Saturday night.', 'Saturday night'],
  ['When did it derail?', 'It derailed on Oct. 4 in the morning.', 'Oct. 4'],
  ['When did it derail?', 'It derailed on the morning of Oct. 4.', 'morning of Oct. 4'],
  ['When will she decide?', 'She will decide by the end of January.', 'end of January'],
  ['When are results expected?', 'Results are expected in mid-December.', 'mid-December'],
  ['When did they talk on Tuesday?', 'They talked on Tuesday night.', 'Tuesday night'],
  ['When was it said on Tuesday?', 'It was said at noon on Tuesday.', 'noon'],
  ['When was the mill at last sold?', 'The mill was sold at last Friday evening.', 'Friday evening'],
  ['When did the order come?', 'The order came at 4:40 p.m. on Monday, an hour late.', '4:40 p.m. on Monday'],
  ['When did the hook break?', 'The hook broke at 3:12 p.m. on August 7.', '3:12 p.m. on August 7'],
  ['When do the doors open?', 'The doors open at 7 p.m. Friday.', '7 p.m. Friday'],
  ['When does it close on Monday?', 'It closes at 7 p.m. on Monday.', '7 p.m.'],
  ['When is it open?', 'It is open from 9 a.m. to 5 p.m. on Fridays.', '9 a.m. to 5 p.m. on Fridays'],
  ['When does it open?', 'It opens at 9 a.m. and on Friday it closes.', '9 a.m.'],
  ['When is it open?', 'It is open from 7 until 10 a.m., on Sundays until 11 a.m.', '7 until 10 a.m.'],
  [
    'When is it open?',
    'Open Monday to Friday, 9 a.m. to 6 p.m., Saturday 10-14.',
    'Monday to Friday, 9 a.m. to 6 p.m.',
  ],
  ['When did it start?', 'It started at 10 a.m., Sunday mass at noon.', '10 a.m.'],
  ['When did it close?', 'It closed at 5 p.m. Friday the bank was shut.', '5 p.m.'],
  ['When did it close?', 'It closed at 5 p.m. on Friday at the mill.', '5 p.m. on Friday'],
  ['When did it close?', 'It closed at 5 p.m. Friday in Harrow.', '5 p.m. Friday'],
  ['When did it close?', 'It closed at 5 p.m. Friday’s mass was late.', '5 p.m.'],
  ['When does it close?', 'It closes at 5 p.m. on Friday 7pm is usual.', '5 p.m.'],
  ['When does it open?', 'It opens at 9 a.m. Friday 3 May.', '9 a.m. Friday 3 May'],
])('goes with what says which or when of the day: %s %s', (question, sentence, wanted) =>
  expect(focus(question, sentence)).toBe(wanted),
);

it.each([
  // What is called by a day is what is named, not when it was done.
  ['When did the court annul the vote?', 'The court annulled the vote of October 2 on Thursday.', 'Thursday'],
  ['When was the vote?', 'It was the vote of October 2.', 'October 2'],
  // Unless the question is about that.
  ['When was the vote held?', 'The court annulled the vote of October 2 on Thursday.', 'October 2'],
  ['When did the storm come?', 'The storm came in the night of October 2, a Thursday.', 'night of October 2'],
  // A month is measured by, as others of its name.
  [
    'When did the state warn of fire?',
    'Last week the state warned, in the driest July, of fire.',
    'Last week',
  ],
  [
    'When was the alarm?',
    'On Monday, as in the driest July since counts began in 1895, the alarm rang.',
    'Monday',
  ],
  ['When did the mill burn?', 'In the worst fire since 1987 the mill burned, on Friday.', 'Friday'],
  [
    'When did the interest rise?',
    'After 1960 there was an interest in it that has risen since 1990.',
    '1990',
  ],
  [
    'When did the protests begin?',
    'After 1960 there were protest and arrest since 1990, as they began.',
    '1990',
  ],
  ['When was the mill closed?', 'The mill has been closed since Friday, the first of three.', 'Friday'],
  // What is counted from another time.
  [
    'When do they come?',
    'It is on Friday, May 3; they come when it has begun an hour earlier.',
    'Friday, May 3',
  ],
  // Hours that come each day.
  ['When was the curfew imposed?', 'A curfew from 9 p.m. to 5 a.m. was imposed on Sunday.', 'Sunday'],
  ['When was the shop open?', 'The shop was open from 9 a.m. to 5 p.m.', '9 a.m. to 5 p.m.'],
])('is not what a day is only told beside: %s %s', (question, sentence, wanted) =>
  expect(focus(question, sentence)).toBe(wanted),
);

it.each([
  ['When was the square stormed?', 'Ten were hurt overnight when troops stormed the square.', 'overnight'],
  ['When did Brandt buy it?', 'Brandt bought it eight years later.', 'eight years later'],
  ['When did he come?', 'He came two days earlier than planned.', undefined],
])('may be told in words: %s %s', (question, sentence, wanted) =>
  expect(focus(question, sentence)).toBe(wanted),
);

it.each([
  ['between 8 July and 12 August', '8 July and 12 August'],
  ['from 8 July to 12 August 2024', '8 July to 12 August 2024'],
  ['from 8 to 12 August', '8 to 12 August'],
  ['from the 3rd to the 7th of May', '3rd to the 7th of May'],
  ['between the 3rd and the 7th of May', '3rd and the 7th of May'],
  ['8-12 July', '8-12 July'],
  ['July 8-12', 'July 8-12'],
  ['8 July – 12 August', '8 July – 12 August'],
  ['from July to September', 'July to September'],
  ['from December 24th through January 2nd', 'December 24th through January 2nd'],
  ['from 1880 until 1912', '1880 until 1912'],
  ['from Friday, 3 May to Sunday, 5 May', 'Friday, 3 May to Sunday, 5 May'],
  ['Monday to Friday from 9 a.m. to 5 p.m.', 'Monday to Friday from 9 a.m. to 5 p.m.'],
  ['between 9 and 11 a.m.', '9 and 11 a.m.'],
  ['9-11 a.m.', '9-11 a.m.'],
  ['at 22:10 on 4 May 2021', '22:10 on 4 May 2021'],
  ['on 4 May 2021 from 10 p.m. to midnight', '4 May 2021 from 10 p.m. to midnight'],
])('is the whole of a range: %s', (time, wanted) =>
  expect(focus('When is the pool closed?', `The pool is closed ${time}.`)).toBe(wanted),
);

it.each([
  [
    'Wann ist das Bad geschlossen?',
    'Das Bad ist vom 8. Juli bis 12. August geschlossen.',
    '8. Juli bis 12. August',
  ],
  ['Wann ist das Bad offen?', 'Das Bad ist zwischen 9 und 17 Uhr offen.', '9 und 17 Uhr'],
])('in German too: %s %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));

it.each([
  ['When was the vote moved?', 'The vote was moved from 4 May to 11 May.', '4 May'],
  ['When was the fair extended?', 'The fair was extended from 4 May to 11 May.', '4 May'],
  ['When was the vote pushed?', 'The vote was pushed from 4 May to 11 May.', '4 May'],
  ['When was the vote pushed back?', 'The vote was pushed back from 4 May to 11 May.', '4 May'],
  ['When was it brought forward?', 'It was brought forward from 11 May to 4 May.', '11 May'],
  ['When were the mills built?', 'The mills were built in 1990 and 1995.', '1990'],
])('is one of two that are none: %s', (question, sentence, wanted) =>
  expect(focus(question, sentence)).toBe(wanted),
);

it('of what happened once is the day rather than the hour that stands apart', () => {
  const closed = 'On 4 May 2021 the bridge was closed at 22:10.';
  expect(focus('When was the bridge closed?', closed)).toBe('4 May 2021');
  expect(focus('At what time was the bridge closed?', closed)).toBe('22:10');
  expect(focus('When does the bridge close?', 'On Mondays in May the bridge closes at 22:10.')).toBe('22:10');
  expect(focus('When did it close?', 'On 4 May they met, on 5 May it closed at 22:10.')).toBe('22:10');
});

it.each([
  ['When did the alarm ring?', 'The alarm, installed in 2019, rang at 3:15 a.m.', '3:15 a.m.'],
  ['When was Brill shot?', 'Brill, born in 1980, was shot at 9:40 p.m.', '9:40 p.m.'],
  ['When was the train due?', 'The train, built in May 1999, was due at 14:05.', '14:05'],
  ['When was dinner?', 'Dinner was at 7:30 p.m. and the play on Friday.', '7:30 p.m.'],
  ['When was it held?', 'Held at 6 p.m.; posters had hung since Monday.', '6 p.m.'],
  ['When did the rain stop?', 'It rained overnight and stopped at noon.', 'noon'],
])('is the hour where no whole date leads the sentence: %s %s', (question, sentence, wanted) =>
  expect(focus(question, sentence)).toBe(wanted),
);

it('is not another day than the one that the question names', () => {
  const sentence = 'Mondays: closed; open 8:00 to 20:00 on Fridays.';
  expect(focus('When is it open on Fridays?', sentence)).toBe('8:00 to 20:00');
});

it('is the last of a row where the question asks for that', () => {
  const sentence = 'The bay froze in 1929, 1956 and 1963.';
  expect(focus('When did the bay last freeze?', sentence)).toBe('1963');
  expect(focus('When did the bay first freeze?', sentence)).toBe('1929');
});

it('is told by its year where a season is of that', () => {
  const sentence = 'The Ebb was published in the autumn of 1971; it was filmed in 1979.';
  expect(focus('When was The Ebb published?', sentence)).toBe('1971');
  expect(focus('When was The Ebb filmed?', sentence)).toBe('1979');
});

describe('a time that is that of something else', () => {
  it.each([
    [
      'When was the theory published?',
      'Odile Brandt (1919–1980) and Karl Ross published the theory after 1950.',
      '1950',
    ],
    ['When was the fort built?', 'The fort, in what is today Karden, was built in 1565.', '1565'],
    // Where nothing else is told, it is that.
    ['When did Odile Brandt live?', 'Odile Brandt (1919–1980) was a painter.', '1919–1980'],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
});
