import { describe, expect, it } from 'vitest';
import { leaning } from '../../src/language/leaning.ts';

describe('asksForMore', () => {
  it.each([
    'Are there any other interesting aspects about this article?',
    'tell me more',
    'what else?',
    'Is there anything else I should know?',
    'what else does the document say about it?',
    'ANY OTHER IMPORTANT DETAILS?',
    'Erzähl mir mehr!',
    'Gibt es sonst noch wichtige Details?',
  ])('sees that %j says nothing of what is asked for', (question) =>
    expect(leaning(question).asksForMore).toBe(true),
  );

  it.each([
    'what was found?',
    'have you read it?',
    'Is it important?',
    'Was it more?',
    'what do the facts say?',
    'find a page',
    'Sind es mehr?',
    'who else?',
    'how many more?',
    'when?',
    'thanks!',
    'tell me a joke',
    'tell me more about the ferry',
    'what did she find interesting?',
    'any notable person in the article?',
    'did he tell them?',
    'Erzähl mir mehr von der Fähre',
    '还有什么？',
    '',
  ])('sees that %j says something, or asks for no more', (question) =>
    expect(leaning(question).asksForMore).toBe(false),
  );
});
