import { describe, expect, it } from 'vitest';
import { focus } from '../../support/focus.ts';

describe('how long something takes, in Romance languages', () => {
  it.each([
    ['¿Cuánto dura la marcha?', 'La marcha dura tres días.', 'tres días'],
    ['Quanto tempo dura?', 'La visita dura due ore.', 'due ore'],
    ['Quanto dura la visita?', 'La visita dura due ore.', 'due ore'],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
});
