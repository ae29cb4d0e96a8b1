import { expect, it } from 'vitest';
import { focus } from '../../support/focus.ts';

const COOK = 'Role: Cook of the Heron\nName: Odile Brandt\nPhone: 0555 0191\nE-mail: cook@heron.example';
const OAR = 'Item: Spare oar\nUnit: piece\nPrice (EUR): 38.00';

it.each([
  ['Who is the cook of the Heron?', COOK, 'Odile Brandt'],
  ['Who is the Odile that cooks?', COOK, undefined],
  ['Phone number of the cook?', COOK, '0555 0191'],
  ['email of the cook', COOK, 'cook@heron.example'],
  ["What's the cook's phone?", COOK, '0555 0191'],
  ['What is the price of a spare oar?', OAR, '38.00'],
  // Nothing that the record is asked for, or nobody that it is of.
  ['Does the cook have a phone?', COOK, undefined],
  ['phone of the rower', COOK, undefined],
  ['What does the cook wear?', COOK, undefined],
  // No record.
  ['Phone of Reed?', 'Reed: my phone rang.\nIt was Odile: she has a new one.', undefined],
])('%s: the value in %j', (question, record, wanted) => expect(focus(question, record)).toBe(wanted));

it('is no name of a field', () => {
  expect(focus('Who keeps the boats?', 'Place: Boats of Harrow\nKept by Brandt: 2 boats')).not.toBe('Brandt');
});
