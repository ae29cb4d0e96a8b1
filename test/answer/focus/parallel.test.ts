import { describe, expect, it } from 'vitest';
import { focus } from '../../support/focus.ts';

describe('one of several that a sentence tells the same of', () => {
  it.each([
    ['How many were saved in Kaldo?', 'In Kaldo three men drowned and seven were saved.', 'seven'],
    [
      'How many barrels may guests store?',
      'Members may store up to 12 barrels, guests under 30 up to 4.',
      '4',
    ],
    [
      'For how long are tents hired out?',
      'Boats are hired out for 3 days, tents and stoves for 9 days.',
      '9 days',
    ],
    [
      'How many boats did the guild send to Kaldo?',
      'The guild sent four boats to Barsk and one to Kaldo.',
      'one',
    ],
    ['How many wolves were seen in Kaldo?', 'In Barsk 19 wolves were seen, in Kaldo 8, in Tarn two.', '8'],
    ['How many wolves were seen in Tarn?', 'In Barsk 19 wolves were seen, in Kaldo 8, in Tarn two.', 'two'],
    ['How many wolves were seen in Barsk?', 'In Barsk 19 wolves were seen, in Kaldo 8, in Tarn two.', '19'],
    ['How many people live in Kaldo?', 'Some 9,000 people live on the isle, most in Kaldo (5,100).', '5,100'],
    [
      'What is the population of Kaldo?',
      'Some 9,000 people live on the isle, most in Kaldo (5,100).',
      '5,100',
    ],
    ['How many posts were lost in Tarn?', 'The bank lost 800 posts, 300 of them in Tarn.', '300'],
    ['How many strikes lead to a ban?', 'Two strikes mean a mute, four a ban.', 'four'],
    ['How much did she earn in 2011?', 'She earned $40,000 in 2012, up from $31,000 in 2011.', '$31,000'],
    ['How long is the motor covered?', 'The bike is covered for two years, the motor for six.', 'six'],
    ['How heavy is the mast?', 'The boat weighs 90 kg with its mast, which alone weighs 11 kg.', '11'],
    ['When did the barn burn down?', 'The barn was built in 1801 and burned down in 1866.', '1866'],
    ['When was Halma founded?', 'The game was made in 2014 by Halma, which was founded in 1997.', '1997'],
    [
      'When is the baths open on Sundays?',
      'It is open 8:00 to 20:00 on weekdays and 9:00 to 13:00 on Sundays.',
      '9:00 to 13:00',
    ],
    ['Wie viele Bäume stürzten in Kaldo um?', 'In Barsk stürzten 40 Bäume um, in Kaldo sieben.', 'sieben'],
    ['How far is Kaldo from Tarn?', 'Kaldo is 15 km from Barsk and 80 km from Tarn.', '80'],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));

  it.each([
    // Another clause with a verb or a noun of its own takes nothing over.
    ['How many ships does the firm own in Kaldo?', 'The firm owns 14 ships and 60 cars in Kaldo.', '14'],
    [
      'How many miners were killed in the fire at Kaldo?',
      'The fire killed 12 miners and injured 50 at the port of Kaldo.',
      '12',
    ],
    [
      'How long is the bridge over the Kaldo?',
      'The bridge is 300 metres long, and the road over the Kaldo is 5 km long.',
      '300',
    ],
    // What stands behind the last is said of all.
    [
      'How many crew drowned when the Kaldo sank?',
      'Two of the crew drowned and six were saved when the Kaldo sank.',
      'Two',
    ],
  ])('is not the other, %s: %s', (question, sentence, wanted) =>
    expect(focus(question, sentence)).toBe(wanted),
  );
});
