import { describe, expect, it } from 'vitest';
import { dateNotes } from '../support/date-notes.ts';

/** 14 October 2020 was a Wednesday. */
const WEDNESDAY = '2020-10-14';
const notes = (text: string, reference = WEDNESDAY) => dateNotes(text, reference);

describe('a weekday of what is scheduled', () => {
  it.each([
    ['The vote is on Friday.', '2020-10-16'],
    ['The concert in the old mill is on Saturday.', '2020-10-17'],
    ['The next quiz night is on Friday.', '2020-10-16'],
    ['The deadline for entries is Sunday.', '2020-10-18'],
    ['Deadline: Friday', '2020-10-16'],
    ['Next meeting: Monday at noon.', '2020-10-19'],
    ['When is the fair? It is on Saturday.', '2020-10-17'],
    ['The trial begins Monday.', '2020-10-19'],
    ['The judge said that the trial begins on Monday.', '2020-10-19'],
    ['Sales begin at 9 a.m. on Tuesday.', '2020-10-20'],
    ['The mill reopens Friday after a fire.', '2020-10-16'],
    ['The bridge opens on Saturday.', '2020-10-17'],
    ['Voting ends Sunday.', '2020-10-18'],
    ['Tickets go on sale Friday.', '2020-10-16'],
    ['Voters go to the polls on Sunday.', '2020-10-18'],
    ['Finance ministers meet in Karden on Monday to talk.', '2020-10-19'],
    ['The duke arrives on Saturday.', '2020-10-17'],
    ['The duke leaves for Karden on Friday.', '2020-10-16'],
    ['The team, founded in 1898, plays on Saturday.', '2020-10-17'],
    ['Harrow play Selby on Saturday.', '2020-10-17'],
    ['A decision is expected in Karden on Monday.', '2020-10-19'],
    ['The council has until Friday to decide.', '2020-10-16'],
    ['The hearing in the 2018 case resumes on Friday.', '2020-10-16'],
    ['Bring your plants by Friday.', '2020-10-16'],
    ['On Friday the council is expected to vote.', '2020-10-16'],
  ])('is the next: %j', (text, date) =>
    expect(notes(text).map((note) => note.replace(/^.* = /, ''))).toEqual([date]),
  );

  it.each([
    ['is today, or in a week', 'The trial begins Wednesday.'],
    ['has opening hours', 'The museum opens on Friday.'],
    ['has opening hours', 'The east gate closes on Friday at 9.'],
    ['is a habit', 'The choir meets on Monday.'],
    ['is a habit', 'We meet on Sunday.'],
    ['is a habit', 'Film night starts on Friday at 8.'],
    ['is a habit', 'The weekly raid starts on Friday.'],
    ['is a habit', 'The raid usually starts on Friday.'],
    ['is a habit', 'The class begins on Monday.'],
    ['is a habit', 'The rental period begins on Saturday at 3 p.m.'],
    ['is a habit', 'Voting begins on Friday each week.'],
    ['is of each week', 'The week begins on Monday.'],
    ['is of each week', 'Bin day is Tuesday.'],
    ['is of each week', 'The market is on Saturday.'],
    ['is a habit', 'The show is on Friday evenings.'],
    ['is a habit', 'The bus leaves on Friday at 9.'],
    ['is a rule', 'If you pay by noon, it arrives on Monday.'],
    ['is of a story', 'In the film, the trial begins Monday.'],
    ['may not come', 'If the strike starts on Friday, we walk.'],
    ['is over', 'The truce, due to begin on Friday, failed.'],
    ['is in a picture', 'A woman votes in Karden on Sunday.'],
    ['is in a picture', 'The duke arrives at a church in Karden on Sunday.'],
    ['is of a story', 'The novel begins on Friday in a storm.'],
    ['is of another year', 'It was 1926. The strike begins on Friday.'],
    ['is of another year', 'In May 1926 the strike begins on Friday.'],
    ['is any', 'The concert is on a Saturday.'],
  ])('is not told where it %s: %j', (_, text) => expect(notes(text)).toEqual([]));
});

describe('a day in figures of what is scheduled', () => {
  it.each([
    ['Next meeting: Monday, 14 December.', '14 December = 2020-12-14'],
    ['Next meeting: 14 December.', '14 December = 2020-12-14'],
    ['The dividend is paid on 30 November.', '30 November = 2020-11-30'],
    ['They chose a dividend of two crowns, to be paid on 30 November.', '30 November = 2020-11-30'],
    ['A second vote follows on 4 December.', '4 December = 2020-12-04'],
    ['On Dec. 3 the new bridge is to open.', 'Dec. 3 = 2020-12-03'],
    ['The fair runs from Dec. 2 to 4.', 'Dec. 2 to 4 = 2020-12-02 to 2020-12-04'],
    ['The hearing in the 2018 case resumes on 4 December.', '4 December = 2020-12-04'],
  ])('is to come: %j', (text, note) => expect(notes(text)).toEqual([note]));

  it.each([
    'The dividend was to be paid on 30 November.',
    'In 2018 the hearing resumes on 4 December.',
    'On Dec. 3 the man who is to open it left.',
  ])('is not told in %j', (text) => expect(notes(text)).toEqual([]));
});

describe('a verb whose past is its present too', () => {
  it.each([
    'Shells hit four towns on Monday.',
    'Workers quit on Monday.',
    'Rebels cut the road on Monday.',
    'Floods cost nine lives on Monday.',
    'Guards put out the fire on Monday.',
    'The store shut on Monday.',
    'The strike cost the firm dear on Monday.',
  ])('is past: %j', (text) => expect(notes(text)).toEqual(['Monday = 2020-10-12']));

  it.each([
    'New phones hit the shops on Monday.',
    'Clubs put up tents on Monday.',
    'The stores shut on Monday.',
    'The owner keeps the store shut on Monday.',
  ])('may be to come: %j', (text) => expect(notes(text)).toEqual([]));
});

describe('a weekday without its capital', () => {
  it.each([
    ['the server was down on tuesday', 'tuesday = 2020-10-13'],
    ['mira steps down on friday', 'friday = 2020-10-16'],
    ['it was a mess, see you on sunday', 'sunday = 2020-10-18'],
    ['I did not see you on friday', 'friday = 2020-10-09'],
    ['the season ended last sunday', 'last sunday = 2020-10-11'],
  ])('is one as in %j', (text, note) => expect(notes(text)).toEqual([note]));

  it.each(['black friday was fun', 'they met every friday', 'it was down on tuesdays'])(
    'is not told in %j',
    (text) => expect(notes(text)).toEqual([]),
  );
});
