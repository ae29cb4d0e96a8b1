import { describe, expect, it } from 'vitest';
import { focus } from '../../support/focus.ts';

describe('an amount in a currency that no list has', () => {
  it.each([
    ['How much is the lamp?', 'The lamp weighs 300 g and costs €45.', '€45'],
    ['How much does the lamp weigh?', 'The lamp weighs 300 g and costs €45.', '300'],
    ['What is the fine for a late map?', 'Late items cost £2 a day for each map, at most £9 an item.', '£2'],
    ['What is the fine for noise?', 'Noise after ten means a fine of £60.', '£60'],
    ['How much does a berth cost?', 'The harbour holds 300 boats.', undefined],
    ['How much does a sword cost?', 'The smith sells swords for 40 gems.', '40'],
    ['How much does a sword cost?', 'Swords: 40 gems', '40'],
    ['How much does it cost to rename a pet?', 'You can rename a pet every 30 days for 500 coins.', '500'],
    ['How much does the pass cost?', 'The pass costs 500 gems and gives 20 slots.', '500'],
    [
      'How much damage does the golem deal?',
      'The golem has 300 hit points, deals 40 damage and drops two rings.',
      '40',
    ],
    [
      'How much will the firm save?',
      'The firm will cut 700 jobs at its three plants and save 40 million euros.',
      '40 million',
    ],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
});

describe('a share that leaves its unit to another', () => {
  it.each([
    ['What percentage of votes did Adel get?', 'Nore won 48.5 per cent, her rival Finn Adel 44.', '44'],
    [
      'What percentage of votes did Nore get?',
      'Nore won 48.5 per cent, her rival Finn Adel 44.',
      '48.5 per cent',
    ],
    [
      'What percentage was against it?',
      '64 percent were for the bridge and 21 percent against it.',
      '21 percent',
    ],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
});
