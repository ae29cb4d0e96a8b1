import { describe, expect, it } from 'vitest';
import {
  chanceOfGoingOn,
  TOPIC_FEATURES,
  topicFeatures,
  type TopicSearches,
} from '../../src/answer/topic.ts';
import { leaning } from '../../src/language/leaning.ts';

const NOTHING: TopicSearches = {
  coverageAlone: 0,
  coverage: 0,
  rarestAlone: 0,
  rarest: 0,
  rarity: 0,
  titleAlone: 0,
  title: 0,
  confidenceAlone: 0,
  confidenceJoined: 0,
  scoreLost: 0,
  unknownWords: 0,
  documentsBeforeAlone: 0,
  documentsBeforeContext: 0,
};

const goesOn = (question: string, searches: Partial<TopicSearches>) =>
  chanceOfGoingOn(topicFeatures(leaning(question), { ...NOTHING, ...searches })) >= 0.5;

describe('a question in a conversation', () => {
  it('goes on with the topic where it names nothing itself', () => {
    expect(goesOn('when?', { confidenceJoined: 0.5 })).toBe(true);
    expect(goesOn('what did he say', { confidenceJoined: 0.5 })).toBe(true);
  });

  it('begins a new one where what it names is found elsewhere', () => {
    const elsewhere = {
      coverageAlone: 1,
      rarestAlone: 1,
      rarity: 1,
      titleAlone: 1,
      confidenceAlone: 0.8,
      scoreLost: 15,
    };
    expect(goesOn('who did pompeo call', elsewhere)).toBe(false);
    expect(goesOn('how did the horse latitudes get their name', elsewhere)).toBe(false);
  });

  it('begins one of another world where no document knows its words', () => {
    expect(goesOn('how do i bake bread', { unknownWords: 1, confidenceJoined: 0.5 })).toBe(false);
  });

  it('goes on where its own document is far behind in the context, and not where it is in front', () => {
    const found = {
      coverageAlone: 1,
      coverage: 0.9,
      titleAlone: 0.4,
      confidenceAlone: 0.8,
      confidenceJoined: 0.5,
      scoreLost: 8,
    };
    const question = 'was the long tour successful';
    expect(goesOn(question, { ...found, documentsBeforeAlone: 0 })).toBe(false);
    expect(goesOn(question, { ...found, documentsBeforeAlone: 12 })).toBe(true);
  });

  it('is looked at by features that are all finite', () => {
    const features = topicFeatures(leaning(''), { ...NOTHING, scoreLost: 1e9 });
    expect(features).toHaveLength(TOPIC_FEATURES.length);
    expect(features.every(Number.isFinite)).toBe(true);
  });
});
