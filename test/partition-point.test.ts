import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partitionPoint } from '../src/partition-point.ts';

describe('partitionPoint', () => {
  it('is the first place from which on something holds', () => {
    const years = [1815, 1840, 1840, 1912];
    expect(partitionPoint(years.length, (i) => years[i]! >= 1840)).toBe(1);
    expect(partitionPoint(years.length, (i) => years[i]! > 1840)).toBe(3);
  });

  it('is the length where it holds nowhere, as among nothing', () => {
    expect(partitionPoint(3, () => false)).toBe(3);
    expect(partitionPoint(0, () => true)).toBe(0);
  });

  it('is found wherever it is, by asking of no place outside and of few inside', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (a, b) => {
        const [point, length] = [Math.min(a, b), Math.max(a, b)];
        const asked: number[] = [];
        const found = partitionPoint(length, (place) => {
          asked.push(place);
          return place >= point;
        });
        expect(found).toBe(point);
        expect(asked.every((place) => place >= 0 && place < length)).toBe(true);
        expect(asked.length).toBeLessThanOrEqual(Math.ceil(Math.log2(length + 1)));
      }),
    );
  });
});
