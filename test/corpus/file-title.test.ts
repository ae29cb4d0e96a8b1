import { expect, it } from 'vitest';
import { fileTitle } from '../../src/corpus/file-title.ts';

it.each([
  ['news/2020-minsk-group.txt', 'minsk group'],
  ['Kalın_call (1).md', 'Kalın call'],
  ['000_bc799acba1ccdee3.txt', ''],
  ['.txt', 'txt'],
])('reads what the name of %s says', (source, title) => {
  expect(fileTitle(source)).toBe(title);
});
