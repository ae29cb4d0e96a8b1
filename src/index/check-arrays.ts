import { UnusableIndexError } from './manifest.ts';

/**
 * Checks of what a generation's arrays say of one another. Their sums were compared with a manifest that may have
 * been edited or be another build's; an index that leads nowhere would fail in the middle of a question.
 *
 * @throws UnusableIndexError
 */
export function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new UnusableIndexError(`${what} do not fit the rest of the index`);
}

/** Whether an array of `count` and one more offsets goes up from 0 to `end`. */
export function areOffsets(offsets: Uint32Array, count: number, end: number): boolean {
  if (offsets.length !== count + 1 || offsets[0] !== 0 || offsets[count] !== end) return false;
  for (let i = 0; i < count; i++) if (offsets[i]! > offsets[i + 1]!) return false;
  return true;
}

/** Whether all numbers are less than `bound`, but for those from `special` on, which mean something else. */
export function areBelow(numbers: Uint32Array, bound: number, special = Infinity): boolean {
  for (let i = 0; i < numbers.length; i++) if (numbers[i]! >= bound && numbers[i]! < special) return false;
  return true;
}

/** Whether each number below the array's length stands in it once: following it from anywhere leads back. */
export function isPermutation(numbers: Uint32Array): boolean {
  const seen = new Uint8Array(numbers.length);
  for (const number of numbers) {
    if (number >= numbers.length || seen[number] === 1) return false;
    seen[number] = 1;
  }
  return true;
}
