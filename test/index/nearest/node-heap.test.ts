import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NodeHeap } from '../../../src/index/nearest/node-heap.ts';

describe('NodeHeap', () => {
  it('hands out what is in it by key, the highest first, whatever comes between', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: -5, max: 5 }))), (steps) => {
        const heap = new NodeHeap();
        const keys = new Map<number, number>();
        for (const [node, key] of steps.entries()) {
          if (key !== null) {
            heap.push(node, key);
            keys.set(node, key);
          } else if (heap.size > 0) {
            const { highest } = heap;
            const popped = heap.pop();
            expect(highest).toBe(Math.max(...keys.values()));
            expect(keys.get(popped)).toBe(highest);
            keys.delete(popped);
          }
          expect(heap.size).toBe(keys.size);
        }
        heap.clear();
        expect(heap.size).toBe(0);
      }),
    );
  });
});
