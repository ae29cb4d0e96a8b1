import { describe, expect, it } from 'vitest';
import { focus } from '../../support/focus.ts';

describe('a count, of several in a sentence', () => {
  it.each([
    ['How many men were hurt?', 'In the fall 39 men and 12 women were hurt.', '39'],
    ['How many women were hurt?', 'In the fall 39 men and 12 women were hurt.', '12'],
    ['How many men drowned?', '39 men and 12 women drowned.', '39'],
    ['How many crew does the Petrel carry?', 'The Petrel carries 900 passengers and 300 crew.', '300'],
    [
      'How many passengers does the Petrel carry?',
      'The Petrel carries up to 900 passengers, 300 crew and 40 cars.',
      '900',
    ],
    [
      'How many cars does the Petrel carry?',
      'The Petrel carries up to 900 passengers, 300 crew and 40 cars.',
      '40',
    ],
    ['How many were injured?', 'The blast killed 12 and injured more than 200.', '200'],
    ['How many were killed?', 'The blast killed 12 and injured more than 200.', '12'],
    [
      'How many people were wounded in Barsk?',
      'The blast left 12 people dead and 200 wounded in Barsk.',
      '200',
    ],
    [
      'How many voters are registered in Tarn?',
      'By 9 a.m., 310 voters had voted in Tarn, where 2,400 are registered.',
      '2,400',
    ],
    ['How many goals did Kit score?', 'Mira scored three goals, Kit scored two and Oskar none.', 'two'],
    ['How many goals did Kit score?', 'Mira scored three goals and Kit two.', 'two'],
    ['How many goals did Mira score?', 'Mira scored three goals and Kit two.', 'three'],
    [
      'How many pupils does the school have?',
      'The school has 20 teachers and 340 pupils in 14 classes.',
      '340',
    ],
    [
      'How many classes does the school have?',
      'The school has 20 teachers and 340 pupils in 14 classes.',
      '14',
    ],
    [
      'How many teachers does the school have?',
      'The school has 20 teachers and 340 pupils in 14 classes.',
      '20',
    ],
    ['How many houses were destroyed?', 'The storm damaged 300 houses, 40 of which were destroyed.', '40'],
    ['How many houses were damaged?', 'The storm damaged 300 houses, 40 of which were destroyed.', '300'],
    ['How many players can join a raid?', 'A raid takes one hour and up to eight players can join.', 'eight'],
    ['How many slots does a chest have?', 'One chest has 27 slots.', '27'],
    ['How many cats does Ann have?', 'Ann has one cat and two dogs.', 'one'],
    ['How many dogs does Ann have?', 'Ann has one cat and two dogs.', 'two'],
    ['How many species were found?', 'The survey of 12 lakes found 340 species, 15 of them new.', '340'],
    ['How many new species were found?', 'The survey of 12 lakes found 340 species, 15 of them new.', '15'],
    ['How many lakes were surveyed?', 'The survey of 12 lakes found 340 species, 15 of them new.', '12'],
    [
      'How many tickets were sold?',
      'The 300 seats were gone in two hours: 280 tickets were sold and 20 given away.',
      '280',
    ],
    [
      'How many tickets were given away?',
      'The 300 seats were gone in two hours: 280 tickets were sold and 20 given away.',
      '20',
    ],
    ['How many teams took part?', 'In 2019 some 16 teams from nine countries took part.', '16'],
    ['How many countries took part?', 'In 2019 some 16 teams from nine countries took part.', 'nine'],
    ['How many shops does Acme have?', 'It now has 62 shops in four countries and 900 staff.', '62'],
    ['How many staff does Acme employ?', 'It now has 62 shops in four countries and 900 staff.', '900'],
    ['How many people work at Acme?', 'It now has 62 shops in four countries and employs 900 people.', '900'],
    ['How many floors does the tower have?', 'The tower, 90 metres high, has 22 floors.', '22'],
    [
      'How many arrests were made?',
      'Police used tear gas; 14 people were arrested and three officers hurt.',
      '14',
    ],
    [
      'How many officers were hurt?',
      'Police used tear gas; 14 people were arrested and three officers hurt.',
      'three',
    ],
    ['How many rebels surrendered?', 'Two villages were taken and 40 rebels surrendered.', '40'],
    ['How many are still missing?', 'Eleven bodies were found, but three people are still missing.', 'three'],
    [
      'How many bodies were found?',
      'Eleven bodies were found, but three people are still missing.',
      'Eleven',
    ],
    ['How many villagers were hurt?', 'In the storm 39 villagers, 12 of them women, were hurt.', '39'],
    [
      'How many hit points does the golem have?',
      'The golem has 300 hit points, deals 40 damage and drops two rings.',
      '300',
    ],
    [
      'How many rings does the golem drop?',
      'The golem has 300 hit points, deals 40 damage and drops two rings.',
      'two',
    ],
    [
      'How many times was the vote held?',
      'The vote was held three times in two years, with 40 members present.',
      'three',
    ],
    [
      'How many members were present?',
      'The vote was held three times in two years, with 40 members present.',
      '40',
    ],
    [
      'How many trains were cancelled?',
      'Some 120 trains were cancelled, affecting 30,000 passengers.',
      '120',
    ],
    [
      'How many passengers were affected?',
      'Some 120 trains were cancelled, affecting 30,000 passengers.',
      '30,000',
    ],
    ['How many people were affected?', 'Some 120 trains were cancelled, affecting 30,000 people.', '30,000'],
    [
      'How many people were evacuated?',
      'About 600 residents were evacuated and 12 people were treated for smoke.',
      '600',
    ],
    [
      'How many were treated for smoke?',
      'About 600 residents were evacuated and 12 people were treated for smoke.',
      '12',
    ],
    ['How many soldiers were killed?', 'The army said that 14 rebels and two soldiers were killed.', 'two'],
    ['How many rebels were killed?', 'The army said that 14 rebels and two soldiers were killed.', '14'],
    ['How many lost their homes?', 'The flood killed eight people, and 4,000 lost their homes.', '4,000'],
    [
      'How many jobs will be cut?',
      'The firm will cut 700 jobs at its three plants and save 40 million euros.',
      '700',
    ],
    [
      'How many plants does the firm have?',
      'The firm will cut 700 jobs at its three plants and save 40 million euros.',
      'three',
    ],
    ['How many people does Weiss employ?', 'Weiss employs 900 people in three plants.', '900'],
    ['How many are homeless?', 'The quake killed 31 people and left 2,000 homeless.', '2,000'],
    ['How many countries lead it together?', 'Three countries lead it together, with ten members.', 'Three'],
    ['How many wins has she?', 'She has 12 wins, 3 losses and 1 draw.', '12'],
    ['How many losses does she have?', 'She has 12 wins, 3 losses and 1 draw.', '3'],
    ['How many draws does she have?', 'She has 12 wins, 3 losses and 1 draw.', '1'],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
});

describe('a part and its whole', () => {
  it.each([
    ['How many people were hurt?', 'A child was one of the dead and ten people were hurt.', 'ten'],
    ['How many people work at the yard?', 'About 90 of the 310 workers at the yard went home.', '310'],
    ['How many swings does the park have?', 'They had broken two of the five swings in the park.', 'five'],
    ['Wie viele Mitglieder sind da?', 'Da sind 23 von 31 Mitgliedern.', '23'],
    ['How many passengers did the Halma have?', 'The Halma had 64 people on board.', '64'],
    ['How many seats does the party have?', 'The party has 47 of the 101 seats.', '47'],
    ['How many seats does the council have?', 'They won 47 of the 101 seats.', '101'],
    ['How many seats are there in the council?', 'They won 47 of the 101 seats.', '101'],
    ['How many seats did they win?', 'They won 47 of the 101 seats.', '47'],
    ['How many of the crew were saved?', 'Six of the nine crew were saved.', 'Six'],
    ['How many crew were on deck?', 'Two of the nine crew were on deck.', 'Two'],
    ['How many crew were on board?', 'Two of the nine crew drowned.', 'nine'],
    ['How many members voted against?', 'Of the 60 members 41 voted for the plan and 12 against it.', '12'],
    ['How many members voted for it?', 'Of the 60 members 41 voted for the plan and 12 against it.', '41'],
    ['How many islands are inhabited?', 'Of the 24 islands, only seven are inhabited.', 'seven'],
    ['How many islands are there?', 'Of the 24 islands, only seven are inhabited.', '24'],
    ['How many houses were destroyed?', 'Of 300 damaged houses, 40 were destroyed.', '40'],
    ['How many boats sank?', 'One of the five boats sank.', 'One'],
    ['How many votes are needed?', 'A change needs 30 votes of the 45 members.', '30'],
    [
      'How many drowned when the Halma sank?',
      'Two of the nine crew drowned and six were rescued when the Halma sank.',
      'Two',
    ],
    [
      'How many were rescued?',
      'Two of the nine crew drowned and six were rescued when the Halma sank.',
      'six',
    ],
    [
      'How many crew did the Halma have?',
      'Two of the nine crew drowned and six were rescued when the Halma sank.',
      'nine',
    ],
    [
      'How many people have been vaccinated?',
      'Of the 5,000 residents, 3,200 have been vaccinated and 40 have fallen ill.',
      '3,200',
    ],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
});

describe('a count in other languages', () => {
  it.each([
    [
      'Wie viele Arbeiter wurden verletzt?',
      'Zwei Arbeiter wurden verletzt, der Schaden beträgt 1,5 Millionen Euro.',
      'Zwei',
    ],
    ['Wie viele Menschen starben?', 'Bei dem Unfall starben drei Menschen, und 12 wurden verletzt.', 'drei'],
    ['Wie viele wurden verletzt?', 'Bei dem Unfall starben drei Menschen, und 12 wurden verletzt.', '12'],
    ['¿Cuántos heridos hubo?', 'Hubo dos muertos y 14 heridos.', '14'],
    ['Combien de blessés y a-t-il ?', 'Il y a deux morts et 14 blessés.', '14'],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
});

describe('what counts something else', () => {
  it.each([
    ['How many legs does a crab have?', 'The hall has room for 40 boats.', undefined],
    ['How many envoys came?', 'They brought the two sides to one table.', undefined],
    ['How many boats sank?', 'The storm cost 40 million euros.', undefined],
    ['How many people were hurt?', 'A child was one of the dead.', undefined],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
});
