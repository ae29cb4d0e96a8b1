import { describe, expect, it } from 'vitest';
import { focus } from '../../support/focus.ts';

describe('a number as it is written', () => {
  it.each([
    ['How many millionaires are there?', 'There are 450 millionaires.', '450'],
    ['Wie viele Menschen wohnen dort?', 'Dort wohnen 2,5 Millionen Menschen.', '2,5 Millionen'],
    ['How much did the bridge cost?', 'The bridge cost €1.5bn.', '€1.5bn'],
    ['How much did the bridge cost?', 'The bridge cost 5 € a day.', '5 €'],
    ['花了多少钱？', '花费250万元。', '250万元'],
    ['How many people came?', 'Two days after, 40 people came.', '40'],
    ['How many people came?', 'They came two days after.', undefined],
    ['How many days did it take?', 'It took three days.', 'three days'],
    ['How old is the mayor?', 'The mayor is 35 years old.', '35'],
    ['How many people came?', 'Some 1 000 people came.', '1 000'],
    ['How many people came?', 'Some 1\u202f000\u00a0000 people came.', '1\u202f000\u00a0000'],
    ['How many people came?', 'In 2019 150 people came.', '150'],
    ['How many people came?', 'One hundred and twenty people came.', 'One hundred and twenty'],
    ['What temperature was it?', 'It was -10 degrees.', '-10'],
    ['What temperature was it?', 'It was −12.5 degrees.', '−12.5'],
    ['How many people came?', 'Between 10 and 15 people came.', '10 and 15'],
    ['How many people came?', 'Some 10-15 people came.', '10-15'],
    ['How many people came?', 'The number of people who came rose from 10 to 15.', '10'],
    ['What is the sledge record?', 'The record is 1:32.8, set in January.', '1:32.8'],
    ["What's the tower limit?", 'The limit is 12 per town.', '12'],
    ['How cold was the lake?', 'The lake was at two degrees.', 'two'],
    ['What is the cooldown?', 'The cooldown of the horn is 20 minutes for 2 players.', '20 minutes'],
    ['How heavy is the bell?', 'The bell weighs 5kg.', '5kg'],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
});

describe('what is no count', () => {
  it.each([
    ['Wie hoch ist die Miete?', 'Die Miete steigt um 6 Prozent auf 540 Euro.', '540'],
    ['How much is the toll?', 'The toll rose by 20 percent to $60.', '$60'],
    ['How many people does the yard employ?', 'It employs 210 people, 40 fewer than in 2015.', '210'],
    ['Combien de personnes sont mortes ?', 'Une personne est morte et huit ont été blessées.', 'Une'],
    ['How many people were hurt?', 'No one died, but 12 people were hurt.', '12'],
    ['How many patients recovered?', 'Of the COVID-19 patients 30 recovered.', '30'],
    ['How many boats sank?', 'On its 3rd voyage it sank.', undefined],
    ['How many boats sank?', 'The A4 sank.', undefined],
    ['How many voters came?', 'Turnout: 54 % of the voters, 120 in all.', '120'],
    ['How large a majority do changes need?', '(2) Changes need a majority of 30 votes.', '30'],
    ['How many guests came to the party?', '2. Party: the guests were many, 40 of them.', '40'],
    ['How many guests came to the party?', '3) Party for guests', undefined],
    ['How many guests came?', '- **4.** Guests: 60 came.', '60'],
    // The question says them itself, if in the plural.
    ['How much are 5 dozens of eggs?', 'The dozen of eggs is 3 coins.', '3'],
    ['How many boats were built?', 'Between 1991 and 2000 the yard built 40 boats.', '40'],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
});

describe('a number of the kind that is asked for', () => {
  it.each([
    ['What percentage of voters turned out?', 'Turnout was 54.3 % of 12,000 voters.', '54.3 %'],
    ['What share of the voters agreed?', 'Two thirds of the 12,000 voters agreed.', 'Two thirds'],
    ['What percentage of voters turned out?', 'Some 12,000 voters turned out.', undefined],
    ['How much did it cost?', 'It cost 120 workers 3 weeks and the town $5 million.', '$5 million'],
    ['How much is the potion?', 'The potion is 120 gold.', '120'],
    ['How long did it last?', 'It lasted 2 hours and 10 minutes, with 30 guests.', '2 hours and 10 minutes'],
    ['How much time does it take?', 'With 4 cooks it takes 10 to 15 minutes.', '10 to 15 minutes'],
    ['How long did it last?', 'It was seen by 30 guests.', undefined],
    ['How much is the cruise for pupils?', 'The cruise is 80 dollars, 45 for pupils.', '45'],
    ['How much is the cruise?', 'The cruise is 80 dollars, 45 for pupils.', '80'],
    ['How much do pupils pay?', 'Dogs are free; guests pay 9 euros, pupils 4.50.', '4.50'],
    ['How much do guests pay?', 'Dogs are free; guests pay 9 euros, pupils 4.50.', '9'],
    ['How much is a berth a year?', 'A berth is 9 euros a month, or 90 a year.', '90'],
    ['How much is a berth a month?', 'A berth is 9 euros a month, or 90 a year.', '9'],
    ['How much is a berth for guests?', 'A berth is 9 euros for guests, 6 for members.', '9'],
    ['What is the cooldown?', 'Horn: cooldown raised from 20 to 30 seconds.', '30 seconds'],
    ['How long does the walk take?', 'The walk takes from 20 to 30 minutes.', '20 to 30 minutes'],
    ['持续了多久？', '自2020年起持续了10年。', '10年'],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
});

describe('how long something is', () => {
  it.each([
    // Whether that is a time or a length, only the sentence tells.
    ['How long is the ticket valid?', 'A machine prints a paper one that is valid for 90 days.', '90 days'],
    ['How long is Lake Karn?', 'It is 19 kilometres long and 90 metres deep.', '19'],
    ['How long may the hose be?', 'The hose may not be longer than 7 m.', '7'],
    ['How long is the course?', 'The course takes 6 weeks and earns one point.', '6 weeks'],
    ['How long is the bridge?', 'The bridge, built in 14 months for 3 towns, is 340 metres long.', '340'],
    ['How long is the bridge?', 'The bridge, for 3 towns, is 340m long.', '340m'],
    ['How long is the list?', 'The list holds 12 names.', '12'],
    ['How long is the ban?', 'It was put on one that cheated.', undefined],
    // Nor how old somebody is.
    ['How many years did he get?', 'The 51-year-old driver was sentenced.', undefined],
    ['How many years did he get?', 'The 51-year-old was sentenced to six years.', 'six years'],
    ['How long until I am logged out?', '`idle_limit = 30m`: until you are logged out', '30m'],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
});

describe('a part of a whole', () => {
  it.each([
    ['How many boats were stopped?', "The storm kept back 60 of the harbour's 74 boats.", '60'],
    ['How many of the 74 boats were stopped?', 'The storm stopped 60 out of 74 boats.', '60'],
    ['How many boats were stopped?', 'Kept back were 60 of the 74 boats and 9,000 guests.', '60'],
    ['How many seats did they win?', 'They won 47 of the 101 seats.', '47'],
    ['How many boats set sail?', 'Of 342 boats 117 set sail.', '117'],
    ['How many came?', 'Of our 342 members, 117 were there.', '117'],
    ['How many boats are there?', 'The storm stopped 60 of 74 boats.', '74'],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
});

describe('a number of what "how" asks for', () => {
  it.each([
    [
      'How big is Tarn?',
      'Tarn is the smallest of the four islands, with a diameter of 3,122 kilometres.',
      '3,122',
    ],
    ['How big is a crate?', 'Each member has one crate, 40 by 60 centimetres.', '40'],
    ['How deep is the lake?', 'Of the three lakes it is 40 m deep at most.', '40'],
    ['How heavy is the bell?', 'The bell has 2 clappers and weighs 3.5 tonnes.', '3.5'],
    ['How hot is the forge?', 'The forge has two doors and reaches 900 degrees.', '900'],
    ['How far is Barsk?', 'Barsk, a town of 300, is five miles away.', 'five'],
    ['How old was the scout leader?', 'With 11 scouts their leader, Tomas Brill, 24, drowned.', '24'],
    ['How old was the leader?', 'The leader of the 11 scouts was a 24-year-old.', '24'],
    ['How old is the rock?', 'With two peaks, the rock is four billion years old.', 'four billion'],
    ['How old is the driver?', 'The driver, a man of 47 with 20 years of experience, survived.', '47'],
    ['How old is the driver?', 'The driver has 20 years of experience.', undefined],
    ['How old is the driver?', 'The driver is 47 years of age, his train 9.', '47'],
    ['How old is Brodt?', 'Brodt was released after ten days in a hospital.', undefined],
    ['How old are the fossils?', 'Two fossils are from about 515 million years ago.', '515 million'],
    ['How old is the foal?', 'One of two, the foal is ten days old.', 'ten'],
    ['How old must one be?', 'The two helpers must be at least 16.', '16'],
    ['How big is the council?', 'The council has 12 members.', '12'],
    ['How much rain fell?', 'They said that 340 millimetres of rain had fallen in two days.', '340'],
    ['How much notice is needed?', 'A notice of two weeks is needed.', 'two'],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
});

describe('a count', () => {
  it.each([
    ['How many were killed?', 'Ten villagers were killed and 35 hurt in Karden.', 'Ten'],
    ['How many were hurt?', 'Ten villagers were killed and 35 hurt in Karden.', '35'],
    [
      'How many wounded villagers are there?',
      'They count 39 dead villagers and 122 wounded villagers.',
      '122',
    ],
    ['How many dead villagers are there?', 'They count 39 dead villagers and 122 wounded villagers.', '39'],
    [
      'How much did Barsk give?',
      'Karden will give 60 million euros and Barsk 20 million euros.',
      '20 million',
    ],
    [
      'How much did Karden give?',
      'Karden will give 60 million euros and Barsk 20 million euros.',
      '60 million',
    ],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
});

describe('a number that counts nothing', () => {
  it.each([
    // The year that a name ends with.
    [
      'How many of the voters must agree?',
      'By the Harbour Act 1975, a majority of the voters must agree.',
      undefined,
    ],
    ['How many paintings did Brill give?', 'In 1857 Brill gave 233 paintings to the hall.', '233'],
    ['How many boats came?', 'To Karden came Weiss with 1500 boats.', '1500'],
    // What is said again in another unit.
    ['How far is Harrow from Aldra?', 'Harrow is about 340 miles (550 km) north of Aldra.', '340'],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
});

it('is the one that the other words of the question are near to as well', () => {
  const sentence = 'Brill caught 11 eels and four pikes, while Weiss caught two eels.';
  expect(focus('How many eels did Weiss catch?', sentence)).toBe('two');
});
