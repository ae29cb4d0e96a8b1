import { describe, expect, it } from 'vitest';
import { anotherOf, slotsIn } from '../../src/language/another.ts';

describe('anotherOf', () => {
  it.each([
    ['And Velmora?', undefined, 'Velmora'],
    ['and in Velmora?', 'in', 'Velmora'],
    ['what about the kids', undefined, 'kids'],
    ['How about for members?', 'for', 'members'],
    ['What about the Ostby one?', undefined, 'Ostby'],
    ['and the one in Ostby?', 'in', 'Ostby'],
    ['and the ones from Ostby again?', 'from', 'Ostby'],
    ['And Ostby too?', undefined, 'Ostby'],
    ['und in Ostby?', 'in', 'Ostby'],
    ['und der Bürgermeister?', undefined, 'Bürgermeister'],
    ['et à Ostby ?', 'à', 'Ostby'],
  ])('takes the link from %j', (question, preposition, name) => {
    expect(anotherOf(question)).toMatchObject({ preposition, name });
  });

  it('names nothing where only a link stands', () => {
    expect(anotherOf('And?')).toBeUndefined();
  });
});

describe('slotsIn', () => {
  const textsIn = (question: string) => slotsIn(question).map(({ text }) => text);

  it('keeps names whole, of several words and with hyphens', () => {
    expect(textsIn('Did the Velmar Rovers lose to Stratford-Langthorne?')).toEqual([
      'Velmar Rovers',
      'lose',
      'Stratford-Langthorne',
    ]);
  });

  it('offers other words alone and in pairs', () => {
    expect(textsIn('where is the voice chat?')).toEqual(['voice', 'voice chat', 'chat']);
  });

  it('tells what stands behind a preposition, with its article', () => {
    const question = 'What happened in the harbour there?';
    const behind = slotsIn(question).filter(({ preposition }) => preposition !== undefined);
    expect(behind.map(({ text }) => text)).toEqual(['harbour', 'there']);
    const [{ preposition } = { preposition: undefined }] = behind;
    expect(question.slice(preposition!.start, preposition!.end)).toBe('in the ');
  });

  it('tells numbers and the calendar from other things', () => {
    const kinds = slotsIn('What opened in Ostby on Monday in March 2031?').map(({ text, kind }) => [
      text,
      kind,
    ]);
    expect(kinds).toEqual([
      ['opened', 'other'],
      ['Ostby', 'other'],
      ['Monday', 'calendar'],
      ['March', 'calendar'],
      ['2031', 'number'],
    ]);
  });
});
