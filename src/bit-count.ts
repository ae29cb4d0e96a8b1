/** How many bits of a 32-bit number are set (SWAR; Warren, Hacker's Delight, 2nd ed., section 5-1). */
export function bitCount(bits: number): number {
  let sums = bits - ((bits >>> 1) & 0x5555_5555);
  sums = (sums & 0x3333_3333) + ((sums >>> 2) & 0x3333_3333);
  return Math.imul((sums + (sums >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
