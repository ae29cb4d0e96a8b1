import { describe, expect, it } from 'vitest';
import { relativeDates } from '../../src/language/relative-dates.ts';

describe('an announcement', () => {
  const written = '2020-10-14';

  it.each([
    "He said he'd resign on Friday.",
    'Police said they’d reopen the road Friday.',
    'The festival returns on June 5.',
    'We reopen May 1.',
    'He arrives on Nov. 2 and leaves on June 5.',
    "Sunday's final was moved to Madrid.",
    "Tickets for Sunday's final were sold out.",
    'The rally on Saturday was banned by the city.',
    "Sunday's election was called off.",
    'On Monday, if elected, he takes office.',
    'A report to be released Friday said 10 died.',
  ])('is not told to be over: %s', (text) =>
    expect(relativeDates(text, written).filter(({ date }) => date < written)).toEqual([]),
  );

  it.each([
    ['On Monday the mayor resigned.', '2020-10-12'],
    ['On Aug. 3 the mayor was killed.', '2020-08-03'],
    ['The canal was closed on Monday.', '2020-10-12'],
    ['the attack of 10 May in Baku', '2020-05-10'],
  ])('is not what tells of the past: %s', (text, date) =>
    expect(relativeDates(text, written)).toMatchObject([{ date }]),
  );

  it.each([
    ['The next quiz night is on Nov. 20.', '2020-11-20'],
    ['Our second season ends on 30 November.', '2020-11-30'],
    ['Season 5 starts December 1.', '2020-12-01'],
    ['Sign-ups close January 9.', '2021-01-09'],
    ['The deadline for entries is 12 January.', '2021-01-12'],
    ['Film night is on Dec. 4.', '2020-12-04'],
    ['The raid starts at 8 p.m. on Dec. 4.', '2020-12-04'],
    ['The beta goes live on Nov. 30.', '2020-11-30'],
    ['Entries are accepted until December 1.', '2020-12-01'],
    ['Apply before Dec. 10.', '2020-12-10'],
    ['Please pay by Dec. 10 at the latest.', '2020-12-10'],
    ['The fair, which opens on Nov. 20, is free.', '2020-11-20'],
    ['The rules say that the season ends on the 30th of November.', '2020-11-30'],
    ['Season 4 starts Oct. 2.', '2020-10-02'],
    ['The boy must be returned to his father by Dec. 4.', '2020-12-04'],
    ['They decided that the boy should go home by Dec. 4.', '2020-12-04'],
    ['The new vote could take place as early as Dec. 18.', '2020-12-18'],
    ['They expect the sale to be completed by Dec. 15.', '2020-12-15'],
    ['Claims may be filed until Jan. 31.', '2021-01-31'],
  ])('of a day fixed beforehand has its day: %s', (text, date) =>
    expect(relativeDates(text, written).at(-1)).toMatchObject({ date }),
  );

  it.each([
    ['that may be as near in the past', 'The next quiz night is on June 8.'],
    ['that comes again', 'The season ends on Nov. 30 every year.'],
    ['that was', 'The quiz night was on Dec. 4.'],
    ['that was', 'The bridge was closed until Dec. 4.'],
    ['that was', 'The road was to be opened by Dec. 4.'],
    ['that was', 'The bridge had to be shut until Dec. 4.'],
    ['that may be as near in the past', 'The road must be shut by June 8.'],
    ['of a story', 'The novel begins on Dec. 4 in a storm.'],
    ['of a story', 'Her diary ends on Dec. 4.'],
    ['of a story', 'The siege begins on Dec. 4 and ends in defeat.'],
    ['of a story', 'On Dec. 4 the duke marches north.'],
    ['of a story', 'The duke crosses the river on Dec. 4.'],
    ['of another year', 'In 1805 the siege begins on Dec. 4.'],
    ['of another year', 'It is 1805. The hunt begins on Dec. 4.'],
  ])('has no day %s: %s', (_, text) => expect(relativeDates(text, written)).toEqual([]));
});
