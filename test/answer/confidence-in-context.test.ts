import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidenceInContext, contextConfidenceFeatures } from '../../src/answer/confidence-in-context.ts';
import { verdictFor } from '../../src/answer/confidence.ts';

const confidence = (alone: number, share: number) =>
  confidenceInContext(contextConfidenceFeatures(alone, share));
const chance = fc.double({ min: 0, max: 1, noNaN: true });

describe('the confidence in a conversation', () => {
  it('is a chance, and no less where either tells more', () => {
    fc.assert(
      fc.property(chance, chance, chance, (alone, share, more) => {
        const least = confidence(alone, share);
        expect(least).toBeGreaterThan(0);
        expect(least).toBeLessThan(1);
        expect(confidence(Math.max(alone, more), share)).toBeGreaterThanOrEqual(least);
        expect(confidence(alone, Math.max(share, more))).toBeGreaterThanOrEqual(least);
      }),
    );
  });

  it('finds nothing where neither the question itself nor the talk points anywhere', () => {
    expect(verdictFor(confidence(0.005, 0.05))).toBe('not-found');
  });

  it('lets the talk answer what says little by itself, where it points to one passage', () => {
    expect(verdictFor(confidence(0.3, 0.9))).toBe('answered');
    expect(verdictFor(confidence(0.3, 0.2))).toBe('unsure');
  });
});
