/** How many of what is in order stand before a place. */
export function countBelow<T>(ordered: readonly T[], limit: number, at: (one: T) => number): number {
  let low = 0;
  for (let high = ordered.length; low < high;) {
    const middle = (low + high) >> 1;
    if (at(ordered[middle]!) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
