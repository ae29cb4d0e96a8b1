import { describe, expect, it } from 'vitest';
import { focus } from '../../support/focus.ts';

describe('a number that is of the measure that is asked for', () => {
  it.each([
    ['How old must you be to vote?', 'You must be 16 or older to vote.', '16'],
    ['How old is the widow?', 'The cottage belongs to a widow of 77.', '77'],
    ['What is the population of Barsk?', 'Barsk has 14,000 inhabitants in six villages.', '14,000'],
    [
      'What is the population of Barsk?',
      'The six villages of Barsk had a population of 14,000 in 2019.',
      '14,000',
    ],
    ['What is the population of Barsk?', 'Officials in Barsk spoke of ten.', undefined],
    ['How tall is Ann Weiss?', 'Ann Weiss won 40 games.', undefined],
    ['How tall is Ann Weiss?', 'Ann Weiss, 31, is 1.91 m tall and won 40 games.', '1.91'],
    ['How far is Barsk from Tarn?', 'Two armies met between Barsk and Tarn.', undefined],
    ['How far is Barsk from Tarn?', 'Barsk is a two-hour drive from Tarn.', undefined],
    ['What is the height of Ann Weiss?', 'Ann Weiss won 40 games.', undefined],
    ['What is the depth of the lake?', 'The lake, with 12 islands, is 40 m deep.', '40'],
    ['What is the temperature of the bath?', 'The bath has 6 lanes and 28 °C.', '28'],
    ['How old is Ann Weiss?', 'Ann Weiss has three brothers and turned 31 in May.', '31'],
    ['How old is the bridge?', 'The bridge with its six arches was built 120 years ago.', '120'],
    ['How high is the tax?', 'The tax is 5 % on each of the two goods.', '5 %'],
    ['How high is the level cap?', 'The level cap is 60.', '60'],
    ['How high is the fence?', 'The fence has 60 posts.', undefined],
    ['How long is the boat?', 'The boat carries 900 guests.', undefined],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
});
