import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LiveAnswerer } from '../../src/answer/live-answerer.ts';
import { openAnswererFor } from '../support/sample.ts';
import { buildIndex } from '../support/shared-model.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

const FILES = {
  'about.md': `# The Fog Signal

The Fog Signal is a podcast about foghorns. A regular episode runs about 40 minutes.

Season one was recorded in a cellar. Season two was recorded on a boat.`,
  'episodes.md': `# Episodes

## Episode 3: The bell

Petra hears a bell off Morrow Bank and sends a diver down.

## Episode 4: Letters

A mason found 60 letters in a wall, and Silas reads five of them.

## Episode 5: The stolen horn

Thieves carried a foghorn away in a hay cart.`,
  'guests.csv': 'Episode,Guest,Topic\n22,Tomas Rehn,ghosts\n23,Odile Marsh,food\n24,Jarek Wynn,oil\n',
  'visits.csv': 'Episode Number,Visitor,Gift\n71,Anders Holt,a compass\n72,Wilma Krog,two jars of honey\n',
  'changes.md': `# Changes

## [2.5.0] - 2024-03-01

The recorder saves its settings in the cellar's cupboard.

## [2.4.0] - 2024-01-10

The mixing desk mutes every channel at midnight.`,
  'ranks.md': `# Ranks

| Rank | Level | Perk |
|---|---|---|
| Squire | 1-9 | a wooden chest |
| Knight | 10 | a horse |
| Baron | 20+ | a banner |`,
  'rules.md': `# House rules

1. Nobody shouts in the studio.
2. Cables are coiled after each recording.
3. The microphone of a guest is cleaned with spirit.`,
  'course.md': `# Pottery course

**Lesson One** is about clay and how to wedge it.

**Lesson Two** is about pinch pots; bring a sponge.

**Lessons 3 and 4** are about the wheel.`,
  'gull-rock.txt': `Welcome to episode 52 of the Fog Signal.

Ines Calder explains how lenses are ground.

In the end Petra thanks the ferrymen of Brackwater.`,
  'books.md': `# The books

The book of the podcast has two volumes. The second volume appeared in 2012; its villain is Corvin the toll keeper.`,
};

let corpus: TemporaryCorpus;
let answerer: LiveAnswerer;
beforeAll(async () => {
  corpus = new TemporaryCorpus(FILES);
  await buildIndex(corpus.options);
  answerer = await openAnswererFor(corpus.options);
});
afterAll(() => {
  answerer.close();
  corpus[Symbol.dispose]();
});

test.each([
  'what happens in episode 40',
  'what is episode 60 about',
  'who is the guest of episode 31',
  'where was season four recorded',
  'what does rule 7 forbid',
  'who is the villain of the first volume',
  'what is lesson 9 about',
])('another is not the one that is asked for: %s', async (question) => {
  expect((await answerer.ask(question)).verdict).not.toBe('answered');
});

test.each([
  ['what is episode five about', 'hay cart'],
  ['what happens in ep 3', 'diver'],
  ['guest of episode #23', 'Odile Marsh'],
  ['where was season 2 recorded', 'on a boat'],
  ['which perk has level 12 or level 20', 'banner'],
  ['which perk has level 7', 'wooden chest'],
  ['what does rule 3 say about the microphone', 'spirit'],
  ['what is lesson 1 about', 'clay'],
  ['who explains lenses in episode 52', 'Ines Calder'],
  ['who was the visitor of episode 72', 'Wilma Krog'],
  ['what does the mixing desk do in version 2.4', 'mutes'],
  ['what does version 2.5 save in the cupboard', 'settings'],
  ['who is the villain of the second volume', 'Corvin'],
])('the one that is asked for, in whatever form: %s', async (question, text) => {
  const { quotes, verdict } = await answerer.ask(question);
  expect(quotes[0]?.text).toContain(text);
  expect(verdict).toBe('answered');
});
