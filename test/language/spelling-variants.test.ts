import { expect, it } from 'vitest';
import { isSlip, uniformSpelling } from '../../src/language/spelling-variants.ts';
import { words } from '../../src/language/words.ts';

const spelled = (written: string) => uniformSpelling(words(written)[0]!, written);

it.each([
  ['grey', 'gray'],
  ['okay', 'OK'],
  ['neighbourhood', 'neighborhood'],
  ['harbours', 'harbors'],
  ['organised', 'organized'],
  ['analysing', 'analyzing'],
  ['kilometres', 'kilometers'],
  ['theatre', 'theater'],
  ['defence', 'defense'],
  ['cancelled', 'canceled'],
  ['dialogues', 'dialogs'],
  ['Sept', 'September'],
  ['whilst', 'while'],
])('%s is %s', (one, other) => expect(spelled(one)).toBe(spelled(other)));

it.each([
  ['four', 'for'],
  ['scouring', 'scoring'],
  ['prise', 'prize'],
  ['filled', 'filed'],
  ['polling', 'poling'],
  ['tour', 'tor'],
  ['mar', 'March'],
  ['fence', 'fense'],
])('%s is not %s', (one, other) => expect(spelled(one)).not.toBe(spelled(other)));

it.each([
  ['bridges', 'birdges'],
  ['goverment', 'government'],
  ['accommodation', 'accomodation'],
  ['harbour', 'harbbour'],
])('%s and %s are a slip apart', (one, other) => {
  expect(isSlip(one, other)).toBe(true);
  expect(isSlip(other, one)).toBe(true);
});

it.each([
  ['herdsmen', 'herdsman'],
  ['killed', 'skilled'],
  ['bridge', 'bridges'],
  ['bridge', 'bridge'],
  ['trail', 'trial'],
  ['typical', 'atypical'],
  ['unionised', 'ionised'],
  ['uninformed', 'uniformed'],
])('%s and %s are not', (one, other) => expect(isSlip(one, other)).toBe(false));
