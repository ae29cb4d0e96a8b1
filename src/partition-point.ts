/**
 * The first of the places 0 to `length` - 1 at which something holds, where it holds at all that follow too; `length`
 * where it holds at none. Halves what is left (binary search): asks about log2(`length`) times.
 */
export function partitionPoint(length: number, holds: (place: number) => boolean): number {
  let low = 0;
  for (let high = length; low < high;) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
