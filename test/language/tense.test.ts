import { describe, expect, it } from 'vitest';
import { relativeDates } from '../../src/language/relative-dates.ts';
import { dateNotes } from '../support/date-notes.ts';

/** 14 October 2020 was a Wednesday. */
const WEDNESDAY = '2020-10-14';
const notes = (text: string, reference = WEDNESDAY) => dateNotes(text, reference);

describe('a day in a clause', () => {
  it.each([
    'A decision is expected on Monday.',
    'Results are expected Friday.',
    'The minister arrives on Monday.',
    'Putin meets Erdogan on Monday.',
    'He leaves for Paris on Friday.',
    'Tickets go on sale Friday.',
    'The film premieres Friday.',
    'Doors open at 7 p.m. Friday.',
    'Talks continue Friday.',
    'The poll closes Sunday at midnight.',
    'The server goes live on Tuesday.',
    'We meet on Sunday.',
    'See you on Monday!',
    'A vote is likely Friday.',
    'Rain is forecast for Friday.',
    'The truce runs out on Friday.',
    'The singer, elected queen of the fair, tours on Monday.',
    'The minister, who was elected last year, arrives on Monday.',
    'On Monday, the minister, who was elected in May, meets Putin.',
    'The vote on Sunday, which was announced last week, comes late.',
    'Results are announced on Friday.',
    'The divided council meets on Friday.',
    'The minister said that talks resume on Monday.',
    'The court ordered him to appear on Monday.',
    'They were planning to march on Monday.',
    'The team planned to leave Nairobi on Thursday.',
    'The vote was moved to Friday.',
    'They got tickets for Friday.',
    'Talks are set to resume Monday.',
    'Extremists bombed two towns to stop talks, set to resume Monday in Belfast.',
    'He discussed Sunday’s vote.',
    'Live in Ganja on Sunday',
    'Announcements: club night Friday, 8 p.m.',
    'The shop opens over the weekend.',
  ])('is not past unless a verb says so: %j', (text) => {
    const days = relativeDates(text, WEDNESDAY).filter(({ expression }) => /day$|weekend/.test(expression));
    for (const { date } of days) expect(date >= WEDNESDAY).toBe(true);
  });

  it.each([
    ['Talks will be held over the weekend.', ['over the weekend = 2020-10-17 to 2020-10-18']],
    ['Over the weekend, talks will be held.', ['Over the weekend = 2020-10-17 to 2020-10-18']],
    ['They met over the weekend.', ['over the weekend = 2020-10-10 to 2020-10-11']],
    ['Ganja over the weekend', []],
    ['He spoke last weekend.', ['last weekend = 2020-10-10 to 2020-10-11']],
    ['They were killed this weekend.', []],
  ])('has a weekend by its verb: %j', (text, expected) =>
    expect(notes(text, '2020-10-16')).toEqual(expected),
  );

  it('has last weekend behind it on a weekend too', () =>
    expect(notes('They met last weekend.', '2020-10-18')).toEqual([
      'last weekend = 2020-10-10 to 2020-10-11',
    ]));

  it.each([
    'At least 10 people were killed on Sunday.',
    'At least 10 people were killed, including two children, in Ganja on Sunday.',
    'The ministry said Sunday.',
    'Sunday’s strike killed ten.',
    'Shelling late Sunday left ten dead.',
    'In a speech on Sunday the president of Azerbaijan, Ilham Aliyev, said so.',
    'The missile that fell on the city on Sunday.',
    'A missile hit Ganja on Sunday.',
    'They fled after the raid on Sunday.',
    'He said, on Sunday, that it fell.',
    'He arrived to meet Putin on Sunday.',
    'The vote on Sunday was close.',
    'Sunday’s vote was close.',
    'On Sunday, the man who killed ten was arrested.',
    'Ten people have been arrested since Sunday.',
    'Also on Sunday, ten fled.',
    'On Sunday, he called for them to leave.',
    'In Sunday’s debate, he attacked them.',
    'He was arrested for Sunday’s raid.',
    'He spoke Sunday of a truce.',
    'The shares are up since Sunday.',
    'He will discuss Sunday’s earthquake.',
    'They would look for victims of Sunday’s train crash.',
    'The Sunday explosions will be investigated.',
    'Police closed the road on Sunday.',
    'Prices closed sharply lower Sunday in heavy trading.',
    'The firm, which hosted it, closed it Sunday night.',
  ])('is past by its verb: %j', (text) =>
    expect(notes(text).map((note) => note.replace(/^.* = /, ''))).toEqual(['2020-10-11']),
  );

  it('is not to come when somebody will speak of what it brought', () => {
    expect(notes('He will discuss Sunday’s strike.')).toEqual([]);
    expect(notes('They will remember the Sunday strike.')).toEqual([]);
  });

  it.each([
    'They will hold the Saturday crash course in pottery.',
    'The Saturday crash course in pottery will be fun.',
    'They will dress up for the Friday murder mystery dinner.',
    'Join us for the Friday murder mystery dinner!',
    'The army will watch Sunday’s mock attack.',
    'The army will watch Sunday’s simulated bomb attack on the port.',
    'They will train for Sunday’s shooting contest.',
  ])('is not past for a word that names no event: %j', (text) => expect(notes(text)).toEqual([]));
});

describe('the first or last day of something', () => {
  it.each([
    ['The king declared ten days of court mourning beginning Thursday.', '2020-10-15'],
    ['The drivers announced a walkout starting Friday.', '2020-10-16'],
    ['The drivers announced a walkout starting on Friday.', '2020-10-16'],
    ['The governor ordered the beaches shut through Saturday.', '2020-10-17'],
    ['The mayor imposed a curfew effective Wednesday.', '2020-10-14'],
    ['The two princes proclaimed a truce to begin on Friday.', '2020-10-16'],
    ['The firm said that it will raise its prices starting Monday.', '2020-10-19'],
    ['The government declared three days of mourning from Thursday.', '2020-10-15'],
    ['The governor ordered the schools closed from Friday.', '2020-10-16'],
  ])('is to come where something is ordered: %j', (text, date) =>
    expect(relativeDates(text, WEDNESDAY)).toMatchObject([{ date }]),
  );

  it.each([
    ['after another day', 'On Sunday he declared three days of mourning beginning Monday.', 'Monday'],
    ['after another day', 'The order was signed on Monday, effective Friday.', 'Friday'],
    ['after a day before', 'It was Friday. He declared two days of mourning starting Saturday.', 'Saturday'],
    ['in another time', 'Last month the drivers announced a walkout starting Friday.', 'Friday'],
    ['in another time', 'The drivers had announced a walkout starting Friday.', 'Friday'],
    ['as near in the past', 'The mayor imposed a curfew effective Monday.', 'Monday'],
    ['as near in the past', 'The mayor imposed a curfew from Monday.', 'Monday'],
    ['in another time', 'The drivers had announced a walkout from Friday.', 'Friday'],
    ['of a range', 'The mayor ordered the road shut from Thursday to Friday.', 'Thursday'],
    ['of what came', 'Snow fell for two days from Sunday.', 'Sunday'],
    ['of what came', 'Snow fell for two days starting Sunday.', 'Sunday'],
    ['of what came', 'The walkout beginning Monday drew few.', 'Monday'],
    ['of what came', 'The road was shut through Sunday.', 'Sunday'],
    ['of what may come', 'The guests were told to expect a feast starting Saturday.', 'Saturday'],
    ['of what may come', 'The province went into lockdown as of Monday.', 'Monday'],
    ['of what may come', 'They announced talks opening Monday.', 'Monday'],
  ])('is not told %s: %j', (_, text, day) =>
    expect(notes(text).filter((note) => note.startsWith(day))).toEqual([]),
  );

  it.each([
    'Officials announced an early vote on Thursday.',
    'The duke proclaimed a new holiday on Friday.',
    'The duke declared Friday a day of prayer.',
    'The duke named Friday the day of the feast.',
  ])('is not told of an event that may be announced on it or for it: %j', (text) =>
    expect(notes(text)).toEqual([]),
  );

  it.each([
    ['On Monday the duke declared war.', 'Monday = 2020-10-12'],
    ['The duke announced on Monday that he was ill.', 'Monday = 2020-10-12'],
    ['The rule took effect on Monday.', 'Monday = 2020-10-12'],
    ['The duke ended the feast on Monday.', 'Monday = 2020-10-12'],
  ])('is none of these: %j', (text, note) => expect(notes(text)).toEqual([note]));
});

describe('what somebody said would be done on a day', () => {
  it.each([
    ['The minister said that he would meet both sides on Monday.', '2020-10-19'],
    ['The lawyer said she would appeal on Thursday and warned them.', '2020-10-15'],
    ['He said he would see them on Monday and warned that he would not wait.', '2020-10-19'],
    ['The firm announced it would reopen the mill late Saturday.', '2020-10-17'],
    ['The king told reporters that the feast would begin on Sunday.', '2020-10-18'],
  ])('is to come: %j', (text, date) => expect(relativeDates(text, WEDNESDAY)).toMatchObject([{ date }]));

  it.each([
    ['was said before', 'The minister had said that he would meet them on Monday.', 'Monday'],
    ['was said before', 'Last week the minister said that he would meet them on Monday.', 'Monday'],
    ['was said on another day', 'The minister said on Friday that he would leave on Monday.', 'Monday'],
    ['may be over', 'The minister said that he would meet them on Monday but did not come.', 'Monday'],
    ['may be over', 'The minister said that he would meet them on Monday, but stayed.', 'Monday'],
    ['may be over', 'The minister, who said that he would go on Monday, stayed.', 'Monday'],
    ['might have been', 'The minister said that he would have gone on Monday.', 'Monday'],
    ['is uncertain', 'The minister said that he would leave on Monday if asked.', 'Monday'],
    ['is uncertain', 'The minister said that he would rather leave on Monday.', 'Monday'],
    ['is uncertain', 'The minister said that he would leave by Monday.', 'Monday'],
    ['may be today', 'The minister said that he would leave on Wednesday.', 'Wednesday'],
    ['nobody said', 'It would take effect on Monday.', 'Monday'],
    ['is of a story', 'Every year he said that he would go on Monday.', 'Monday'],
    ['is a habit', 'She said that as a girl she would swim in the lake on Sunday.', 'Sunday'],
    ['is a habit', 'The king said that as a young boy he would swim there on Sunday.', 'Sunday'],
    ['was done', 'She said she would sing on Sunday, which she did.', 'Sunday'],
    ['is of somebody', 'She said the man she would meet on Sunday was late.', 'Sunday'],
  ])('is not told where it %s: %j', (_, text, day) =>
    expect(notes(text).filter((note) => note.startsWith(day))).toEqual([]),
  );
});
