import { describe, expect, it } from 'vitest';
import { dateNotes } from '../support/date-notes.ts';

/** 13 October 2020 was a Tuesday. */
const TUESDAY = '2020-10-13';
const notes = (text: string, reference = TUESDAY) => dateNotes(text, reference);

describe('a weekday', () => {
  it.each([
    ['2024-03-06', '"We will appeal the ruling," Mayor Ann Lee said on Monday.', 'Monday = 2024-03-04'],
    ['2024-03-06', 'The shooting was due to a quarrel on Saturday, police said.', 'Saturday = 2024-03-02'],
    ['2024-03-06', 'The talks are due to begin on Saturday, police said.', 'Saturday = 2024-03-09'],
    ['2024-03-06', 'The man said he will appeal on Saturday.', 'Saturday = 2024-03-09'],
    ['2024-03-06', 'The bridge will be reopened on Saturday.', 'Saturday = 2024-03-09'],
    ['2024-03-06', 'The march is scheduled for Saturday, police said.', 'Saturday = 2024-03-09'],
    ['2024-03-06', 'On Saturday, they will vote.', 'Saturday = 2024-03-09'],
    ['2024-03-06', 'They will appeal the ruling the court announced on Monday.', 'Monday = 2024-03-04'],
    ['2024-03-06', 'A house next to the school burned on Monday.', 'Monday = 2024-03-04'],
    [
      '2021-10-14',
      'He said that troops will not withdraw and that fighting stopped on Tuesday.',
      'Tuesday = 2021-10-12',
    ],
    ['2020-10-14', 'President Will Smith said Friday', 'Friday = 2020-10-09'],
  ])('written on %s, is past or to come by the verb nearest to it: %j', (reference, text, note) =>
    expect(notes(text, reference)).toEqual([note]),
  );

  it.each([
    'A planned march on Sunday was banned.',
    'The march, planned for Sunday, was banned.',
    'The truce, due to begin on Saturday, failed.',
    'He scheduled a vote on Sunday.',
    'Monday’s strike will be remembered.',
    'The vote was scheduled for Monday.',
    'Will they meet on Friday?',
    'They will meet officials involved in the talks on Friday.',
    'They will, officials say, meet again on Friday.',
    'He will stand trial over the killing on Saturday.',
    'Talks on Friday will decide it.',
    'He said Monday would be decisive.',
    'The museum opens on Friday.',
    'They could meet on Friday.',
    'They plan a strike on Friday.',
    'They are meeting on Friday.',
    'They must leave by Friday.',
    'The trial was set for Monday.',
    'The strike had been called for Friday.',
    'They expected him to speak on Friday.',
    'The sale is expected to have ended by Friday.',
    'They had promised results by Friday.',
    'They had been given weapons by Friday prayers.',
    'They had to leave by Friday.',
    'He had demanded an answer by Friday.',
    'They had ordered the road closed by Friday.',
    'He had sought help by Friday.',
  ])('is no day where it may be past or to come: %j', (text) => expect(notes(text)).toEqual([]));

  it.each([
    'Raids start every Friday.',
    'Each Sunday he rested.',
    'He left the following Monday.',
    'He had left the previous Monday.',
    'It was open from Monday.',
    'It opens a week from Friday.',
    'Open Monday to Friday.',
    'Open Monday through Friday, closed Saturday and Sunday.',
    'Hours: Monday–Friday, 9 to 5.',
    'Open Monday—Friday.',
    'Open Monday, Wednesday and Friday.',
    'Between Monday and Friday they fled.',
    'They fled on Monday and Tuesday.',
    'It was in The Sunday Times.',
    'The Sunday Times reported it.',
    'He spent much on Black Friday.',
    'Black Friday was quiet.',
    'After Bloody Sunday, they fled.',
    'Good Friday is a holiday.',
    'He saw the band Wednesday.',
    'It happened this Sunday.',
    'They were told of a march this Sunday.',
  ])('is no day in %j', (text) => expect(notes(text)).toEqual([]));

  it.each([
    ['The march is this Sunday.', 'this Sunday = 2020-10-18'],
    ['A court is set to rule on Friday.', 'Friday = 2020-10-16'],
    ['They will march in Baku this Sunday.', 'this Sunday = 2020-10-18'],
    ['It is due by Friday.', 'Friday = 2020-10-16'],
    ['They will march this Sunday.', 'this Sunday = 2020-10-18'],
    ['On Sunday Armenia said so.', 'Sunday = 2020-10-11'],
    ['Police said Sunday they fled.', 'Sunday = 2020-10-11'],
    ['It began at 10:00 GMT Monday.', 'Monday = 2020-10-12'],
    ['A strike has been called for Friday.', 'Friday = 2020-10-16'],
    ['The hearing has been set for Friday, the court said.', 'Friday = 2020-10-16'],
    ['The trial is set for Monday.', 'Monday = 2020-10-19'],
    ['Forecasters expect winds to ease on Friday.', 'Friday = 2020-10-16'],
    ['The firm expects to resume work on Monday.', 'Monday = 2020-10-19'],
    ['It had burned 14,300 hectares by Sunday evening.', 'Sunday = 2020-10-11'],
    ['It had spread to two villages by Wednesday morning.', 'Wednesday = 2020-10-14'],
    ['At least 90 people had been killed by late Monday.', 'late Monday = 2020-10-12'],
  ])('read on a Wednesday, is its day: %j', (text, note) =>
    expect(notes(text, '2020-10-14')).toEqual([note]),
  );

  it.each([
    'Bus to Harrow cancelled on Friday',
    'Bus to Harrow cancelled over storm on Friday',
    'Concert in Harrow postponed Friday',
    'Trains delayed on Friday, operator says',
    'Trains delayed on Friday, operator said',
    'On Friday bus to Harrow cancelled',
    'Friday’s bus to Harrow cancelled',
    'Pool closed on Friday',
    'Line 4 suspended on Friday',
    'All flights grounded Friday',
  ])('is past or to come in a headline, whose participle tells of either: %j', (text) =>
    expect(notes(text, '2020-10-14')).toEqual([]),
  );

  it.each([
    ['Two men killed on Friday', 'Friday = 2020-10-09'],
    ['Mayor cancelled the march on Friday', 'Friday = 2020-10-09'],
    ['The mayor cancelled on Friday.', 'Friday = 2020-10-09'],
    ['Flights have been grounded since Friday', 'Friday = 2020-10-09'],
    ['He said on Friday that the bus was cancelled', 'Friday = 2020-10-09'],
  ])('is past in what tells of nothing else: %j', (text, note) =>
    expect(notes(text, '2020-10-14')).toEqual([note]),
  );
});
