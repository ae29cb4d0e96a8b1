import { expect, it } from 'vitest';
import { asksSomething } from '../../src/language/asking.ts';

it.each([
  'is the bakery open?',
  'who painted the gate',
  'who painted the gate btw',
  'when is the next regatta',
  'hey does anyone know where the ladder is',
  'anyone know where the ladder is',
  'thx! and how much is a lantern',
  'morning, how do I moor a raft',
  'is the regatta over',
  'why',
  'which boat has a cabin',
  'Wer holt die Leiter',
  'any idea what a raft costs',
  'open today? 🙂',
])('asks: %s', (message) => {
  expect(asksSomething(message)).toBe(true);
});

it.each([
  'yes',
  'behind the boathouse',
  'whoever comes first gets it',
  'when the bell rings, row',
  'which is why we row',
  'what a race',
  'who cares',
  'it is over',
  'how nice',
  'Um drei',
  'I asked who painted it',
])('asks nothing: %s', (message) => {
  expect(asksSomething(message)).toBe(false);
});
