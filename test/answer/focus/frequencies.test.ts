import { expect, it } from 'vitest';
import { focus } from '../../support/focus.ts';

it.each([
  [
    'How often should the blade be oiled?',
    'Oil the blade after every two hours of sawing.',
    'every two hours',
  ],
  ['How often does the ferry run?', 'The ferry runs twice a day between Karden and Barsk.', 'twice a day'],
  ['How often is the hall cleaned?', 'The hall is cleaned four times a year.', 'four times a year'],
  ['How often does the lake freeze?', 'The lake freezes roughly every 20 years.', 'every 20 years'],
  ['How often are backups made?', 'Backups are made daily.', 'daily'],
  [
    'How often does the board meet?',
    'The board meets on the first Sunday of each month.',
    'first Sunday of each month',
  ],
  ['How often is the market?', 'The market is every other Friday.', 'every other Friday'],
  ['How often is the market?', 'The market is held once per week in 2 halls.', 'once per week'],
  ['How often did the mill burn?', 'The mill burned three times.', 'three times'],
  ['How often is the mill open?', 'The mill has two doors.', 'two'],
  ['Wie oft fährt die Fähre?', 'Die Fähre fährt zweimal am Tag.', 'zweimal am Tag'],
  ['How much does the daily paper cost?', 'The daily paper costs 2 euros.', '2'],
])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
