import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCustomId, parseCustomId, type Action } from '../../src/discord/custom-id.ts';

describe('custom ids', () => {
  const actions: readonly Action[] = [
    { kind: 'context', answer: 'Ab_-1234', index: 19 },
    { kind: 'more', answer: 'Ab_-1234', index: 3 },
    { kind: 'vote', answer: 'Ab_-1234', vote: 'down' },
    { kind: 'delete', answer: 'Ab_-1234' },
    { kind: 'thread', answer: 'Ab_-1234' },
    { kind: 'read', document: 'Ab_-1234Ab_-', direction: 'until', offset: 123_456_789 },
    { kind: 'text', document: 'Ab_-1234Ab_-' },
    { kind: 'list', page: 12, search: 'a.b:c\nd 😀' },
  ];

  it.each(actions)('$kind goes there and back', (action) => {
    expect(parseCustomId(formatCustomId(action))).toEqual(action);
  });

  it('lets through nothing that it could not have written', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((rest) => `c1:read:${rest}`),
        ),
        (id) => {
          const action = parseCustomId(id);
          if (action && action.kind !== 'list')
            expect(formatCustomId(action).length).toBeLessThanOrEqual(100);
        },
      ),
    );
  });
});
