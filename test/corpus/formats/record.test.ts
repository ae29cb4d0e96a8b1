import { expect, it } from 'vitest';
import { recordFields, recordText } from '../../../src/corpus/formats/record.ts';
import { cpuTimeOf } from '../../support/cpu-time.ts';

const fieldsOf = (text: string) =>
  recordFields(text).map(({ name, value }) => [
    text.slice(name.start, name.end),
    text.slice(value.start, value.end),
  ]);

it('finds the fields that it wrote, with values of several lines', () => {
  const values = [
    { name: 'Name', value: 'Odile Brandt' },
    { name: '', value: 'nameless' },
    { name: 'Note', value: 'At sea: until May.\nCall later.' },
    { name: 'Port', value: 'Harrow' },
  ];
  expect(fieldsOf(recordText(values))).toEqual([
    ['Name', 'Odile Brandt\nnameless'],
    ['Note', 'At sea: until May.\nCall later.'],
    ['Port', 'Harrow'],
  ]);
});

it('takes no sentence for a name, and no line without a value', () => {
  expect(fieldsOf('He came. Then: nothing.\nName:\n  Port: Harrow  ')).toEqual([['Port', 'Harrow']]);
});

it('is soon done with any text', () => {
  const read = () => {
    for (const piece of ['a:', 'a: ', ' ', 'a: b\n', ':']) recordFields(piece.repeat(50_000));
  };
  expect(cpuTimeOf(read)).toBeLessThan(2000);
});
