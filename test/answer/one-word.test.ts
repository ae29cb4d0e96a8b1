// @module-tag slow
import { describe, expect, it } from 'vitest';
import { words } from '../../src/language/words.ts';
import { converseOver } from '../support/conversation.ts';

const FILES = {
  'lifts.md':
    '# New lifts for the tower\n\nThe tower gets two new ones in May, said the architect, Ines Holm.\n\nThe council pays 310,000 crowns, and the rest comes from the museum.',
  'news.md':
    '# News of the week\n\nThe old lifts in the tower stood still on Friday. A fire in the cellar had burnt a cable.\n\nThe fire was put out within 20 minutes, and nobody was hurt.\n\nThe bakery in Mill Lane is for sale after 61 years.',
  'guide.md':
    '# Guide\n\n## Cloakroom\n\nLeave coats and bags there. It is free, and it shuts at 6.\n\n## Tickets\n\nAdults pay 12 crowns, and children nothing.',
};

describe('a question of one word', () => {
  it.each(['lifts', 'Lifts', 'fire', 'FIRE?', 'cable', 'cellar', 'crowns', '61', '310,000', 'tickets'])(
    'is answered by a passage that holds it or stands below it: %j',
    async (word) => {
      const [answer] = await converseOver(FILES, [word]);
      expect(answer!.verdict).not.toBe('not-found');
      const { text, section = '' } = answer!.quotes[0]!;
      const forms = words(`${text} ${section}`).map(({ form }) => form);
      expect(forms).toContain(words(word)[0]!.form);
    },
  );

  it('puts no passage that only has it in the title before one that holds it', async () => {
    const [answer] = await converseOver(FILES, ['lifts']);
    expect(answer!.quotes[0]!.text).toContain('old lifts');
    const scores = answer!.quotes.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  it('finds it misspelled', async () => {
    const [answer] = await converseOver(FILES, ['bakrey']);
    expect(answer!.verdict).not.toBe('not-found');
    expect(answer!.quotes[0]!.text).toContain('bakery');
  });

  it.each(['zebra', '1789', 'thanks!', 'lol', 'ok'])(
    'is not found where nothing is like it: %j',
    async (word) => {
      const [answer] = await converseOver(FILES, [word]);
      expect(answer!.verdict).toBe('not-found');
    },
  );
});
